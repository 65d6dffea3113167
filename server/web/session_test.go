package web_test

import (
	"net/http"
	"testing"

	"accord/shared/wire"
)

func TestServer_Session(t *testing.T) {
	w := newWorld(t)
	t.Run("TheCookieIsOutOfScriptsReach", func(t *testing.T) {
		c := w.in(t).signIn("customer")
		if c.Name != "accord_session" || !c.HttpOnly || c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || len(c.Value) < 32 {
			t.Errorf("cookie %+v", c)
		}
	})
	t.Run("OnASharedComputerItEndsWithTheBrowser", func(t *testing.T) {
		w := w.in(t)
		p := w.person("customer")
		own := w.send("POST", wire.PathSession, wire.SignIn{Email: p.Email, Password: p.Password})
		shared := w.send("POST", wire.PathSession, wire.SignIn{Email: p.Email, Password: p.Password, Shared: true})
		if own.Cookies()[0].MaxAge <= 0 || shared.Cookies()[0].MaxAge != 0 {
			t.Errorf("seconds: %d, shared %d", own.Cookies()[0].MaxAge, shared.Cookies()[0].MaxAge)
		}
		if me := read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(shared.Cookies()[0])), http.StatusOK); !me.Shared {
			t.Error("the page does not learn of it")
		}
	})
	t.Run("NobodySendsInAnothersName", func(t *testing.T) {
		w := w.in(t)
		session := w.signIn("customer")
		me := read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(session)), http.StatusOK)
		read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(session), header(wire.AccountHeader, me.ID)), http.StatusOK)
		w.refused(w.send("GET", wire.PathSession, nil, cookie(session), header(wire.AccountHeader, "another")), wire.CodeSignInRequired)
	})
	t.Run("SigningOutEndsItAndRemovesTheCookie", func(t *testing.T) {
		w := w.in(t)
		session := w.signIn("customer")
		read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(session)), http.StatusOK)
		out := w.send("DELETE", wire.PathSession, nil, cookie(session))
		if out.StatusCode != http.StatusNoContent || len(out.Cookies()) != 1 || out.Cookies()[0].MaxAge >= 0 {
			t.Errorf("status %d, cookies %v", out.StatusCode, out.Cookies())
		}
		w.refused(w.send("GET", wire.PathSession, nil, cookie(session)), wire.CodeSignInRequired)
	})
	t.Run("TheListNamesTheBrowser", func(t *testing.T) {
		w := w.in(t)
		p := w.person("public")
		agent := header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
		in := w.send("POST", wire.PathSession, wire.SignIn{Email: p.Email, Password: p.Password}, agent)
		list := read[[]wire.Session](w, w.send("GET", wire.PathSessions, nil, cookie(in.Cookies()[0])), http.StatusOK)
		if len(list) != 1 || list[0].Browser != "Firefox, Linux" || list[0].Address != "127.0.0.1" || !list[0].Current {
			t.Errorf("sessions %+v", list)
		}
	})
}
