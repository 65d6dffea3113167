package desk_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// cut is the real ledger until some commands were run: from then on nothing is
// written, as when the process is killed.
type cut struct {
	ledger.Ledger

	mu   sync.Mutex
	left int
}

var errCut = errors.New("killed")

func (c *cut) Do(ctx context.Context, cmd ledger.Command) (ledger.Answer, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left == 0 {
		return ledger.Answer{}, errCut
	}
	c.left--
	return c.Ledger.Do(ctx, cmd)
}

// killedAfter starts the portal anew and lets it run so many commands.
func (m *marked) killedAfter(commands int) {
	m.restart(func(c *desk.Config) { c.Ledger = &cut{Ledger: c.Ledger, left: commands} })
	m.outbox.Ledger = m.store
	m.outbox.Write(m.Desk)
}

// erasing reports whether an erasure has begun and not ended.
func (m *marked) erasing() (is bool) {
	m.t.Helper()
	must(m.t, m.store.View(m.t.Context(), func(r *ledger.Reader) error {
		begun, err := r.Erasures()
		is = len(begun) > 0
		return err
	}))
	return is
}

// TestEraseAccount_GoesOnWhereverItWasCutOff: the process is killed after one
// command, after two and so on. Each start goes on by itself, and what was done
// is not done again.
func TestEraseAccount_GoesOnWhereverItWasCutOff(t *testing.T) {
	m := openMarked(t)
	m.plant()
	m.killedAfter(0)
	if err := m.erase(m.olga, m.who.Account, markedNow); !errors.Is(err, errCut) || m.erasing() {
		t.Fatalf("before the first command: %v", err)
	}
	m.killedAfter(1)
	if err := m.erase(m.olga, m.who.Account, markedNow); !errors.Is(err, errCut) || !m.erasing() {
		t.Fatalf("after the first command: %v", err)
	}
	cuts := 0
	for ; m.erasing(); cuts++ {
		m.killedAfter(cuts)
		if _, err := m.Tick(t.Context()); err != nil && !errors.Is(err, errCut) {
			t.Fatal(err)
		}
		if cuts > 100 {
			t.Fatal("it comes to no end")
		}
	}
	if cuts < 8 {
		t.Errorf("it was cut off in %d places only", cuts)
	}
	m.wantNoRow()
	m.wantPages()
	m.wantOnce()
}

// wantOnce expects each fact of the erasure once.
func (m *marked) wantOnce() {
	m.t.Helper()
	count := map[string]int{}
	must(m.t, m.Ledger.View(m.t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(0, 0)
		for _, f := range facts {
			data, err := f.Decode()
			must(m.t, err)
			switch d := data.(type) {
			case *event.AccountErased:
				count["erased "+d.Account]++
			case *event.GrantRevoked:
				count["revoked "+d.Grant]++
			case *event.AdministratorLeft:
				count["left "+d.Scope.String()+d.Account]++
			case *event.RequestMoved:
				if d.To == access.Cancelled {
					count["cancelled "+d.Request]++
				}
			}
		}
		return err
	}))
	if count["erased "+m.who.Account] != 1 {
		m.t.Error("no fact says that the account was erased")
	}
	for what, n := range count {
		if n > 1 {
			m.t.Errorf("%s %d times", what, n)
		}
	}
}

// TestEraseAccount_NobodyComesBackMeanwhile: while an erasure is cut off no link
// is mailed, and asking for it again ends it.
func TestEraseAccount_NobodyComesBackMeanwhile(t *testing.T) {
	m := openMarked(t)
	m.plant()
	m.killedAfter(3)
	if err := m.erase(m.olga, m.who.Account, markedNow); !errors.Is(err, errCut) {
		t.Fatal(err)
	}
	m.killedAfter(-1) // never
	m.pass(time.Minute)
	must(t, m.ForgotPassword(wire.ForgotPassword{Email: markedNow}))
	_, err := m.Register(t.Context(), wire.Register{Email: markedNow, Password: secret, GivenName: "Nina"})
	must(t, err)
	m.Close()
	if m.mailedLink(markedNow, "/password/set") != "" {
		t.Error("a link was mailed")
	}
	_, err = m.signIn(markedNow)
	refused(t, err, wire.CodeEmailUnconfirmed)
	must(t, m.erase(m.olga, m.who.Account, markedNow))
	m.wantNoRow()
}
