package ledger_test

import (
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// TestNote_OfARecordAndOfAFactFromBefore: both are read, also from projections
// that are made anew, and erasing takes the records.
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
	read := func(request, second, left string) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			q, err := r.Request("r")
			want(t, q.Note, request)
			want(t, []string{q.Steps[0].Note, q.Steps[1].Note, q.Steps[2].Note}, []string{"", second, request})
			all, _ := r.Vacancies()
			one, _ := r.Vacancy(access.Contract("2"))
			want(t, []string{all[0].Note, all[1].Note, one.Note}, []string{"left before", left, left})
			return err
		})
	}
	read("beside", "before", "left")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	ledger.Outdate(t, dir)
	b = open(t, dir, ledger.Options{})
	read("beside", "before", "left")
	do(t, b, func(tx *ledger.Tx) error { return tx.EraseRequest("r") })
	read("", "before", "left")
	do(t, b, func(tx *ledger.Tx) error { return tx.EraseAccount(ledger.Account{ID: "u"}) })
	read("", "before", "")
}
