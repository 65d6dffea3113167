package desk_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// opal works for a company that no contract names.
const opal = "opal@ops.example"

// give writes a grant as a decision would.
func (o *office) give(g event.GrantGiven) {
	o.t.Helper()
	if g.Starts.IsZero() {
		g.Starts = o.clock()
	}
	_, err := o.Ledger.Do(o.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		_, err := tx.Append(&g)
		return nil, err
	}})
	must(o.t, err)
}

// employ makes an account of a company and an address.
func (o *office) employ(email, company string) desk.Who {
	o.t.Helper()
	who := o.who(email)
	me, err := o.Me(o.t.Context(), who)
	must(o.t, err)
	me.Profile.Company, me.Profile.Address = company, "1 Main St"
	_, err = o.UpdateProfile(o.t.Context(), who, wire.ProfileChange{Profile: me.Profile})
	must(o.t, err)
	return who
}

// asksFor is what suits both the administrators and the vendor.
func asksFor(level access.Level, email string) wire.ThirdParty {
	return wire.ThirdParty{
		Level: level, Email: email, Company: "Ops Ltd", Message: "They run our network.",
		ApproverEmail: "carl@alpha.example", ApproverName: "Carl Cole", ApproverCompany: "Alpha Works",
	}
}

// sponsored lets carl, who holds the contract, ask for a third party.
func (o *office) sponsored(contract string, level access.Level, email string) wire.Request {
	o.t.Helper()
	carl := o.who("carl@alpha.example")
	o.give(event.GrantGiven{Grant: "g-carl-" + contract, Account: carl.Account, Level: access.Full, Scope: access.Contract(contract)})
	r, err := o.AskForThirdParty(o.t.Context(), carl, "g-carl-"+contract, asksFor(level, email))
	must(o.t, err)
	return r
}

func (o *office) approveFor(who desk.Who, id string, body wire.Moved) (wire.Request, error) {
	return o.Move(o.t.Context(), who, id, access.MoveApprove, body)
}

// TestThirdParty_WhoMayAsk holds every combination of person, scope, level and
// state of the grant to the rule, told anew here: deny unless all of it holds.
func TestThirdParty_WhoMayAsk(t *testing.T) {
	o := open(t)
	people := []struct {
		who     desk.Who
		company string // that they certainly belong to
	}{
		{o.who("carl@alpha.example"), "A"},
		{o.employ("greta@gamma.example", "Gamma Partners"), "G"},
		{o.employ("bert@beta.example", "Beta K.K."), "B"},
		{o.employ("anna@alpha.example", "Gamma Partners"), ""}, // name and address of two companies
		{o.who("pat@mail.example"), ""},                        // a public address
		{o.who("bare@alpha.example"), ""},                      // no company
		{o.employ("opal@ops.example", "Alpha Works"), ""},      // a name alone
	}
	entitled := map[access.Identifier]string{
		access.Contract("1001"): "AG", access.Contract("1002"): "AG", access.Contract("2001"): "B", access.BillTo("9001"): "G",
	}
	states := map[string]func(*event.GrantGiven){
		"in force":    func(*event.GrantGiven) {},
		"ended":       func(g *event.GrantGiven) { g.Starts, g.Ends = o.clock().Add(-2*time.Hour), o.clock().Add(-time.Hour) },
		"not begun":   func(g *event.GrantGiven) { g.Starts = o.clock().Add(time.Hour) },
		"third party": func(g *event.GrantGiven) { g.ThirdParty = true },
	}
	for _, p := range people {
		for scope, companies := range entitled {
			for _, level := range []access.Level{access.Downloads, access.Full, access.Ordering} {
				for state, change := range states {
					id := fmt.Sprint(p.who.Account, scope.Value, level, state)
					g := event.GrantGiven{Grant: id, Account: p.who.Account, Level: level, Scope: scope}
					change(&g)
					o.give(g)
					v, err := o.Grant(t.Context(), p.who, id)
					must(t, err)
					may := p.company != "" && strings.Contains(companies, p.company) && level != access.Ordering && state == "in force"
					if (v.Share != nil) != may {
						t.Errorf("%s, %s on %s, %s: may ask: %v", p.who.Session, level, scope, state, v.Share)
					}
					if v.Share != nil && (len(v.Share.Levels) == 2) != (level == access.Full) {
						t.Errorf("%s on %s passes on %v", level, scope, v.Share.Levels)
					}
				}
			}
		}
	}
}

func TestThirdParty_Ask(t *testing.T) {
	t.Run("GoesToTheAdministrators", func(t *testing.T) {
		o := open(t)
		r := o.sponsored("1001", access.Full, opal)
		if r.Status != access.PendingAdministrator || r.For != opal || r.Reasons[0] != access.ThirdPartyAsked {
			t.Errorf("got %+v", r)
		}
		queue, err := o.Queue(t.Context(), o.who("ann@alpha.example"), desk.QueueQuery{Find: "opal"})
		must(t, err)
		if len(queue.Rows) != 1 || queue.Rows[0].For != opal || queue.Rows[0].Name != "Carl Cole" || queue.Rows[0].ForCompany != "Ops Ltd" {
			t.Errorf("the queue shows %+v", queue.Rows)
		}
	})
	t.Run("GoesToTheVendorWhereNobodyElseManages", func(t *testing.T) {
		o := open(t)
		if r := o.sponsored("1002", access.Full, opal); r.Status != access.PendingVendor {
			t.Errorf("without an administrator: %s", r.Status)
		}
		gil := o.employ("gil@gamma.example", "Gamma Partners Ltd") // the only administrator of 9001
		o.give(event.GrantGiven{Grant: "g-gil", Account: gil.Account, Level: access.Full, Scope: access.BillTo("9001")})
		r, err := o.AskForThirdParty(t.Context(), gil, "g-gil", asksFor(access.Downloads, opal))
		must(t, err)
		if r.Status != access.PendingVendor {
			t.Errorf("asked by the only administrator: %s", r.Status)
		}
	})
	t.Run("TheVendorNeedsEveryItem", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		o.give(event.GrantGiven{Grant: "g", Account: carl.Account, Level: access.Downloads, Scope: access.Contract("1002")})
		_, err := o.AskForThirdParty(t.Context(), carl, "g", wire.ThirdParty{Level: access.Full})
		p := refused(t, err, wire.CodeValidation)
		if len(p.Fields) != 7 { // the level is above the sponsor's own
			t.Errorf("missed %+v", p.Fields)
		}
	})
	t.Run("NobodyAsksOnWhatIsNotTheirs", func(t *testing.T) {
		o := open(t)
		o.sponsored("1001", access.Full, opal)
		_, err := o.AskForThirdParty(t.Context(), o.who("pat@mail.example"), "g-carl-1001", asksFor(access.Full, opal))
		refused(t, err, wire.CodeNotFound)
		pat := o.who("pat@mail.example")
		list, err := o.Grants(t.Context(), pat, grantsAll)
		must(t, err)
		_, err = o.AskForThirdParty(t.Context(), pat, list.Grants[0].ID, asksFor(access.Downloads, opal))
		refused(t, err, wire.CodeNoSponsor)
	})
	t.Run("NobodyAsksForThemselves", func(t *testing.T) {
		o := open(t)
		o.sponsored("1001", access.Full, opal)
		_, err := o.AskForThirdParty(t.Context(), o.who("carl@alpha.example"), "g-carl-1001", asksFor(access.Full, "Carl@alpha.example"))
		refused(t, err, wire.CodeValidation)
	})
	t.Run("AnswersTheSameWhetherTheAddressHasAnAccount", func(t *testing.T) {
		o := open(t)
		o.who("pat@mail.example")
		for _, email := range []string{"pat@mail.example", opal} {
			r := o.sponsored("1001", access.Full, email)
			r.ID, r.SubmissionID, r.Reference, r.Seq, r.For = "", "", "", 0, ""
			got, err := json.Marshal(r)
			must(t, err)
			if want := `"status":"PendingAdministrator"`; !strings.Contains(string(got), want) {
				t.Errorf("%s: %s", email, got)
			}
			_, err = o.AskForThirdParty(t.Context(), o.who("carl@alpha.example"), "g-carl-1001", asksFor(access.Full, email))
			if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != "third.pending" {
				t.Errorf("%s: a second time %+v", email, p.Fields)
			}
		}
		o.who(opal) // registers meanwhile
		_, err := o.AskForThirdParty(t.Context(), o.who("carl@alpha.example"), "g-carl-1001", asksFor(access.Full, opal))
		refused(t, err, wire.CodeValidation)
	})
	t.Run("IsNoDuplicateOfOnesOwn", func(t *testing.T) {
		o := open(t)
		o.sponsored("1001", access.Downloads, opal)
		o.one(o.who("abe@alpha.example"), access.Downloads, "1001", access.PendingAdministrator)
		o.one(o.who(opal), access.Downloads, "1002", access.Denied)
	})
	t.Run("RepeatedKeyAsksOnce", func(t *testing.T) {
		o := open(t)
		o.sponsored("1001", access.Full, opal)
		carl := o.who("carl@alpha.example")
		carl.Key = "key-0123456789abcdef"
		first, err := o.AskForThirdParty(t.Context(), carl, "g-carl-1001", asksFor(access.Downloads, "ole@ops.example"))
		must(t, err)
		again, err := o.AskForThirdParty(t.Context(), carl, "g-carl-1001", asksFor(access.Downloads, "ole@ops.example"))
		must(t, err)
		if first.ID != again.ID {
			t.Error("a repeat asked again")
		}
	})
}
