package web

import (
	_ "embed" // the page's template
	"fmt"
	"html/template"
	"net/http"

	"accord/shared/i18n"
	"accord/shared/wire"
)

//go:embed shell.html
var shellText string

// langCookie remembers the language that was chosen before sign-in. The page
// sets it; it says nothing of the person.
const langCookie = "accord_lang"

// shell is what the page's template is filled with. Without First and Given
// nothing in it is personal, and browsers may keep it.
type shell struct {
	First template.HTML  // what is shown until the program is ready
	Given map[string]any // answers that the program need not ask for, by path

	Lang    i18n.Lang
	Theme   string // chosen on the device, "" for the system's
	Vendor  string
	Version string
	Wasm    string // address, "" when it was not built
	Size    int    // of it, in bytes, as it runs
	Style   string // address
	Script  string // address, "" without the program
	Icon    string
	T       func(key string) string
}

// mountShell answers every page, an unknown one too, with the status 404: the
// browser program shows what is there, or that nothing is.
func (s *Server) mountShell(mux *http.ServeMux) (err error) {
	if s.template, err = template.New("shell").Parse(shellText); err != nil {
		return fmt.Errorf("the shell's template: %w", err)
	}
	for _, route := range wire.Routes() {
		pattern := route
		if route == wire.RouteHome {
			pattern = "/{$}"
		}
		mux.HandleFunc("GET "+pattern, s.page(http.StatusOK, isPublic(route)))
	}
	mux.HandleFunc("POST "+wire.RouteSignIn, s.signInByForm)
	mux.HandleFunc("/", s.page(http.StatusNotFound, true))
	mux.HandleFunc("GET "+pathShell, func(w http.ResponseWriter, r *http.Request) {
		s.showShell(w, i18n.Parse(r.PathValue("lang")))
	})
	return s.mountWorker(mux)
}

// showShell answers the page without a person or a path.
func (s *Server) showShell(w http.ResponseWriter, lang i18n.Lang) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	if err := s.template.Execute(w, s.shellIn(lang)); err != nil {
		s.Log.Debug("the shell was not read to its end", "error", err)
	}
}

func (s *Server) shellIn(lang i18n.Lang) shell {
	return shell{
		Lang:    lang,
		Vendor:  s.Settings.Vendor,
		Version: s.assets.version,
		Wasm:    s.assets.lasting("app.wasm"),
		Size:    s.assets.size("app.wasm"),
		Style:   s.assets.lasting(styleFile),
		Script:  s.script(),
		Icon:    s.assets.lasting("favicon.svg"),
		T:       func(key string) string { return i18n.T(lang, key, s.Settings.Vendor) },
	}
}

// script is what starts the browser program; nothing without it.
func (s *Server) script() string {
	if s.assets.files["app.wasm"] == nil {
		return ""
	}
	return s.assets.lasting(scriptFile)
}

// pageLang is the language of a page: the one that was chosen, else the
// browser's.
func pageLang(r *http.Request) i18n.Lang {
	if c, err := r.Cookie(langCookie); err == nil {
		return i18n.Parse(c.Value)
	}
	return langOf(r)
}
