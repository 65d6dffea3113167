package web

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"accord/server/desk"
	"accord/server/limit"
	"accord/shared/wire"
)

// Tries to sign in, register or set a password from one network address. Many
// people may share one behind a company's gateway, so it is generous; the desk
// counts those of one address.
const (
	triesAtOnce  = 60
	triesASecond = 1
)

// patience is how long a handler may take; uploads have their own deadlines.
const patience = 15 * time.Second

// serve makes a route's handler: who asks, the key, the limit, the call, the
// answer.
func (s *Server) serve(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !rt.upload {
			ctx, cancel := context.WithTimeout(r.Context(), patience)
			defer cancel()
			r = r.WithContext(ctx)
		}
		c := &call{Request: r, header: w.Header(), control: http.NewResponseController(w), lenient: rt.lenient, most: cmp.Or(rt.most, maxBody)}
		answer, err := s.answer(rt, c, w)
		switch {
		case err != nil:
			s.refuse(w, r, err)
		case rt.file != "": // written
		case rt.answer == nil:
			w.WriteHeader(rt.status)
		default:
			writeJSON(w, rt.status, "application/json", answer)
		}
	})
}

func (s *Server) answer(rt route, c *call, w http.ResponseWriter) (any, error) {
	network := s.network(c.Request)
	if rt.limited {
		if wait := s.limits.Try(limit.Network(network)); wait > 0 {
			return nil, &wire.Problem{Code: wire.CodeTooMany, RetryAfter: limit.Seconds(wait)}
		}
	}
	if rt.guard == signedIn {
		who, err := s.authenticate(c.Request)
		if err != nil {
			return nil, err
		}
		c.who = who
	}
	key, err := keyOf(c.Request, rt.key)
	if err != nil {
		return nil, err
	}
	c.who.Network, c.who.Key = network, key
	return rt.handle(c, w)
}

// authenticate says who the request's cookie is. Errors: sign_in_required,
// session_expired.
func (s *Server) authenticate(r *http.Request) (desk.Who, error) {
	token, ok := sessionToken(r)
	if !ok {
		return desk.Who{}, refusal(wire.CodeSignInRequired)
	}
	who, _, err := s.Desk.Session(r.Context(), token)
	if of := r.Header.Get(wire.AccountHeader); err == nil && of != "" && of != who.Account {
		return desk.Who{}, refusal(wire.CodeSignInRequired)
	}
	return who, err
}

// keyOf is the request's idempotency key, of the form wire.KeyHeader names.
func keyOf(r *http.Request, use keyUse) (string, error) {
	key := r.Header.Get(wire.KeyHeader)
	switch {
	case use == keyIgnored:
		return "", nil
	case key == "" && use == keyRequired:
		return "", refusal(wire.CodeKeyMissing)
	case key == "":
		return "", nil
	case len(key) < 16 || len(key) > 64 || strings.ContainsFunc(key, notOfKey):
		return "", refusal(wire.CodeBadRequest)
	}
	return key, nil
}

func notOfKey(r rune) bool {
	return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// methodsOf lists the methods of each path.
func methodsOf(routes []route) map[string][]string {
	methods := map[string][]string{wire.PathOpenAPI: {http.MethodGet}, wire.PathLive: {http.MethodGet}}
	for _, r := range routes {
		if !slices.Contains(methods[r.path], r.method) {
			methods[r.path] = append(methods[r.path], r.method)
		}
	}
	return methods
}

func (s *Server) wrongMethod(methods []string) http.HandlerFunc {
	allow := strings.Join(methods, ", ")
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", allow)
		s.refuse(w, r, refusal(wire.CodeMethod))
	}
}

func (s *Server) noSuchAPI(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, refusal(wire.CodeNotFound))
}

// answerBytes answers the same bytes to everyone.
func answerBytes(contentType string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write(body) // a reader that is gone reads nothing
	}
}
