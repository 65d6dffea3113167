package desk_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// lasting gives a person full access to a contract that ends after a while.
func (o *office) lasting(who desk.Who, contract string, ends time.Duration) event.GrantGiven {
	o.t.Helper()
	g := event.GrantGiven{
		Grant: "g-" + who.Account + contract, Account: who.Account, Level: access.Full, Scope: access.Contract(contract),
		Starts: o.clock(), Ends: o.clock().Add(ends),
	}
	o.give(g)
	return g
}

// holding is how a person sees one of their accesses.
func (o *office) holding(who desk.Who, id string) wire.Grant {
	o.t.Helper()
	v, err := o.Grant(o.t.Context(), who, id)
	must(o.t, err)
	return v
}

func TestExtend_GoesToWhoDecidesAndGoesOnWhenApproved(t *testing.T) {
	for name, tt := range map[string]struct {
		contract, decider string
		status            access.Status
		by                access.Party
	}{
		"TheAdministrators":    {"1001", "ann@alpha.example", access.PendingAdministrator, access.ByAdministrator},
		"TheVendorWithoutThem": {"2001", "rita@vendor.example", access.PendingVendor, access.ByReviewer},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			carl, decider := o.who("carl@alpha.example"), o.who(tt.decider)
			g := o.lasting(carl, tt.contract, 20*day)
			if v := o.holding(carl, g.Grant); v.Extend != tt.by || v.Extension != "" {
				t.Errorf("offers %+v", v)
			}
			at := o.since()
			r, err := o.Extend(t.Context(), carl, g.Grant)
			must(t, err)
			if r.Status != tt.status || r.Extends == nil || !r.Extends.Until.Equal(g.Ends) {
				t.Fatalf("got %+v", r)
			}
			if v := o.holding(carl, g.Grant); v.Extend != "" || v.Extension != r.ID {
				t.Errorf("asked for, it offers %+v", v)
			}
			mails := o.letters(at)
			if got := to(mails, "carl@alpha.example"); len(got) != 1 || !strings.Contains(got[0].Text, "extension of the access until 21 Dec 2026") {
				t.Errorf("the requester is mailed %+v", got)
			}
			if got := to(mails, tt.decider); tt.by == access.ByAdministrator && (len(got) != 1 || !strings.Contains(got[0].Text, "21 Dec 2026")) {
				t.Errorf("the administrator is mailed %+v", got)
			}
			item, err := o.QueueItem(t.Context(), decider, r.ID)
			must(t, err)
			if e := item.Extended; e == nil || !e.EndsAt.Equal(g.Ends) || e.Suggested.Format(time.DateOnly) != "2027-01-10" {
				t.Errorf("the decider sees %+v", item.Extended)
			}
			for _, bad := range []wire.Moved{{}, {EndsOn: "2026-12-21"}, {EndsOn: "2026-12-10"}} {
				_, err = o.approveFor(decider, r.ID, bad)
				refused(t, err, wire.CodeValidation)
			}
			at = o.since()
			_, err = o.approveFor(decider, r.ID, wire.Moved{EndsOn: "2027-03-31"})
			must(t, err)
			v := o.holding(carl, g.Grant)
			if v.EndsAt.Format(time.DateOnly) != "2027-03-31" || !v.InForce || v.Level != access.Full || v.Extend != tt.by || !v.StartsAt.Equal(g.Starts) {
				t.Errorf("it goes on as %+v", v)
			}
			list, err := o.Grants(t.Context(), carl, grantsAll)
			must(t, err)
			if list.Total != 1 {
				t.Errorf("holds %d accesses", list.Total)
			}
			if got := o.letters(at); len(got) != 1 || !strings.Contains(got[0].Text, "New end: 31 Mar 2027") {
				t.Errorf("mailed %+v", got)
			}
			o.tick(107 * day) // 14 days before the new end
			o.wantTold(14)
		})
	}
}

func TestExtend_NoEndMustBeSaid(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	g := o.lasting(carl, "1001", 20*day)
	r, err := o.Extend(t.Context(), carl, g.Grant)
	must(t, err)
	_, err = o.approveFor(o.who("ann@alpha.example"), r.ID, wire.Moved{NoEnd: true, EndsOn: "2027-01-31"})
	must(t, err)
	if v := o.holding(carl, g.Grant); !v.EndsAt.IsZero() || !v.InForce || v.Extend != "" {
		t.Errorf("it goes on as %+v", v)
	}
}

func TestExtend_DeniedItEnds(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	g := o.lasting(carl, "1001", 20*day)
	r, err := o.Extend(t.Context(), carl, g.Grant)
	must(t, err)
	denied, err := o.move(o.who("ann@alpha.example"), r.ID, access.MoveDeny, "The project is over.")
	must(t, err)
	if len(denied.Moves) != 0 {
		t.Errorf("it can still be %v", denied.Moves)
	}
	_, err = o.move(carl, r.ID, access.MoveReprocess, "")
	refused(t, err, wire.CodeTransition)
	v := o.holding(carl, g.Grant)
	if !v.EndsAt.Equal(g.Ends) || v.Extend != access.ByAdministrator {
		t.Errorf("after the denial: %+v", v)
	}
}

// TestExtend_WhatCanBeExtended holds every case to the rule: own, with an end,
// in force but for its end, which is no more than seven days past, and not
// asked for already.
func TestExtend_WhatCanBeExtended(t *testing.T) {
	tests := map[string]struct {
		change func(*event.GrantGiven)
		wait   time.Duration
		code   wire.Code // "" when it can
	}{
		"InForce":             {func(*event.GrantGiven) {}, 0, ""},
		"EndedAWeekAgo":       {func(*event.GrantGiven) {}, 27*day - time.Second, ""},
		"EndedTooLongAgo":     {func(*event.GrantGiven) {}, 27 * day, wire.CodeNoExtension},
		"WithoutAnEnd":        {func(g *event.GrantGiven) { g.Ends = time.Time{} }, 0, wire.CodeNoExtension},
		"NotBegun":            {func(g *event.GrantGiven) { g.Starts = g.Starts.Add(day) }, 0, wire.CodeNoExtension},
		"OfAContractThatIsNo": {func(g *event.GrantGiven) { g.Scope = access.Contract("999") }, 0, wire.CodeNoExtension},
		"AThirdPartys":        {func(g *event.GrantGiven) { g.ThirdParty = true }, 0, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			carl := o.who("carl@alpha.example")
			g := event.GrantGiven{Grant: "g-1", Account: carl.Account, Level: access.Full, Scope: access.Contract("1001"), Starts: o.clock(), Ends: o.clock().Add(20 * day)}
			tt.change(&g)
			o.give(g)
			o.pass(tt.wait)
			offered := o.holding(carl, "g-1").Extend != ""
			_, err := o.Extend(t.Context(), carl, "g-1")
			if offered != (tt.code == "") {
				t.Errorf("offered: %v", offered)
			}
			if tt.code != "" {
				refused(t, err, tt.code)
				return
			}
			must(t, err)
			_, err = o.Extend(t.Context(), carl, "g-1")
			refused(t, err, wire.CodeNoExtension)
			_, err = o.Extend(t.Context(), o.who("pat@mail.example"), "g-1")
			refused(t, err, wire.CodeNotFound)
		})
	}
}

func TestExtend_WhatTheRegistryGives(t *testing.T) {
	o := open(t)
	all := files()
	all["grants.csv"].Data = []byte("email,level,contract_number,bill_to_id,starts_at,ends_at\npat@mail.example,downloads,2001,,2026-01-01,2026-12-31\n")
	o.replace(all)
	pat := o.who("pat@mail.example")
	list, err := o.Grants(t.Context(), pat, grantsAll)
	must(t, err)
	r, err := o.Extend(t.Context(), pat, list.Grants[0].ID)
	must(t, err)
	_, err = o.approveFor(o.who("rita@vendor.example"), r.ID, wire.Moved{EndsOn: "2027-06-30"})
	must(t, err)
	if v := o.holding(pat, list.Grants[0].ID); v.EndsAt.Format(time.DateOnly) != "2027-06-30" || v.Level != access.Downloads {
		t.Errorf("it goes on as %+v", v)
	}
}

// TestExtend_AThirdPartyLearnsNothingOfTheContract looks through all that a
// third party sees of asking for an extension.
func TestExtend_AThirdPartyLearnsNothingOfTheContract(t *testing.T) {
	o := open(t)
	opals := o.employ(opal, "Ops Ltd")
	o.give(event.GrantGiven{Grant: "g-1", Account: opals.Account, Level: access.Full, Scope: access.Contract("1001"), Ends: o.clock().Add(10 * day), ThirdParty: true, Purpose: "Operations"})
	at := o.since()
	r, err := o.Extend(t.Context(), opals, "g-1")
	must(t, err)
	found, err := o.Requests(t.Context(), opals, "", "1001", "")
	must(t, err)
	if len(found.Requests) != 0 {
		t.Error("the number finds the request")
	}
	again := o.one(opals, access.Full, "1001", access.PendingAction) // as for anybody else
	if again.DuplicateOf != "" {
		t.Error("the number is told by a duplicate")
	}
	seen, err := o.Request(t.Context(), opals, r.ID)
	must(t, err)
	all, err := o.Requests(t.Context(), opals, "", r.Reference, "")
	must(t, err)
	_, err = o.approveFor(o.who("ann@alpha.example"), r.ID, wire.Moved{EndsOn: "2027-01-31"})
	must(t, err)
	after, err := o.Request(t.Context(), opals, r.ID)
	must(t, err)
	v := o.holding(opals, "g-1")
	if !v.ThirdParty || v.Purpose != "Operations" || v.EndsAt.Format(time.DateOnly) != "2027-01-31" {
		t.Errorf("it goes on as %+v", v)
	}
	var mails []desk.Mail
	for _, m := range to(o.letters(at), opal) {
		if !strings.Contains(m.Text, again.Reference) && !strings.Contains(m.Subject, submissionOf(again.Reference)) {
			mails = append(mails, m)
		}
	}
	if len(mails) != 2 {
		t.Errorf("mailed %d times", len(mails))
	}
	text, err := json.Marshal([]any{r, seen, all, after, v, mails})
	must(t, err)
	for _, secret := range []string{"1001", "9001", "ann@", "Alpha"} {
		if strings.Contains(string(text), secret) {
			t.Errorf("it tells %q: %s", secret, text)
		}
	}
}

func submissionOf(reference string) string { return reference[:strings.LastIndexByte(reference, '-')] }

func TestGrantLetters_WarnInBothLanguagesAndNotOfWhatWasExtended(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	g := o.lasting(carl, "1001", 20*day)
	at := o.since()
	o.tick(6 * day)
	mail := func(want ...string) {
		t.Helper()
		mails := o.letters(at)
		if len(mails) != 1 {
			t.Fatalf("%d mails: %+v", len(mails), mails)
		}
		for _, text := range append(want, o.Origin+wire.GrantRoute(g.Grant)) {
			if !strings.Contains(mails[0].Subject+mails[0].Text, text) {
				t.Errorf("%q is not in %s\n%s", text, mails[0].Subject, mails[0].Text)
			}
		}
		at = o.since()
	}
	mail("Ends in 14 days: Contract 1001", "21 Dec 2026", "Request an extension")
	_, err := o.SetLanguage(t.Context(), carl, wire.SetLanguage{Language: "ja"})
	must(t, err)
	o.tick(13 * day)
	mail("1 日以内に終了: 契約 1001", "2026年12月21日", "延長を依頼する")
	o.tick(day)
	mail("アクセス権が終了しました: 契約 1001", "延長を依頼する")

	other := o.lasting(carl, "1002", 20*day)
	o.tick(6 * day)
	other.Ends = other.Ends.Add(100 * day)
	o.give(other)
	if mails := o.letters(at); len(mails) != 0 {
		t.Errorf("what was extended is warned of: %+v", mails)
	}
}

func TestGrant_ForceAndUntilWhen(t *testing.T) {
	o := open(t)
	o.replace(more("contracts.csv", "3001,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2026-12-01,active\n"+
		"3002,A,,,24x7,vendor,direct,2025-01-01,2026-12-10,2027-12-31,active\n3003,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,terminated\n"))
	carl := o.who("carl@alpha.example")
	for _, tt := range []struct {
		contract, why, changes string
		third                  bool
		ends                   time.Duration
	}{
		{"1001", "", "2028-01-01T00:00:00Z", false, 0},
		{"1001", "", "2026-12-03T09:00:00Z", false, 2 * day},
		{"3001", "", "2026-12-02T00:00:00Z", false, 2 * day},
		{"3002", "contract.inactive", "2026-12-10T00:00:00Z", false, 0},
		{"3003", "contract.inactive", "", false, 0},
		{"999", "contract.inactive", "", false, 0},
		{"1001", "", "2026-12-02T00:00:05Z", true, 0},
		{"3001", "", "2026-12-02T00:00:05Z", true, 0},
		{"3002", "contract.inactive", "2026-12-02T00:00:05Z", true, 0},
	} {
		g := event.GrantGiven{Grant: "g-1", Account: carl.Account, Level: access.Full, Scope: access.Contract(tt.contract), ThirdParty: tt.third}
		if tt.ends > 0 {
			g.Ends = o.clock().Add(tt.ends)
		}
		o.give(g)
		v := o.holding(carl, "g-1")
		changes := ""
		if !v.ChangesAt.IsZero() {
			changes = v.ChangesAt.Format(time.RFC3339)
		}
		if told := v.Inactive != nil; told != (tt.why != "" && !tt.third && tt.contract != "999") {
			t.Errorf("%+v: says of the contract %+v", tt, v.Inactive)
		}
		if v.Why != tt.why || v.InForce != (tt.why == "") || changes != tt.changes {
			t.Errorf("%+v: %q, changes at %s", tt, v.Why, changes)
		}
	}
}

// TestExtend_Announces tells the holder's page of the request and of the access.
func TestExtend_Announces(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	g := o.lasting(carl, "1001", 20*day)
	at := o.since()
	r, err := o.Extend(t.Context(), carl, g.Grant)
	must(t, err)
	var seen wire.Grant
	must(t, o.Ledger.View(t.Context(), func(reader *ledger.Reader) error {
		facts, err := reader.Facts(at, 0)
		must(t, err)
		return o.Registry.Use(func(*registry.Generation) error {
			for _, f := range facts {
				notices, err := o.Announce(reader, f)
				must(t, err)
				for _, n := range notices {
					if n.Update.Grant != nil && n.Topic == desk.AccountTopic(carl.Account) {
						seen = *n.Update.Grant
					}
				}
			}
			return nil
		})
	}))
	if seen.Extension != r.ID || seen.Seq != r.Seq {
		t.Errorf("announced %+v", seen)
	}
}

func TestGrantLetters_TellOfWhatWasTakenAway(t *testing.T) {
	o := open(t)
	carl, opals := o.who("carl@alpha.example"), o.employ(opal, "Ops Ltd")
	own := o.lasting(carl, "1001", 20*day)
	o.give(event.GrantGiven{Grant: "g-third", Account: opals.Account, Level: access.Full, Scope: access.Contract("1001"), ThirdParty: true, Purpose: "Operations"})
	at := o.since()
	for _, id := range []string{own.Grant, "g-third"} {
		must(t, o.Revoke(t.Context(), o.who("ann@alpha.example"), id, wire.Revoke{Reason: access.RevokedPurposeDone, Note: "The project is over."}))
	}
	mails := o.letters(at)
	for address, contract := range map[string]bool{"carl@alpha.example": true, opal: false} {
		got := to(mails, address)
		if len(got) != 1 {
			t.Fatalf("%s is mailed %+v", address, got)
		}
		text, next := got[0].Subject+got[0].Text, "ask the company you work for"
		if contract {
			next = "request it again"
		}
		for _, want := range []string{"Your access was revoked", "The work this access was given for is done", "> The project is over.", "administrator", next} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not read %q:\n%s", address, want, text)
			}
		}
		if strings.Contains(text, "1001") != contract || strings.Contains(text, "Ann") {
			t.Errorf("%s reads\n%s", address, text)
		}
	}
}
