package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// half is how long access goes without being confirmed in these tests.
const half = 180 * day

func recertifying(c *desk.Config) { c.Recertify = half }

// recertified lists the facts of a recertification: "asked 2", "reminded 7",
// "confirmed", "dropped 1", and the ends that were told.
func (o *office) recertified() (told []string) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(0, 0)
		for _, f := range facts {
			data, err := f.Decode()
			if err != nil {
				return err
			}
			switch e := data.(type) {
			case *event.RecertificationAsked:
				told = append(told, fmt.Sprint("asked ", len(e.Grants)))
			case *event.RecertificationReminded:
				told = append(told, fmt.Sprint("reminded ", e.Days))
			case *event.RecertificationDropped:
				told = append(told, fmt.Sprint("dropped ", len(e.Grants)))
			case *event.GrantConfirmed:
				told = append(told, "confirmed")
			case *event.GrantEnding:
				told = append(told, fmt.Sprint("ending ", e.Days))
			case *event.GrantEnded:
				told = append(told, "ended")
			}
		}
		return err
	}))
	return told
}

func (o *office) wantRecertified(want ...string) {
	o.t.Helper()
	if got := o.recertified(); !slices.Equal(got, want) {
		o.t.Errorf("%s: %q, want %q", o.clock(), got, want)
	}
}

// answer says of accesses whether they are still needed, and expects a problem,
// "" for none, of each.
func (o *office) answer(who desk.Who, scope access.Identifier, needed bool, want wire.Code, grants ...string) {
	o.t.Helper()
	b := wire.Confirm{Grants: grants, Needed: needed}
	if !needed {
		b.Reason, b.Note = access.RevokedRoleEnded, "left us"
	}
	results, err := o.Confirm(o.t.Context(), who, scope, b)
	must(o.t, err)
	if len(results) != len(grants) {
		o.t.Errorf("%d results for %d", len(results), len(grants))
	}
	for _, r := range results {
		var got wire.Code
		if r.Problem != nil {
			got = r.Problem.Code
		}
		if got != want {
			o.t.Errorf("%s: %q, want %q", r.ID, got, want)
		}
	}
}

// unconfirmed are the addresses whose access waits to be confirmed.
func (o *office) unconfirmed(who desk.Who, scope access.Identifier) (emails []string) {
	o.t.Helper()
	list, err := o.Unconfirmed(o.t.Context(), who, scope, "", 1)
	must(o.t, err)
	for _, u := range list.Users {
		emails = append(emails, u.Email)
	}
	v, err := o.Office(o.t.Context(), who, scope)
	must(o.t, err)
	if v.Scope.Unconfirmed != list.Total {
		o.t.Errorf("%d wait, and %d are listed", v.Scope.Unconfirmed, list.Total)
	}
	return emails
}

func TestRecertify_AskedRemindedAndConfirmed(t *testing.T) {
	o := open(t, recertifying)
	ann, carl := o.who("ann@alpha.example"), o.who("carl@alpha.example")
	c := access.Contract("1001")
	g := o.granted("carl@alpha.example", "1001")
	o.tick(half - time.Second)
	o.wantRecertified()
	next, err := o.Tick(t.Context())
	must(t, err)
	if until := next.Sub(o.clock()); until != time.Second {
		t.Errorf("it sleeps for %v", until)
	}
	at := o.since()
	o.tick(time.Second)
	o.wantRecertified("asked 1")
	by := time.Date(2027, 6, 29, 23, 59, 59, 0, time.UTC)
	if v := o.holding(carl, g); !v.ConfirmBy.Equal(by) || !v.EndsAt.Equal(by) || !v.InForce || v.Extend != access.ByAdministrator {
		t.Errorf("its holder sees %+v", v)
	}
	mails := o.letters(at)
	if len(mails) != 2 || len(to(mails, "ann@alpha.example")) != 1 || len(to(mails, "abe@alpha.example")) != 1 ||
		!strings.Contains(mails[0].Text, "https://portal.example/office/contract/1001/confirm") || !strings.Contains(mails[0].Text, "29 Jun 2027") {
		t.Errorf("mailed %+v", mails)
	}
	if got := o.unconfirmed(ann, c); !slices.Equal(got, []string{"carl@alpha.example"}) {
		t.Errorf("waiting %v", got)
	}
	o.tick(7*day - time.Second)
	o.wantRecertified("asked 1")
	o.tick(time.Second)
	o.tick(14 * day)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "reminded 21")
	o.answer(ann, c, true, "", g)
	o.answer(ann, c, true, "", g) // the same again is no error
	if v := o.holding(carl, g); !v.ConfirmBy.IsZero() || !v.EndsAt.IsZero() || v.EndingDays != 0 {
		t.Errorf("confirmed, its holder sees %+v", v)
	}
	o.tick(half - time.Second)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "reminded 21", "confirmed")
	o.tick(time.Second)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "reminded 21", "confirmed", "asked 1")
}

func TestRecertify_NotConfirmedItEnds(t *testing.T) {
	o := open(t, recertifying)
	g := o.granted("carl@alpha.example", "1001")
	o.tick(half)
	at := o.since()
	o.tick(17 * day)
	mails := to(o.letters(at), "carl@alpha.example")
	if len(mails) != 1 || !strings.Contains(mails[0].Text, "If they do not confirm, it ends on 29 Jun 2027.") || !strings.Contains(mails[0].Text, "/access/grants/"+g) {
		t.Errorf("warned by %+v", mails)
	}
	at = o.since()
	o.tick(14 * day)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "ended") // what was missed is not told
	mails = to(o.letters(at), "carl@alpha.example")
	if len(mails) != 1 || !strings.Contains(mails[0].Text, "they did not confirm") {
		t.Errorf("told by %+v", mails)
	}
	if o.checks("carl@alpha.example", "1001") {
		t.Error("nobody confirmed it, and it goes on")
	}
	if got := o.unconfirmed(o.who("ann@alpha.example"), access.Contract("1001")); got != nil {
		t.Errorf("ended, %v still waits", got)
	}
	o.answer(o.who("ann@alpha.example"), access.Contract("1001"), true, wire.CodeNotAsked, g)
	if v := o.holding(o.who("carl@alpha.example"), g); v.ConfirmBy.IsZero() || v.Extend != access.ByAdministrator {
		t.Errorf("its holder sees %+v", v)
	}
	o.tick(400 * day)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "ended")
}

func TestRecertify_NoLongerNeededIsTheEnd(t *testing.T) {
	o := open(t, recertifying)
	ann, abe := o.who("ann@alpha.example"), o.who("abe@alpha.example")
	c := access.Contract("1001")
	g, other := o.granted("carl@alpha.example", "1001"), o.granted("pat@mail.example", "1001")
	o.answer(ann, c, false, wire.CodeNotAsked, g) // nobody asked yet
	o.tick(half)
	p := refused(t, confirmError(o.Confirm(t.Context(), ann, c, wire.Confirm{Grants: []string{g}})), wire.CodeValidation)
	if p.Fields[0].Field != "reason" {
		t.Errorf("without a reason: %+v", p.Fields)
	}
	at := o.since()
	o.answer(ann, c, false, "", g)
	o.answer(abe, c, false, "", g)
	o.answer(abe, c, true, wire.CodeNotAsked, g)
	if mails := o.letters(at); len(mails) != 1 || mails[0].To != "carl@alpha.example" || !strings.Contains(mails[0].Text, "left us") {
		t.Errorf("told by %+v", mails)
	}
	if o.checks("carl@alpha.example", "1001") {
		t.Error("it is not needed, and goes on")
	}
	o.answer(abe, c, true, "", other)
	o.answer(ann, c, false, wire.CodeNotAsked, other) // nothing is removed by who did not know
	if !o.checks("pat@mail.example", "1001") {
		t.Error("confirmed, and removed")
	}
	h, err := o.OfficeHistory(t.Context(), ann, c, "")
	must(t, err)
	var what []string
	for _, e := range h.Events {
		what = append(what, e.What)
	}
	if got := strings.Join(what, " "); got != "confirmed revoked asked grant grant" {
		t.Errorf("its history tells %q", got)
	}
}

func confirmError(_ []wire.DecisionResult, err error) error { return err }

func TestRecertify_WhoMayAnswer(t *testing.T) {
	o := open(t, recertifying)
	c := access.Contract("1001")
	g := o.granted("carl@alpha.example", "1001")
	foreign := o.granted("pat@mail.example", "1002")
	o.granted("ann@alpha.example", "1001")
	o.tick(half)
	o.wantRecertified("asked 1") // not of an administrator's own
	for _, who := range []string{"carl@alpha.example", "gil@gamma.example", "olga@vendor.example"} {
		refused(t, confirmError(o.Confirm(t.Context(), o.who(who), c, wire.Confirm{Grants: []string{g}, Needed: true})), wire.CodeNotFound)
		_, err := o.Unconfirmed(t.Context(), o.who(who), c, "", 1)
		refused(t, err, wire.CodeNotFound)
	}
	ann := o.who("ann@alpha.example")
	o.answer(ann, c, true, wire.CodeNotFound, foreign)
	for what, b := range map[string]wire.Confirm{
		"none":     {Needed: true},
		"too many": {Needed: true, Grants: strings.Split(strings.Repeat("x,", 101), ",")},
	} {
		if what == "too many" {
			for i := range b.Grants {
				b.Grants[i] = fmt.Sprint(i)
			}
		}
		refused(t, confirmError(o.Confirm(t.Context(), ann, c, b)), wire.CodeValidation)
	}
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "carl@alpha.example"}))
	o.answer(o.who("carl@alpha.example"), c, true, wire.CodeOwnRequest, g)
	o.tick(0)
	o.wantRecertified("asked 1", "dropped 1") // who answers for the contract is not asked about
	o.answer(o.who("rita@vendor.example"), c, true, "", g)
}

func TestRecertify_WhereNobodyAnswers(t *testing.T) {
	o := open(t, recertifying)
	rita, c := o.who("rita@vendor.example"), access.Contract("2001")
	g := o.granted("carl@alpha.example", "2001")
	o.tick(half)
	o.tick(0)
	o.wantRecertified()
	must(t, o.NameAdministrator(t.Context(), rita, c, wire.NameAdministrator{Email: "bert@beta.example"}))
	o.tick(0)
	o.wantRecertified("asked 1")
	bert := o.who("bert@beta.example")
	must(t, o.leave(bert, c, wire.LeaveOffice{Note: "Good bye"}))
	o.tick(0)
	o.wantRecertified("asked 1", "dropped 1")
	if v := o.holding(o.who("carl@alpha.example"), g); !v.EndsAt.IsZero() || !v.ConfirmBy.IsZero() {
		t.Errorf("nobody is left to confirm it: %+v", v)
	}
	o.tick(100 * day)
	o.wantRecertified("asked 1", "dropped 1")
}

// TestRecertify_AskedLaterRemindsByItself: who steps down is asked about, with a
// deadline and reminders of that question's own.
func TestRecertify_AskedLaterRemindsByItself(t *testing.T) {
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "carl@alpha.example"}))
	o.granted("carl@alpha.example", "1001")
	o.granted("pat@mail.example", "1001")
	o.tick(half)
	o.tick(7 * day)
	o.tick(14 * day)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "reminded 21")
	must(t, o.leave(o.who("carl@alpha.example"), c, wire.LeaveOffice{Note: "Good bye"}))
	o.tick(0)
	at := o.since()
	o.tick(7 * day)
	o.wantRecertified("asked 1", "reminded 7", "ending 14", "reminded 21", "asked 1", "reminded 7")
	if mails := to(o.letters(at), "ann@alpha.example"); len(mails) != 1 || !strings.Contains(mails[0].Text, "20 Jul 2027") {
		t.Errorf("mailed %+v", mails)
	}
}

// TestRecertify_IsASetting that counts for what was given before as well, and
// that takes back what it asked.
func TestRecertify_IsASetting(t *testing.T) {
	o := open(t)
	g := o.granted("carl@alpha.example", "1001")
	o.tick(300 * day)
	o.wantRecertified()
	o.restart(recertifying)
	o.tick(0)
	o.wantRecertified("asked 1")
	o.tick(10 * day)
	o.restart(func(c *desk.Config) { c.Recertify = 0 })
	o.tick(0)
	o.wantRecertified("asked 1", "reminded 7", "dropped 1")
	if v := o.holding(o.who("carl@alpha.example"), g); !v.EndsAt.IsZero() {
		t.Errorf("it still ends: %+v", v)
	}
	o.tick(40 * day)
	o.wantRecertified("asked 1", "reminded 7", "dropped 1")
	o.restart(func(c *desk.Config) { c.Recertify = 90 * day })
	o.tick(0)
	o.wantRecertified("asked 1", "reminded 7", "dropped 1", "asked 1")
}

func TestRecertify_AsksOncePerPeriod(t *testing.T) {
	o := open(t, recertifying)
	o.granted("carl@alpha.example", "1001")
	o.pass(29 * day)
	o.granted("pat@mail.example", "1001")
	o.pass(day + time.Hour)
	o.granted("bare@alpha.example", "1001")
	o.tick(half - 30*day - time.Hour)
	o.wantRecertified("asked 2") // the second would be due tomorrow, the third once these have ended
	o.tick(30*day + time.Hour)
	o.wantRecertified("asked 2", "reminded 21", "ending 1", "ending 1", "asked 1")
}

func TestRecertify_WhatIsNotAskedAboutBringsNothingForward(t *testing.T) {
	o := open(t, recertifying)
	o.granted("ann@alpha.example", "1001") // an administrator's own
	o.pass(20 * day)
	o.granted("carl@alpha.example", "1001")
	o.tick(half - 20*day)
	o.wantRecertified()
	o.tick(20 * day)
	o.wantRecertified("asked 1")
}

func TestRecertify_AClockThatIsSetBackHidesNothing(t *testing.T) {
	o := open(t, recertifying)
	o.granted("ann@alpha.example", "1001")
	o.tick(half) // looked at, and passed over
	o.pass(-half - 20*day)
	o.granted("carl@alpha.example", "1001") // before what was looked at
	o.tick(half)
	o.wantRecertified("asked 1")
}

func TestRecertify_WhatIsNotAskedAbout(t *testing.T) {
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	carl := o.who("carl@alpha.example")
	o.lasting(carl, "1001", half+20*day) // ends while it would be asked about
	o.give(event.GrantGiven{Grant: "g-gone", Account: carl.Account, Level: access.Full, Scope: c})
	must(t, o.Revoke(t.Context(), ann, "g-gone", wire.Revoke{Reason: access.RevokedByMistake}))
	o.give(event.GrantGiven{Grant: "g-program", Account: carl.Account, Level: access.Programme, Scope: access.Program("p", "x")})
	g := o.granted("pat@mail.example", "1001")
	o.pass(100 * day)
	must(t, o.SetOfficeEnd(t.Context(), ann, c, g, wire.SetEnd{EndsOn: "2027-12-30"})) // who says until when has confirmed it
	o.tick(half - 100*day)
	o.wantRecertified()
	resting := more("contracts.csv", "")
	resting["contracts.csv"].Data = []byte(strings.Replace(string(resting["contracts.csv"].Data), "2027-12-31,active\n1002", "2027-12-31,terminated\n1002", 1))
	o.replace(resting)
	o.tick(105 * day)
	o.wantRecertified("ended")
	o.replace(files()) // renewed
	o.tick(0)
	o.wantRecertified("ended", "asked 1")
	if v := o.holding(o.who("pat@mail.example"), g); v.EndsAt.Format(time.DateOnly) != "2027-10-12" {
		t.Errorf("until %s", v.EndsAt)
	}
	o.answer(ann, c, true, "", g)
	if v := o.holding(o.who("pat@mail.example"), g); v.EndsAt.Format(time.DateOnly) != "2027-12-30" {
		t.Errorf("confirmed until %s", v.EndsAt)
	}
}

func TestRecertify_AnExtensionAnswersToo(t *testing.T) {
	o := open(t, recertifying)
	ann, carl := o.who("ann@alpha.example"), o.who("carl@alpha.example")
	g := o.granted("carl@alpha.example", "1001")
	o.tick(half + 20*day)
	r, err := o.Extend(t.Context(), carl, g)
	must(t, err)
	item, err := o.QueueItem(t.Context(), ann, r.ID)
	must(t, err)
	if item.Extended.ConfirmBy.IsZero() || !item.Extended.Suggested.IsZero() {
		t.Errorf("the administrator sees %+v", item.Extended)
	}
	_, err = o.Move(t.Context(), ann, r.ID, access.MoveApprove, wire.Moved{NoEnd: true})
	must(t, err)
	if v := o.holding(carl, g); !v.EndsAt.IsZero() || !v.ConfirmBy.IsZero() {
		t.Errorf("extended: %+v", v)
	}
	if got := o.unconfirmed(ann, access.Contract("1001")); got != nil {
		t.Errorf("extended, %v still waits", got)
	}
}

func TestRecertify_OffForMoreThanAWeekOnlyTheLastIsTold(t *testing.T) {
	o := open(t, recertifying)
	o.granted("carl@alpha.example", "1001")
	o.tick(half + 50*day)
	o.wantRecertified("asked 1") // with the whole time to answer
	o.pass(22 * day)
	o.restart()
	o.tick(0)
	o.tick(0)
	o.wantRecertified("asked 1", "reminded 21", "ending 14")
	o.tick(-10 * day) // a clock that is set back says nothing twice
	o.tick(10 * day)
	o.wantRecertified("asked 1", "reminded 21", "ending 14")
}

func TestRecertify_ShowsAtOnceWhereItIsLookedAt(t *testing.T) {
	m := &meanwhile{}
	o := open(t, m.between, recertifying)
	ann, carl := o.who("ann@alpha.example"), desk.AccountTopic(o.who("carl@alpha.example").Account)
	g := o.granted("carl@alpha.example", "1001")
	heard := func(do func()) string {
		at := o.since()
		do()
		return strings.Join(told(t, m, o, at), ", ")
	}
	const office = "queue:contract:1001 office, queue:vendor office"
	for what, got := range map[string]string{
		"asked":     heard(func() { o.tick(half) }),
		"confirmed": heard(func() { o.answer(ann, access.Contract("1001"), true, "", g) }),
	} {
		if want := carl + " grant, " + office; got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	o.tick(half)
	o.pass(31 * day)
	if got := heard(func() { o.tick(0) }); !strings.HasSuffix(got, carl+" grant, "+office) {
		t.Errorf("ended: %q", got)
	}
}

func TestRecertify_ManyAtOnce(t *testing.T) {
	o := open(t, recertifying)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	var grants []string
	for i := range 120 {
		grants = append(grants, o.granted(fmt.Sprintf("u%03d@alpha.example", i), "1001"))
	}
	o.tick(half)
	o.wantRecertified("asked 50", "asked 50", "asked 20")
	if got := o.unconfirmed(ann, c); len(got) != wire.ConfirmPage || !slices.IsSorted(got) {
		t.Errorf("a page of %d: %v", len(got), got)
	}
	o.answer(ann, c, true, "", grants[:100]...)
	o.answer(ann, c, false, "", grants[100:]...)
	if got := o.unconfirmed(ann, c); got != nil {
		t.Errorf("answered, %v wait", got)
	}
	o.tick(22 * day)
	if got := o.recertified(); slices.Contains(got, "reminded 7") || slices.Contains(got, "reminded 21") {
		t.Error("reminded of what was answered")
	}
}

// TestRecertify_TakenBackAsThingsStandThen: who decides is looked up before the
// writer runs, and asked again inside.
func TestRecertify_TakenBackAsThingsStandThen(t *testing.T) {
	for name, tt := range map[string]struct {
		first     func(o *office)
		meanwhile func(o *office)
		want      string
	}{
		"AnImportBringsTheAdministratorsBack": {
			func(o *office) { o.replace(without("administrators.csv")) },
			func(o *office) { o.replace(files()) },
			"asked 2",
		},
		"SomebodyIsNamed": {
			func(o *office) { o.replace(without("administrators.csv")) },
			func(o *office) { o.appoint("bert@beta.example") },
			"asked 2",
		},
		"ItsHolderIsNamed": {
			func(o *office) { o.replace(without("administrators.csv")) },
			func(o *office) { o.appoint("pat@mail.example") },
			"asked 2 dropped 1",
		},
		"ItsHolderStepsDown": {
			func(o *office) { o.appoint("carl@alpha.example") },
			func(o *office) {
				must(o.t, o.leave(o.who("carl@alpha.example"), access.Contract("1001"), wire.LeaveOffice{Note: "Good bye"}))
			},
			"asked 2",
		},
		"ItIsAnswered": {
			func(o *office) { o.appoint("carl@alpha.example") },
			func(o *office) {
				o.answer(o.who("ann@alpha.example"), access.Contract("1001"), true, "", "g-carl@alpha.example-1001")
			},
			"asked 2 confirmed",
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := &meanwhile{}
			o := open(t, m.between, recertifying)
			_, err := o.AddAccount(t.Context(), "carl@alpha.example", "a long password", "") // is not invited, which is a command beside these
			must(t, err)
			o.granted("carl@alpha.example", "1001")
			o.granted("pat@mail.example", "1001")
			o.tick(half)
			tt.first(o)
			m.before = func() { tt.meanwhile(o) }
			o.tick(0)
			o.tick(0)
			if got := strings.Join(o.recertified(), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// appoint makes somebody an administrator of 1001.
func (o *office) appoint(email string) {
	o.t.Helper()
	must(o.t, o.NameAdministrator(o.t.Context(), o.who("rita@vendor.example"), access.Contract("1001"), wire.NameAdministrator{Email: email}))
}
