package part

import (
	"time"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// maxDraft bounds the characters of one field that are kept.
const maxDraft = 100_000

// formDraft is what was typed in a form and not sent: only the fields that were
// touched, so that the others show what is true now.
type formDraft struct {
	At      time.Time
	Fields  Values
	Was     Values        `json:",omitempty"` // what the fields held before they were touched, where the form asks
	Refused *wire.Problem `json:",omitempty"` // why it was refused while it waited in the outbox
}

// Draft keeps what is typed in a form until it is sent. The zero value keeps
// nothing.
type Draft struct {
	Key  string
	Was  func(field string) string // what a field holds untouched; nil for a form that does not ask
	Lang i18n.Lang
	Zone session.Zone
}

// DraftOf is the draft of the person's form of this name.
func DraftOf(m session.Model, name string) Draft {
	return Draft{Key: session.DraftKey(m, name), Lang: m.Lang, Zone: m.Zone}
}

// keep stores the field that was just typed in. Passwords and files are never
// kept, nor is what a search was for.
func (d Draft) keep(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	field := e.Get("target")
	name, value, ok := keepable(field)
	if !ok {
		return
	}
	var draft formDraft
	session.TakeDraft(d.Key, &draft)
	if draft.Fields == nil {
		draft.Fields = Values{}
	}
	if _, touched := draft.Fields[name]; !touched && d.Was != nil {
		if draft.Was == nil {
			draft.Was = Values{}
		}
		draft.Was[name] = d.Was(name)
	}
	draft.At, draft.Fields[name] = time.Now(), value
	session.KeepDraft(d.Key, draft)
}

func keepable(field app.Value) (name, value string, ok bool) {
	name = field.Get("name").String()
	switch field.Get("type").String() {
	case "password", "file", "search", "hidden":
		return "", "", false
	case "checkbox":
		if field.Get("checked").Bool() {
			value = field.Get("value").String()
		}
	default:
		value = field.Get("value").String()
	}
	return name, value, name != "" && utf8.RuneCountInString(value) <= maxDraft
}

// KeepForm keeps values as the draft of the person's form of this name, what they
// were changed from where the form asks, and why they were refused; nil for nothing.
func KeepForm(m session.Model, name string, values, was Values, refused *wire.Problem) {
	session.KeepDraft(session.DraftKey(m, name), formDraft{At: time.Now(), Fields: values, Was: was, Refused: refused})
}

// draftEnded is the action that tells a form's note that its draft has ended; its
// value is the draft's key.
const draftEnded = "accord/draft-ended"

// EndDraft ends the draft of the person's form of this name: it was sent.
func EndDraft(ctx app.Context, m session.Model, name string) {
	key := session.DraftKey(m, name)
	session.DropDraft(key)
	ctx.NewActionWithValue(draftEnded, key)
}

// draftNote puts a draft back into its form when the form appears, and says so.
type draftNote struct {
	app.Compo

	Draft      Draft
	Form       string // ID
	OnRestored func(typed, was Values)
	OnRefused  func(why *wire.Problem)

	restored time.Time // when it was typed; zero: nothing was restored
}

// OnMount restores.
func (n *draftNote) OnMount(ctx app.Context) {
	ctx.Handle(draftEnded, func(_ app.Context, a app.Action) {
		if a.Value == n.Draft.Key {
			n.restored = time.Time{}
		}
	})
	var draft formDraft
	if n.Draft.Key == "" || !session.TakeDraft(n.Draft.Key, &draft) {
		return
	}
	form := app.Window().GetElementByID(n.Form)
	if !form.Truthy() {
		return
	}
	if draft.Was != nil && n.OnRestored != nil {
		n.OnRestored(draft.Fields, draft.Was)
	}
	if later := n.putBack(form, draft.Fields, draft.At); len(later) > 0 { // they come with what others choose
		ctx.Dispatch(func(ctx app.Context) {
			ctx.Defer(func(ctx app.Context) {
				n.putBack(form, later, draft.At)
				ctx.Update()
			})
		})
	}
	if why := draft.Refused; why != nil && n.OnRefused != nil {
		draft.Refused = nil
		session.KeepDraft(n.Draft.Key, draft)
		ctx.Dispatch(func(app.Context) { n.OnRefused(why) }) // after the fields' own events
	}
}

// putBack sets the fields that are there and answers the others.
func (n *draftNote) putBack(form app.Value, fields Values, typed time.Time) (later Values) {
	later = Values{}
	for name, value := range fields {
		switch there, changed := restore(form, name, value); {
		case !there:
			later[name] = value
		case changed:
			n.restored = typed
		}
	}
	return later
}

// restore sets one field and tells the page as typing would; it reports whether
// the field is there, and held something else.
func restore(form app.Value, name, value string) (there, changed bool) {
	fields := form.Call("querySelectorAll", "[name]")
	for i := range fields.Length() {
		field := fields.Index(i)
		if field.Get("name").String() != name {
			continue
		}
		there = true
		switch field.Get("type").String() {
		case "checkbox", "radio":
			checked := field.Get("value").String() == value
			if field.Get("checked").Bool() == checked || !checked && field.Get("type").String() == "radio" {
				continue
			}
			field.Set("checked", checked)
		default:
			if field.Get("value").String() == value {
				continue
			}
			field.Set("value", value)
		}
		field.Call("dispatchEvent", app.Window().Get("Event").New("change", map[string]any{"bubbles": true}))
		return true, true
	}
	return there, false
}

// discard empties the form by loading the page anew without the draft.
func (n *draftNote) discard(app.Context) {
	session.DropDraft(n.Draft.Key)
	app.Window().Get("location").Call("reload")
}

// Render says that a draft was restored, and since when it lay there.
func (n *draftNote) Render() app.UI {
	if n.restored.IsZero() {
		return app.Div()
	}
	m := session.Model{Lang: n.Draft.Lang, Zone: n.Draft.Zone}
	return app.Div().Class("draft-note").Body(
		app.Span().Text(m.T("draft.restored", Exact(m, n.restored))),
		Button(ButtonProps{ID: n.Form + "-discard", Label: m.T("draft.discard"), Kind: Plain, OnClick: n.discard}),
	)
}
