package session

import (
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

func morning() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }

func holding(grants ...wire.Grant) Model {
	m := Reduce(signedInAt(10, nil, nil), Ticked{Now: morning()})
	return Reduce(m, GrantsLoaded{List: wire.GrantList{Grants: grants, From: 1, Total: len(grants), Position: at(10)}})
}

func grantChanged(g wire.Grant) wire.Update { return wire.Update{Kind: wire.UpdateGrant, Grant: &g} }

// TestGrant_EndsOnThePageAtItsMoment needs nothing but the clock.
func TestGrant_EndsOnThePageAtItsMoment(t *testing.T) {
	ends := morning().Add(time.Hour)
	tests := []struct {
		name  string
		grant wire.Grant
		why   string
		asks  bool // the server, for the page does not know
	}{
		{"ItsOwnEnd", wire.Grant{ID: "a", Contract: "1", InForce: true, EndsAt: ends, ChangesAt: ends}, "grant.ended", false},
		{"ItsContractsEnd", wire.Grant{ID: "a", Contract: "1", InForce: true, ChangesAt: ends}, "contract.inactive", false},
		{"AThirdPartysOwnEnd", wire.Grant{ID: "a", ThirdParty: true, InForce: true, EndsAt: ends, ChangesAt: ends}, "grant.ended", true},
		{"AThirdPartyIsNotToldTheContractsDay", wire.Grant{ID: "a", ThirdParty: true, InForce: true, ChangesAt: ends}, "", true},
		{"AContractThatBegins", wire.Grant{ID: "a", Contract: "1", Why: "contract.inactive", ChangesAt: ends}, "contract.inactive", true},
		{"NoEnd", wire.Grant{ID: "a", Contract: "1", InForce: true}, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := holding(tt.grant)
			if next := start.nextChange(start.Now); tt.name != "NoEnd" && !next.Equal(ends) || tt.name == "NoEnd" && !next.IsZero() {
				t.Errorf("the clock is set to %v", next)
			}
			before := Reduce(start, Ticked{Now: ends.Add(-time.Second)})
			if got := before.Why(tt.grant); got != tt.grant.Why || before.News.Any() || before.Resets != start.Resets {
				t.Errorf("a second before: %q, %+v", got, before.News)
			}
			after := Reduce(before, Ticked{Now: ends})
			if got := after.Why(tt.grant); got != tt.why {
				t.Errorf("then: %q, want %q", got, tt.why)
			}
			if changes := tt.why != tt.grant.Why; after.News.Any() != changes || after.Grants.IsChanged("a") != changes {
				t.Errorf("it is announced: %+v", after.News)
			}
			if asks := after.Resets != start.Resets; asks != tt.asks {
				t.Errorf("the server is asked: %v", asks)
			}
			if again := Reduce(after, Ticked{Now: ends.Add(time.Minute)}); again.News != after.News || again.Resets != after.Resets {
				t.Error("it is told twice")
			}
		})
	}
}

func TestGrant_ThatItIsToBeConfirmedIsAnnounced(t *testing.T) {
	g := wire.Grant{ID: "a", Contract: "610001", InForce: true, Seq: 5}
	asked := g
	asked.Seq, asked.EndsAt = 11, morning().Add(30*24*time.Hour)
	asked.ConfirmBy = asked.EndsAt
	m := Reduce(holding(g), frame(11, grantChanged(asked)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "Contract 610001: we are asking your administrators whether you still need it." {
		t.Errorf("announced: %q", got)
	}
	g.Seq = 12
	m = Reduce(Reduce(m, Announced{}), frame(12, grantChanged(g)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "Contract 610001: you keep this access." {
		t.Errorf("announced: %q", got)
	}
}

func TestGrant_AWarningIsAnnouncedWithWhatItIs(t *testing.T) {
	ends := morning().Add(14 * 24 * time.Hour)
	g := wire.Grant{ID: "a", Contract: "610001", InForce: true, EndsAt: ends, Seq: 5}
	start := holding(g)
	warned := g
	warned.EndingDays, warned.Seq = 14, 11
	m := Reduce(start, frame(11, grantChanged(warned)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "Contract 610001: Ends in 14 days." {
		t.Errorf("announced %q", got)
	}
	if m := Reduce(Reduce(m, Announced{}), frame(11, grantChanged(warned))); m.News.Any() {
		t.Error("announced twice")
	}
	elsewhere := holding()
	m = Reduce(elsewhere, frame(11, grantChanged(warned)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "Contract 610001: Ends in 14 days." || len(m.Grants.Fresh) > 0 {
		t.Errorf("on a page that does not show it: %q, %+v", got, m.Grants)
	}
	extended := warned
	extended.EndsAt, extended.EndingDays, extended.Seq = ends.Add(time.Hour), 0, 12
	m = Reduce(Reduce(start, frame(11, grantChanged(warned))), Announced{})
	m = Reduce(m, frame(12, grantChanged(extended)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "Your access changed." {
		t.Errorf("an extension is announced as %q", got)
	}
}

func gone(g wire.Grant) wire.Update { return wire.Update{Kind: wire.UpdateGrantGone, Grant: &g} }

// TestGrant_OneThatIsTakenAwayStaysWithItsReason, once, on whatever page.
func TestGrant_OneThatIsTakenAwayStaysWithItsReason(t *testing.T) {
	held := wire.Grant{ID: "a", Contract: "610001", InForce: true, Seq: 5}
	taken := held
	taken.InForce, taken.Seq, taken.Revoked = false, 11, &wire.Revocation{Reason: access.RevokedLeftCompany}
	for name, start := range map[string]Model{"WhereItIsShown": holding(held), "Elsewhere": holding()} {
		t.Run(name, func(t *testing.T) {
			m := Reduce(start, frame(11, gone(taken)))
			if got := m.News.Text(m.Lang, m.Vendor()); got != "Your access was revoked: Contract 610001." || m.Grants.Has("a") {
				t.Errorf("announced %q", got)
			}
			if g, ok := m.RevokedGrant("a"); !ok || g.Revoked.Reason != access.RevokedLeftCompany {
				t.Errorf("kept %+v", m.Revoked)
			}
			m = Reduce(m, Announced{})
			if m = Reduce(m, frame(11, gone(taken))); m.News.Any() || len(m.Revoked) != 1 {
				t.Error("told twice")
			}
			m = Reduce(m, GrantsLoaded{List: wire.GrantList{Position: at(10)}}) // a change has overtaken the answer
			if _, ok := m.RevokedGrant("a"); !ok {
				t.Error("an older answer takes it off the page")
			}
			if m = Reduce(m, GrantsLoaded{List: wire.GrantList{Position: at(12)}}); len(m.Revoked) != 0 {
				t.Error("it is kept although it was given again")
			}
		})
	}
}

func TestRequest_TheAccessItLedToIsTakenAway(t *testing.T) {
	r := wire.Request{ID: "r", Reference: "A-1", Status: access.Approved, Seq: 11, Revoked: &wire.Revocation{}}
	changed := func(r wire.Request) wire.Update { return wire.Update{Kind: wire.UpdateRequest, Request: &r} }
	if m := Reduce(holding(), frame(11, changed(r))); m.News.Any() || m.Latest(wire.Request{ID: "r"}).Revoked == nil {
		t.Errorf("of one's own, which the access itself tells: %+v", m.News)
	}
	r.For = "opal@ops.example"
	m := Reduce(holding(), frame(11, changed(r)))
	if got := m.News.Text(m.Lang, m.Vendor()); got != "opal@ops.example’s access was revoked." {
		t.Errorf("of a user at another company: %q", got)
	}
}
