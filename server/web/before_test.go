package web_test

import (
	"net/http"
	"strings"
	"testing"

	"accord/server/portal"
	"accord/shared/wire"
)

// The policy is the issue's, word by word.
const pagePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

func TestServer_Headers(t *testing.T) {
	w := newWorld(t)
	for _, path := range []string{"/", "/access/add", "/no/such/page", "/dev/mail"} {
		t.Run("PagesHaveTheStrictPolicy"+path, func(t *testing.T) {
			a := w.in(t).send("GET", path, nil)
			if got := a.Header.Get("Content-Security-Policy"); got != pagePolicy {
				t.Errorf("policy %q", got)
			}
			if strings.Contains(string(a.body), "style=") || strings.Contains(string(a.body), "<style") {
				t.Error("the page has a style that the policy forbids")
			}
		})
	}
	for _, path := range []string{"/", wire.PathSettings, wire.PathGrants, "/favicon.svg"} {
		t.Run("EveryAnswerIsGuarded"+path, func(t *testing.T) {
			h := w.in(t).send("GET", path, nil).Header
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
			} {
				if got := h.Get(name); got != want {
					t.Errorf("%s: %q", name, got)
				}
			}
			if h.Get("X-Request-Id") == "" || h.Get("Permissions-Policy") == "" {
				t.Errorf("headers %v", h)
			}
			if h.Get("Strict-Transport-Security") != "" {
				t.Error("HSTS over plain http")
			}
		})
	}
	t.Run("AnswersOfTheAPIAreNotKept", func(t *testing.T) {
		if got := w.in(t).send("GET", wire.PathSettings, nil).Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("Cache-Control %q", got)
		}
	})
}

func TestServer_BehindHTTPS(t *testing.T) {
	w := newWorld(t, func(c *portal.Config) { c.Origin = "https://portal.example" })
	t.Run("DemandsHTTPSFromNowOn", func(t *testing.T) {
		if got := w.in(t).send("GET", "/", nil).Header.Get("Strict-Transport-Security"); !strings.HasPrefix(got, "max-age=") {
			t.Errorf("HSTS %q", got)
		}
	})
	t.Run("SetsASecureCookie", func(t *testing.T) {
		if c := w.in(t).signIn("customer"); !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" {
			t.Errorf("cookie %+v", c)
		}
	})
	t.Run("TakesItsOwnPagesBehindAProxy", func(t *testing.T) {
		a := w.in(t).send("POST", wire.PathSession, wire.SignIn{Email: "a@b.example", Password: "wrong"}, header("Origin", "https://portal.example"))
		w.in(t).refused(a, wire.CodeBadCredentials)
	})
}

func TestServer_CrossOrigin(t *testing.T) {
	w := newWorld(t)
	session := cookie(w.signIn("customer"))
	for name, change := range map[string]as{
		"RefusesAnotherSitesPage":     header("Sec-Fetch-Site", "cross-site"),
		"RefusesASiblingsPage":        header("Sec-Fetch-Site", "same-site"),
		"RefusesAnotherOriginWithout": header("Origin", "http://evil.example"),
	} {
		t.Run(name, func(t *testing.T) {
			a := w.in(t).send("PUT", wire.PathLanguage, wire.SetLanguage{Language: "ja"}, session, change)
			w.in(t).refused(a, wire.CodeCrossOrigin)
		})
	}
	t.Run("TakesItsOwnPage", func(t *testing.T) {
		a := w.in(t).send("PUT", wire.PathLanguage, wire.SetLanguage{Language: "ja"}, session, header("Sec-Fetch-Site", "same-origin"))
		if me := read[wire.Me](w.in(t), a, http.StatusOK); me.Profile.Language != "ja" {
			t.Errorf("language %q", me.Profile.Language)
		}
	})
}
