package web

import (
	"compress/gzip"
	"context"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"accord/server/desk"
	"accord/server/limit"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Draw draws a page before the browser program runs. zone is the person's, nil
// for UTC.
type Draw func(at *url.URL, lang i18n.Lang, zone *time.Location, first wire.First) (html string)

// What the page keeps in cookies for the next one: the browser's time zone, an
// IANA name, and light or dark where it was chosen.
const (
	zoneCookie  = "accord_zone"
	themeCookie = "accord_theme"
)

// page answers a page with what the server knows of it. Who is not signed in is
// led to the sign-in page by any other than the public ones.
func (s *Server) page(status int, public bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		r = r.WithContext(ctx)
		who, err := s.stillIn(w, r)
		switch query := r.URL.Query(); {
		case err == nil && r.URL.Path == wire.RouteSignIn && !query.Has("confirm"):
			http.Redirect(w, r, wire.NextRoute(query.Get("next")), http.StatusSeeOther)
		case err == nil:
			s.showKnown(w, r, status, who)
		case !codeOf(err).SessionOver():
			s.fault(r, "the session cannot be read", err)
			s.showShell(w, pageLang(r)) // the program asks again, and says what is wrong
		case public:
			first := s.first()
			first.Nobody, first.Expired = true, codeOf(err) == wire.CodeSessionExpired
			s.showPage(w, r, status, first)
		default:
			http.Redirect(w, r, wire.SignInRoute(r.URL.RequestURI()), http.StatusSeeOther)
		}
	}
}

// endedCookie names a session by its public ID that was signed out of without a
// network.
const endedCookie = "accord_ended"

// stillIn says who is signed in, and ends a session that is over on the device.
func (s *Server) stillIn(w http.ResponseWriter, r *http.Request) (desk.Who, error) {
	who, err := s.authenticate(r)
	if err != nil {
		return who, err
	}
	over := slices.ContainsFunc(r.CookiesNamed(endedCookie), func(c *http.Cookie) bool { return c.Value == who.Session })
	if !over {
		return who, nil
	}
	if err := s.Desk.SignOut(r.Context(), who); err != nil {
		return who, err
	}
	w.Header().Add("Set-Cookie", s.cookie("", -1))
	return desk.Who{}, refusal(wire.CodeSignInRequired)
}

// codeOf is a refusal's code, "" of any other error.
func codeOf(err error) wire.Code {
	var p *wire.Problem
	if errors.As(err, &p) {
		return p.Code
	}
	return ""
}

// first is what anyone may know.
func (s *Server) first() wire.First {
	settings := s.Settings
	settings.Now = s.Now().UTC()
	return wire.First{Settings: settings}
}

// showKnown answers a person's page. What cannot be read now is left to the
// program, which asks again.
func (s *Server) showKnown(w http.ResponseWriter, r *http.Request, status int, who desk.Who) {
	me, err := s.Desk.Me(r.Context(), who)
	if err != nil {
		s.fault(r, "the first page lacks the person", err)
		s.showShell(w, pageLang(r))
		return
	}
	first := s.first()
	first.Me = &me
	path := r.URL.Path
	if r.URL.RawQuery != "" || path == wire.RouteHome && me.Role != access.RoleCustomer {
		path = "" // the program asks for what is looked for; staff have a Home of their own
	}
	if path == wire.RouteHome || path == wire.RouteAccessRequests {
		if list, err := s.Desk.Requests(r.Context(), who, "", "", ""); err == nil {
			first.Requests = &list
		}
	}
	if path == wire.RouteHome || path == wire.RouteAccess {
		if list, err := s.Desk.Grants(r.Context(), who, desk.GrantsQuery{Page: 1, Size: 10}); err == nil {
			first.Grants = &list
		}
	}
	s.showPage(w, r, status, first)
}

// signInByForm takes the sign-in form as a browser sends it that does not run
// the program, or not yet.
func (s *Server) signInByForm(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	r = r.WithContext(ctx)
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	query, shared := r.URL.Query(), r.PostFormValue("shared") != ""
	token, err := s.signInWith(r, wire.SignIn{
		Email: r.PostFormValue("email"), Password: r.PostFormValue("password"), Confirm: query.Get("confirm"), Shared: shared,
	})
	if err == nil {
		w.Header().Add("Set-Cookie", s.sessionCookie(token, shared))
		http.Redirect(w, r, wire.NextRoute(query.Get("next")), http.StatusSeeOther)
		return
	}
	p := s.worded(r, err)
	first := s.first()
	_, signedIn := sessionToken(r) // a mailed link asks for a sign-in all the same
	first.Nobody = !signedIn
	first.Refused = &wire.Refused{Problem: p, Email: r.PostFormValue("email"), Shared: shared}
	s.showPage(w, r, p.Status, first)
}

// signInWith counts the try and signs in.
func (s *Server) signInWith(r *http.Request, b wire.SignIn) (token string, err error) {
	network := s.network(r)
	if wait := s.limits.Try(limit.Network(network)); wait > 0 {
		return "", &wire.Problem{Code: wire.CodeTooMany, RetryAfter: limit.Seconds(wait)}
	}
	email, wrong := validation.Email(b.Email)
	fields := []wire.FieldError{}
	if wrong != nil {
		fields = append(fields, *wrong)
	}
	if b.Password == "" {
		fields = append(fields, *validation.Password("", ""))
	}
	if len(fields) > 0 {
		return "", &wire.Problem{Code: wire.CodeValidation, Fields: fields}
	}
	b.Email, b.Zone = email, zoneName(r)
	token, _, err = s.Desk.SignIn(r.Context(), network, browserName(r.UserAgent()), b)
	return token, err
}

// showPage answers a drawn page. It may be personal: nobody keeps it.
func (s *Server) showPage(w http.ResponseWriter, r *http.Request, status int, first wire.First) {
	lang := pageLang(r)
	if first.Me != nil && first.Me.Profile.Language != "" {
		lang = i18n.Parse(first.Me.Profile.Language)
	}
	page := s.shellIn(lang)
	if c, err := r.Cookie(themeCookie); err == nil && (c.Value == "light" || c.Value == "dark") {
		page.Theme = c.Value
	}
	page.First = template.HTML(s.Draw(r.URL, lang, zoneOf(r), first)) //nolint:gosec // drawn by the page's own parts, which escape
	page.Given = first.Answers()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Vary", "Accept-Encoding, Accept-Language, Cookie")
	if err := s.writePage(w, r, status, page); err != nil {
		s.Log.Debug("a page was not read to its end", "request", requestID(r), "error", err)
	}
}

// writePage writes the page, compressed where the browser takes that: there is
// no secret in a page that its length could tell (BREACH).
func (s *Server) writePage(w http.ResponseWriter, r *http.Request, status int, page shell) error {
	if !takes(r.Header.Get("Accept-Encoding"), "gzip") {
		w.WriteHeader(status)
		return s.template.Execute(w, page)
	}
	w.Header().Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := gzip.NewWriter(w)
	return errors.Join(s.template.Execute(z, page), z.Close())
}

// zoneName is the name of the browser's time zone as the page told it, "" when it
// did not.
func zoneName(r *http.Request) string {
	c, err := r.Cookie(zoneCookie)
	if err != nil || len(c.Value) > 64 || strings.EqualFold(c.Value, "local") {
		return ""
	}
	return c.Value
}

// zoneOf is the browser's time zone, nil when it is not known.
func zoneOf(r *http.Request) *time.Location {
	name := zoneName(r)
	if name == "" {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// isPublic reports whether a route is there for who is not signed in.
func isPublic(route string) bool { return slices.Contains(wire.PublicRoutes(), route) }
