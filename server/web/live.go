package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/gorilla/websocket"

	"accord/server/hub"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// Limits of a live connection.
const (
	pingEvery    = 25 * time.Second
	readPatience = 60 * time.Second // two pings without an answer
	sendPatience = 10 * time.Second
	goodbye      = time.Second
	maxIncoming  = 512 // bytes; the socket only comes down
)

// follower is what a connection follows, as its rights were read.
type follower struct {
	account string
	agent   bool // a reviewer: whether one is there is of interest to everybody
	session ledger.Session
	topics  []string
}

// connect upgrades to the live socket: who asks and from where is checked
// before, and once more after joining, so that a right that was lost in
// between is not kept.
func (s *Server) connect(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	r = r.WithContext(ctx)
	if !s.isOwnOrigin(r) {
		s.refuse(w, r, refusal(wire.CodeCrossOrigin))
		return
	}
	f, sub, err := s.join(r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	if !s.live.enter(f.account) {
		sub.Leave()
		s.refuse(w, r, &wire.Problem{Code: wire.CodeTooMany, RetryAfter: 30})
		return
	}
	up := s.upgrader()
	conn, err := up.Upgrade(w, r, nil)
	if err != nil { // Upgrade has answered
		sub.Leave()
		s.live.leave(f.account, func() {})
		return
	}
	s.moved(f)
	l := &line{server: s, conn: conn, sub: sub, follower: f, token: tokenOf(r)}
	l.open()
}

// join follows the person's topics from the position the request names.
func (s *Server) join(r *http.Request) (follower, *hub.Subscriber, error) {
	after := wire.Position{Epoch: r.URL.Query().Get("epoch")}
	if seq := r.URL.Query().Get("seq"); seq != "" {
		n, err := strconv.ParseUint(seq, 10, 64)
		if err != nil {
			return follower{}, nil, refusal(wire.CodeBadRequest)
		}
		after.Seq = n
	}
	f, err := s.follow(r)
	if err != nil {
		return f, nil, err
	}
	sub, err := s.Hub.Join(r.Context(), f.topics, after)
	if errors.Is(err, hub.ErrClosed) {
		err = &wire.Problem{Code: wire.CodeUnavailable, RetryAfter: 2}
	}
	if err != nil {
		return f, nil, err
	}
	now, err := s.follow(r)
	if err == nil && !slices.Equal(now.topics, f.topics) {
		err = &wire.Problem{Code: wire.CodeUnavailable, RetryAfter: 1}
	}
	if err != nil {
		sub.Leave()
		return f, nil, err
	}
	return f, sub, nil
}

// follow reads who asks and what they may follow now.
func (s *Server) follow(r *http.Request) (follower, error) {
	who, session, err := s.Desk.Session(r.Context(), tokenOf(r))
	if err != nil {
		return follower{}, err
	}
	topics, err := s.Desk.Follow(r.Context(), who)
	return follower{account: who.Account, agent: who.Role == access.RoleReviewer, session: session, topics: topics}, err
}

func tokenOf(r *http.Request) string {
	token, _ := sessionToken(r)
	return token
}

// isOwnOrigin lets the portal's own pages in; a missing Origin is nobody's.
func (s *Server) isOwnOrigin(r *http.Request) bool {
	return slices.Contains(s.origins(), r.Header.Get("Origin"))
}

// upgrader keeps connections lean: small buffers, and a pool for writing.
func (s *Server) upgrader() *websocket.Upgrader {
	return &websocket.Upgrader{
		HandshakeTimeout: sendPatience,
		ReadBufferSize:   maxIncoming,
		WriteBufferSize:  maxIncoming,
		WriteBufferPool:  s.buffers,
		CheckOrigin:      s.isOwnOrigin,
		Error: func(w http.ResponseWriter, r *http.Request, _ int, _ error) {
			s.refuse(w, r, refusal(wire.CodeBadRequest))
		},
	}
}
