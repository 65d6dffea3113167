package page

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// companiesNamed is how many companies the check of a bulk decision names.
const companiesNamed = 5

// pickTools group the rows and select all of them.
func (p *Queue) pickTools(m session.Model) app.UI {
	n := len(pickable(m))
	if len(m.Queue.Rows) == 0 {
		return nil
	}
	return app.Div().Class("pick-tools").Body(
		part.Select(part.ChoiceProps{ID: "queue-group", Label: m.T("batch.group"), Value: string(p.group), OnChoose: p.groupAs,
			Choices: []part.Choice{
				{Value: string(groupNone), Label: m.T("batch.group.none")},
				{Value: string(groupCompany), Label: m.T("batch.by.company")},
				{Value: string(groupDomain), Label: m.T("batch.by.domain")},
				{Value: string(groupContract), Label: m.T("batch.by.contract")},
			}}),
		app.If(n > 0, func() app.UI {
			return part.Button(part.ButtonProps{ID: "pick-all", Label: m.T("batch.all", strconv.Itoa(n)), OnClick: p.pickAll})
		}),
	)
}

// groupLine is a group's heading, with all that can be selected in one press.
func (p *Queue) groupLine(m session.Model, g rowGroup) app.UI {
	name := g.Name
	title := cmp.Or(name, m.T("batch.group.empty"))
	ids, all := p.groupIDs(name)
	label := m.T("batch.group.pick")
	if all {
		label = m.T("batch.group.drop")
	}
	return part.GroupLine(queueColumns(m),
		app.Span().Class("group-name").Lang(langOf(title)).Text(title),
		app.Span().Class("muted").Text(countOf(m, len(g.Rows))),
		app.If(len(ids) > 0, func() app.UI {
			return part.Button(part.ButtonProps{ID: "pick-group-" + name, Label: label, Kind: part.Plain, Hint: " " + title,
				OnClick: func(app.Context) { p.pickGroup(name) }})
		}),
	)
}

// pickBar offers what may be done to what is selected. It stands at the foot of
// the screen, where it moves no row.
func (p *Queue) pickBar(m session.Model) app.UI {
	rows := p.choice.chosen(m)
	if len(rows) == 0 {
		return nil
	}
	content := []app.UI{app.Span().Class("pick-count").Text(m.T("batch.chosen", strconv.Itoa(len(rows))))}
	if m.Batch.Open() {
		content = append(content, part.Muted(m.T("batch.wait")))
	} else {
		for _, move := range movesOnAny(rows) {
			content = append(content, p.bulkButton(m, move))
		}
	}
	content = append(content, part.Button(part.ButtonProps{ID: "pick-none", Label: m.T("batch.clear"), Kind: part.Plain, OnClick: p.pickNone}))
	return app.Div().Class("pick-bar").Role("group").Aria("label", m.T("batch.chosen", strconv.Itoa(len(rows)))).Body(content...)
}

func (p *Queue) bulkButton(m session.Model, move access.Move) app.UI {
	return part.Button(part.ButtonProps{ID: "bulk-" + string(move), Label: m.T("decide."+string(move), m.Vendor()), Kind: kindOf(move),
		OnClick: func(ctx app.Context) { p.askBulk(ctx, move) }})
}

// checkDialog says what will happen to how many, and takes the note.
func (p *Queue) checkDialog(m session.Model) app.UI {
	move := p.bulk.Move
	props := part.DialogProps{ID: checkDialog, Title: m.T("batch.region"), Close: m.T("app.close"),
		OnClose: func(app.Context) { p.keepBulk() }}
	if move == "" {
		return part.Dialog(props)
	}
	rows, leftOut := batchOf(p.choice.chosen(m), move)
	label := m.T("decide."+string(move), m.Vendor())
	props.Title = m.T("batch.check.title", label, countOf(m, len(rows)))
	return part.Dialog(props,
		app.P().Text(m.T("batch.what."+string(move), m.Vendor())),
		part.Summary(
			part.Fact{Label: m.T("batch.what.companies"), Value: app.Text(companiesText(m, rows))},
			part.Fact{Label: m.T("batch.what.levels"), Value: app.Text(levelsText(m, rows))},
		),
		part.Group(leftOutNotes(m, rows, leftOut, len(p.choice.chosen(m)))...),
		part.Form(part.FormProps{ID: checkForm, Draft: part.DraftOf(m, "bulk/"+string(move)), OnSubmit: p.begin},
			app.Div().Class("decide-quick").Body(p.bulkQuick(m)),
			app.Div().Class("decide-grant").Body(p.grantFields(m, rows)...),
			part.TextArea(p.bulkNote(m)),
			part.Muted(m.T("batch.what.window")),
			part.Row(
				part.Button(part.ButtonProps{ID: "batch-do", Label: m.T("batch.do", label, countOf(m, len(rows))), Kind: kindOf(move)}),
				part.Button(part.ButtonProps{ID: "batch-not-yet", Label: m.T("decide.not_yet"), Kind: part.Plain,
					OnClick: func(app.Context) { part.CloseDialog(checkDialog) }}),
			),
		),
	)
}

// leftOutNotes say which of the selected rows the move is not for.
func leftOutNotes(m session.Model, rows []wire.QueueRow, leftOut, chosen int) []app.UI {
	var notes []app.UI
	switch {
	case leftOut == 1:
		notes = append(notes, part.Notice(part.Warning, "", part.Text(m.T("batch.left_out.one"))))
	case leftOut > 1:
		notes = append(notes, part.Notice(part.Warning, "", part.Text(m.T("batch.left_out", strconv.Itoa(leftOut)))))
	}
	if len(rows)+leftOut < chosen {
		notes = append(notes, part.Notice(part.Info, "", part.Text(m.T("batch.most", strconv.Itoa(len(rows))))))
	}
	return notes
}

func (p *Queue) bulkNote(m session.Model) part.FieldProps {
	kind := "other"
	if p.bulk.Move.NeedsNote() {
		kind = string(p.bulk.Move)
	}
	return part.FieldProps{ID: checkNote, Name: "note", Label: m.T("decide.note." + kind), Hint: m.T("decide.note." + kind + ".hint"),
		Value: p.bulk.Note, Error: p.wrongAt("note"), Rows: 4, Wide: true, OnLeave: p.leaveBulkNote}
}

// bulkQuick offers the ready texts of a move that needs a note, in the decider's
// language; the server puts them into each requester's own.
func (p *Queue) bulkQuick(m session.Model) app.UI {
	keys := i18n.QuickKeys(string(p.bulk.Move))
	if len(keys) == 0 {
		return nil
	}
	buttons := make([]app.UI, 0, len(keys))
	for _, key := range keys {
		buttons = append(buttons, part.Button(part.ButtonProps{ID: "bulk-" + key, Label: m.T(key + ".name"),
			OnClick: func(ctx app.Context) { p.insertBulk(ctx, p.m.T(key)) }}))
	}
	return app.Div().Attr("role", "group").Aria("label", m.T("batch.quick")).Body(
		app.P().Class("hint").Text(m.T("batch.quick")), part.Row(buttons...))
}

// companiesText names the companies of the rows, those with most rows first.
func companiesText(m session.Model, rows []wire.QueueRow) string {
	groups := groupCompany.groups(rows)
	slices.SortStableFunc(groups, func(a, b rowGroup) int { return cmp.Compare(len(b.Rows), len(a.Rows)) })
	text := ""
	for i, g := range groups {
		if i == companiesNamed {
			return text + m.T("queue.comma") + m.T("batch.what.more", strconv.Itoa(len(groups)-i))
		}
		if i > 0 {
			text += m.T("queue.comma")
		}
		text += m.T("batch.what.from", cmp.Or(g.Name, m.T("batch.group.empty")), strconv.Itoa(len(g.Rows)))
	}
	return text
}

// levelsText counts the rows of each access level.
func levelsText(m session.Model, rows []wire.QueueRow) string {
	counts := map[access.Level]int{}
	for _, row := range rows {
		counts[row.Level]++
	}
	text := ""
	for _, level := range access.Levels() {
		if counts[level] == 0 {
			continue
		}
		if text != "" {
			text += m.T("queue.comma")
		}
		text += m.T("batch.what.from", m.T("level."+string(level)), strconv.Itoa(counts[level]))
	}
	return text
}
