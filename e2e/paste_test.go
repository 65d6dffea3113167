package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// pastes puts a text into a field at once and stays in it.
func (p *person) pastes(id, text string) {
	p.t.Helper()
	p.until("find the field "+id, `!!document.getElementById(`+quote(id)+`)`)
	p.run("paste into "+id, chromedp.Focus(chromedp.CSS("#"+id)))
	script[bool](p, "select what is there", `document.activeElement.select(), true`)
	p.run("paste", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// A mail is pasted: what it comes to is told before the field is left; what was
// left out is told once, and where a serial number or a bill-to ID goes.
func TestPaste_AMailIsUnderstoodBeforeContinue(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.open("/access/add/full")
	p.kind("full", "contracts")
	p.pastes("contracts", "610001, 610002 610001")
	p.sees("2 contract numbers: 610001, 610002; 1 repeated")
	p.gone("What you entered")
	p.shot("live")
	p.pastes("contracts", "Hi\n610001\n610002\n610001\nthe switch is EAM8159X9WH, bill-to 5200000101\nBob, 03-1234-5678")
	p.sees("2 contract numbers: 610001, 610002; 1 repeated; 9 words and numbers left out")
	script[bool](p, "leave the field", `document.activeElement.blur(), true`)
	p.sees("What you entered")
	p.gone("cannot be sent")
	p.sees("Left out: 03-1234-5678, Hi, the, switch, is and ")
	p.sees("EAM8159X9WH may be a serial number.")
	p.sees("5200000101: your text calls this a bill-to ID.")
	p.shot("mail")
	p.press("Restore my text")
	p.until("have the text again", `document.getElementById("contracts").value.includes("Bob")`)
}

func TestPaste_表を貼り付ける(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterIn(hana, "ja", 390)
	p.open("/access/add/downloads")
	p.kind("downloads", "contracts")
	p.pastes("contracts", "東京本社\t６１０００１\t2026/11/22\n大阪支社\t610002\t2027/3/31")
	p.sees("契約番号 2 件: 610001、610002 ／ 対象外 4 件")
	p.shot("live")
	script[bool](p, "leave the field", `document.activeElement.blur(), true`)
	p.sees("入力された番号")
	p.sees("対象外としたもの: 2026/11/22、2027/3/31、東京本社、大阪支社")
	p.dark()
	p.shot("table")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
}
