package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// Mails is the page /operator/mail: every mail and how far its delivery has
// come. What is new waits behind a button, so that nothing moves under the
// reader.
type Mails struct {
	app.Compo

	ctx    app.Context // the page's own
	m      session.Model
	here   bool // the address has been read
	asked  bool
	find   string
	state  wire.MailState
	seen   int // news of mail that the list has
	resets int
	list   answer[wire.MailList]
	mails  []wire.Mail // of all windows loaded
	again  resending
}

// OnMount starts listening.
func (p *Mails) OnMount(ctx app.Context) {
	p.ctx, p.again.ctx = ctx, ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav reads what to look for from the address.
func (p *Mails) OnNav(ctx app.Context) {
	query := ctx.Page().URL().Query()
	p.find, p.state = query.Get("find"), wire.MailState(query.Get("state"))
	part.SetValue("mail-find", p.find)
	p.here, p.asked = true, false
	p.changed(ctx)
}

func (p *Mails) changed(ctx app.Context) {
	if !p.here || !session.Need(ctx, p.m) || !operates(p.m) {
		return
	}
	if !p.asked || p.resets != p.m.Resets {
		p.asked, p.resets = true, p.m.Resets
		p.load("")
	}
}

// load asks for a window; the first one takes the place of what is shown.
func (p *Mails) load(cursor string) {
	path := wire.PathMails + query("find", p.find, "state", string(p.state), "cursor", cursor)
	if cursor == "" {
		p.seen = p.m.MailNews[""]
	}
	p.list.ask(p.ctx, func() (wire.MailList, error) { return live.Get[wire.MailList](path) }, func(ctx app.Context) {
		if cursor == "" {
			p.mails = nil
		}
		p.mails = append(p.mails, p.list.Value.Mails...)
		part.Ready(ctx)
	})
}

func (p *Mails) reload(app.Context) { p.load("") }

func (p *Mails) more(app.Context) { p.load(p.list.Value.Next) }

func (p *Mails) search(ctx app.Context, v part.Values) {
	p.show(ctx, strings.TrimSpace(v["find"]), p.state)
}

func (p *Mails) filter(ctx app.Context, state string) { p.show(ctx, p.find, wire.MailState(state)) }

func (p *Mails) show(ctx app.Context, find string, state wire.MailState) {
	ctx.Navigate(wire.RouteMails + query("find", find, "state", string(state)))
}

// Render shows the log.
func (p *Mails) Render() app.UI {
	m := p.m
	choices := []part.Choice{{Value: "", Label: m.T("delivery.log.all")}}
	for _, s := range wire.MailStates() {
		choices = append(choices, part.Choice{Value: string(s), Label: m.T("delivery.state." + string(s))})
	}
	return operatorShell(m, part.ShellProps{
		Title: m.T("delivery.log.title"), Lead: m.T(m.Settings.Mailed("delivery.log.intro")), Active: wire.RouteMails, Wide: true},
		app.Div().Attr("role", "search").Class("find-line").Body(
			part.Form(part.FormProps{ID: "mail-find-form", OnSubmit: p.search},
				part.Field(part.FieldProps{ID: "mail-find", Name: "find", Type: "search",
					Label: m.T("delivery.log.find"), Value: p.find, InputMode: "email"}),
				part.Button(part.ButtonProps{ID: "mail-find-go", Label: m.T("app.find")}),
			),
		),
		part.Select(part.ChoiceProps{ID: "mail-state", Label: m.T("delivery.state"), Value: string(p.state),
			Choices: choices, OnChoose: p.filter}),
		app.Div().Class("told").Attr("role", "status").Body(p.down(), p.again.told(m)),
		app.Div().Body(p.fresh()),
		app.Div().Body(p.found()),
	)
}

// down says that the mail server takes nothing.
func (p *Mails) down() app.UI {
	m, down := p.m, p.list.Value.Down
	if down == nil {
		return nil
	}
	return part.Notice(part.Trouble, m.T("delivery.log.down", part.Exact(m, down.Since)),
		part.Text(m.T("delivery.error."+down.Error)+" "+m.T("delivery.log.down.do")))
}

func (p *Mails) fresh() app.UI {
	if !p.list.Here || p.list.Busy || p.m.MailNews[""] == p.seen {
		return nil
	}
	return part.Button(part.ButtonProps{ID: "mail-fresh", Label: p.m.T("delivery.log.fresh"), Icon: "new", OnClick: p.reload})
}

func (p *Mails) found() app.UI {
	m := p.m
	switch {
	case p.list.Err != nil:
		return part.NotLoaded(m, p.list.Err, "mails", p.reload)
	case !p.list.Here:
		return part.Loading(m)
	case len(p.mails) == 0 && (p.find != "" || p.state != ""):
		return part.Empty(m.T("delivery.log.none"), m.T("delivery.log.none.do"), nil)
	case len(p.mails) == 0:
		return part.Empty(m.T("delivery.log.empty"), "", nil)
	}
	return part.Card("",
		mailTable(m, m.T("delivery.log.title"), p.mails, &p.again),
		app.If(p.list.Value.Next != "", func() app.UI {
			return part.Button(part.ButtonProps{ID: "mail-more", Label: m.T("app.more"), Busy: p.list.Busy, OnClick: p.more})
		}),
	)
}
