package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
)

func TestFiles(t *testing.T) {
	css := strings.Repeat("body { color: black }\n", 50)
	program := strings.Repeat("\x00asm", 50)
	assets, err := loadAssets(fstest.MapFS{
		"tokens.css":         {Data: []byte(css)},
		"favicon.svg":        {Data: []byte("<svg/>")},
		"embed.go":           {Data: []byte("package web")},
		"build/secret.txt":   {Data: []byte("not for browsers")},
		"built/.gitkeep":     {},
		"built/app.wasm.br":  {Data: brotlied(t, program)},
		"built/app.wasm.gz":  {Data: gzipped(t, program)},
		"built/wasm_exec.js": {Data: []byte("go")},
		"icons/192.png":      {Data: []byte("png")},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{Config: Config{Log: slog.New(slog.DiscardHandler)}, assets: assets}
	mux := http.NewServeMux()
	s.mountFiles(mux)
	get := func(path string, headers ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		for i := 0; i < len(headers); i += 2 {
			r.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		return w
	}
	const forever, again = "public, max-age=31536000, immutable", "no-cache"
	for name, test := range map[string]struct {
		path, accept    string
		body            string // "" for any
		kind, enc, keep string
	}{
		"ByItsHashForEver":         {assets.lasting("tokens.css"), "", css, "text/css; charset=utf-8", "", forever},
		"ByAnOldHashNotKept":       {"/web/0123456789abcdef/tokens.css", "", css, "text/css; charset=utf-8", "", again},
		"ByNameNotKept":            {"/web/tokens.css", "", css, "text/css; charset=utf-8", "", again},
		"AtTheRoot":                {"/favicon.svg", "", "<svg/>", "image/svg+xml", "", again},
		"InAFolder":                {assets.lasting("icons/192.png"), "br", "png", "image/png", "", forever},
		"BuiltBesideTheOthers":     {"/web/wasm_exec.js", "", "go", "text/javascript; charset=utf-8", "", again},
		"BrotliWhenTaken":          {"/web/app.wasm", "gzip, br", string(assets.files["app.wasm"].compressed().br), "application/wasm", "br", again},
		"GzipWhenBrotliIsRefused":  {"/web/app.wasm", "gzip, br;q=0", string(assets.files["app.wasm"].compressed().gz), "application/wasm", "gzip", again},
		"InflatedWhenNoneIsTaken":  {"/web/app.wasm", "identity", program, "application/wasm", "", again},
		"StyleSheetsCompressedToo": {"/web/tokens.css", "br", string(assets.files["tokens.css"].compressed().br), "text/css; charset=utf-8", "br", again},
	} {
		t.Run("IsServed"+name, func(t *testing.T) {
			w := get(test.path, "Accept-Encoding", test.accept)
			h := w.Header()
			if w.Code != http.StatusOK || h.Get("Content-Type") != test.kind || h.Get("Content-Encoding") != test.enc || h.Get("Cache-Control") != test.keep {
				t.Errorf("status %d, headers %v", w.Code, h)
			}
			if w.Body.String() != test.body {
				t.Errorf("%d bytes, want %d", w.Body.Len(), len(test.body))
			}
		})
	}
	t.Run("TheOldIconLeadsToTheOne", func(t *testing.T) {
		w := get("/favicon.ico")
		if to := w.Header().Get("Location"); w.Code != http.StatusMovedPermanently || to != "/favicon.svg" {
			t.Errorf("status %d, location %q", w.Code, to)
		}
	})
	for _, path := range []string{"/web/embed.go", "/web/build/secret.txt", "/web/.gitkeep", "/web/", "/web/../server/main.go", "/robots.txt"} {
		t.Run("IsNotThere"+path, func(t *testing.T) {
			if w := get(path); w.Code == http.StatusOK {
				t.Errorf("%q was served", w.Body.String())
			}
		})
	}
	t.Run("IsNotSentTwice", func(t *testing.T) {
		tag := get("/web/tokens.css", "Accept-Encoding", "br").Header().Get("ETag")
		w := get("/web/tokens.css", "Accept-Encoding", "br", "If-None-Match", `"other", `+tag)
		if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("status %d, %d bytes", w.Code, w.Body.Len())
		}
	})
}

func brotlied(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	return packed(t, &b, brotli.NewWriter(&b), s)
}

func gzipped(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	return packed(t, &b, gzip.NewWriter(&b), s)
}

func packed(t *testing.T, b *bytes.Buffer, w io.WriteCloser, s string) []byte {
	t.Helper()
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
