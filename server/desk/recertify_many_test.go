package desk_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// appended writes facts, 500 grants' in one command.
func (o *office) appended(n int, facts func(i int) []event.Data) {
	o.t.Helper()
	var all []int
	for i := range n {
		all = append(all, i)
	}
	for some := range slices.Chunk(all, 500) {
		_, err := o.Ledger.Do(o.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			for _, i := range some {
				for _, data := range facts(i) {
					if _, err := tx.Append(data); err != nil {
						return nil, err
					}
				}
			}
			return nil, nil
		}})
		must(o.t, err)
	}
}

// churned gives access more often than a list shows and ends it again, each
// second one by taking it away.
func (o *office) churned(scope access.Identifier) {
	o.t.Helper()
	o.appended(wire.MaxUsersShown+100, func(i int) []event.Data {
		g := &event.GrantGiven{Grant: fmt.Sprint("gone-", i), Account: "nobody", Level: access.Full, Scope: scope, Starts: o.clock()}
		if i%2 == 0 {
			return []event.Data{g, &event.GrantRevoked{Grant: g.Grant, Account: g.Account}}
		}
		return []event.Data{g, &event.GrantEnded{Grant: g.Grant, Account: g.Account}}
	})
}

func TestRecertify_BehindManyThatAreGone(t *testing.T) {
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	o.churned(c)
	needed, silent := o.granted("carl@alpha.example", "1001"), o.granted("pat@mail.example", "1001")
	o.tick(half)
	if got := o.unconfirmed(ann, c); !slices.Equal(got, []string{"carl@alpha.example", "pat@mail.example"}) {
		t.Errorf("waiting %v", got)
	}
	users, err := o.OfficeUsers(t.Context(), ann, c, "", 1)
	must(t, err)
	offices, err := o.Offices(t.Context(), ann, "", 1)
	must(t, err)
	if users.Total != 2 || offices.Scopes[0].Users != 2 {
		t.Errorf("%d are listed, %d counted", users.Total, offices.Scopes[0].Users)
	}
	o.answer(ann, c, true, "", needed)
	o.tick(30 * day)
	if !o.checks("pat@mail.example", "1001") {
		t.Error("ended before its time")
	}
	o.tick(day)
	if !o.checks("carl@alpha.example", "1001") || o.checks("pat@mail.example", "1001") {
		t.Error("what was confirmed goes on, what was not ends")
	}
	o.answer(ann, c, true, wire.CodeNotAsked, silent)

	o.tick(half - 31*day)
	if got := o.unconfirmed(ann, c); !slices.Equal(got, []string{"carl@alpha.example"}) {
		t.Errorf("waiting %v", got)
	}
	o.replace(without("administrators.csv"))
	o.tick(0)
	if v := o.holding(o.who("carl@alpha.example"), needed); !v.ConfirmBy.IsZero() || !v.EndsAt.IsZero() {
		t.Errorf("nobody is left to confirm it: %+v", v)
	}
}

// crowd gives access to as many people as a list shows and a few more. Those few
// were there first, and confirmed since.
func (o *office) crowd(scope access.Identifier, few int) {
	o.t.Helper()
	const holders = 50
	id := func(i int) string { return fmt.Sprint("holder-", i%holders) }
	_, err := o.Ledger.Do(o.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		for i := range holders {
			if err := tx.PutAccount(ledger.Account{ID: id(i), Profile: wire.Profile{Email: id(i) + "@alpha.example"}}); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}})
	must(o.t, err)
	given := func(i int) []event.Data {
		return []event.Data{&event.GrantGiven{Grant: fmt.Sprint("many-", i), Account: id(i), Level: access.Full, Scope: scope, Starts: o.clock()}}
	}
	o.appended(wire.MaxUsersShown+few, given)
	o.pass(time.Hour)
	o.appended(few, func(i int) []event.Data {
		return []event.Data{&event.GrantConfirmed{Grant: fmt.Sprint("many-", i), Account: id(i)}}
	})
}

// TestRecertify_MoreThanAreShown: nothing is asked about that cannot be shown,
// and what finds no room is asked about once the others are answered.
func TestRecertify_MoreThanAreShown(t *testing.T) {
	const few = 60
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	o.crowd(c, few)
	waiting := func(want int) {
		t.Helper()
		o.unconfirmed(ann, c) // as many as are counted
		list, err := o.Unconfirmed(t.Context(), ann, c, "", 1)
		must(t, err)
		if list.Total != want {
			t.Errorf("%s: %d wait, want %d", o.clock(), list.Total, want)
		}
	}
	o.tick(half)
	waiting(wire.MaxUsersShown)
	o.answer(ann, c, true, "", "many-99")
	o.tick(day)
	waiting(wire.MaxUsersShown - 1) // not as soon as there is room: once a period
	o.tick(30 * day)
	waiting(few)
	o.answer(ann, c, true, "", "many-0")
	o.tick(day)
	waiting(few - 1)
}
