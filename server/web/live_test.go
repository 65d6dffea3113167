package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"accord/server/portal"
	"accord/shared/access"
	"accord/shared/wire"
)

// socket is a browser's live connection.
type socket struct {
	world
	*websocket.Conn
}

func (w world) dial(session *http.Cookie, at wire.Position) (*websocket.Conn, *http.Response, error) {
	address := fmt.Sprintf("ws://%s%s?epoch=%s&seq=%d", w.portal.Address(), wire.PathLive, at.Epoch, at.Seq)
	return websocket.DefaultDialer.DialContext(w.Context(), address, http.Header{
		"Cookie": {session.String()}, "Origin": {w.portal.URL()},
	})
}

func (w world) connect(session *http.Cookie, at wire.Position) socket {
	w.Helper()
	conn, _, err := w.dial(session, at)
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		w.Fatal(err)
	}
	return socket{w, conn}
}

// next reads one frame.
func (s socket) next() wire.Frame {
	s.Helper()
	var f wire.Frame
	_, text, err := s.ReadMessage()
	if err != nil {
		s.Fatal(err)
	}
	if err := json.Unmarshal(text, &f); err != nil {
		s.Fatal(err)
	}
	return f
}

// until reads frames up to one with an update of the kind.
func (s socket) until(kind wire.UpdateKind) (wire.Frame, wire.Update) {
	s.Helper()
	for {
		f := s.next()
		for _, u := range f.Updates {
			if u.Kind == kind {
				return f, u
			}
		}
	}
}

// closed reads up to the end and returns the close code.
func (s socket) closed() int {
	s.Helper()
	for {
		if _, _, err := s.ReadMessage(); err != nil {
			var end *websocket.CloseError
			if !errors.As(err, &end) {
				s.Fatalf("ended without a reason: %v", err)
			}
			return end.Code
		}
	}
}

// submit asks for the example's contract that its administrator decides on.
func (w world) submit(session *http.Cookie, key string) wire.Submission {
	w.Helper()
	return read[wire.Submission](w, w.send("POST", wire.PathSubmissions, wire.Submit{
		Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true,
	}, cookie(session), header(wire.KeyHeader, key)), http.StatusCreated)
}

func (w world) me(session *http.Cookie) wire.Me {
	w.Helper()
	return read[wire.Me](w, w.send("GET", wire.PathSession, nil, cookie(session)), http.StatusOK)
}

func TestLive_ADecisionReachesTheRequester(t *testing.T) {
	w := newWorld(t)
	customer, administrator := w.signIn("customer"), w.signIn("administrator")
	at := w.me(customer).Position
	first := w.connect(customer, at)
	queue := w.connect(administrator, w.me(administrator).Position)
	sent := w.submit(customer, "live-test-submission-1")
	id := sent.Requests[0].ID

	if _, u := first.until(wire.UpdateRequest); u.Request.ID != id || u.Request.Status != access.PendingAdministrator {
		t.Fatalf("request %+v", u.Request)
	}
	if _, u := queue.until(wire.UpdateRow); u.Row.ID != id {
		t.Fatalf("row %+v", u.Row)
	}
	a := w.send("POST", wire.MovePath(id, access.MoveApprove), wire.Moved{}, cookie(administrator), header(wire.KeyHeader, "live-test-approval-1"))
	read[wire.Request](w, a, http.StatusOK)

	f, u := first.until(wire.UpdateRequest)
	if u.Request.Status != access.Approved {
		t.Errorf("status %s", u.Request.Status)
	}
	if len(f.Updates) != 2 || f.Updates[1].Kind != wire.UpdateGrant {
		t.Errorf("the decision's commit came as %+v", f.Updates)
	}
	if _, u := queue.until(wire.UpdateLeft); u.Left.ID != id || u.Left.Status != access.Approved {
		t.Errorf("left %+v", u.Left)
	}

	// A browser that comes back from before gets the same, once.
	again := w.connect(customer, at)
	missed := again.next()
	if missed.Position != f.Position || len(missed.Updates) != 3 {
		t.Errorf("resumed with %+v at %+v, want three updates at %+v", missed.Updates, missed.Position, f.Position)
	}
}

func TestLive_Ends(t *testing.T) {
	w := newWorld(t)
	t.Run("WithItsSessionInEveryTab", func(t *testing.T) {
		w := w.in(t)
		session := w.signIn("customer")
		at := w.me(session).Position
		tabs := []socket{w.connect(session, at), w.connect(session, at)}
		for _, s := range tabs {
			s.next()
		}
		w.send("DELETE", wire.PathSession, nil, cookie(session))
		for _, s := range tabs {
			if _, u := s.until(wire.UpdateSignedOut); u.ReasonWhy != "signed_out" {
				t.Errorf("why %q", u.ReasonWhy)
			}
			if code := s.closed(); code != wire.CloseSignedOut {
				t.Errorf("code %d", code)
			}
		}
	})
	t.Run("WhenTheRoleChangesSoThatRightsAreReadAgain", func(t *testing.T) {
		w := w.in(t)
		session, operator := w.signIn("public"), w.signIn("operator")
		me := w.me(session)
		s := w.connect(session, me.Position)
		s.next()
		read[wire.Person](w, w.send("PUT", "/api/people/"+me.ID+"/role", wire.SetRole{Role: access.RoleReviewer}, cookie(operator)), http.StatusOK)
		if code := s.closed(); code != wire.CloseRestart && code != wire.CloseSignedOut {
			t.Errorf("code %d", code)
		}
	})
	t.Run("WhenTheBrowserSaysTooMuch", func(t *testing.T) {
		w := w.in(t)
		session := w.signIn("customer")
		s := w.connect(session, w.me(session).Position)
		if err := s.WriteMessage(websocket.TextMessage, make([]byte, 513)); err != nil {
			t.Fatal(err)
		}
		if code := s.closed(); code != websocket.CloseMessageTooBig {
			t.Errorf("code %d", code)
		}
	})
	t.Run("WhenTheServerStops", func(t *testing.T) {
		w := w.in(t)
		session := w.signIn("customer")
		s := w.connect(session, w.me(session).Position)
		s.next()
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		stopped := make(chan error, 1)
		go func() { stopped <- w.portal.Close(ctx) }()
		if code := s.closed(); code != wire.CloseRestart {
			t.Errorf("code %d", code)
		}
		if err := <-stopped; err != nil {
			t.Error(err)
		}
	})
}

func TestLive_Bounds(t *testing.T) {
	w := newWorld(t, func(c *portal.Config) { c.MaxConnections = 22 })
	customer, reviewer := w.signIn("customer"), w.signIn("reviewer1")
	at := w.me(customer).Position
	refused := func(t *testing.T, session *http.Cookie) {
		t.Helper()
		_, response, err := w.dial(session, at)
		if err == nil || response == nil || response.StatusCode != http.StatusTooManyRequests {
			t.Errorf("response %v, error %v", response, err)
		}
	}
	for range 20 {
		w.connect(customer, at)
	}
	t.Run("AnAccountHasTwenty", func(t *testing.T) { refused(t, customer) })
	w.connect(reviewer, at)
	last := w.connect(reviewer, at)
	t.Run("AllTogetherHaveTheConfiguredNumber", func(t *testing.T) { refused(t, reviewer) })
	t.Run("APlaceIsGivenBack", func(t *testing.T) {
		if err := last.Close(); err != nil {
			t.Fatal(err)
		}
		deadline := time.Now().Add(20 * time.Second)
		for {
			conn, _, err := w.in(t).dial(reviewer, at)
			if err == nil {
				_ = conn.Close()
				return
			}
			if time.Now().After(deadline) {
				t.Fatal(err)
			}
		}
	})
}

func TestLive_ResetsAReaderOfAnotherEpoch(t *testing.T) {
	w := newWorld(t)
	session := w.signIn("customer")
	f := w.connect(session, wire.Position{Epoch: "old", Seq: 3}).next()
	if len(f.Updates) != 1 || f.Updates[0].Kind != wire.UpdateReset || f.Position.Epoch == "old" {
		t.Errorf("frame %+v", f)
	}
}
