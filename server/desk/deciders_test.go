package desk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// managed is the registry with these administrators of the contract 1001.
func managed(admins ...string) fstest.MapFS {
	lines := "email,contract_number,bill_to_id\n"
	for _, a := range admins {
		lines += a + ",1001,\n"
	}
	all := files()
	all["administrators.csv"] = &fstest.MapFile{Data: []byte(lines)}
	return all
}

// says lets the vendor say that somebody decides for 1001 from now on, or no
// more; of who does not, the latter is refused.
func (o *office) says(email string, leaves bool) {
	o.t.Helper()
	rita := o.who("rita@vendor.example")
	if !leaves {
		must(o.t, o.NameAdministrator(context.Background(), rita, access.Contract("1001"), wire.NameAdministrator{Email: email}))
		return
	}
	err := o.LeaveOffice(context.Background(), rita, access.Contract("1001"), wire.LeaveOffice{Email: email, Note: "Gone."})
	var p *wire.Problem
	if err != nil && (!errors.As(err, &p) || p.Code != wire.CodeValidation) {
		o.t.Fatal(err)
	}
}

// asked lets somebody who holds 1001 ask for a third party.
func (o *office) asked(who desk.Who, email string) wire.Request {
	o.t.Helper()
	id := "g-" + who.Account
	o.give(event.GrantGiven{Grant: id, Account: who.Account, Level: access.Full, Scope: access.Contract("1001")})
	r, err := o.AskForThirdParty(context.Background(), who, id, asksFor(access.Downloads, email))
	must(o.t, err)
	return r
}

// TestDeciders_NobodyDecidesTheirOwn: what only its own parties could decide is
// the vendor's at once.
func TestDeciders_NobodyDecidesTheirOwn(t *testing.T) {
	const ann, abe, carl = "ann@alpha.example", "abe@alpha.example", "carl@alpha.example"
	for _, c := range []struct {
		name   string
		admins []string
		by     string
		third  string // "" asks for downloads of their own
		want   string
	}{
		{"TheOnlyOneForThemselves", []string{ann}, ann, "", "PendingVendor downloads.review admin.own"},
		{"OneOfTwoForThemselves", []string{ann, abe}, ann, "", "PendingAdministrator downloads.review"},
		{"SomebodyElseOfTheOnlyOne", []string{ann}, carl, "", "PendingAdministrator downloads.review"},
		{"TheOnlyOneForAThirdParty", []string{ann}, ann, opal, "PendingVendor third_party.asked admin.own"},
		{"OneOfTwoForAThirdParty", []string{ann, abe}, ann, opal, "PendingAdministrator third_party.asked"},
		{"OneOfTwoForTheOther", []string{ann, abe}, ann, abe, "PendingVendor third_party.asked admin.own"},
		{"SomebodyForTheOnlyOne", []string{ann}, carl, ann, "PendingVendor third_party.asked admin.own"},
		{"SomebodyForOneOfTwo", []string{ann, abe}, carl, ann, "PendingAdministrator third_party.asked"},
		{"SomebodyWhereNobodyManages", nil, carl, opal, "PendingVendor third_party.asked"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.replace(managed(c.admins...))
			for _, email := range []string{ann, abe} {
				o.who(email)
			}
			who := o.who(c.by)
			var r wire.Request
			if c.third == "" {
				r = o.submit(who, access.Downloads, access.KindContract, "1001")[0]
			} else {
				r = o.asked(who, c.third)
			}
			got := string(r.Status)
			for _, reason := range r.Reasons {
				got += " " + string(reason)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDeciders_WhenAdministratorsChange(t *testing.T) {
	ann, abe := "ann@alpha.example", "abe@alpha.example"
	t.Run("TheOtherOneLeaves", func(t *testing.T) {
		o := open(t)
		who, pat := o.who(ann), o.who("pat@mail.example")
		mine := o.one(who, access.Downloads, "1001", access.PendingAdministrator)
		theirs := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		o.says(abe, true)
		if got := o.path(who, mine.ID); got != "PendingAdministrator PendingVendor admin.own" {
			t.Errorf("the own one went %q", got)
		}
		o.stands(pat, theirs.ID, access.PendingAdministrator)
		o.says(ann, true)
		if got := o.path(pat, theirs.ID); got != "PendingAdministrator PendingVendor admin.gone" {
			t.Errorf("the other one went %q", got)
		}
	})
	t.Run("AnImportLeavesThePartiesAlone", func(t *testing.T) {
		o := open(t)
		who := o.who(ann)
		r := o.asked(who, opal)
		o.stands(who, r.ID, access.PendingAdministrator)
		o.replace(managed(ann, opal))
		o.tick(0)
		if got := o.path(who, r.ID); got != "PendingAdministrator PendingVendor admin.own" {
			t.Errorf("it went %q", got)
		}
	})
	t.Run("AReviewerCannotSendItBack", func(t *testing.T) {
		o := open(t)
		o.replace(managed(ann))
		who, rita := o.who(ann), o.who("rita@vendor.example")
		r := o.one(who, access.Downloads, "1001", access.PendingVendor)
		_, err := o.move(rita, r.ID, access.MoveSendAdmin, "")
		refused(t, err, wire.CodeNoAdmin)
		item, err := o.QueueItem(t.Context(), rita, r.ID)
		must(t, err)
		if slices.Contains(item.Moves, access.MoveSendAdmin) {
			t.Errorf("the page offers it: %v", item.Moves)
		}
	})
	t.Run("WhatTheyConfirmGoesToTheVendor", func(t *testing.T) {
		o := open(t)
		o.replace(managed("pat@mail.example"))
		pat := o.who("pat@mail.example")
		r := o.one(pat, access.Full, "1001", access.PendingAction)
		_, err := o.move(pat, r.ID, access.MoveConfirm, "")
		must(t, err)
		if got := o.path(pat, r.ID); got != "PendingAction PendingVendor requester.confirmed" {
			t.Errorf("it went %q", got)
		}
	})
	t.Run("MoreThanOneWindow", func(t *testing.T) {
		o := open(t)
		for i := range 120 {
			o.one(o.client(i), access.Downloads, "1001", access.PendingAdministrator)
		}
		o.replace(managed())
		o.tick(0)
		queue, err := o.Queue(t.Context(), o.who("rita@vendor.example"), desk.QueueQuery{})
		must(t, err)
		if queue.Counts.Total != 120 {
			t.Errorf("the vendor has %d of 120", queue.Counts.Total)
		}
	})
}

// TestDeciders_NoRequestWaitsWhereNobodyMayDecide plays requests, decisions and
// every change of who administers, in any order.
func TestDeciders_NoRequestWaitsWhereNobodyMayDecide(t *testing.T) {
	o := open(t)
	people := []desk.Who{
		o.who("ann@alpha.example"), o.who("abe@alpha.example"), o.who("carl@alpha.example"), o.who("pat@mail.example"), o.who(opal),
	}
	emails := []string{"ann@alpha.example", "abe@alpha.example", "carl@alpha.example", "pat@mail.example", opal}
	rita := o.who("rita@vendor.example")
	rapid.Check(t, func(t *rapid.T) {
		o.pass(time.Hour) // the hourly limit of asking for others
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			who := rapid.SampledFrom(people).Draw(t, "who")
			step := rapid.SampledFrom([]string{"own", "third", "send", "move", "name", "leave", "import"}).Draw(t, "step")
			switch step {
			case "own":
				level := rapid.SampledFrom([]access.Level{access.Downloads, access.Full}).Draw(t, "level")
				o.submit(who, level, access.KindContract, "1001")
			case "third":
				o.maybe(who, rapid.SampledFrom(emails).Draw(t, "third"))
			case "send":
				o.each(rita, access.PendingVendor, access.MoveSendAdmin)
			case "move":
				move := rapid.SampledFrom([]access.Move{access.MoveConfirm, access.MoveCancel}).Draw(t, "move")
				o.each(who, "", move)
			case "name", "leave":
				o.says(rapid.SampledFrom(emails).Draw(t, "administrator"), step == "leave")
			case "import":
				o.replace(managed(rapid.SliceOfNDistinct(rapid.SampledFrom(emails), 0, 3, rapid.ID[string]).Draw(t, "admins")...))
				o.tick(0)
			}
			if stuck := o.stuck(people); stuck != "" {
				t.Fatalf("after %q nobody may decide %s", step, stuck)
			}
		}
	})
}

// maybe asks for a third party, who may be refused.
func (o *office) maybe(who desk.Who, email string) {
	id := "g-" + who.Account
	if _, err := o.Grant(context.Background(), who, id); err != nil {
		o.give(event.GrantGiven{Grant: id, Account: who.Account, Level: access.Full, Scope: access.Contract("1001")})
	}
	_, _ = o.AskForThirdParty(context.Background(), who, id, asksFor(access.Downloads, email))
}

// each makes a move on all of a person's requests, or of the vendor's queue;
// what is refused stays as it is.
func (o *office) each(who desk.Who, queue access.Status, move access.Move) {
	o.t.Helper()
	var ids []string
	if queue != "" {
		list, err := o.Queue(context.Background(), who, desk.QueueQuery{Limit: 100})
		must(o.t, err)
		for _, row := range list.Rows {
			ids = append(ids, row.ID)
		}
	} else {
		list, err := o.Requests(context.Background(), who, "", "", "")
		must(o.t, err)
		for _, r := range list.Requests {
			ids = append(ids, r.ID)
		}
	}
	for _, id := range ids {
		_, _ = o.move(who, id, move, "")
	}
}

// stuck names a request that waits for administrators of whom none may approve
// it, "" for none.
func (o *office) stuck(people []desk.Who) string {
	o.t.Helper()
	var waiting []ledger.Request
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) (err error) {
		waiting, _, err = r.Queue([]string{"contract:1001"}, ledger.QueueFilter{}, "", 100)
		return err
	}))
	for _, r := range waiting {
		may := func(who desk.Who) bool {
			item, err := o.QueueItem(context.Background(), who, r.ID)
			return err == nil && slices.Contains(item.Moves, access.MoveApprove)
		}
		if !slices.ContainsFunc(people, may) {
			return fmt.Sprintf("%s of %s for %q", r.ID, r.Account, r.For)
		}
	}
	return ""
}
