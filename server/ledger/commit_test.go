package ledger

import (
	"context"
	"errors"
	"strings"
	"testing"

	"accord/server/event"
	"accord/shared/wire"
)

// TestCommit_ThatFailsIsNobodysSuccess makes a commit fail by a row that Badger
// refuses: all commands of the batch are told, and the next batch finds nothing.
func TestCommit_ThatFailsIsNobodysSuccess(t *testing.T) {
	b, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	newCall := func(name string, run func(*Tx) (any, error)) *call {
		return &call{ctx: context.Background(), done: make(chan struct{}), cmd: Command{Key: name, Run: run}}
	}
	issue := func(tx *Tx) (any, error) {
		return tx.Append(&event.TokenIssued{Token: "k", Hash: "h"})
	}
	poison := func(tx *Tx) (any, error) {
		tx.rows.put("!badger!", nil)
		return nil, nil
	}
	calls := []*call{newCall("a", issue), newCall("a", issue), newCall("b", poison)}
	rung := b.bell.listen()
	if ran := b.commit(calls); ran != len(calls) {
		t.Fatalf("ran %d", ran)
	}
	for i, c := range calls {
		if <-c.done; c.err == nil || !strings.Contains(c.err.Error(), "commit") || c.answer.Body != nil {
			t.Errorf("call %d: %s, %v", i, c.answer.Body, c.err)
		}
	}
	select {
	case <-rung:
		t.Error("a tail was told")
	default:
	}
	if p := b.Position(); p.Seq != 0 {
		t.Errorf("the position is %d", p.Seq)
	}
	a, err := b.Do(t.Context(), newCall("a", issue).cmd)
	if err != nil || a.Repeated || a.Position.Seq != 1 {
		t.Errorf("the next try: %+v, %v", a, err)
	}
}

// TestCommit_CommandThatFailsIsUnseenByTheNextOfItsBatch writes an account in
// one command, changes it in one that fails, and reads it in a third.
func TestCommit_CommandThatFailsIsUnseenByTheNextOfItsBatch(t *testing.T) {
	b, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	refused := errors.New("refused")
	put := func(name string, err error) func(*Tx) (any, error) {
		return func(tx *Tx) (any, error) {
			if _, err := tx.Append(&event.AccountCreated{Account: "u"}); err != nil {
				return nil, err
			}
			return nil, errors.Join(tx.PutAccount(Account{ID: "u", Profile: wire.Profile{Email: "u@example.com", Company: name}}), err)
		}
	}
	var calls []*call
	for _, run := range []func(*Tx) (any, error){
		put("first", nil),
		put("second", refused),
		func(tx *Tx) (any, error) {
			a, err := tx.Account("u")
			return a.Profile.Company, err
		},
	} {
		calls = append(calls, &call{ctx: t.Context(), done: make(chan struct{}), cmd: Command{Run: run}})
	}
	b.commit(calls)
	if calls[0].err != nil || !errors.Is(calls[1].err, refused) || calls[2].err != nil {
		t.Fatalf("%v, %v, %v", calls[0].err, calls[1].err, calls[2].err)
	}
	if got := string(calls[2].answer.Body); got != `"first"` || calls[2].answer.Position.Seq != 1 {
		t.Errorf("the third saw %s at %d", got, calls[2].answer.Position.Seq)
	}
}
