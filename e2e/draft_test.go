package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// halfTyped is a form that is half typed when its tab is killed.
type halfTyped struct {
	path   string
	open   string            // selector of what opens it, "" for one that is open
	choose string            // ID of a radio button, "" for none
	fields map[string]string // what is typed, by the field's ID
	send   string            // selector of what sends it, "" when it is not
}

// enters types into a field as a keyboard or a date picker does.
func (p *person) enters(id, text string) {
	p.t.Helper()
	p.until("find the field "+id, `document.getElementById(`+quote(id)+`)?.getClientRects().length > 0`)
	script[bool](p, "type into "+id, `(field => {
		field.focus();
		field.value = `+quote(text)+`;
		return field.dispatchEvent(new Event("input", {bubbles: true}));
	})(document.getElementById(`+quote(id)+`))`)
}

// What is typed in the forms of Contract Management and Account Security is there
// again after the tab was killed, dialogs included; a password never is.
func TestDraft_OfEveryForm(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(sakura, "ja")
	s.holds(hana, "610001")
	p := newPerson(t, s.URL(), sakura)
	p.open("/signin")
	p.fillID("signin-email", sakura)
	p.fillID("signin-password", s.password)
	p.click("#signin-send")
	p.ready("/")
	const office = "/office/contract/610001"
	forms := []halfTyped{
		{path: office, open: "#office-add", choose: "add-employer-other", fields: map[string]string{
			"add-email": "sol@operations.example", "add-purpose": "ネットワークの運用", "add-ends_on": "2027-03-31"}},
		{path: office, open: `[id^="end-"]:not(#end-form *)`, fields: map[string]string{"end-ends_on": "2027-02-28"}},
		{path: office, open: `[id^="revoke-"]:not(#revoke-dialog, #revoke-dialog *)`, choose: "revoke-reason-revoked.other", fields: map[string]string{"revoke-note": "異動のため"}},
		{path: office + "/administrators", fields: map[string]string{"name-email": "mio@asagirino.example"}},
		{path: office + "/administrators", open: "#office-hand", fields: map[string]string{"hand-successor": "rin@asagirino.example"}},
		{path: office + "/rules", fields: map[string]string{"standing-value": "ren@asagirino.example", "standing-ends_on": "2027-01-31"}},
		{path: office + "/rules", fields: map[string]string{"deny-value": "rival.example"}, send: "#deny-do"},
		{path: office + "/batch", fields: map[string]string{"batch-text": "rin@asagirino.example,add,downloads"}},
		{path: "/security", open: "#email-edit", fields: map[string]string{"email-email": "sakura@asagirino.example", "email-password": "not to be kept"}},
	}
	for _, f := range forms {
		p.fillsHalf(f)
		again := p.newTab()
		p.kill()
		again.findsAgain(f)
		p = again
	}
	p.shot("last")
}

func (p *person) opens(f halfTyped) {
	p.t.Helper()
	p.open(f.path)
	if f.open != "" {
		p.click(f.open)
	}
}

func (p *person) fillsHalf(f halfTyped) {
	p.t.Helper()
	p.opens(f)
	if f.choose != "" {
		p.click(`[id="` + f.choose + `"]`)
	}
	for id, text := range f.fields {
		p.enters(id, text)
	}
}

func (p *person) findsAgain(f halfTyped) {
	p.t.Helper()
	p.opens(f)
	p.sees("入力した内容を復元しました")
	if f.choose != "" {
		p.until("have "+f.choose+" chosen", `document.getElementById(`+quote(f.choose)+`)?.checked === true`)
	}
	for id, text := range f.fields {
		if id == "email-password" {
			text = ""
		}
		p.until("have what was typed in "+id, `document.getElementById(`+quote(id)+`)?.value === `+quote(text))
	}
	p.shot(strings.ReplaceAll(f.path[1:], "/", "-"))
	if f.send == "" {
		return
	}
	const note = `document.querySelector("%s").form.innerText.includes("入力した内容を復元しました")`
	p.until("say that it was restored", fmt.Sprintf(note, f.send))
	p.click(f.send)
	p.until("say so no more", "!"+fmt.Sprintf(note, f.send))
	p.opens(f)
	for id := range f.fields {
		p.until("have "+id+" empty", `document.getElementById(`+quote(id)+`)?.value === ""`)
	}
}
