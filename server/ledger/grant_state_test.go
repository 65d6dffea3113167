package ledger_test

import (
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// inState lists the grants of contract 1 in a state.
func inState(t *testing.T, r *ledger.Reader, s ledger.GrantState) (ids []string) {
	t.Helper()
	for g, err := range r.GrantsOf(access.Contract("1"), s) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, g.ID)
	}
	return ids
}

func TestGrantsOf(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	c := access.Contract("1")
	given := func(id string) *event.GrantGiven {
		return &event.GrantGiven{Grant: id, Account: "u" + id, Level: access.Full, Scope: c}
	}
	for _, step := range []struct {
		what                string
		facts               []event.Data
		going, asked, ended []string
	}{
		{"InTheOrderOfGiving", []event.Data{
			given("g2"), given("g1"), given("g3"), &event.GrantGiven{Grant: "g4", Account: "u", Level: access.Full, Scope: access.Contract("12")},
		}, []string{"g2", "g1", "g3"}, nil, nil},
		{"AskedAbout", []event.Data{&event.RecertificationAsked{Scope: c, Grants: []string{"g1", "g2"}}}, []string{"g3"}, []string{"g2", "g1"}, nil},
		{"Answered", []event.Data{&event.GrantConfirmed{Grant: "g2"}, &event.GrantEnded{Grant: "g1"}}, []string{"g2", "g3"}, nil, []string{"g1"}},
		{"TakenAway", []event.Data{&event.GrantRevoked{Grant: "g3"}}, []string{"g2"}, nil, []string{"g1"}},
		{"GivenAgainInTheirPlaces", []event.Data{given("g3"), given("g1")}, []string{"g2", "g1", "g3"}, nil, nil},
	} {
		t.Run(step.what, func(t *testing.T) {
			do(t, b, func(tx *ledger.Tx) error {
				for _, data := range step.facts {
					if _, err := tx.Append(data); err != nil {
						return err
					}
				}
				want(t, inState(t, &tx.Reader, ledger.GrantGoing), step.going)
				return nil
			})
			view(t, b, func(r *ledger.Reader) error {
				want(t, inState(t, r, ledger.GrantGoing), step.going)
				want(t, inState(t, r, ledger.GrantAsked), step.asked)
				want(t, inState(t, r, ledger.GrantEnded), step.ended)
				return nil
			})
		})
	}
	t.Run("WhoReadsMayStop", func(t *testing.T) {
		view(t, b, func(r *ledger.Reader) error {
			for g := range r.GrantsOf(c, ledger.GrantGoing) {
				want(t, g.ID, "g2")
				break
			}
			return nil
		})
	})
}
