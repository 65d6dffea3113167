package desk_test

import (
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

// leftUs is why somebody's access is taken away.
func leftUs() wire.Revoke {
	return wire.Revoke{Reason: access.RevokedLeftCompany, Note: "Thank you for your work."}
}

// approved asks for an access and lets somebody approve it.
func (o *office) approved(r wire.Request, decider string, body wire.Moved) wire.Request {
	o.t.Helper()
	r, err := o.Move(o.t.Context(), o.who(decider), r.ID, access.MoveApprove, body)
	must(o.t, err)
	return r
}

// decides is a decider's view of a request.
func (o *office) decides(email, request string) wire.QueueItem {
	o.t.Helper()
	item, err := o.QueueItem(o.t.Context(), o.who(email), request)
	must(o.t, err)
	return item
}

// TestRevoke_WhoMay: administrators what is on their contracts and bill-to IDs,
// reviewers everything, nobody else anything.
func TestRevoke_WhoMay(t *testing.T) {
	given := map[string]func(o *office) (request string){
		"a contract": func(o *office) string {
			r := o.one(o.who("pat@mail.example"), access.Downloads, "1001", access.PendingAdministrator)
			return o.approved(r, "ann@alpha.example", wire.Moved{}).ID
		},
		"a third party": func(o *office) string {
			r := o.sponsored("1001", access.Full, opal)
			return o.approved(r, "ann@alpha.example", wire.Moved{Purpose: "Operations"}).ID
		},
		"ordering": func(o *office) string {
			r := o.submit(o.who("pat@mail.example"), access.Ordering, access.KindBillTo, "9001")[0]
			return o.approved(r, "rita@vendor.example", wire.Moved{}).ID
		},
		"a programme": func(o *office) string {
			return o.approved(o.program(o.who("pat@mail.example"), "gate", "G-123")[0], "rita@vendor.example", wire.Moved{}).ID
		},
	}
	may := map[string][]string{
		"a contract": {"ann@alpha.example"}, "a third party": {"ann@alpha.example"}, "ordering": {"gil@gamma.example"}, "a programme": nil,
	}
	everybody := []string{"ann@alpha.example", "gil@gamma.example", "carl@alpha.example", "pat@mail.example", "olga@vendor.example", "ron@vendor.example"}
	for what, make := range given {
		for _, email := range everybody {
			t.Run(what+"/"+email, func(t *testing.T) {
				o := openPrograms(t)
				request := make(o)
				before := o.decides("rita@vendor.example", request).Given
				if before == nil || !before.InForce {
					t.Fatalf("the decider sees %+v", before)
				}
				err := o.Revoke(t.Context(), o.who(email), before.ID, leftUs())
				if email != "ron@vendor.example" && !slices.Contains(may[what], email) {
					refused(t, err, wire.CodeNotFound)
					if !o.decides("rita@vendor.example", request).Given.InForce {
						t.Error("it was taken away all the same")
					}
					return
				}
				must(t, err)
				after := o.decides("rita@vendor.example", request).Given
				if after.InForce || after.Why != "grant.revoked" || after.Revoked == nil || after.Revoked.Name == "" ||
					after.Revoked.Reason != access.RevokedLeftCompany || after.Revoked.Note != leftUs().Note {
					t.Errorf("afterwards: %+v", after)
				}
			})
		}
	}
}

// TestRevoke_ItsHolderReadsWhyFor30Days, and on its own page for ever.
func TestRevoke_ItsHolderReadsWhyFor30Days(t *testing.T) {
	o := open(t)
	pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
	r := o.approved(o.one(pat, access.Downloads, "1001", access.PendingAdministrator), "ann@alpha.example", wire.Moved{})
	grant := "g-" + r.ID
	must(t, o.Revoke(t.Context(), ann, grant, leftUs()))
	check := func(what string, v *wire.Revocation) {
		t.Helper()
		if v == nil || v.By != access.ByAdministrator || v.Name != "" || v.Reason != access.RevokedLeftCompany || v.Note != leftUs().Note || v.At.IsZero() {
			t.Errorf("%s: %+v", what, v)
		}
	}
	list := func() wire.GrantList {
		all, err := o.Grants(t.Context(), pat, desk.GrantsQuery{Contract: "none"})
		must(t, err)
		return all
	}
	if l := list(); len(l.Revoked) != 1 || l.Revoked[0].Contract != "1001" || l.Total != 0 {
		t.Fatalf("listed: %+v", l)
	}
	check("the list", list().Revoked[0].Revoked)
	check("its page", o.holding(pat, grant).Revoked)
	asked, err := o.Request(t.Context(), pat, r.ID)
	must(t, err)
	check("the request", asked.Revoked)
	mails := to(o.letters(0), "pat@mail.example")
	if last := mails[len(mails)-1]; !slices.Equal(last.Requests, []string{r.ID}) || !strings.Contains(last.Subject, "revoked") {
		t.Errorf("the request's page shows the mail %+v", last)
	}
	if asked.Seq <= r.Seq || asked.Status != access.Approved {
		t.Errorf("the request: %+v", asked)
	}
	_, err = o.Grant(t.Context(), o.who("carl@alpha.example"), grant)
	refused(t, err, wire.CodeNotFound)

	o.pass(30*day - time.Second)
	if len(list().Revoked) != 1 {
		t.Error("gone before 30 days")
	}
	o.pass(time.Second)
	if len(list().Revoked) != 0 {
		t.Error("still listed after 30 days")
	}
	check("its page after that", o.holding(pat, grant).Revoked)
}

// TestRevoke_WhoAsksAgainIsForAPerson, although the rules would approve; once a
// person has, it is listed no more.
func TestRevoke_WhoAsksAgainIsForAPerson(t *testing.T) {
	o := openPrograms(t)
	carl := o.who("carl@alpha.example")
	first := o.one(carl, access.Full, "1001", access.Approved)
	must(t, o.Revoke(t.Context(), o.who("ann@alpha.example"), "g-"+first.ID, leftUs()))
	again := o.submit(carl, access.Full, access.KindContract, "1001")[0]
	wantOutcome(t, again, access.PendingAdministrator, access.AccessRevoked)
	o.approved(again, "ann@alpha.example", wire.Moved{})
	all, err := o.Grants(t.Context(), carl, desk.GrantsQuery{})
	must(t, err)
	if all.Total != 1 || len(all.Revoked) != 0 {
		t.Errorf("given again: %+v", all)
	}

	badge := o.program(carl, "badge", "G-123")[0]
	wantOutcome(t, badge, access.Approved, access.ProgramAtOnce)
	must(t, o.Revoke(t.Context(), o.who("rita@vendor.example"), "g-"+badge.ID, leftUs()))
	wantOutcome(t, o.program(carl, "badge", "G-123")[0], access.PendingVendor, access.AccessRevoked)
	wantOutcome(t, o.program(carl, "badge", "G-124")[0], access.Approved, access.ProgramAtOnce)
}

// TestRevoke_StaysTheLastThatHappened: what the portal notes of another access
// meanwhile, such as a warning of its end, is no new access.
func TestRevoke_StaysTheLastThatHappened(t *testing.T) {
	o := open(t)
	carl, ann := o.who("carl@alpha.example"), o.who("ann@alpha.example")
	must(t, o.AddOfficeUser(t.Context(), ann, access.Contract("1001"), wire.AddUser{
		Email: "carl@alpha.example", Level: access.Downloads, Employer: wire.EmployerOwn,
		EndsOn: o.clock().AddDate(0, 0, 20).Format(time.DateOnly)}))
	full := o.one(carl, access.Full, "1001", access.Approved)
	o.pass(time.Minute)
	must(t, o.Revoke(t.Context(), ann, "g-"+full.ID, leftUs()))
	before := o.since()
	o.pass(7 * day)
	_, err := o.Tick(t.Context())
	must(t, err)
	if o.since() == before {
		t.Fatal("no warning was noted")
	}
	wantOutcome(t, o.submit(carl, access.Full, access.KindContract, "1001")[0], access.PendingAdministrator, access.AccessRevoked)
}

// TestRevoke_OfAThirdParty: they read nothing of the contract, and who asked for
// them that it was taken away, not what was written to them.
func TestRevoke_OfAThirdParty(t *testing.T) {
	o := open(t)
	ann, opals := o.who("ann@alpha.example"), o.employ(opal, "Ops Ltd")
	r := o.approved(o.sponsored("1001", access.Full, opal), "ann@alpha.example", wire.Moved{Purpose: "Operations"})
	grant := "g-" + r.ID
	for _, note := range []string{"Contract 1001 is over.", "bill-to ９００１"} {
		p := refused(t, o.Revoke(t.Context(), ann, grant, wire.Revoke{Reason: access.RevokedOther, Note: note}), wire.CodeValidation)
		if p.Fields[0].Code != "note.number" {
			t.Errorf("%q: %+v", note, p.Fields)
		}
	}
	must(t, o.Revoke(t.Context(), ann, grant, wire.Revoke{Reason: access.RevokedPurposeDone, Note: "The project is over."}))
	v := o.holding(opals, grant)
	if v.Revoked == nil || v.Contract+v.BillTo != "" || v.Administrators || v.Revoked.Note == "" || v.Purpose != "Operations" {
		t.Errorf("the third party sees %+v", v)
	}
	sponsor, err := o.Request(t.Context(), o.who("carl@alpha.example"), r.ID)
	must(t, err)
	if sponsor.Revoked == nil || sponsor.Revoked.Reason != access.RevokedPurposeDone || sponsor.Revoked.Note != "" {
		t.Errorf("who asked sees %+v", sponsor.Revoked)
	}
	wantOutcome(t, o.one(opals, access.Full, "1001", access.PendingAction), access.PendingAction,
		access.CompanyInsufficient, access.CompanyNameMismatch, access.EmailDomainMismatch) // nothing tells that it was this contract
}

// TestRevoke_IsAnnouncedAsAView to the holder and to who asked.
func TestRevoke_IsAnnouncedAsAView(t *testing.T) {
	o := open(t)
	opals := o.employ(opal, "Ops Ltd")
	r := o.approved(o.sponsored("1001", access.Full, opal), "ann@alpha.example", wire.Moved{Purpose: "Operations"})
	at := o.since()
	must(t, o.Revoke(t.Context(), o.who("ann@alpha.example"), "g-"+r.ID, leftUs()))
	got := map[string]wire.Update{}
	must(t, o.Ledger.View(t.Context(), func(reader *ledger.Reader) error {
		facts, err := reader.Facts(at, 10)
		for _, f := range facts {
			notices, err := o.Announce(reader, f)
			must(t, err)
			for _, n := range notices {
				got[n.Topic+" "+string(n.Update.Kind)] = n.Update
			}
		}
		return err
	}))
	gone := got[desk.AccountTopic(opals.Account)+" grant_gone"].Grant
	if gone == nil || gone.Revoked == nil || gone.Seq != o.since() || gone.Contract != "" {
		t.Errorf("the holder hears %+v", gone)
	}
	asked := got[desk.AccountTopic(o.who("carl@alpha.example").Account)+" request"].Request
	if asked == nil || asked.Revoked == nil || asked.Seq != gone.Seq || asked.For != opal {
		t.Errorf("who asked hears %+v", asked)
	}
	if got[desk.QueueTopic("contract:1001")+" office"].Office == nil {
		t.Errorf("those who manage it hear nothing: %v", got)
	}
}

// TestRevoke_WhatIsWrittenIsNoPartOfTheFact, and what older facts hold of it is
// still read: on the page, in the history and by the decider.
func TestRevoke_WhatIsWrittenIsNoPartOfTheFact(t *testing.T) {
	o := open(t)
	pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
	now, before := o.granted("pat@mail.example", "1001"), o.granted("pat@mail.example", "1002")
	must(t, o.Revoke(t.Context(), ann, now, leftUs()))
	_, err := o.Ledger.Do(t.Context(), ledger.Command{By: event.Actor{Party: access.ByReviewer, Account: ann.Account}, Run: func(tx *ledger.Tx) (any, error) {
		return tx.Append(&event.GrantRevoked{Grant: before, Account: pat.Account, Note: "as it was written then"})
	}})
	must(t, err)
	must(t, o.Ledger.View(t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(0, 1000)
		for _, f := range facts {
			if strings.Contains(string(f.Data), leftUs().Note) {
				t.Errorf("fact %d holds it: %s", f.Seq, f.Data)
			}
		}
		return err
	}))
	if v := o.holding(pat, before).Revoked; v.Note != "as it was written then" || v.Reason != "" || v.By != access.ByReviewer {
		t.Errorf("its holder reads %+v", v)
	}
	h, err := o.OfficeHistory(t.Context(), o.who("rita@vendor.example"), access.Contract("1002"), "")
	must(t, err)
	if e := h.Events[0]; e.What != "revoked" || e.Note != "as it was written then" || e.ByName != "Ann Ames" {
		t.Errorf("the history: %+v", e)
	}
	text := to(o.letters(0), "pat@mail.example")
	if last := text[len(text)-1].Text; !strings.Contains(last, "> as it was written then") {
		t.Errorf("the mail: %s", last)
	}
}

// TestRevoke_OfWhatTheRegistryHasNoMore is a reviewer's.
func TestRevoke_OfWhatTheRegistryHasNoMore(t *testing.T) {
	o := openPrograms(t)
	pat, rita := o.who("pat@mail.example"), o.who("rita@vendor.example")
	for grant, scope := range map[string]access.Identifier{
		"g-contract": access.Contract("404404"), "g-billto": access.BillTo("404"), "g-program": access.Program("closed", "X-1"),
	} {
		o.give(event.GrantGiven{Grant: grant, Account: pat.Account, Level: access.Full, Scope: scope})
		refused(t, o.Revoke(t.Context(), o.who("ann@alpha.example"), grant, leftUs()), wire.CodeNotFound)
		must(t, o.Revoke(t.Context(), rita, grant, leftUs()))
		if v := o.holding(pat, grant); v.Revoked == nil {
			t.Errorf("%s: %+v", grant, v)
		}
	}
	refused(t, o.Revoke(t.Context(), rita, "g-none", leftUs()), wire.CodeNotFound)
}

// TestRevoke_IsDoneOnce: who presses second changes nothing.
func TestRevoke_IsDoneOnce(t *testing.T) {
	o := open(t)
	grant := o.granted("pat@mail.example", "1001")
	ann, abe := o.who("ann@alpha.example"), o.who("abe@alpha.example")
	must(t, o.Revoke(t.Context(), ann, grant, leftUs()))
	at := o.since()
	must(t, o.Revoke(t.Context(), abe, grant, wire.Revoke{Reason: access.RevokedOther, Note: "something else"}))
	if v := o.holding(o.who("pat@mail.example"), grant).Revoked; o.since() != at || v.Note != leftUs().Note || v.Reason != access.RevokedLeftCompany {
		t.Errorf("the second changed it: %+v", v)
	}
}
