package ledger_test

import (
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// TestPurpose_OfARecordAndOfAFactFromBefore: both are read, both outlive a new
// end and projections that are made anew, and erasing its holder takes the
// record.
func TestPurpose_OfARecordAndOfAFactFromBefore(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir, ledger.Options{})
	given := func(id, purpose string) *event.GrantGiven {
		return &event.GrantGiven{Grant: id, Account: "u", Level: access.Full, Scope: access.Contract("1"), ThirdParty: true, Purpose: purpose}
	}
	do(t, b, func(tx *ledger.Tx) error {
		tx.PutPurpose("u", "new", "Runs the network")
		for _, g := range []*event.GrantGiven{given("new", ""), given("old", "Ran the network"), given("new", ""), given("old", "")} {
			if _, err := tx.Append(g); err != nil {
				return err
			}
		}
		_, err := tx.Append(&event.GrantEnding{Grant: "new", Account: "u", Days: 14})
		return err
	})
	purposes := func(fresh, before string) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			one, err := r.Grant("new")
			want(t, one.Purpose, fresh)
			var of []ledger.Grant
			for g := range r.GrantsOf(access.Contract("1"), ledger.GrantGoing) {
				of = append(of, g)
			}
			want(t, of[0].Purpose, fresh)
			want(t, of[1].Purpose, before)
			on, _ := r.GrantsOn("u", access.Contract("1"))
			for _, newest := range [][]ledger.Grant{grants(t, r, "u"), on} {
				want(t, newest[0].Purpose, before)
				want(t, newest[1].Purpose, fresh)
			}
			return err
		})
	}
	purposes("Runs the network", "Ran the network")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	ledger.Outdate(t, dir)
	b = open(t, dir, ledger.Options{})
	purposes("Runs the network", "Ran the network")
	do(t, b, func(tx *ledger.Tx) error { return second(tx.EraseKept("u")) })
	purposes("", "Ran the network")
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.Append(&event.AccountErased{Account: "u"})
		return err
	})
	purposes("", "")
}
