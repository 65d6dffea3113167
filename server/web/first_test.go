package web_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"
)

// given reads the answers that a page brings along.
func given(t *testing.T, page string) (answers map[string]json.RawMessage) {
	t.Helper()
	_, rest, found := strings.Cut(page, `<script type="application/json" id="given">`)
	text, _, ended := strings.Cut(rest, "</script>")
	if err := json.Unmarshal([]byte(text), &answers); !found || !ended || err != nil {
		t.Fatalf("no answers in the page: %v\n%s", err, page)
	}
	return answers
}

func TestFirst(t *testing.T) {
	w := newWorld(t)
	person := cookie(w.in(t).signIn("customer"))
	t.Run("IsTheirs", func(t *testing.T) {
		a := w.in(t).send("GET", wire.RouteHome, nil, person)
		page := string(a.body)
		if a.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("Cache-Control %s: a personal page is kept", a.Header.Get("Cache-Control"))
		}
		answers := given(t, page)
		var me wire.Me
		if err := json.Unmarshal(answers[wire.PathSession], &me); err != nil || me.ID == "" {
			t.Fatalf("who is signed in: %v, %s", err, answers[wire.PathSession])
		}
		if !strings.Contains(page, html.EscapeString(me.Profile.FamilyName)) {
			t.Errorf("no name of %+v in %s", me.Profile, page)
		}
		for _, path := range []string{wire.PathSettings, wire.PathRequests, wire.PathGrantsFirst} {
			if len(answers[path]) == 0 {
				t.Errorf("no answer of %s", path)
			}
		}
	})
	t.Run("IsCompressedWhereTheBrowserTakesIt", func(t *testing.T) {
		a := w.in(t).send("GET", wire.RouteHome, nil, person, header("Accept-Encoding", "br, gzip"))
		z, err := gzip.NewReader(bytes.NewReader(a.body))
		if err != nil || a.Header.Get("Content-Encoding") != "gzip" {
			t.Fatalf("%s: %v", a.Header.Get("Content-Encoding"), err)
		}
		if page, err := io.ReadAll(z); err != nil || !strings.HasSuffix(string(page), "</html>\n") {
			t.Errorf("%v: %s", err, page)
		}
	})
	t.Run("OfAStrangerSaysThatNobodyIsSignedIn", func(t *testing.T) {
		page := string(w.in(t).send("GET", wire.RouteHome, nil).body)
		if a := given(t, page); !saysNobody(a[wire.PathSession], wire.CodeSignInRequired) || a[wire.PathRequests] != nil {
			t.Errorf("got %s", page)
		}
	})
}

// saysNobody reports whether an answer is the refusal of who is not signed in.
func saysNobody(answer json.RawMessage, code wire.Code) bool {
	var p wire.Problem
	return json.Unmarshal(answer, &p) == nil && p.Code == code
}

func TestFirst_OfASessionThatIsOverOnTheDeviceIsAStrangers(t *testing.T) {
	w := newWorld(t)
	person := w.signIn("customer")
	me := read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(person)), http.StatusOK)
	ended := &http.Cookie{Name: "accord_ended", Value: me.SessionID}
	a := w.send("GET", wire.RouteAccess, nil, cookie(person), cookie(ended))
	if a.StatusCode != http.StatusSeeOther || strings.Contains(string(a.body), me.Profile.FamilyName) {
		t.Errorf("status %d: %s", a.StatusCode, a.body)
	}
	w.refused(w.send("GET", wire.PathSession, nil, cookie(person)), wire.CodeSignInRequired)
	another := w.signIn("customer")
	if a := w.send("GET", wire.RouteAccess, nil, cookie(another), cookie(ended)); a.StatusCode != http.StatusOK {
		t.Errorf("status %d: a later session ended too", a.StatusCode)
	}
}

func TestSignInByForm(t *testing.T) {
	w := newWorld(t)
	demo := w.person("customer")
	post := func(t *testing.T, path, email, password string, change ...as) answer {
		t.Helper()
		form := url.Values{"email": {email}, "password": {password}}.Encode()
		change = append([]as{header("Content-Type", "application/x-www-form-urlencoded"), header("Accept-Language", "en")}, change...)
		return w.in(t).send("POST", path, form, change...)
	}
	t.Run("LeadsToThePageThatAsked", func(t *testing.T) {
		a := post(t, "/signin?next="+url.QueryEscape("/access?x=1"), " "+demo.Email+" ", demo.Password)
		if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "/access?x=1" || !strings.Contains(a.Header.Get("Set-Cookie"), "HttpOnly") {
			t.Errorf("status %d to %s with %s", a.StatusCode, a.Header.Get("Location"), a.Header.Get("Set-Cookie"))
		}
	})
	t.Run("OnASharedComputerEndsWithTheBrowser", func(t *testing.T) {
		form := url.Values{"email": {demo.Email}, "password": {demo.Password}, "shared": {"on"}}.Encode()
		a := w.in(t).send("POST", "/signin", form, header("Content-Type", "application/x-www-form-urlencoded"))
		if c := a.Header.Get("Set-Cookie"); c == "" || strings.Contains(c, "Max-Age") {
			t.Errorf("cookie %q", c)
		}
	})
	t.Run("LeadsNowhereElse", func(t *testing.T) {
		for _, next := range []string{"https://evil.example", "//evil.example", `/\evil.example`} {
			a := post(t, "/signin?next="+url.QueryEscape(next), demo.Email, demo.Password)
			if a.Header.Get("Location") != wire.RouteHome {
				t.Errorf("%s leads to %s", next, a.Header.Get("Location"))
			}
		}
	})
	t.Run("SaysWhatIsWrongWhereItWasTyped", func(t *testing.T) {
		a := post(t, "/signin", demo.Email, "wrong")
		page := string(a.body)
		if a.StatusCode != http.StatusUnauthorized || a.Header.Get("Set-Cookie") != "" ||
			!strings.Contains(page, `id="error-summary"`) || !strings.Contains(page, `value="`+demo.Email+`"`) {
			t.Errorf("status %d: %s", a.StatusCode, page)
		}
		if strings.Contains(page, ">wrong<") || strings.Contains(page, `"wrong"`) {
			t.Error("the password stands in the page")
		}
	})
	t.Run("SaysThatNobodyIsSignedInToNobodyElse", func(t *testing.T) {
		person := cookie(w.in(t).signIn("customer"))
		a := post(t, "/signin?confirm=x", demo.Email, "wrong", person)
		if answer, ok := given(t, string(a.body))[wire.PathSession]; ok {
			t.Errorf("the page says %s of who is signed in, and the program would wipe the device", answer)
		}
		if answer := given(t, string(post(t, "/signin", demo.Email, "wrong").body))[wire.PathSession]; !saysNobody(answer, wire.CodeSignInRequired) {
			t.Errorf("the page says %q of a stranger", answer)
		}
	})
	t.Run("SpeaksTheReadersLanguage", func(t *testing.T) {
		a := post(t, "/signin", "", "", header("Accept-Language", "ja"))
		if a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(string(a.body), i18n.T(i18n.Japanese, "app.errors")) {
			t.Errorf("status %d: %s", a.StatusCode, a.body)
		}
	})
	t.Run("IsRefusedToOtherSites", func(t *testing.T) {
		a := post(t, "/signin", demo.Email, demo.Password, header("Sec-Fetch-Site", "cross-site"))
		if a.StatusCode != http.StatusForbidden {
			t.Errorf("status %d", a.StatusCode)
		}
	})
	t.Run("WhatWasTypedIsNoMarkup", func(t *testing.T) {
		a := post(t, "/signin", `"><script>x</script>`, "p")
		if strings.Contains(string(a.body), "<script>x") {
			t.Errorf("got %s", a.body)
		}
	})
	t.Run("IsCountedAsTheOther", func(t *testing.T) {
		for range 80 {
			if a := post(t, "/signin", demo.Email, ""); a.StatusCode == http.StatusTooManyRequests {
				return
			}
		}
		t.Error("80 tries were not too many")
	})
}
