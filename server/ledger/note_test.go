package ledger_test

import (
	"errors"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// TestNote_OfARecordAndOfAFactFromBefore: both are read, also from projections
// that are made anew, erasing takes the records, and what a fact holds of who was
// erased is not read.
func TestNote_OfARecordAndOfAFactFromBefore(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir, ledger.Options{})
	move := func(tx *ledger.Tx, before, note string) error {
		seq, err := tx.Append(&event.RequestMoved{
			Request: "r", Submission: "s", Account: "u", Level: access.Full, Identifier: access.Contract("1"), To: access.PendingVendor,
			Note: before, Noted: note != "",
		})
		if note != "" {
			tx.PutNote("r", seq, note)
		}
		return err
	}
	do(t, b, func(tx *ledger.Tx) error {
		for _, s := range [][2]string{{}, {"before", ""}, {"", "beside"}} {
			if err := move(tx, s[0], s[1]); err != nil {
				return err
			}
		}
		if _, err := tx.Append(&event.AdministratorLeft{Scope: access.Contract("1"), Account: "u", Last: true, Note: "left before"}); err != nil {
			return err
		}
		seq, err := tx.Append(&event.AdministratorLeft{Scope: access.Contract("2"), Account: "u", Last: true, Noted: true})
		tx.PutNote("u", seq, "left")
		return err
	})
	read := func(request, second, before, left string) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			q, err := r.Request("r")
			want(t, q.Note, request)
			want(t, []string{q.Steps[0].Note, q.Steps[1].Note, q.Steps[2].Note}, []string{"", second, request})
			all, _, _ := r.Vacancies("", 0)
			one, _ := r.Vacancy(access.Contract("2"))
			want(t, []string{all[0].Note, all[1].Note, one.Note}, []string{before, left, left})
			return err
		})
	}
	read("beside", "before", "left before", "left")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	ledger.Outdate(t, dir)
	b = open(t, dir, ledger.Options{})
	read("beside", "before", "left before", "left")
	do(t, b, func(tx *ledger.Tx) error { return second(tx.EraseRequest("r")) })
	read("", "before", "left before", "left")
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.Append(&event.AccountErased{Account: "u"})
		return errors.Join(err, second(tx.EraseKept("u")))
	})
	read("", "", "", "")
}

// TestNote_OfAFactFromBeforeWhoseWriterWasErased: nor is what a fact holds of
// their words to others.
func TestNote_OfAFactFromBeforeWhoseWriterWasErased(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	scope := access.Contract("1")
	by := func(account string, data ...event.Data) {
		t.Helper()
		_, err := b.Do(t.Context(), ledger.Command{By: event.Actor{Party: access.ByAdministrator, Account: account}, Run: func(tx *ledger.Tx) (any, error) {
			for _, d := range data {
				if _, err := tx.Append(d); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}})
		if err != nil {
			t.Fatal(err)
		}
	}
	given := &event.GrantGiven{Grant: "g", Account: "u", Level: access.Full, Scope: scope, ThirdParty: true, Purpose: "a purpose"}
	by("w",
		&event.RequestMoved{Request: "r", Submission: "s", Account: "u", Level: access.Full, Identifier: scope, To: access.Denied, Note: "a move"},
		given, &event.GrantRevoked{Grant: "g", Account: "u", Note: "a removal"},
		&event.AdministratorLeft{Scope: scope, Account: "u", Last: true, Note: "a departure"})
	read := func(wanted ...string) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			q, err := r.Request("r")
			g, wrong := r.Grant("g")
			written, worse := r.WrittenOf(g)
			v, worst := r.Vacancy(scope)
			want(t, []string{q.Note, g.Purpose, written, v.Note}, wanted)
			return errors.Join(err, wrong, worse, worst)
		})
	}
	read("a move", "a purpose", "a removal", "a departure")
	by("x", &event.AccountErased{Account: "x"})
	read("a move", "a purpose", "a removal", "a departure")
	by("x", &event.AccountErased{Account: "w"})
	read("", "", "", "")
}
