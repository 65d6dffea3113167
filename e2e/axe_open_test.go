package e2e

import (
	"os"
	"strings"
	"testing"
)

// opened is something that a page shows only once it was asked for.
type opened struct {
	name  string
	path  string
	press []string // selectors, one after the other
	shows string   // selector of what appears
}

// TestAxe_FindsNothingInWhatIsOpened looks at dialogs, menus and refused forms as
// TestAxe_FindsNothing does at pages.
func TestAxe_FindsNothingInWhatIsOpened(t *testing.T) {
	t.Parallel()
	program, err := os.ReadFile(axeFile)
	if err != nil {
		t.Skipf("make e2e loads axe-core where there is a network: %v", err)
	}
	s := newSite(t, yearly)
	for email, list := range s.opened() {
		t.Run(email, func(t *testing.T) {
			t.Parallel()
			s.looks(t, email, func(p *person, look string) {
				for _, o := range list {
					p.open(o.path)
					for _, selector := range o.press {
						p.click(selector)
					}
					p.until("show "+o.name, `document.querySelector(`+quote(o.shows)+`)?.getClientRects().length > 0`)
					p.axe(string(program), o.name+" "+look)
					p.shot(strings.ReplaceAll(o.name+" "+look, " ", "-"))
				}
			})
		})
	}
}

// opened lists what each kind of person can open.
func (s *site) opened() map[string][]opened {
	s.t.Helper()
	pages := s.pages()
	at := func(email, prefix string) string {
		for _, path := range pages[email] {
			if strings.HasPrefix(path, prefix) && path != prefix {
				return path
			}
		}
		s.t.Fatalf("%s opens nothing under %s", email, prefix)
		return ""
	}
	const contract = "/office/contract/610001"
	return map[string][]opened{
		"nobody": {
			{"a refused sign-in", "/signin", []string{"#signin-send"}, "#error-summary"},
			{"a refused registration", "/register", []string{"#register-send"}, "#error-summary"},
		},
		hana: {
			{"the menu", "/", []string{"#person > summary"}, "#person[open] a"},
			{"a refused request", "/access/add/downloads", []string{"#kind-contract", "#continue"}, "#error-summary"},
			{"a request for others refused", at(hana, "/access/others/"), []string{"#third-send"}, "#error-summary"},
		},
		sakura: {
			{"the keys", "/queue", []string{"#keys-button"}, "#keys-help[open]"},
			{"a bulk decision", "/queue", []string{"#pick-all", "#bulk-approve"}, "#batch-check[open]"},
			{"a denial", at(sakura, "/queue/"), []string{"#decide-deny"}, "#decide-close"},
			{"a user to add", contract, []string{"#office-add"}, "#office-add-dialog[open]"},
			{"an end to set", contract, []string{"[id^=end-]"}, "#office-end-dialog[open]"},
			{"access to revoke", contract, []string{"[id^=revoke-]"}, "#revoke-dialog[open]"},
			{"a contract to hand on", contract + "/administrators", []string{"#office-hand"}, "#office-hand-dialog[open]"},
			{"a role to give up", contract + "/administrators", []string{"#office-leave"}, "#office-leave-dialog[open]"},
			{"access not needed any more", contract + "/confirm", []string{"[id^=gone-]"}, "#gone-dialog[open]"},
		},
		dana: {
			{"a role to change", "/operator/people", []string{"[id^=role-]"}, "#role-dialog[open]"},
			{"a person to erase", "/operator/people", []string{"[id^=erase-]"}, "#erase-dialog[open]"},
		},
	}
}
