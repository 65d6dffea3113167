package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strconv"

	"accord/shared/i18n"
	"accord/shared/wire"
)

// statuses is the one map from a problem's code to its HTTP status.
func statuses() map[wire.Code]int {
	return map[wire.Code]int{
		wire.CodeValidation:       http.StatusUnprocessableEntity,
		wire.CodeBadRequest:       http.StatusBadRequest,
		wire.CodeTooLarge:         http.StatusRequestEntityTooLarge,
		wire.CodeSignInRequired:   http.StatusUnauthorized,
		wire.CodeSessionExpired:   http.StatusUnauthorized,
		wire.CodeBadCredentials:   http.StatusUnauthorized,
		wire.CodeEmailUnconfirmed: http.StatusForbidden,
		wire.CodeTooManyMails:     http.StatusTooManyRequests,
		wire.CodeForbidden:        http.StatusForbidden,
		wire.CodeCrossOrigin:      http.StatusForbidden,
		wire.CodeNotFound:         http.StatusNotFound,
		wire.CodeMethod:           http.StatusMethodNotAllowed,
		wire.CodeTransition:       http.StatusConflict,
		wire.CodeDecided:          http.StatusConflict,
		wire.CodeOwnRequest:       http.StatusForbidden,
		wire.CodeNoAdmin:          http.StatusConflict,
		wire.CodeNoSponsor:        http.StatusForbidden,
		wire.CodeUnseen:           http.StatusConflict,
		wire.CodeNoExtension:      http.StatusConflict,
		wire.CodeNotAsked:         http.StatusConflict,
		wire.CodeKeyReused:        http.StatusConflict,
		wire.CodeKeyMissing:       http.StatusBadRequest,
		wire.CodeGuessing:         http.StatusTooManyRequests,
		wire.CodeTooMany:          http.StatusTooManyRequests,
		wire.CodeTokenInvalid:     http.StatusGone,
		wire.CodeReadOnly:         http.StatusServiceUnavailable,
		wire.CodeUnavailable:      http.StatusServiceUnavailable,
		wire.CodeInternal:         http.StatusInternalServerError,
		wire.CodeImportInvalid:    http.StatusUnprocessableEntity,
		wire.CodeImportRunning:    http.StatusConflict,
	}
}

// refusal makes an error for the person.
func refusal(code wire.Code) error {
	return &wire.Problem{Code: code}
}

// refuse answers a problem (RFC 9457) in the reader's language. What is no
// problem of the person's is logged once, with the request's ID, and the page
// learns that ID only.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := s.worded(r, err)
	if p.RetryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(p.RetryAfter))
	}
	if p.Status == http.StatusUnauthorized && w.Header().Get("WWW-Authenticate") == "" {
		w.Header().Set("WWW-Authenticate", `Session realm="accord"`) // RFC 9110 wants a challenge
	}
	writeJSON(w, p.Status, "application/problem+json", p)
}

// worded is the person's problem behind an error, in the reader's language.
func (s *Server) worded(r *http.Request, err error) wire.Problem {
	p := s.problemOf(r, err)
	lang := langOf(r)
	p.Type = "/problems/" + string(p.Code)
	p.Title = i18n.T(lang, "problem."+string(p.Code))
	p.Detail = i18n.T(lang, "problem."+string(p.Code)+".detail", s.argsIn(lang, p.Args)...)
	p.Fields = slices.Clone(p.Fields)
	for i, f := range p.Fields {
		p.Fields[i].Text = i18n.T(lang, "invalid."+f.Code, f.Args...)
	}
	p.Instance = requestID(r)
	return p
}

// problemOf is the person's problem behind an error, a copy.
func (s *Server) problemOf(r *http.Request, err error) wire.Problem {
	var p *wire.Problem
	switch {
	case errors.As(err, &p):
	case errors.Is(err, context.Canceled) && r.Context().Err() != nil:
		p = &wire.Problem{Code: wire.CodeUnavailable} // nobody reads it
	case errors.Is(err, context.DeadlineExceeded):
		s.fault(r, "request took too long", err)
		p = &wire.Problem{Code: wire.CodeUnavailable, RetryAfter: 2}
	default:
		s.fault(r, "request failed", err)
		p = &wire.Problem{Code: wire.CodeInternal}
	}
	found := *p
	found.Status = statuses()[p.Code]
	if found.Status == 0 {
		s.fault(r, "problem without a status", err)
		found = wire.Problem{Code: wire.CodeInternal, Status: http.StatusInternalServerError}
	}
	return found
}

// fault logs what went wrong inside. The path's pattern stands for the path:
// paths and queries may hold personal data.
func (s *Server) fault(r *http.Request, what string, err error) {
	s.Log.Error(what, "request", requestID(r), "route", r.Pattern, "error", err)
}

// argsIn words the arguments that name a status or a move.
func (s *Server) argsIn(lang i18n.Lang, args []string) []string {
	worded := make([]string, len(args))
	for i, a := range args {
		worded[i] = a
		for _, area := range []string{"status.", "move."} {
			if i18n.Has(area + a) {
				worded[i] = i18n.T(lang, area+a, s.Settings.Vendor)
				break
			}
		}
	}
	return worded
}

// langOf is the reader's language: the page sends its own.
func langOf(r *http.Request) i18n.Lang { return i18n.Parse(r.Header.Get("Accept-Language")) }

// writeJSON answers a value. What answers is the reader's alone: never cached.
func writeJSON(w http.ResponseWriter, status int, contentType string, v any) {
	body, err := json.Marshal(v)
	if err != nil { // answers are plain data: a fault in the code, caught by recovery
		panic(err)
	}
	w.Header().Set("Content-Type", contentType)
	w.WriteHeader(status)
	_, _ = w.Write(body) // a reader that is gone reads nothing
}
