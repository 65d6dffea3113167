package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// strikes types figures into a day field. A browser says at each of them that
// the day has changed.
func (p *person) strikes(figures string) {
	p.t.Helper()
	for _, f := range figures {
		p.run("strike "+string(f), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{
				Type: input.DispatchKeyEventTypeKeyDown, Key: string(f), Text: string(f), WindowsVirtualKeyCode: int64(f),
			})
			return err
		}))
	}
}

// A day is judged once its field is left, and nothing moves while it is typed.
func TestDay_IsJudgedWhenItsFieldIsLeft(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.holds(hana, "610001")
	s.holds(hana, "610002")
	s.asksFor(hana, "610002", "sol@operations.example")
	administrator, reviewer := s.enter(sakura), s.enter(iris)

	administrator.open("/office/contract/610001")
	administrator.press("Set an end date : Hana Mori")
	administrator.sees("Now: no end date")
	administrator.run("go to the day", front(), chromedp.Focus(chromedp.CSS("#end-ends_on")))
	administrator.atLeaving(`!document.getElementById("end-ends_on-error")`)
	administrator.strikes("12312020")
	administrator.until("have the day", `document.getElementById("end-ends_on").value === "2020-12-31"`)
	administrator.leaves()
	administrator.until("be told", `!!document.getElementById("end-ends_on-error")`)
	administrator.until("have been left alone before", `window.left === true`)

	reviewer.open("/queue")
	reviewer.press("Review")
	reviewer.path("/queue/")
	reviewer.click("#decide-approve")
	reviewer.press("Give the access an end date (optional)")
	reviewer.setDay("decide-ends_on", 30)
	reviewer.run("go back to the day", front(), chromedp.Focus(chromedp.CSS("#decide-ends_on")))
	reviewer.atLeaving(`document.getElementById("decide-end").open`)
	reviewer.hits("Backspace", 8, 0)
	reviewer.until("have half a day", `document.getElementById("decide-ends_on").value === ""`)
	reviewer.strikes("12312027")
	reviewer.leaves()
	reviewer.until("have been left alone", `window.left === true && document.getElementById("decide-ends_on").value === "2027-12-31"`)
}

// atLeaving keeps in window.left what is true when a field is left.
func (p *person) atLeaving(condition string) {
	p.t.Helper()
	script[bool](p, "look at leaving", `document.addEventListener("blur", () => { window.left ??= `+condition+`; }, {capture: true}), true`)
}

// leaves leaves the field that has the focus.
func (p *person) leaves() {
	p.t.Helper()
	script[bool](p, "leave the field", `document.activeElement.blur(), true`)
}
