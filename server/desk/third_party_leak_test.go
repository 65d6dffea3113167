package desk_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// TestThirdParty_LearnsNothingOfTheContract looks through all that a third
// party can see for the contract's number, its bill-to ID and its people.
func TestThirdParty_LearnsNothingOfTheContract(t *testing.T) {
	o := open(t)
	at := o.since()
	r := o.sponsored("1001", access.Full, opal)
	_, err := o.approveFor(o.who("ann@alpha.example"), r.ID, wire.Moved{Purpose: "Operating the branch network", EndsOn: "2027-03-31"})
	must(t, err)
	link, token := o.invitation(at, opal)
	must(t, o.SetPassword(t.Context(), wire.SetPassword{Token: token, Password: "a long enough secret"}))
	_, me, err := o.SignIn(t.Context(), "192.0.2.9", "", wire.SignIn{Email: opal, Password: "a long enough secret"})
	must(t, err)
	who := o.who(opal)

	list, err := o.Grants(t.Context(), who, grantsAll)
	must(t, err)
	if len(list.Grants) != 1 {
		t.Fatalf("has %+v", list.Grants)
	}
	grant := list.Grants[0]
	if grant.Level != access.Full || grant.Purpose != "Operating the branch network" || grant.EndsAt.IsZero() || !grant.InForce || !grant.ThirdParty {
		t.Errorf("sees %+v", grant)
	}
	for _, find := range []desk.GrantsQuery{{Contract: "1001"}, {BillTo: "9001"}, {Find: "1001"}, {Find: "9"}, {Contract: "1"}} {
		if found, err := o.Grants(t.Context(), who, find); err != nil || found.Total != 0 {
			t.Errorf("%+v finds %+v, %v", find, found, err)
		}
	}
	requests, err := o.Requests(t.Context(), who, "", "", "")
	must(t, err)
	one, err := o.Grant(t.Context(), who, grant.ID)
	must(t, err)
	_, err = o.Request(t.Context(), who, r.ID)
	refused(t, err, wire.CodeNotFound)
	_, err = o.Submission(t.Context(), who, r.SubmissionID)
	refused(t, err, wire.CodeNotFound)
	more, err := o.Extend(t.Context(), who, grant.ID)
	must(t, err)
	_, err = o.SendMessage(t.Context(), who, more.ID, wire.SendMessage{Text: "How long?"})
	must(t, err)
	talk, err := o.Conversation(t.Context(), who, more.ID, "")
	must(t, err)
	told := []any{list, requests, one, me, to(o.letters(at), opal), link, more, talk}
	must(t, o.Ledger.View(t.Context(), func(reader *ledger.Reader) error {
		facts, err := reader.Facts(at, 1000)
		if err != nil {
			return err
		}
		for _, f := range facts {
			notices, err := o.Announce(reader, f)
			if err != nil {
				return err
			}
			for _, n := range notices {
				if n.Topic == desk.AccountTopic(who.Account) {
					told = append(told, n)
				}
			}
		}
		return nil
	}))
	text, err := json.Marshal(told)
	must(t, err)
	text = regexp.MustCompile(`\b[0-9a-z]{16,}\b`).ReplaceAll(text, nil) // a random ID holds any number one day
	for _, secret := range []string{"1001", "9001", "Alpha", "alpha.example", "Carl", "Ann ", "Gamma"} {
		if strings.Contains(string(text), secret) {
			t.Errorf("a third party is told %q: %s", secret, text)
		}
	}
	if len(told) < 7 || !strings.Contains(string(text), "Operating the branch network") {
		t.Errorf("looked at too little: %s", text)
	}

	// Whoever asks for the number learns by the answer no more than others do.
	got := o.submit(o.employ(opal, "Ops Ltd"), access.Full, access.KindContract, "1001")[0]
	other := o.submit(o.employ("otto@ops.example", "Ops Ltd"), access.Full, access.KindContract, "1001")[0]
	if got.Status != other.Status || fmt.Sprint(got.Reasons) != fmt.Sprint(other.Reasons) {
		t.Errorf("a third party is answered %s %v, others %s %v", got.Status, got.Reasons, other.Status, other.Reasons)
	}
}

func TestThirdParty_TheAccessCountsUntilItsLastDay(t *testing.T) {
	o := open(t)
	r := o.sponsored("1001", access.Full, opal)
	_, err := o.approveFor(o.who("ann@alpha.example"), r.ID, wire.Moved{Purpose: "Operating", EndsOn: "2026-12-10"})
	must(t, err)
	token, err := o.NewToken(t.Context(), o.who("olga@vendor.example"), wire.NewServiceToken{Name: "shop"})
	must(t, err)
	ask := func() wire.Entitlement {
		e, err := o.Entitlement(t.Context(), token.Secret, desk.EntitlementQuery{Email: opal, Serial: "SER-1001", Action: access.ActionCase})
		must(t, err)
		return e
	}
	if e := ask(); !e.Entitled || e.Reason != "grant.active" {
		t.Errorf("got %+v", e)
	}
	o.pass(9*24*time.Hour + 14*time.Hour) // 2026-12-10 23:00
	if e := ask(); !e.Entitled {
		t.Errorf("on its last day: %+v", e)
	}
	o.pass(time.Hour)
	if e := ask(); e.Entitled || e.Reason != "grant.ended" {
		t.Errorf("after its last day: %+v", e)
	}
}
