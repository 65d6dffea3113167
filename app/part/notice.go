package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
)

// Tone is what a notice is about.
type Tone string

// The tones of a notice.
const (
	Info    Tone = "info"
	Success Tone = "good"
	Warning Tone = "act"
	Trouble Tone = "bad"
)

// Notice is a message that stands in the page. title may be "".
func Notice(tone Tone, title string, content ...app.UI) app.UI {
	icons := map[Tone]string{Info: "info", Success: "check", Warning: "act", Trouble: "error"}
	return app.Div().Class("notice", "notice-"+string(tone)).Body(
		Icon(icons[tone]),
		app.Div().Class("notice-text").Body(append([]app.UI{
			app.If(title != "", func() app.UI { return app.P().Class("notice-title").Text(title) }),
		}, content...)...),
	)
}

// Empty is what stands where nothing is yet: what would be here, and how to get
// there.
func Empty(title, text string, action app.UI) app.UI {
	return app.Div().Class("empty").Body(
		Icon("empty"),
		app.P().Class("empty-title").Text(title),
		app.If(text != "", func() app.UI { return app.P().Class("muted").Text(text) }),
		action,
	)
}

// Loading stands where an answer is awaited.
func Loading(m session.Model) app.UI {
	return app.Div().Class("loading").Body(
		app.Span().Class("spinner").Aria("hidden", "true"),
		app.Span().Text(m.T("app.loading")),
	)
}

// Failed says what went wrong and what the person can do. retry, when not nil,
// is offered as a button; scope names the place.
func Failed(m session.Model, err error, scope string, retry func(ctx app.Context)) app.UI {
	title, detail := ProblemText(m, err)
	content := []app.UI{app.If(detail != "", func() app.UI { return app.P().Text(detail) })}
	if p := ProblemOf(err); p.Instance != "" {
		content = append(content, app.P().Class("muted").Text(m.T("app.problem_id", p.Instance)))
	}
	if retry != nil {
		content = append(content, Button(ButtonProps{
			ID: "retry-" + scope, Label: m.T("app.retry"), OnClick: retry}))
	}
	return Notice(Trouble, title, content...)
}

// Refused says why what the person has just pressed was not done, and is read
// out at once: the focus is still on the button.
func Refused(m session.Model, err error, scope string) app.UI {
	return app.Div().Attr("role", "alert").Body(Failed(m, err, scope, nil))
}
