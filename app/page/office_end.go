package page

import (
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// endDialogID is the ID of the dialog in which an access gets its end.
const endDialogID = "office-end-dialog"

// endDay is the form in which an access gets its last day.
type endDay struct {
	form form
	user wire.OfficeUser
	day  string // YYYY-MM-DD, "" for no end
	turn int    // counts the openings
}

// lengths are the days from today that are offered in one press.
func lengths() []int { return []int{30, 90, 365} }

// latest is the last day that an access may end on.
func (o *office) latest() time.Time {
	var contract *access.ServiceContract
	if o.scope.Kind == access.KindContract {
		contract = &access.ServiceContract{Ends: o.view.Value.Scope.EndsAt}
	}
	return validation.LatestDay(o.m.Now, contract)
}

// wrongDay checks a last day; "" stands for no end.
func (o *office) wrongDay(day string) *wire.FieldError {
	_, wrong := validation.LastDay(day, o.m.Now, o.latest())
	return wrong
}

// endHint says which days can be chosen.
func (p *OfficeUsers) endHint() string {
	m := p.office.m
	return m.T("office.end.hint", m.Words().Day(p.office.latest().UTC())) + " " + m.T("office.end.optional")
}

// lastDay is the day that an access still works on, "" without an end.
func lastDay(u wire.OfficeUser) string {
	if u.EndsAt.IsZero() {
		return ""
	}
	return u.EndsAt.UTC().Format(time.DateOnly)
}

func (p *OfficeUsers) openEnd(ctx app.Context, grant string) {
	u, ok := p.user(grant)
	if !ok {
		return
	}
	p.office.told = outcome{}
	p.end = endDay{turn: p.end.turn + 1, form: form{prefix: "end-", dialog: endDialogID, draft: p.office.draft("end/" + grant)}, user: u, day: lastDay(u)}
	part.OpenDialog(ctx, endDialogID)
	part.Focus(ctx, "end-ends_on")
}

func (p *OfficeUsers) endDialog() app.UI {
	m, f, u := p.office.m, &p.end.form, p.end.user
	now := m.T("office.end.now.none")
	switch {
	case u.Ended:
		now = m.T("office.end.now.ended", m.Words().Day(u.EndsAt.UTC()))
	case !u.EndsAt.IsZero():
		now = m.T("office.end.now", m.Words().Day(u.EndsAt.UTC()))
	}
	return part.Dialog(part.DialogProps{ID: endDialogID, Title: m.T("office.end.title", userName(m, u)), Close: m.T("app.close")},
		part.Keyed("end-"+strconv.Itoa(p.end.turn), part.Form(part.FormProps{ID: "end-form", Draft: f.kept(m), OnSubmit: p.sendEnd},
			f.summary(m),
			part.Text(now),
			part.Field(part.FieldProps{ID: "end-ends_on", Name: "ends_on", Type: "date", Label: m.T("office.end.day"),
				Hint: p.endHint(), Value: p.end.day, Error: f.at(m, "ends_on"), OnLeave: p.leaveEnd}),
			app.Div().Attr("role", "group").Aria("label", m.T("office.end.quick")).Body(
				app.P().Class("hint").Text(m.T("office.end.quick")), part.Row(p.quickEnds()...)),
			part.Row(
				part.Button(part.ButtonProps{ID: "end-do", Label: m.T("office.end.do"), Kind: part.Primary, Busy: f.busy}),
				part.Button(part.ButtonProps{ID: "end-cancel", Label: m.T("app.cancel"), Kind: part.Plain, OnClick: p.cancelEnd}),
			),
		)))
}

func (p *OfficeUsers) quickEnds() []app.UI {
	m := p.office.m
	var buttons []app.UI
	for _, days := range lengths() {
		key := "office.end.quick." + strconv.Itoa(days)
		buttons = append(buttons, part.Button(part.ButtonProps{ID: "end-quick-" + strconv.Itoa(days), Label: m.T(key),
			OnClick: func(app.Context) { p.pickEnd(days) }}))
	}
	return append(buttons, part.Button(part.ButtonProps{ID: "end-quick-none", Label: m.T("office.end.quick.none"),
		OnClick: func(app.Context) { p.fillEnd("") }}))
}

// pickEnd fills in the day that is so many days after today, or after the
// present end when that is later: an extension adds to what is there.
func (p *OfficeUsers) pickEnd(days int) {
	p.fillEnd(extended(p.end.user, p.office.m.Now, p.office.latest(), days))
}

// extended is that day, or the latest one that is possible.
func extended(u wire.OfficeUser, now, latest time.Time, days int) string {
	from := now.UTC()
	if u.EndsAt.After(from) {
		from = u.EndsAt.UTC()
	}
	day := from.AddDate(0, 0, days)
	if day.After(latest) {
		day = latest.UTC()
	}
	return day.Format(time.DateOnly)
}

func (p *OfficeUsers) fillEnd(day string) {
	p.end.day = day
	p.end.form.leave("ends_on")
	part.SetValue("end-ends_on", day)
	part.KeepForm(p.office.m, p.end.form.draft, part.Values{"ends_on": day}, nil, nil)
}

func (p *OfficeUsers) leaveEnd(_ app.Context, day string) {
	p.end.day = strings.TrimSpace(day)
	p.end.form.leave("ends_on", present(p.office.wrongDay(day))...)
}

func (p *OfficeUsers) cancelEnd(app.Context) { part.CloseDialog(endDialogID) }

func (p *OfficeUsers) sendEnd(ctx app.Context, v part.Values) {
	p.end.day = v["ends_on"]
	end, wrong := validation.LastDay(p.end.day, p.office.m.Now, p.office.latest())
	if wrong != nil {
		p.end.form.refuse(ctx, present(wrong))
		return
	}
	u, day := p.end.user, p.end.day
	p.office.do(&p.end.form, "PUT", grantPath(p.office.path(wire.PathOfficeUser), u), wire.SetEnd{EndsOn: day}, func(app.Context) {
		what := did("office.end.done.none", userName(p.office.m, u))
		if day != "" {
			what = outcome{key: "office.end.done", args: []string{userName(p.office.m, u)}, day: end}
		}
		p.done(what)
	})
}

// grantPath fills the grant of an access into a path.
func grantPath(path string, u wire.OfficeUser) string {
	return strings.Replace(path, "{grant}", u.Grant, 1)
}
