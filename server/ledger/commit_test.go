package ledger

import (
	"context"
	"strings"
	"testing"

	"accord/server/event"
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
