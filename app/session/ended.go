package session

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/wire"
)

// expired is why a session is over that has run out. Nobody ended it: what was
// typed and not sent stays on the device for whoever signs in to the same account
// again.
const expired = "expired"

// whyOver says why a session is over, by the server's refusal.
func whyOver(code wire.Code) string {
	if code == wire.CodeSessionExpired {
		return expired
	}
	return "over"
}

// storageEnded remembers a session that was signed out of on this device and
// may still stand on the server: its public ID, nothing else.
const storageEnded = "accord_ended"

// cookieEnded says the same to the server, which draws no page then for a
// session that stands but is over here.
const cookieEnded = "accord_ended"

func rememberEnd(session string) {
	storage(func(s app.Value) { s.Call("setItem", storageEnded, session) })
	setCookie(cookieEnded, session)
}

func rememberedEnd() (session string) {
	storage(func(s app.Value) {
		if v := s.Call("getItem", storageEnded); v.Truthy() {
			session = v.String()
		}
	})
	return session
}

// endRemembered ends the session that was signed out of, and reports whether
// none is left to be ended. It names it, so that it never ends a newer one.
func endRemembered() bool {
	session := rememberedEnd()
	if session == "" {
		return true
	}
	path := strings.Replace(wire.PathSessionOf, "{id}", session, 1)
	_, err := live.Send[live.None]("DELETE", path, nil, live.NewKey())
	if !isOver(err) {
		return false
	}
	forgetEnd(session)
	return true
}

// isOver reads the answer to a sign-out: whether the session is over. After any
// other fault it may stand.
func isOver(err error) bool {
	if err == nil {
		return true
	}
	code := problemOf(err).Code
	return code.SessionOver() || code == wire.CodeNotFound
}

// forgetEnd forgets a session that has ended, unless another was signed out of
// meanwhile.
func forgetEnd(session string) {
	if rememberedEnd() == session {
		storage(func(s app.Value) { s.Call("removeItem", storageEnded) })
		setCookie(cookieEnded, "")
	}
}

// endLater goes on trying to end the session that was signed out of until the
// network is back.
func (r *runner) endLater(ctx app.Context) {
	if r.ending || r.model.Phase != SignedOut || rememberedEnd() == "" {
		return
	}
	r.ending = true
	ctx.Async(func() {
		for failures := 1; !endRemembered(); failures++ {
			<-time.After(live.Backoff(failures, rand.Float64()))
		}
		ctx.Dispatch(func(app.Context) { r.ending = false })
	})
}

// SignIn opens a session. One that was signed out of without a network is ended
// before: the new cookie takes the place of its. It blocks like live.Send.
func SignIn(body wire.SignIn) (wire.Me, error) {
	endRemembered()
	return live.Send[wire.Me]("POST", wire.PathSession, body, live.NewKey())
}
