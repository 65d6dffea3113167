package web

import (
	"bytes"
	_ "embed" // the page's template
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"accord/shared/i18n"
	"accord/shared/wire"
)

//go:embed shell.html
var shellText string

// langCookie remembers the language that was chosen before sign-in. The page
// sets it; it says nothing of the person.
const langCookie = "accord_lang"

// shell is what the page's template is filled with. Nothing in it is personal:
// browsers may keep it.
type shell struct {
	Lang    i18n.Lang
	Vendor  string
	Version string
	Wasm    string // address, "" when it was not built
	Styles  []string
	Scripts []string
	Icon    string
	Has     func(file string) bool
	T       func(key string) string
}

// mountShell answers every page with the shell, an unknown one too, with the
// status 404: the browser program shows what is there, or that nothing is.
func (s *Server) mountShell(mux *http.ServeMux) error {
	pages := map[i18n.Lang][]byte{}
	tmpl, err := template.New("shell").Parse(shellText)
	if err != nil {
		return fmt.Errorf("the shell's template: %w", err)
	}
	for _, lang := range i18n.Langs() {
		var page bytes.Buffer
		if err := tmpl.Execute(&page, s.shellIn(lang)); err != nil {
			return fmt.Errorf("the shell in %s: %w", lang, err)
		}
		pages[lang] = page.Bytes()
	}
	answer := func(status int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Cache-Control", "no-cache")
			w.Header().Set("Vary", "Accept-Language, Cookie")
			w.WriteHeader(status)
			_, _ = w.Write(pages[pageLang(r)]) // a reader that is gone reads nothing
		}
	}
	for _, route := range wire.Routes() {
		if route == wire.RouteHome {
			route = "/{$}"
		}
		mux.HandleFunc("GET "+route, answer(http.StatusOK))
	}
	mux.HandleFunc("/", answer(http.StatusNotFound))
	mux.HandleFunc("GET "+pathShell, func(w http.ResponseWriter, r *http.Request) {
		page := pages[i18n.Parse(r.PathValue("lang"))]
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(page) // a reader that is gone reads nothing
	})
	return s.mountWorker(mux)
}

func (s *Server) shellIn(lang i18n.Lang) shell {
	return shell{
		Lang:    lang,
		Vendor:  s.Settings.Vendor,
		Version: s.assets.version,
		Wasm:    s.assets.lasting("app.wasm"),
		Styles:  s.styles(),
		Scripts: s.scripts(),
		Icon:    s.assets.lasting("favicon.svg"),
		Has:     func(file string) bool { return s.assets.files[file] != nil },
		T:       func(key string) string { return i18n.T(lang, key, s.Settings.Vendor) },
	}
}

// styles lists the style sheets: tokens, base and parts first, as they build
// on each other, then the others by name.
func (s *Server) styles() []string {
	first := []string{"tokens.css", "base.css", "parts.css"}
	rest := []string{}
	for name := range s.assets.files {
		if strings.HasSuffix(name, ".css") && !strings.Contains(name, "/") && !slices.Contains(first, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	return s.addresses(append(first, rest...))
}

// scripts lists what starts the browser program, in order; none without it.
func (s *Server) scripts() []string {
	if s.assets.files["app.wasm"] == nil {
		return nil
	}
	return s.addresses([]string{"wasm_exec.js", "boot.js"})
}

// addresses are the lasting ones of those files that are there.
func (s *Server) addresses(names []string) []string {
	addresses := []string{}
	for _, n := range names {
		if a := s.assets.lasting(n); a != "" {
			addresses = append(addresses, a)
		}
	}
	return addresses
}

// pageLang is the language of a page: the one that was chosen, else the
// browser's.
func pageLang(r *http.Request) i18n.Lang {
	if c, err := r.Cookie(langCookie); err == nil {
		return i18n.Parse(c.Value)
	}
	return langOf(r)
}
