package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/wire"
)

// decideRemember is the ID of the box that keeps a company name.
const decideRemember = "decide-remember"

// newNames are the requester's company names that an approval can keep for the
// contract: those of a request that a name held up. A third party's are never
// those of the contract's company.
func newNames(item wire.QueueItem) []string {
	if item.Third != nil || item.Facts.Contract == nil || item.Row.Identifier.Kind == access.KindBillTo ||
		!slices.Contains(allReasons(item), access.CompanyNameMismatch) {
		return nil
	}
	names := []string{item.Profile.Company, item.Profile.CompanyLocal}
	return slices.Compact(slices.DeleteFunc(names, func(name string) bool { return name == "" }))
}

// rememberBox offers to keep the requester's company names for the contract, so
// that the next one with such a name is not held up.
func (p *Decide) rememberBox() app.UI {
	m, names := p.m, newNames(*p.item)
	if len(names) == 0 {
		return nil
	}
	joined := names[0]
	if len(names) > 1 {
		joined = m.T("office.remember.joined", names[0], names[1])
	}
	return part.Checkbox(part.CheckboxProps{ID: decideRemember, Name: "remember", Label: m.T("office.remember"),
		Checked: p.v.Remember, OnChange: p.remember,
		Link: app.Div().Class("hint").Body(
			app.P().Lang(langOf(joined)).Text(m.T("office.remember.name", joined)),
			app.P().Text(m.T("office.remember.hint")))})
}

func (p *Decide) remember(_ app.Context, on bool) { p.v.Remember = on }
