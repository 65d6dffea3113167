package web

import (
	"net/http"
	"net/url"
	"time"

	"accord/shared/wire"
)

// cookieName is the session's cookie. Its value is a secret of which only the
// hash is kept.
const cookieName = "accord_session"

// cookieLife is how long a browser keeps the cookie: as long as it is known of the
// session that it ran out, which is after 30 days whether it is used or not.
const cookieLife = 90 * 24 * time.Hour

func (s *Server) sessionRoutes() []route {
	return []route{
		on("POST", wire.PathSession, "signIn", "Sign in with e-mail and password", s.signIn).open().limit().status201(),
		on("GET", wire.PathSession, "me", "Who is signed in", s.me),
		on("DELETE", wire.PathSession, "signOut", "End this session, in every tab", s.signOut),
		on("GET", wire.PathSessions, "listSessions", "The browsers that are signed in", s.sessions),
		on("DELETE", wire.PathSessionOf, "endSession", "End one of one’s own sessions", s.endSession),
	}
}

func (s *Server) signIn(c *call, b wire.SignIn) (wire.Me, error) {
	if b.Zone == "" {
		b.Zone = zoneName(c.Request)
	}
	token, me, err := s.Desk.SignIn(c.Context(), c.who.Network, browserName(c.UserAgent()), b)
	if err == nil {
		c.header.Add("Set-Cookie", s.sessionCookie(token, b.Shared))
	}
	return me, err
}

func (s *Server) me(c *call, _ none) (wire.Me, error) { return s.Desk.Me(c.Context(), c.who) }

func (s *Server) signOut(c *call, _ none) (none, error) {
	err := s.Desk.SignOut(c.Context(), c.who)
	if err == nil {
		c.header.Add("Set-Cookie", s.cookie("", -1))
	}
	return none{}, err
}

func (s *Server) sessions(c *call, _ none) ([]wire.Session, error) {
	return s.Desk.ListSessions(c.Context(), c.who)
}

func (s *Server) endSession(c *call, _ none) (none, error) {
	return none{}, s.Desk.EndSession(c.Context(), c.who, c.PathValue("id"))
}

// sessionCookie is the cookie of a new session; on a shared computer it ends
// with the browser.
func (s *Server) sessionCookie(token string, shared bool) string {
	if shared {
		return s.cookie(token, 0)
	}
	return s.cookie(token, cookieLife)
}

// cookie is the session's cookie as a header; without a life it ends with the
// browser, and a negative life removes it.
func (s *Server) cookie(token string, life time.Duration) string {
	c := http.Cookie{
		Name: cookieName, Value: token, Path: "/",
		HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode,
		MaxAge: int(life / time.Second),
	}
	if life < 0 {
		c.MaxAge = -1
	}
	return c.String()
}

// sessionToken is the secret of the request's cookie.
func sessionToken(r *http.Request) (string, bool) {
	c, err := r.Cookie(cookieName)
	if err != nil || c.Value == "" {
		return "", false
	}
	return c.Value, true
}

func isHTTPS(origin string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "https"
}
