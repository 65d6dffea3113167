package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/server/portal"
	"accord/shared/wire"
)

func TestShell(t *testing.T) {
	w := newWorld(t, func(c *portal.Config) { c.Vendor = `A & B <Networks>` })
	person := cookie(w.in(t).signIn("customer"))
	for _, route := range wire.Routes() {
		path := strings.NewReplacer("{id}", "some-id", "{kind}", "contract", "{tab}", "ccie").Replace(route)
		t.Run("AnswersThePage"+route, func(t *testing.T) {
			a := w.in(t).send("GET", path, nil, person)
			if route == wire.RouteSignIn {
				if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != wire.RouteHome {
					t.Errorf("status %d to %s", a.StatusCode, a.Header.Get("Location"))
				}
				return
			}
			if a.StatusCode != http.StatusOK || !strings.HasPrefix(string(a.body), "<!doctype html>") {
				t.Errorf("status %d: %s", a.StatusCode, a.body)
			}
		})
		t.Run("OfAStranger"+route, func(t *testing.T) {
			a := w.in(t).send("GET", path+"?x=1", nil)
			switch public := slices.Contains(wire.PublicRoutes(), route); {
			case public && a.StatusCode != http.StatusOK:
				t.Errorf("status %d: %s", a.StatusCode, a.body)
			case !public && (a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "/signin?next="+url.QueryEscape(path+"?x=1")):
				t.Errorf("status %d to %s", a.StatusCode, a.Header.Get("Location"))
			}
		})
	}
	t.Run("AnswersAnUnknownPageAsNotFound", func(t *testing.T) {
		if a := w.in(t).send("GET", "/nothing", nil); a.StatusCode != http.StatusNotFound || !strings.HasPrefix(string(a.body), "<!doctype html>") {
			t.Errorf("status %d: %s", a.StatusCode, a.body)
		}
	})
	for name, test := range map[string]struct {
		change as
		lang   string
	}{
		"SpeaksTheBrowsersLanguage": {header("Accept-Language", "ja,en;q=0.5"), "ja"},
		"SpeaksTheChosenLanguage":   {func(r *http.Request) { r.Header.Set("Accept-Language", "ja"); r.Header.Set("Cookie", "accord_lang=en") }, "en"},
		"SpeaksEnglishOtherwise":    {header("Accept-Language", "fr"), "en"},
	} {
		t.Run(name, func(t *testing.T) {
			if a := w.in(t).send("GET", "/", nil, test.change); !strings.Contains(string(a.body), `<html lang="`+test.lang+`"`) {
				t.Errorf("got %.80s", a.body)
			}
		})
	}
	t.Run("EscapesTheVendorsName", func(t *testing.T) {
		if a := w.in(t).send("GET", "/", nil); !strings.Contains(string(a.body), "A &amp; B &lt;Networks&gt;") {
			t.Errorf("got %s", a.body)
		}
	})
	t.Run("NamesOnlyFilesThatAreThere", func(t *testing.T) {
		a := w.in(t).send("GET", "/", nil)
		for _, m := range regexp.MustCompile(`(?:src|data-wasm|rel="\w+"[^>]* href)="(/[^"]+)"`).FindAllStringSubmatch(string(a.body), -1) {
			if f := w.in(t).send("GET", m[1], nil, header("Accept-Encoding", "br")); f.StatusCode != http.StatusOK {
				t.Errorf("%s: status %d", m[1], f.StatusCode)
			}
		}
	})
	t.Run("KeptForStartsWithoutANetworkHoldsNothingPersonal", func(t *testing.T) {
		for _, lang := range []string{"en", "ja"} {
			known, stranger := w.in(t).send("GET", "/shell/"+lang, nil, person), w.in(t).send("GET", "/shell/"+lang, nil)
			if string(known.body) != string(stranger.body) || !strings.Contains(string(known.body), `<html lang="`+lang+`"`) {
				t.Errorf("the page differs for a person who is signed in: %s", known.body)
			}
		}
	})
}

func TestMailbox(t *testing.T) {
	w := newWorld(t)
	link := w.portal.URL() + "/password/set?token=abc"
	w.portal.Mailbox.Send(desk.Mail{To: "a@b.example", Subject: "<b>first</b>", Text: "Open " + link + " now.\n<script>alert(1)</script>"})
	w.portal.Mailbox.Send(desk.Mail{To: "a@b.example", Subject: "second", Lang: "ja"})
	t.Run("ListsTheNewestFirst", func(t *testing.T) {
		page := string(w.in(t).send("GET", wire.PathDevMail, nil).body)
		if second, first := strings.Index(page, "second"), strings.Index(page, "&lt;b&gt;first"); second < 0 || first < second {
			t.Errorf("got %s", page)
		}
	})
	t.Run("MakesThePortalsOwnAddressesLinksAndNothingElse", func(t *testing.T) {
		page := string(w.in(t).send("GET", wire.PathDevMail+"/1", nil).body)
		if !strings.Contains(page, `<a href="`+link+`">`+link+`</a> now.`) || strings.Contains(page, "<script>") {
			t.Errorf("got %s", page)
		}
	})
	t.Run("AnswersAnUnknownMailAsNotFound", func(t *testing.T) {
		if a := w.in(t).send("GET", wire.PathDevMail+"/99", nil); a.StatusCode != http.StatusNotFound {
			t.Errorf("status %d", a.StatusCode)
		}
	})
}

func TestMailbox_IsNotShownUnlessConfigured(t *testing.T) {
	w := newWorld(t, func(c *portal.Config) { c.Demo = false })
	if a := w.send("GET", wire.PathDevMail, nil); a.StatusCode != http.StatusNotFound {
		t.Errorf("status %d", a.StatusCode)
	}
}
