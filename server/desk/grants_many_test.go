package desk_test

import (
	"fmt"
	"testing"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// TestDesk_SomebodyWithThousandsOfGrants is judged by the one that matters.
func TestDesk_SomebodyWithThousandsOfGrants(t *testing.T) {
	var store ledger.Ledger
	o := open(t, func(c *desk.Config) { store = c.Ledger })
	carl, olga := o.who("carl@alpha.example"), o.who("olga@vendor.example")
	const others = 2_100
	for from := 0; from < others; from += 100 {
		_, err := store.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			for i := from; i < from+100; i++ {
				_, err := tx.Append(&event.GrantGiven{Grant: fmt.Sprint("other", i), Account: carl.Account,
					Level: access.Full, Scope: access.Contract(fmt.Sprint(900_000 + i))})
				if err != nil {
					return nil, err
				}
			}
			return nil, nil
		}})
		must(t, err)
	}
	o.one(carl, access.Full, "1001", access.Approved)
	token, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Download server"})
	must(t, err)
	ask := func() wire.Entitlement {
		t.Helper()
		e, err := o.Entitlement(t.Context(), token.Secret, desk.EntitlementQuery{Email: "carl@alpha.example", Contract: "1001", Action: access.ActionCase})
		must(t, err)
		return e
	}
	if e := ask(); !e.Entitled {
		t.Errorf("the newest access does not count: %+v", e)
	}
	if r := o.one(carl, access.Full, "1001", access.Denied); r.Reasons[0] != access.AccessAlreadyHeld {
		t.Errorf("asked again: %v", r.Reasons)
	}
	list, err := o.Grants(t.Context(), carl, desk.GrantsQuery{Size: 10})
	must(t, err)
	if len(list.Grants) != 10 || list.Grants[0].Contract != "1001" {
		t.Errorf("the list begins with %+v", list.Grants[0])
	}
	must(t, o.erase(olga, carl.Account, "carl@alpha.example"))
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		for g, err := range r.Grants(carl.Account) {
			if must(t, err); !g.Revoked {
				t.Fatalf("%s is held still", g.ID)
			}
		}
		return nil
	}))
}
