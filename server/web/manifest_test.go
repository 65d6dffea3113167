package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

func TestManifest(t *testing.T) {
	w := newWorld(t)
	for lang, want := range map[string]string{"en": "Add Access", "ja": "アクセス権の追加"} {
		t.Run("In/"+lang, func(t *testing.T) {
			a := w.in(t).send("GET", "/manifest.webmanifest?lang="+lang, nil)
			var m struct {
				Lang, Name string
				Icons      []struct{ Src, Purpose string }
				Shortcuts  []struct{ Name, URL string }
			}
			if err := json.Unmarshal(a.body, &m); err != nil || a.Header.Get("Content-Type") != "application/manifest+json" {
				t.Fatalf("%s: %v: %s", a.Header.Get("Content-Type"), err, a.body)
			}
			if m.Lang != lang || !strings.Contains(m.Name, "Aster Networks") || len(m.Shortcuts) != 3 || m.Shortcuts[0].Name != want {
				t.Errorf("got %+v", m)
			}
			maskable := false
			for _, i := range m.Icons {
				maskable = maskable || i.Purpose == "maskable"
				if f := w.in(t).send("GET", i.Src, nil); f.StatusCode != http.StatusOK {
					t.Errorf("%s: status %d", i.Src, f.StatusCode)
				}
			}
			if !maskable {
				t.Error("no icon is maskable")
			}
			page := string(w.in(t).send("GET", "/", nil, header("Accept-Language", lang)).body)
			if !strings.Contains(page, `href="/manifest.webmanifest?lang=`+lang+`"`) {
				t.Errorf("the page names another: %s", page)
			}
		})
	}
}
