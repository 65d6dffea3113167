package ledger_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestHolders_FollowGrantsAndAddresses(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	one := access.Contract("1")
	put := func(id, email string) {
		t.Helper()
		do(t, b, func(tx *ledger.Tx) error {
			return tx.PutAccount(ledger.Account{ID: id, Profile: wire.Profile{Email: email}})
		})
	}
	give := func(grant, account string, level access.Level, scope access.Identifier) {
		t.Helper()
		do(t, b, append1(&event.GrantGiven{Grant: grant, Account: account, Level: level, Scope: scope}))
	}
	listed := func(want ...string) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			holders, more, err := r.Holders(one, 10)
			var got []string
			for _, h := range holders {
				got = append(got, h.Email+" "+string(h.Level)+" "+h.Grant+ends(h))
			}
			if diff := cmp.Diff(want, got); diff != "" || more {
				t.Errorf("more: %v\n%s", more, diff)
			}
			if few, more, _ := r.Holders(one, 1); len(few) != min(1, len(want)) || more != (len(want) > 1) {
				t.Errorf("of one: %+v, %v", few, more)
			}
			return err
		})
	}
	put("u", "u@x.example")
	put("v", "v@x.example")
	give("g1", "v", access.Full, one)
	give("g2", "u", access.Full, one)
	give("g3", "u", access.Downloads, one)
	give("g4", "u", access.Full, access.Contract("11")) // begins alike
	listed("u@x.example downloads g3", "u@x.example full g2", "v@x.example full g1")
	put("u", "z@x.example")
	listed("v@x.example full g1", "z@x.example downloads g3", "z@x.example full g2")
	do(t, b, append1(&event.GrantEnded{Grant: "g1", Account: "v"}))
	do(t, b, append1(&event.GrantRevoked{Grant: "g2", Account: "u"}))
	listed("v@x.example full g1", "z@x.example downloads g3")
	do(t, b, append1(&event.GrantGiven{Grant: "g2", Account: "u", Level: access.Full, Scope: one, Ends: time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC)}))
	listed("v@x.example full g1", "z@x.example downloads g3", "z@x.example full g2 until 2027-01-31")
}

func ends(h ledger.Holder) string {
	if h.Ends.IsZero() {
		return ""
	}
	return " until " + h.Ends.Format(time.DateOnly)
}
