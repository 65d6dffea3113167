package ledger_test

import (
	"fmt"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// grants are all of an account's.
func grants(t *testing.T, r *ledger.Reader, account string) (all []ledger.Grant) {
	t.Helper()
	for g, err := range r.Grants(account) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

// TestGrantsOn: whatever else an account holds, what it holds on a scope is
// found, also by the command that gives it and in projections made anew.
func TestGrantsOn(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir, ledger.Options{})
	give := func(tx *ledger.Tx, account, id string, scope access.Identifier) {
		if _, err := tx.Append(&event.GrantGiven{Grant: id, Account: account, Level: access.Full, Scope: scope}); err != nil {
			t.Fatal(err)
		}
	}
	is := func(r *ledger.Reader, want string, scopes ...access.Identifier) {
		t.Helper()
		on, err := r.GrantsOn("u", scopes...)
		if got := named(on); err != nil || got != want {
			t.Errorf("on %v: %s, %v; want %s", scopes, got, err, want)
		}
	}
	do(t, b, func(tx *ledger.Tx) error {
		for i := range 300 {
			give(tx, "u", fmt.Sprint("other", i), access.Contract(fmt.Sprint(100+i)))
		}
		give(tx, "u", "first", access.Contract("1"))
		give(tx, "v", "another's", access.Contract("1"))
		give(tx, "u", "above", access.BillTo("1"))
		give(tx, "u", "badge", access.Program("gate", "G-1"))
		give(tx, "u", "second", access.Contract("1"))
		is(&tx.Reader, "second first above", access.Contract("1"), access.BillTo("1"))
		return nil
	})
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.Append(&event.GrantRevoked{Grant: "second", Account: "u"})
		give(tx, "u", "first", access.Contract("1")) // again: in its place
		give(tx, "u", "badge 2", access.Program("gate", "G-2"))
		give(tx, "u", "door", access.Program("gates", "G-2"))
		return err
	})
	for range 2 {
		view(t, b, func(r *ledger.Reader) error {
			is(r, "second first", access.Contract("1"))
			is(r, "other7", access.Contract("107"))
			is(r, "", access.Contract("10"), access.BillTo("107"))
			is(r, "")
			of, err := r.GrantsOfProgram("u", "gate")
			want(t, named(of), "badge badge 2")
			want(t, len(grants(t, r, "u")), 306)
			want(t, grants(t, r, "u")[0].ID, "door")
			want(t, grants(t, r, "u")[5].ID, "first")
			return err
		})
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		ledger.Outdate(t, dir)
		b = open(t, dir, ledger.Options{})
	}
}

func named(grants []ledger.Grant) (text string) {
	for i, g := range grants {
		if i > 0 {
			text += " "
		}
		text += g.ID
	}
	return text
}
