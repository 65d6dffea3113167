package web

import "net/http"

// healthz says that the process is up.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	answerText(w, http.StatusOK, "ok\n")
}

// readyz says whether commands are taken, and why not.
func (s *Server) readyz(w http.ResponseWriter, _ *http.Request) {
	if err := s.Ready(); err != nil {
		answerText(w, http.StatusServiceUnavailable, err.Error()+"\n")
		return
	}
	answerText(w, http.StatusOK, "ok\n")
}

func answerText(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text)) // a reader that is gone reads nothing
}
