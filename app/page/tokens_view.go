package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/wire"
)

// Render shows the tokens, and the secret of the one just made.
func (p *Tokens) Render() app.UI {
	m := p.m
	wrong := ""
	if p.wrong != "" {
		wrong = m.T(p.wrong)
	}
	return operatorShell(m, part.ShellProps{
		Title: m.T("token.title"), Lead: m.T("token.intro"), Active: wire.RouteTokens, Errors: wrong != ""},
		app.Div().Class("told").Attr("role", "status").Body(p.told()),
		app.Div().Body(p.secret()),
		part.Card(m.T("token.make"),
			part.Form(part.FormProps{ID: "token-form", Draft: part.DraftOf(m, "token"), OnSubmit: p.make},
				part.Field(part.FieldProps{ID: "token-name", Name: "name", Label: m.T("token.name"),
					Hint: m.T("token.name.hint"), Error: wrong, AutoComplete: "off"}),
				part.Row(part.Button(part.ButtonProps{ID: "token-make", Label: m.T("token.make"), Kind: part.Primary, Busy: p.busy})),
			),
		),
		part.Card(m.T("token.list"), p.tokens()),
	)
}

func (p *Tokens) told() app.UI {
	switch {
	case p.fault != nil:
		return part.Failed(p.m, p.fault, "tokens", nil)
	case p.gone != "":
		return part.Notice(part.Success, p.m.T("token.revoked", p.gone))
	}
	return nil
}

// secret shows the secret of a new token, once.
func (p *Tokens) secret() app.UI {
	m := p.m
	if p.made == nil {
		return nil
	}
	origin := app.Window().Get("location").Get("origin").String()
	copied := ""
	if p.copied != "" {
		copied = m.T(p.copied)
	}
	return part.Notice(part.Success, m.T("token.made", p.made.Name),
		part.Text(m.T("token.once")),
		app.Label().For("token-secret").Class("label").Text(m.T("token.secret")),
		app.Input().ID("token-secret").Class("input", "code", "secret").ReadOnly(true).
			Attr("autocomplete", "off").Attr("spellcheck", "false").Value(p.made.Secret),
		part.Row(
			part.Button(part.ButtonProps{ID: "token-copy", Label: m.T("token.copy"), Kind: part.Primary, OnClick: p.copy}),
			part.Button(part.ButtonProps{ID: "token-away", Label: m.T("token.saved"), Kind: part.Plain, OnClick: p.putAway}),
			app.Span().Attr("role", "status").Text(copied),
		),
		app.P().Class("label").Text(m.T("token.use")),
		app.Pre().Class("kept").Text("curl -H \"Authorization: Bearer …\" \\\n\""+origin+wire.PathEntitlement+"?email=…&contract=…&action=download\""),
	)
}

func (p *Tokens) tokens() app.UI {
	m := p.m
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "tokens-list", p.load)
	case !p.list.Here:
		return part.Loading(m)
	case len(p.list.Value.Tokens) == 0:
		return part.Empty(m.T("token.none"), m.T("token.none.text"), nil)
	}
	rows := make([]part.TableRow, 0, len(p.list.Value.Tokens))
	for _, t := range p.list.Value.Tokens {
		rows = append(rows, part.TableRow{ID: t.ID, Cells: []app.UI{
			app.Span().Text(t.Name), part.Time(m, t.CreatedAt), p.revokeCell(t)}})
	}
	return part.Table(m.T("token.list"), []part.Column{
		{Label: m.T("token.name")}, {Label: m.T("token.created")}, {Label: m.T("token.actions")}}, rows)
}

// revokeCell asks before it revokes, in the token's own row.
func (p *Tokens) revokeCell(t wire.ServiceToken) app.UI {
	m := p.m
	if p.sure == t.ID {
		return app.Div().Class("sure").Body(
			app.P().Text(m.T("token.revoke.sure", t.Name)),
			part.Row(
				part.Button(part.ButtonProps{ID: "token-revoke-do", Scope: t.ID, Label: m.T("token.revoke.do"), Kind: part.Danger, Busy: p.ending == t.ID, OnClick: p.revoke}),
				part.Button(part.ButtonProps{ID: "token-keep", Scope: t.ID, Label: m.T("token.revoke.keep"), Kind: part.Plain, OnClick: p.keep}),
			),
		)
	}
	return app.Div().Body(app.Button().Type("button").ID("token-revoke-"+t.ID).Class("button").
		Aria("label", m.T("token.revoke.of", t.Name)).
		OnClick(func(ctx app.Context, _ app.Event) { p.ask(ctx, t.ID) }, app.EventScope(t.ID)).
		Body(app.Span().Text(m.T("token.revoke"))))
}
