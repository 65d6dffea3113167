package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

func TestWorker(t *testing.T) {
	w := newWorld(t)
	a := w.in(t).send("GET", "/worker.js", nil)
	head, _, _ := strings.Cut(string(a.body), ";\n")
	var release struct {
		Version string            `json:"version"`
		Files   []string          `json:"files"`
		Shells  map[string]string `json:"shells"`
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(head, "const release = ")), &release); err != nil {
		t.Fatalf("%v: %.200s", err, a.body)
	}
	t.Run("IsAskedForEachTime", func(t *testing.T) {
		if got := a.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("Cache-Control %q", got)
		}
	})
	t.Run("KeepsThePagesOwnFiles", func(t *testing.T) {
		page := string(w.in(t).send("GET", "/shell/en", nil).body)
		for _, url := range release.Files {
			if f := w.in(t).send("GET", url, nil, header("Accept-Encoding", "br")); f.StatusCode != http.StatusOK {
				t.Errorf("%s: status %d", url, f.StatusCode)
			}
			if strings.Contains(url, "/icons/") {
				continue // style sheets and parts name these
			}
			if !strings.Contains(page, url) {
				t.Errorf("the page does not need %s", url)
			}
		}
	})
	t.Run("KeepsAShellOfItsVersionInEveryLanguage", func(t *testing.T) {
		for _, lang := range []string{"en", "ja"} {
			shell := string(w.in(t).send("GET", release.Shells[lang], nil).body)
			if !strings.Contains(shell, `<html lang="`+lang+`" data-version="`+release.Version+`"`) {
				t.Errorf("%s: got %.120s", lang, shell)
			}
		}
	})
}
