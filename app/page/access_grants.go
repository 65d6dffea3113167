package page

import (
	"net/url"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// grantsOnPage is how many accesses one page shows.
const grantsOnPage = 10

// findAfter is how long a find box waits for the next letter.
const findAfter = 250 * time.Millisecond

// grantFind is what the find boxes and the pager ask for.
type grantFind struct {
	Contract, BillTo string
	Page             int // 1-based; 0 is the first
}

// any reports whether something is looked for.
func (f grantFind) any() bool { return f.Contract != "" || f.BillTo != "" }

// path asks the server for it.
func (f grantFind) path() string { return f.pathOf(grantsOnPage) }

func (f grantFind) pathOf(size int) string {
	return wire.PathGrants + query("contract", f.Contract, "bill_to", f.BillTo,
		"page", strconv.Itoa(max(1, f.Page)), "size", strconv.Itoa(size))
}

// grantFindOf reads what an address asks for.
func grantFindOf(q url.Values) grantFind {
	page, _ := strconv.Atoi(q.Get("page"))
	return grantFind{Contract: validation.FindQuery(q.Get("contract")), BillTo: validation.FindQuery(q.Get("bill_to")), Page: max(0, page)}
}

// route is the address at which the page shows it.
func (f grantFind) route() string {
	page := ""
	if f.Page > 1 {
		page = strconv.Itoa(f.Page)
	}
	return wire.RouteAccess + query("contract", f.Contract, "bill_to", f.BillTo, "page", page)
}

// current is Your Current Access.
func (p *Access) current(m session.Model) []app.UI {
	list := m.Grants
	switch {
	case p.grants.Err != nil && !p.found():
		return []app.UI{part.NotLoaded(m, p.grants.Err, "grants", p.load)}
	case !list.Loaded || !p.grants.Here && !p.grants.Busy:
		return []app.UI{part.Loading(m)}
	case list.Total == 0 && !p.found():
		return []app.UI{part.Group(p.again.lost(m)), part.Empty(m.T("grant.empty"), m.T("grant.empty.do"),
			part.LinkButton(wire.RouteAdd, m.T("access.add"), part.Secondary))}
	}
	return []app.UI{
		part.Group(p.again.lost(m)),
		app.P().Text(m.T("grant.text")),
		part.Group(p.fresh(m)),
		part.Group(p.extend.told(m)),
		part.Table(m.T("grant.caption"), p.columns(m), p.rows(m)),
		part.Group(p.nothing(m)),
		part.Group(p.pager(m)),
		legend(m),
	}
}

// found reports whether somebody looks for something in the list that is shown:
// then the boxes in which they type stay, whatever comes of it.
func (p *Access) found() bool { return p.find.any() || p.model.Grants.Found }

func (p *Access) pager(m session.Model) app.UI {
	if p.grants.Err != nil {
		return nil
	}
	return part.Pager(m, part.PagerProps{
		ID: "grants", From: m.Grants.From, Shown: len(m.Grants.Rows), Total: m.Grants.Total,
		Page: max(1, p.find.Page), Size: grantsOnPage, OnPage: p.turn,
	})
}

func (p *Access) fresh(m session.Model) app.UI {
	n := len(m.Grants.Fresh)
	if n == 0 {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "fresh", Label: m.T("app.fresh", strconv.Itoa(n)), OnClick: p.first})
}

func (p *Access) nothing(m session.Model) app.UI {
	if p.grants.Err != nil {
		return part.NotLoaded(m, p.grants.Err, "grants", p.load)
	}
	if len(m.Grants.Rows) > 0 {
		return nil
	}
	return part.Empty(m.T("grant.not_found"), "", part.Button(part.ButtonProps{
		ID: "find-clear", Label: m.T("grant.clear"), OnClick: p.clear}))
}

func (p *Access) turn(ctx app.Context, page int) {
	p.find.Page = page
	p.show(ctx)
}

func (p *Access) first(ctx app.Context) { p.turn(ctx, 1) }

func (p *Access) clear(app.Context) {
	p.find = grantFind{}
	part.SetValue("find-contract", "")
	part.SetValue("find-bill_to", "")
	part.Focus(p.ctx, "find-contract")
	p.show(p.ctx)
}

// look takes what stands in the find boxes once the person pauses.
func (p *Access) look() {
	p.wait++
	turn := p.wait
	p.ctx.After(findAfter, func(ctx app.Context) {
		if turn != p.wait {
			return
		}
		next := grantFind{Contract: typedInto("find-contract"), BillTo: typedInto("find-bill_to")}
		if next != (grantFind{p.find.Contract, p.find.BillTo, 0}) {
			p.find = next
			p.show(ctx)
		}
	})
}

// typedInto is what is looked for in a find box.
func typedInto(id string) string {
	box := app.Window().GetElementByID(id)
	if !box.Truthy() {
		return ""
	}
	return validation.FindQuery(box.Get("value").String())
}

func (p *Access) columns(m session.Model) []part.Column {
	return []part.Column{
		{Label: m.T("grant.contract"), Filter: p.findBox(m, "contract", m.T("grant.contract"), p.asked.Contract)},
		{Label: m.T("grant.bill_to"), Filter: p.findBox(m, "bill_to", m.T("grant.bill_to"), p.asked.BillTo)},
		{Label: m.T("grant.level")},
		{Label: m.T("grant.administrators")},
		{Label: m.T("grant.since")},
		{Label: m.T("grant.until")},
	}
}

// findBox is a column's "- Find Access -". What an input method is still
// composing is not looked for. asked is what the address put into it: what is
// typed later is the box's own.
func (p *Access) findBox(m session.Model, column, label, asked string) app.UI {
	typed := func(_ app.Context, e app.Event) {
		if composing := e.Get("isComposing"); !composing.Truthy() {
			p.look()
		}
	}
	return app.Input().ID("find-"+column).Type("search").Class("input", "find-box").
		Placeholder(m.T("grant.find")).Aria("label", m.T("grant.find_in", label)).
		Attr("autocomplete", "off").Value(asked).
		OnInput(typed, app.EventScope(column)).
		On("compositionend", typed, app.EventScope(column))
}

func (p *Access) rows(m session.Model) []part.TableRow {
	if p.grants.Err != nil {
		return nil
	}
	rows := make([]part.TableRow, 0, len(m.Grants.Rows))
	for _, g := range m.Grants.Rows {
		rows = append(rows, part.TableRow{ID: g.ID, Changed: m.Grants.IsChanged(g.ID), Cells: []app.UI{
			grantContract(m, g),
			app.Span().Class("code").Text(orDash(m, g.BillTo)),
			grantLevel(m, g),
			administratorsCell(m, g),
			sinceDay(m, g.StartsAt),
			p.extend.cell(m, g),
		}})
	}
	return rows
}

// grantContract is the contract's number. A grant by bill-to ID covers all of
// them; a third party's says nothing of the contract (domain page, "Privacy").
func grantContract(m session.Model, g wire.Grant) app.UI {
	switch {
	case g.Contract != "":
		return part.Code(g.Contract)
	case g.Program != "":
		return app.Span().Text(identifierText(m, programOf(g)))
	case g.BillTo != "":
		return app.Span().Class("muted").Text(m.T("grant.every"))
	}
	return app.Span().Class("muted").Text(m.T("grant.withheld"))
}

// programOf is the access programme that a grant is of, nothing for others.
func programOf(g wire.Grant) access.Identifier {
	if g.Program == "" {
		return access.Identifier{}
	}
	return access.Identifier{Kind: access.KindProgram, Value: g.Program}
}

// administratorsCell says who decides about the contract, and leads to them
// who may ask for users at other companies (guide ja, chapter 5). One of them
// also gets to Contract Management.
func administratorsCell(m session.Model, g wire.Grant) app.UI {
	if !g.Manages {
		return administratorsOf(m, g)
	}
	scope := access.Contract(g.Contract)
	if g.Contract == "" {
		scope = access.BillTo(g.BillTo)
	}
	return app.Div().Class("two-scripts", "admins-cell").Body(administratorsOf(m, g),
		app.A().Class("link").Href(wire.OfficeRoute(wire.RouteOffice, scope)).
			Aria("label", m.T("office.yours.of", identifierText(m, scope))).Text(m.T("office.yours")))
}

func administratorsOf(m session.Model, g wire.Grant) app.UI {
	switch {
	case g.ThirdParty:
		return app.Span().Class("muted").Text(m.T("grant.none"))
	case g.Share == nil:
		return app.Text(administrators(m, g))
	}
	return app.A().Class("link", "admins-link").Href(wire.OthersRoute(g.ID)).Text(administrators(m, g))
}

func administrators(m session.Model, g wire.Grant) string {
	if g.Administrators {
		return m.T("grant.admins")
	}
	return m.T("grant.vendor", m.Vendor())
}

// grantLevel is the level, and what it is good for while it is in force or why
// it is not.
func grantLevel(m session.Model, g wire.Grant) app.UI {
	return app.Div().Body(
		app.Div().Text(m.T("level."+string(g.Level))),
		app.If(g.Purpose != "", func() app.UI {
			return app.Div().Class("muted").Body(app.Text(m.T("third.purpose")+": "), part.Local(g.Purpose, langOf(g.Purpose)))
		}),
		app.If(m.Why(g) != "", func() app.UI { return app.Div().Class("muted").Text(m.Words().NotInForce(m.Why(g), g.Inactive)) }),
		app.If(m.Why(g) == "", func() app.UI { return app.Ul().Class("uses").Body(uses(m, g.Level, programOf(g))...) }),
	)
}

func orDash(m session.Model, s string) string {
	if s == "" {
		return m.T("grant.none")
	}
	return s
}

// legend explains the Administrators column (guide ja, 4).
func legend(m session.Model) app.UI {
	entry := func(term, meaning string) app.UI {
		return app.Div().Body(app.Dt().Text(term), app.Dd().Text(meaning))
	}
	return app.Details().Class("details").Body(
		app.Summary().Text(m.T("grant.legend")),
		app.Dl().Body(
			entry(m.T("grant.admins"), m.T("grant.admins.note")),
			entry(m.T("grant.vendor", m.Vendor()), m.T("grant.vendor.note", m.Vendor())),
		),
	)
}
