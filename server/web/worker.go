package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"accord/shared/i18n"
)

// workerFile is the service worker's text below the web folder. Browsers load
// it from the root, where it may speak for every page.
const workerFile = "worker.js"

// pathShell is the page without a person or a path, which the service worker
// keeps for starts without a network.
const pathShell = "/shell/{lang}"

// release is what the service worker keeps.
type release struct {
	Version string               `json:"version"`
	Files   []string             `json:"files"`
	Shells  map[i18n.Lang]string `json:"shells"` // by language
}

// mountWorker serves the service worker. There is none without the browser
// program: a page that is not built is not worth keeping.
func (s *Server) mountWorker(mux *http.ServeMux) error {
	text := s.assets.files[workerFile]
	if text == nil || s.assets.files["app.wasm"] == nil {
		return nil
	}
	head, err := json.Marshal(s.release())
	if err != nil {
		return fmt.Errorf("the service worker's release: %w", err)
	}
	body := fmt.Appendf(nil, "const release = %s;\n%s", head, text.plain)
	mux.HandleFunc("GET /"+workerFile, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", typeOfFile(workerFile))
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write(body) // a reader that is gone reads nothing
	})
	return nil
}

// release lists what every page of this version needs.
func (s *Server) release() release {
	r := release{Version: s.assets.version, Shells: map[i18n.Lang]string{}}
	for _, name := range []string{styleFile, scriptFile, "app.wasm", "favicon.svg"} {
		r.Files = append(r.Files, s.assets.lasting(name))
	}
	r.Files = append(r.Files, drawn()...)
	for _, lang := range i18n.Langs() {
		r.Shells[lang] = strings.ReplaceAll(pathShell, "{lang}", string(lang))
	}
	return r
}

// drawn lists the pictures that style sheets and parts show, by name.
func drawn() []string { return []string{"/web/icons/mark.svg", "/web/icons/set.svg"} }
