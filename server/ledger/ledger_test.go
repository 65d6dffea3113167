package ledger_test

import (
	"sync"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// clock is a clock that tests move by hand.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// open opens a ledger in dir and closes it with the test.
func open(t testing.TB, dir string, o ledger.Options) *ledger.Badger {
	t.Helper()
	b, err := ledger.Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// do runs a command that must succeed.
func do(t testing.TB, b ledger.Ledger, run func(*ledger.Tx) error) ledger.Answer {
	t.Helper()
	a, err := b.Do(t.Context(), command(run))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func command(run func(*ledger.Tx) error) ledger.Command {
	return ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) { return nil, run(tx) }}
}

// view reads; the read must succeed.
func view(t testing.TB, b ledger.Ledger, read func(*ledger.Reader) error) {
	t.Helper()
	if err := b.View(t.Context(), read); err != nil {
		t.Fatal(err)
	}
}

// append1 writes one fact.
func append1(data event.Data) func(*ledger.Tx) error {
	return func(tx *ledger.Tx) error {
		_, err := tx.Append(data)
		return err
	}
}

// submitted is the first fact of a request.
func submitted(id, account string, level access.Level, contract string, to access.Status) *event.RequestMoved {
	return &event.RequestMoved{
		Request: id, Submission: "sub-" + id, Reference: "A-" + id, Account: account,
		Level: level, Identifier: access.Contract(contract), Scope: access.Contract(contract),
		To: to, Move: access.MoveSubmit, Reasons: []access.Reason{access.DownloadsReview},
	}
}

// then is a later fact of the request.
func then(d *event.RequestMoved, move access.Move, to access.Status) *event.RequestMoved {
	next := *d
	next.From, next.Move, next.To = d.To, move, to
	return &next
}

// person is an account's record.
func person(id, email string, change ...func(*wire.Profile)) ledger.Account {
	p := wire.Profile{Email: email, GivenName: "Taro", FamilyName: "Yamada", Company: "Example Works K.K."}
	for _, c := range change {
		c(&p)
	}
	return ledger.Account{ID: id, Profile: p, Role: access.RoleCustomer}
}

func ids(requests []ledger.Request) []string {
	all := []string{}
	for _, q := range requests {
		all = append(all, q.ID)
	}
	return all
}
