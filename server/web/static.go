package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// rootFiles are served at the root too, where browsers look for them.
func rootFiles() []string {
	return []string{"favicon.svg", "robots.txt"}
}

// mountFiles serves the web folder below /web/: by a lasting address
// (/web/<hash>/name), cached for ever, and by name, asked for again each time.
func (s *Server) mountFiles(mux *http.ServeMux) {
	mux.HandleFunc("GET /web/{name...}", func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("name")
		hash, rest, _ := strings.Cut(name, "/")
		if f := s.assets.files[rest]; f != nil {
			// A page that was loaded before an update asks by an old hash: it gets
			// what there is, but does not keep it.
			s.sendFile(w, r, f, f.hash == hash)
			return
		}
		s.sendNamed(w, r, name)
	})
	for _, name := range rootFiles() {
		mux.HandleFunc("GET /"+name, func(w http.ResponseWriter, r *http.Request) { s.sendNamed(w, r, name) })
	}
	mux.HandleFunc("GET "+pathManifest, s.manifest)
	// Browsers ask for it before they have read the page that names the other.
	mux.Handle("GET /favicon.ico", http.RedirectHandler("/favicon.svg", http.StatusMovedPermanently))
}

func (s *Server) sendNamed(w http.ResponseWriter, r *http.Request, name string) {
	f := s.assets.files[name]
	if f == nil {
		answerText(w, http.StatusNotFound, "not found\n")
		return
	}
	s.sendFile(w, r, f, false)
}

// sendFile answers with the form that the browser takes and costs least.
func (s *Server) sendFile(w http.ResponseWriter, r *http.Request, f *asset, lasting bool) {
	h := w.Header()
	body, encoding := f.form(r.Header.Get("Accept-Encoding"))
	h.Set("Content-Type", f.contentType)
	h.Set("Cache-Control", "no-cache")
	if lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Vary", "Accept-Encoding")
	tag := `"` + f.hash + encoding + `"`
	h.Set("ETag", tag)
	if slices.Contains(strings.Split(strings.ReplaceAll(r.Header.Get("If-None-Match"), " ", ""), ","), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	if body == nil {
		s.inflate(w, r, f)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader that is gone reads nothing
	}
}

// form chooses among the file's forms; nil when the browser takes none of
// those that are there.
func (f *asset) form(accept string) (body []byte, encoding string) {
	c := f.compressed()
	switch {
	case c.br != nil && takes(accept, "br"):
		return c.br, "br"
	case c.gz != nil && takes(accept, "gzip"):
		return c.gz, "gzip"
	}
	return f.plain, ""
}

// takes says whether an Accept-Encoding header has the encoding and does not
// refuse it by q=0.
func takes(accept, encoding string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(part, " ", ""), ";")
		if strings.EqualFold(name, encoding) {
			q, err := strconv.ParseFloat(strings.TrimPrefix(weight, "q="), 64)
			return err != nil || q > 0
		}
	}
	return false
}

// inflate serves a rare client that takes no compressed form of a file of
// which only those are there.
func (s *Server) inflate(w http.ResponseWriter, r *http.Request, f *asset) {
	if f.built.gz == nil {
		w.Header().Del("ETag")
		answerText(w, http.StatusNotAcceptable, "only compressed\n")
		return
	}
	plain, err := gzip.NewReader(bytes.NewReader(f.built.gz))
	if err != nil {
		s.fault(r, "compressed file is damaged", err)
		answerText(w, http.StatusInternalServerError, "damaged\n")
		return
	}
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, plain) // a reader that is gone reads nothing
	}
}
