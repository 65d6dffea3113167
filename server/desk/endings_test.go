package desk_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// granting is the registry of files() with other given access.
func granting(rows ...string) fstest.MapFS {
	all := files()
	all["grants.csv"].Data = []byte("email,level,contract_number,bill_to_id,starts_at,ends_at\n" + strings.Join(rows, "\n") + "\n")
	return all
}

// TestTimers_TellOfTheEndOfWhatTheRegistryGives starts on 1 December at 9.
func TestTimers_TellOfTheEndOfWhatTheRegistryGives(t *testing.T) {
	const pats = "pat@mail.example,downloads,2001,,2026-01-01,2026-12-31" // its last second
	start := func(t *testing.T, rows ...string) *office {
		o := open(t)
		o.who("pat@mail.example")
		o.replace(granting(rows...))
		o.tick(0)
		return o
	}
	t.Run("FourteenDaysOneDayAndTheEnd", func(t *testing.T) {
		o := start(t, pats)
		at := o.since()
		o.tick(16*day + 15*time.Hour - 2*time.Second)
		o.wantTold()
		next, err := o.Tick(t.Context())
		must(t, err)
		if until := next.Sub(o.clock()); until != time.Second {
			t.Errorf("it sleeps for %v", until)
		}
		o.tick(time.Second)
		o.wantTold(14)
		if mails := o.letters(at); len(mails) != 1 || !strings.Contains(mails[0].Subject, "Ends in 14 days: Contract 2001") {
			t.Errorf("mailed %+v", mails)
		}
		o.tick(13 * day)
		o.wantTold(14, 1)
		o.tick(day)
		o.wantTold(14, 1, 0)
		o.tick(100 * day)
		o.wantTold(14, 1, 0)
	})
	t.Run("AWeekOffOnlyTheLastIsTold", func(t *testing.T) {
		o := start(t, pats)
		o.tick(16*day + 14*time.Hour)
		o.tick(14 * day)
		o.wantTold(1)
		o = start(t, pats)
		o.tick(35 * day)
		o.tick(0)
		o.wantTold(0)
	})
	t.Run("OffForTooLongNothingIsTold", func(t *testing.T) {
		o := start(t, pats)
		o.tick(60 * day)
		o.wantTold()
	})
	t.Run("AClockThatIsSetBackSaysNothingTwice", func(t *testing.T) {
		o := start(t, pats)
		o.tick(20 * day)
		o.tick(-10 * day)
		o.tick(10 * day)
		o.wantTold(14)
	})
	t.Run("AnotherImportSaysNothingTwice", func(t *testing.T) {
		o := start(t, pats)
		o.tick(20 * day)
		o.replace(granting(pats, "carl@alpha.example,full,1001,,2026-01-01,"))
		o.tick(0)
		o.wantTold(14)
	})
	t.Run("AnEndThatAnImportMovesIsWarnedOfAnew", func(t *testing.T) {
		o := start(t, pats)
		o.tick(20 * day)
		o.replace(granting("pat@mail.example,downloads,2001,,2026-01-01,2027-01-31"))
		o.tick(0)
		o.wantTold(14)
		o.tick(30 * day)
		o.wantTold(14, 14)
	})
	t.Run("ARestartForgetsAndRepeatsNothing", func(t *testing.T) {
		o := start(t, pats)
		for _, wait := range []time.Duration{16 * day, day, 13 * day, day, 100 * day} {
			o.pass(wait)
			o.restart()
			o.tick(0)
			o.tick(0)
		}
		o.wantTold(14, 1, 0)
	})
	t.Run("WhatIsLookedAfterHereHasItsOwnDueTimes", func(t *testing.T) {
		o := start(t, pats)
		pat := o.who("pat@mail.example")
		list, err := o.Grants(t.Context(), pat, grantsAll)
		must(t, err)
		o.give(event.GrantGiven{Grant: list.Grants[0].ID, Account: pat.Account, Level: access.Downloads, Scope: access.Contract("2001"), Ends: o.clock().Add(100 * day)})
		o.tick(40 * day)
		o.wantTold()
		o.tick(50 * day)
		o.wantTold(14)
	})
	t.Run("WhoHasNeverBeenHereIsNotToldButWhoComes", func(t *testing.T) {
		o := start(t, pats, "carl@alpha.example,full,1001,,2026-01-01,2026-12-31")
		o.tick(20 * day)
		o.wantTold(14)
		o.who("carl@alpha.example")
		o.tick(10 * day)
		o.wantTold(14, 1, 1)
	})
	t.Run("MoreThanOneCommandTakes", func(t *testing.T) {
		var rows []string
		for i := range 120 {
			rows = append(rows, fmt.Sprintf("c%d@alpha.example,full,1001,,2026-01-01,2026-12-%02d", i, 20+i%3))
		}
		o := open(t)
		for i := range 120 {
			_, err := o.AddAccount(t.Context(), fmt.Sprintf("c%d@alpha.example", i), "", "")
			must(t, err)
		}
		o.replace(granting(rows...))
		o.tick(10 * day)
		if got := len(o.told()); got != 120 {
			t.Errorf("%d of 120 were told", got)
		}
	})
}

// TestTimers_AnEntitlementEndsAtTheMoment of the end that the page shows.
func TestTimers_AnEntitlementEndsAtTheMoment(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	service, err := o.NewToken(t.Context(), o.who("olga@vendor.example"), wire.NewServiceToken{Name: "downloads"})
	must(t, err)
	g := o.lasting(carl, "1001", 2*day)
	ask := func(want string) {
		t.Helper()
		e, err := o.Entitlement(t.Context(), service.Secret, desk.EntitlementQuery{Email: "carl@alpha.example", Contract: g.Scope.Value, Action: access.ActionDownload})
		must(t, err)
		if e.Reason != want || e.Entitled != (want == "grant.active") || o.holding(carl, g.Grant).InForce != e.Entitled {
			t.Errorf("%s: %+v", o.clock(), e)
		}
	}
	o.pass(2*day - time.Nanosecond)
	ask("grant.active")
	o.pass(time.Nanosecond)
	ask("grant.ended")

	g = event.GrantGiven{Grant: "g-3001", Account: carl.Account, Level: access.Full, Scope: access.Contract("3001")}
	o.give(g)
	contract := func(ends, status string) fstest.MapFS {
		return more("contracts.csv", "3001,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,"+ends+","+status+"\n")
	}
	o.replace(contract("2026-12-10", "active"))
	ask("grant.active")
	o.pass(time.Date(2026, 12, 11, 0, 0, 0, 0, time.UTC).Sub(o.clock()) - time.Nanosecond)
	ask("grant.active")
	o.pass(time.Nanosecond)
	ask("contract.inactive")
	o.replace(contract("2027-12-10", "active")) // renewed: nobody does anything
	ask("grant.active")
	o.replace(contract("2027-12-10", "terminated"))
	ask("contract.inactive")
	if facts := o.told(); len(facts) != 0 {
		t.Errorf("told %v", facts)
	}
}
