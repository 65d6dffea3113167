package web

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"accord/shared/wire"
)

// The content security policies: the pages', and one for answers that are data.
const (
	pagePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
		"connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	dataPolicy = "default-src 'none'; frame-ancestors 'none'"
)

// before is what every request passes, outermost first: its ID, the headers,
// the rescue from a panic, the check of where it comes from.
func (s *Server) before(next http.Handler) http.Handler {
	return s.identified(s.headed(s.rescued(s.sameOrigin(next))))
}

type requestIDKey struct{}

// identified gives the request its ID: the person's support number and what
// the log has.
func (s *Server) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := make([]byte, 8)
		s.Random(raw)
		id := hex.EncodeToString(raw)
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestIDKey{}, id)))
	})
}

// requestID is the request's ID, "" before it has one.
func requestID(r *http.Request) string {
	id, _ := r.Context().Value(requestIDKey{}).(string)
	return id
}

// headed sets the security headers. Files choose their own Cache-Control;
// everything else is the reader's alone.
func (s *Server) headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", pagePolicy)
		if strings.HasPrefix(r.URL.Path, "/api/") {
			h.Set("Content-Security-Policy", dataPolicy)
		}
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if s.secure {
			h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		}
		next.ServeHTTP(w, r)
	})
}

// aborted says that a handler stopped on purpose, without more to answer.
func aborted(cause any) bool {
	err, ok := cause.(error)
	return ok && errors.Is(err, http.ErrAbortHandler)
}

// rescued answers a panic as an internal problem, and notes how long a request
// took. What a handler has already begun to answer is cut off.
func (s *Server) rescued(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := s.Now()
		seen := &seenWriter{ResponseWriter: w}
		defer func() {
			if cause := recover(); cause != nil && !aborted(cause) {
				s.Log.Error("panic", "request", requestID(r), "route", r.Pattern, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
				if seen.status != 0 {
					panic(http.ErrAbortHandler)
				}
				s.refuse(seen, r, refusal(wire.CodeInternal))
			}
			s.Log.Debug("request", "request", requestID(r), "method", r.Method, "route", r.Pattern,
				"status", seen.status, "took", s.Now().Sub(began).Round(time.Microsecond))
		}()
		next.ServeHTTP(seen, r)
	})
}

// seenWriter remembers the status that was answered.
type seenWriter struct {
	http.ResponseWriter
	status int // 0 as long as nothing was answered
}

// WriteHeader notes the status.
func (w *seenWriter) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write answers 200 when nothing else was said.
func (w *seenWriter) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *seenWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Hijack hands the connection over to a socket: gorilla/websocket asks the
// writer itself and does not unwrap it.
func (w *seenWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	w.status = http.StatusSwitchingProtocols
	return http.NewResponseController(w.ResponseWriter).Hijack()
}

// sameOrigin refuses what another site's page sends in the person's name.
func (s *Server) sameOrigin(next http.Handler) http.Handler {
	check := http.NewCrossOriginProtection()
	for _, o := range s.origins() {
		if err := check.AddTrustedOrigin(o); err != nil {
			s.Log.Warn("origin cannot be trusted", "origin", o, "error", err)
		}
	}
	check.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, refusal(wire.CodeCrossOrigin))
	}))
	return check.Handler(next)
}
