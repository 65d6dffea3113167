package web_test

import (
	"net/http"
	"strings"
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestServer_Body(t *testing.T) {
	w := newWorld(t)
	good := `{"email":"a@b.example","password":"x"}`
	for name, test := range map[string]struct {
		body string
		kind string
		code wire.Code
	}{
		"AGoodOneIsRead":               {good, "application/json; charset=utf-8", wire.CodeBadCredentials},
		"AnUnknownFieldIsRefused":      {`{"email":"a@b.example","admin":true}`, "application/json", wire.CodeBadRequest},
		"DataAfterTheValueIsRefused":   {good + `{}`, "application/json", wire.CodeBadRequest},
		"AnEmptyOneIsRefused":          {"", "application/json", wire.CodeBadRequest},
		"AWrongTypeIsRefused":          {`{"email":1}`, "application/json", wire.CodeBadRequest},
		"AFormIsRefused":               {good, "application/x-www-form-urlencoded", wire.CodeBadRequest},
		"NoContentTypeIsRefused":       {good, "", wire.CodeBadRequest},
		"MoreThanTheLimitIsTooLarge":   {`{"email":"` + strings.Repeat("a", 64<<10) + `"}`, "application/json", wire.CodeTooLarge},
		"SpaceAfterTheValueIsNothing":  {good + " \n", "application/json", wire.CodeBadCredentials},
		"ManyBytesAfterTheValueAreToo": {good + strings.Repeat(" ", 64<<10), "application/json", wire.CodeTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			w.in(t).refused(w.in(t).send("POST", wire.PathSession, test.body, header("Content-Type", test.kind)), test.code)
		})
	}
}

func TestServer_Key(t *testing.T) {
	w := newWorld(t)
	session := cookie(w.signIn("customer"))
	submit := wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"999999999"}, Agreed: true}
	t.Run("ASubmissionNeedsOne", func(t *testing.T) {
		w.in(t).refused(w.in(t).send("POST", wire.PathSubmissions, submit, session), wire.CodeKeyMissing)
	})
	t.Run("AMalformedOneIsRefused", func(t *testing.T) {
		a := w.in(t).send("POST", wire.PathSubmissions, submit, session, header(wire.KeyHeader, "short"))
		w.in(t).refused(a, wire.CodeBadRequest)
	})
	t.Run("ARepeatGetsTheFirstAnswer", func(t *testing.T) {
		key := header(wire.KeyHeader, "a-key-of-the-test-1")
		first := read[wire.Submission](w.in(t), w.in(t).send("POST", wire.PathSubmissions, submit, session, key), http.StatusCreated)
		again := read[wire.Submission](w.in(t), w.in(t).send("POST", wire.PathSubmissions, submit, session, key), http.StatusCreated)
		if first.ID != again.ID || first.ID == "" {
			t.Errorf("submissions %q and %q", first.ID, again.ID)
		}
	})
}

func TestServer_Refusals(t *testing.T) {
	w := newWorld(t)
	session := cookie(w.signIn("customer"))
	for name, test := range map[string]struct {
		method, path string
		changes      []as
		code         wire.Code
	}{
		"NobodyIsSignedIn":             {"GET", wire.PathGrants, nil, wire.CodeSignInRequired},
		"TheCookieIsInvented":          {"GET", wire.PathGrants, []as{header("Cookie", "accord_session=invented")}, wire.CodeSignInRequired},
		"ThePathIsNotThere":            {"GET", "/api/nothing", nil, wire.CodeNotFound},
		"TheMethodIsWrong":             {"PATCH", wire.PathSession, nil, wire.CodeMethod},
		"ACustomerHasNoQueue":          {"GET", wire.PathQueue, []as{session}, wire.CodeForbidden},
		"ACustomerIsNoOperator":        {"GET", wire.PathPeople, []as{session}, wire.CodeForbidden},
		"TheRequestIsNobodys":          {"GET", wire.RequestPath("unknown"), []as{session}, wire.CodeNotFound},
		"ThePageNumberIsNone":          {"GET", wire.PathGrants + "?page=x", []as{session}, wire.CodeBadRequest},
		"TheServiceTokenIsMissing":     {"GET", wire.PathEntitlement, nil, wire.CodeSignInRequired},
		"TheServiceTokenIsInvented":    {"GET", wire.PathEntitlement + "?email=a@b.example&contract=1&action=case", []as{header("Authorization", "Bearer x")}, wire.CodeSignInRequired},
		"AnUploadIsTheOperatorsAlone":  {"POST", wire.PathImports, []as{session}, wire.CodeForbidden},
		"TheSocketNeedsAnOrigin":       {"GET", wire.PathLive, []as{session}, wire.CodeCrossOrigin},
		"TheSocketTakesNoOtherOrigin":  {"GET", wire.PathLive, []as{session, header("Origin", "http://evil.example")}, wire.CodeCrossOrigin},
		"TheSocketNeedsASession":       {"GET", wire.PathLive, []as{header("Origin", w.portal.URL())}, wire.CodeSignInRequired},
		"TheSocketIsNoOrdinaryRequest": {"GET", wire.PathLive, []as{session, header("Origin", w.portal.URL())}, wire.CodeBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			p := w.in(t).refused(w.in(t).send(test.method, test.path, nil, test.changes...), test.code)
			if p.Title == "" || p.Detail == "" || p.Instance == "" || p.Type != "/problems/"+string(test.code) {
				t.Errorf("problem %+v", p)
			}
		})
	}
	t.Run("InTheReadersLanguage", func(t *testing.T) {
		p := w.in(t).refused(w.in(t).send("GET", wire.PathGrants, nil, header("Accept-Language", "ja")), wire.CodeSignInRequired)
		if p.Title != "ログインが必要です" {
			t.Errorf("title %q", p.Title)
		}
	})
	t.Run("AServiceIsAskedForItsToken", func(t *testing.T) {
		for _, changes := range [][]as{nil, {header("Authorization", "Bearer invented")}} {
			a := w.in(t).send("GET", wire.PathEntitlement+"?email=a@b.example&contract=1&action=case", nil, changes...)
			if got := a.Header.Get("WWW-Authenticate"); got != `Bearer realm="accord"` {
				t.Errorf("challenge %q", got)
			}
		}
	})
	t.Run("AWrongMethodNamesTheRightOnes", func(t *testing.T) {
		if got := w.in(t).send("PATCH", wire.PathSession, nil).Header.Get("Allow"); got != "POST, GET, DELETE" {
			t.Errorf("Allow %q", got)
		}
	})
}

func TestServer_SignInIsLimitedPerAddress(t *testing.T) {
	w := newWorld(t)
	for i := range 200 {
		a := w.send("POST", wire.PathPasswordSet, wire.SetPassword{Token: "invented", Password: "x"})
		if a.StatusCode != http.StatusTooManyRequests {
			continue
		}
		if i < 60 {
			t.Errorf("stopped after %d tries", i)
		}
		if p := w.refused(a, wire.CodeTooMany); p.RetryAfter < 1 || a.Header.Get("Retry-After") == "" {
			t.Errorf("problem %+v", p)
		}
		return
	}
	t.Error("never stopped")
}
