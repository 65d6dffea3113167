package page

import (
	"slices"
	"testing"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// lost is an access that an administrator took away.
func lostGrant(id string, change func(*wire.Grant)) wire.Grant {
	g := wire.Grant{ID: id, Level: access.Full, Contract: "610001", StartsAt: noon(), Why: "grant.revoked", Seq: 9, Revoked: &wire.Revocation{
		At: noon(), By: access.ByAdministrator, Reason: access.RevokedLeftCompany, Note: "Thank you."}}
	change(&g)
	return g
}

func kept(*wire.Grant) {}

func third(g *wire.Grant) { g.Contract, g.ThirdParty, g.Purpose = "", true, "Operations" }

func TestAccess_ListsWhatWasTakenAway(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.GrantsLoaded{List: wire.GrantList{Revoked: []wire.Grant{
		lostGrant("a", kept), lostGrant("b", third),
		lostGrant("c", func(g *wire.Grant) { g.Contract, g.Revoked.Reason = "610002", access.RevokedWrongContract }),
	}}})
	p := &Access{model: m, grants: answer[wire.GrantList]{Here: true}}
	html := expect(t, p.Render(), "Revoked access", "Contract 610001", "You no longer work for the company that this access is for.", "Thank you.",
		"/access/grants/a", `id="again-a"`, "you agree to the service descriptions", "Operations", "/access/grants/b", "The access was given on the wrong contract", "No access yet")
	refuse(t, html, `id="again-b"`, `id="again-c"`)
	p.model.Lang = i18n.Japanese
	expect(t, p.Render(), "取り消されたアクセス権", "再度リクエストする", "このアクセス権の対象となる会社に所属されなくなったためです。")
}

func TestGrantPage_SaysWhatHappened(t *testing.T) {
	shown := func(lang i18n.Lang, g wire.Grant) *Grant {
		return &Grant{m: session.Reduce(customer(lang), session.GrantShown{Grant: g}), id: g.ID, asked: answer[wire.Grant]{Here: true, Value: g}}
	}
	expect(t, shown(i18n.English, lostGrant("a", kept)).Render(), "This access was revoked", "Revoked by", "Contract administrator", "Thank you.",
		"If you now work for another company", "help@aster.example", `id="again-a"`)
	html := expect(t, shown(i18n.Japanese, lostGrant("b", third)).Render(), "このアクセス権は取り消されました", "ご依頼元の会社様にご相談ください")
	refuse(t, html, "610001", `id="again-b"`)

	held := wire.Grant{ID: "a", Contract: "610001", InForce: true, Seq: 5}
	p := shown(i18n.English, held)
	refuse(t, expect(t, p.Render(), "In force"), "This access was revoked")
	gone := lostGrant("a", kept)
	p.m = heard(p.m, 11, wire.Update{Kind: wire.UpdateGrantGone, Grant: &gone})
	expect(t, p.Render(), "This access was revoked")
}

func TestRequest_SaysThatItsAccessIsGone(t *testing.T) {
	r := asked("1", access.Approved, access.CompanyMatch)
	r.Steps, r.Revoked = []wire.Step{{To: access.Approved, By: access.BySystem, Move: access.MoveSubmit}}, lostGrant("a", kept).Revoked
	page := func(lang i18n.Lang, r wire.Request) *Request {
		return &Request{model: customer(lang), id: r.ID, asked: answer[wire.Request]{Here: true, Value: r}}
	}
	html := expect(t, page(i18n.English, r).Render(), "This access was revoked", "Revoked", "You no longer work for", "Request again")
	refuse(t, html, "Open a support case", "You can use the access now")
	r.For = "opal@ops.example"
	html = expect(t, page(i18n.English, r).Render(), "opal@ops.example’s access was revoked.")
	refuse(t, html, "Request again", "register it in your profile")
}

func TestRequest_LooksAgainWhenWhatItExtendedIsGone(t *testing.T) {
	m := session.Reduce(customer(i18n.English), session.GrantShown{Grant: lostGrant("a", kept)})
	extends := func(status access.Status, grant string) wire.Request {
		r := asked("1", status)
		r.Extends = &wire.Extension{Grant: grant}
		return r
	}
	if !lostSince(m, extends(access.Approved, "a")) {
		t.Error("it does not look again")
	}
	known := extends(access.Approved, "a")
	known.Revoked = lostGrant("a", kept).Revoked
	for name, r := range map[string]wire.Request{
		"it knows": known, "denied": extends(access.Denied, "a"), "another": extends(access.Approved, "b"), "no extension": asked("1", access.Approved),
	} {
		if lostSince(m, r) {
			t.Errorf("%s: it looks again and again", name)
		}
	}
}

func TestSubmitOf_AsksForTheSame(t *testing.T) {
	for _, c := range []struct {
		grant wire.Grant
		want  wire.Submit
	}{
		{wire.Grant{Level: access.Downloads, Contract: "1", BillTo: ""}, wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"1"}}},
		{wire.Grant{Level: access.Ordering, BillTo: "9"}, wire.Submit{Level: access.Ordering, Kind: access.KindBillTo, Identifiers: []string{"9"}}},
		{wire.Grant{Level: access.Programme, Program: "ccie:123:4"}, wire.Submit{Level: access.Programme, Kind: access.KindProgram, Program: "ccie", Identifiers: []string{"123:4"}}},
	} {
		got := submitOf(c.grant)
		if got.Level != c.want.Level || got.Kind != c.want.Kind || got.Program != c.want.Program || !got.Agreed || !slices.Equal(got.Identifiers, c.want.Identifiers) {
			t.Errorf("%+v asks %+v", c.grant, got)
		}
	}
}
