package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// tokenNameMost is how long a token's name may be, in characters.
const tokenNameMost = 100

// Tokens is the page /operator/tokens: the service tokens with which other
// systems ask what a person may do.
type Tokens struct {
	app.Compo

	ctx    app.Context // the page's own: a button's ends with the button
	m      session.Model
	list   answer[wire.ServiceTokenList]
	asked  bool
	made   *wire.ServiceToken // with its secret, until it is put away
	copied string             // catalogue key of what came of copying
	wrong  string             // with the name, as a catalogue key
	busy   bool
	sure   string // ID of the token about to be revoked
	ending string // ID of the one that is being revoked
	gone   string // name of the one revoked last
	fault  error
}

// OnMount starts listening.
func (p *Tokens) OnMount(ctx app.Context) {
	p.ctx = ctx
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav begins afresh: a secret is never shown twice.
func (p *Tokens) OnNav(ctx app.Context) {
	p.made, p.copied, p.sure, p.gone, p.fault, p.asked = nil, "", "", "", nil, false
	p.changed(ctx)
}

func (p *Tokens) changed(ctx app.Context) {
	if session.Need(ctx, p.m) && operates(p.m) && !p.asked {
		p.asked = true
		p.load(ctx)
	}
}

func (p *Tokens) load(app.Context) {
	p.list.ask(p.ctx, func() (wire.ServiceTokenList, error) {
		return live.Get[wire.ServiceTokenList](wire.PathTokens)
	}, part.Ready)
}

// tokenName checks a token's name; wrong is a catalogue key.
func tokenName(typed string) (name, wrong string) {
	name = strings.TrimSpace(typed)
	switch {
	case name == "":
		return name, "token.name.missing"
	case utf8.RuneCountInString(name) > tokenNameMost:
		return name, "token.name.long"
	}
	return name, ""
}

// make asks for a new token.
func (p *Tokens) make(ctx app.Context, v part.Values) {
	name, wrong := tokenName(v["name"])
	p.fault, p.wrong = nil, wrong
	if wrong != "" {
		part.Focus(ctx, "token-name")
		return
	}
	if p.busy {
		return
	}
	p.busy = true
	p.ctx.Async(func() { // without a key: a secret that did not arrive is lost, and a repeat makes another
		token, err := live.Send[wire.ServiceToken]("POST", wire.PathTokens, wire.NewServiceToken{Name: name}, "")
		p.ctx.Dispatch(func(ctx app.Context) { p.wasMade(ctx, token, err) })
	})
}

func (p *Tokens) wasMade(ctx app.Context, token wire.ServiceToken, err error) {
	p.busy, p.fault = false, err
	if err != nil {
		if fields := part.ProblemOf(err).Fields; len(fields) > 0 {
			p.fault, p.wrong = nil, "invalid."+fields[0].Code
			part.Focus(ctx, "token-name")
		}
		return
	}
	part.EndDraft(ctx, p.m, "token")
	p.made, p.copied, p.gone = &token, "", ""
	part.SetValue("token-name", "")
	shown := token
	shown.Secret = ""
	p.list.Value.Tokens = append([]wire.ServiceToken{shown}, p.list.Value.Tokens...)
	part.Focus(ctx, "token-secret")
}

// copy puts the secret on the clipboard.
func (p *Tokens) copy(app.Context) {
	if p.made == nil {
		return
	}
	secret := p.made.Secret
	p.ctx.Async(func() {
		copied := "token.copy.failed"
		if live.Copy(secret) {
			copied = "token.copied"
		}
		p.ctx.Dispatch(func(app.Context) { p.copied = copied })
	})
}

// putAway forgets the secret.
func (p *Tokens) putAway(ctx app.Context) {
	p.made, p.copied = nil, ""
	part.Focus(ctx, "token-name")
}

func (p *Tokens) ask(ctx app.Context, id string) {
	p.sure = id
	part.Focus(ctx, "token-revoke-do")
}

func (p *Tokens) keep(ctx app.Context) {
	part.Focus(ctx, "token-revoke-"+p.sure)
	p.sure = ""
}

// revoke ends a token.
func (p *Tokens) revoke(app.Context) {
	if p.ending != "" {
		return
	}
	p.ending = p.sure
	id, key := p.sure, live.NewKey()
	path := strings.Replace(wire.PathTokenOf, "{id}", id, 1)
	p.ctx.Async(func() {
		_, err := live.Send[live.None]("DELETE", path, nil, key)
		p.ctx.Dispatch(func(ctx app.Context) { p.revoked(ctx, id, err) })
	})
}

func (p *Tokens) revoked(ctx app.Context, id string, err error) {
	if isMissing(err) {
		err = nil // somebody else was faster
	}
	p.ending, p.fault = "", err
	if err != nil {
		return
	}
	p.sure = ""
	part.Focus(ctx, p.beside(id))
	p.list.Value.Tokens = slices.DeleteFunc(slices.Clone(p.list.Value.Tokens), func(t wire.ServiceToken) bool {
		if t.ID == id {
			p.gone = t.Name
		}
		return t.ID == id
	})
	if p.made != nil && p.made.ID == id {
		p.made = nil
	}
}

// beside is what the focus goes to when a token's row goes: the button of the
// next one or, at the end, of the one before.
func (p *Tokens) beside(id string) string {
	all := p.list.Value.Tokens
	at := slices.IndexFunc(all, func(t wire.ServiceToken) bool { return t.ID == id })
	switch {
	case at+1 < len(all):
		return "token-revoke-" + all[at+1].ID
	case at > 0:
		return "token-revoke-" + all[at-1].ID
	}
	return "token-name"
}
