package web_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/desk"
	"accord/server/portal"
	"accord/shared/wire"
	files "accord/web"
)

// world is the real portal with its example, on a port of its own.
type world struct {
	*testing.T
	portal *portal.Portal
}

func newWorld(t *testing.T, change ...func(*portal.Config)) world {
	t.Helper()
	c := portal.Config{Listen: "127.0.0.1:0", Data: t.TempDir(), Demo: true}
	for _, f := range change {
		f(&c)
	}
	p, err := portal.Open(t.Context(), c, portal.Deps{
		Now: time.Now, Random: func(b []byte) { _, _ = rand.Read(b) }, Log: slog.New(slog.DiscardHandler), Version: "test", Files: built(t),
		Password: desk.Cost{Memory: 64, Passes: 1}, // tests can afford no more
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := p.Close(ctx); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return world{t, p}
}

// built is the web folder with a browser program in it, whether or not one was
// built on this machine.
func built(t *testing.T) fs.FS {
	t.Helper()
	all := fstest.MapFS{
		"built/app.wasm.br":  {Data: []byte("a program")},
		"built/app.wasm.gz":  {Data: []byte("a program")},
		"built/wasm_exec.js": {Data: []byte("// Go")},
	}
	err := fs.WalkDir(files.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && all[name] == nil {
			data, readErr := fs.ReadFile(files.Files(), name)
			all[name], err = &fstest.MapFile{Data: data}, readErr
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// in is the same world for a subtest.
func (w world) in(t *testing.T) world { return world{t, w.portal} }

// answer is what came back, with its body read.
type answer struct {
	*http.Response
	body []byte
}

// as changes a request before it is sent.
type as func(*http.Request)

func header(name, value string) as {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func cookie(c *http.Cookie) as { return func(r *http.Request) { r.AddCookie(c) } }

// send sends a request; a body that is no text is sent as JSON.
func (w world) send(method, path string, body any, changes ...as) answer {
	w.Helper()
	text, isText := body.(string)
	if !isText && body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			w.Fatal(err)
		}
		text = string(b)
	}
	r, err := http.NewRequestWithContext(w.Context(), method, "http://"+w.portal.Address()+path, strings.NewReader(text))
	if err != nil {
		w.Fatal(err)
	}
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, change := range changes {
		change(r)
	}
	response, err := (&http.Transport{DisableCompression: true, DisableKeepAlives: true}).RoundTrip(r)
	if err != nil {
		w.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }() // read whole
	read, err := io.ReadAll(response.Body)
	if err != nil {
		w.Fatal(err)
	}
	return answer{response, read}
}

// read reads the answer's body.
func read[T any](w world, a answer, status int) T {
	w.Helper()
	if a.StatusCode != status {
		w.Fatalf("%s %s: status %d, want %d: %s", a.Request.Method, a.Request.URL.Path, a.StatusCode, status, a.body)
	}
	var v T
	dec := json.NewDecoder(bytes.NewReader(a.body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&v); err != nil {
		w.Fatalf("%s: %v", a.body, err)
	}
	return v
}

// refused reads a problem and checks that it is of the code.
func (w world) refused(a answer, code wire.Code) wire.Problem {
	w.Helper()
	if got := a.Header.Get("Content-Type"); got != "application/problem+json" {
		w.Fatalf("status %d, content type %q: %s", a.StatusCode, got, a.body)
	}
	p := read[wire.Problem](w, a, a.StatusCode)
	if p.Code != code || p.Status != a.StatusCode {
		w.Errorf("problem %s with status %d (%d), want %s", p.Code, a.StatusCode, p.Status, code)
	}
	return p
}

// person is one of the example's people.
func (w world) person(who string) wire.DemoSignIn {
	w.Helper()
	for _, d := range w.portal.Demo {
		if d.Who == who {
			return d
		}
	}
	w.Fatalf("the example has no %s", who)
	return wire.DemoSignIn{}
}

// signIn returns the person's session cookie.
func (w world) signIn(who string) *http.Cookie {
	w.Helper()
	p := w.person(who)
	a := w.send("POST", wire.PathSession, wire.SignIn{Email: p.Email, Password: p.Password})
	read[wire.Me](w, a, http.StatusCreated)
	return a.Cookies()[0]
}
