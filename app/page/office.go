package page

import (
	"slices"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// officeRoutes are the pages of Contract Management.
func officeRoutes() []Route {
	return []Route{
		{wire.RouteOffices, func() app.Composer { return &Offices{} }},
		{wire.RouteOffice, func() app.Composer { return &OfficeUsers{} }},
		{wire.RouteOfficeConfirm, func() app.Composer { return &OfficeConfirm{} }},
		{wire.RouteOfficeRules, func() app.Composer { return &OfficeRules{} }},
		{wire.RouteOfficeAdmins, func() app.Composer { return &OfficeAdministrators{} }},
		{wire.RouteOfficeHistory, func() app.Composer { return &OfficeHistory{} }},
		{wire.RouteOfficeBatch, func() app.Composer { return &OfficeBatch{} }},
	}
}

// How long changes by others are gathered before they are told, and how long
// they are highlighted.
const (
	officeGather    = 600 * time.Millisecond
	officeHighlight = 3 * time.Second
)

// office is what the tabs of one contract or bill-to ID have in common: whose
// it is, that it is loaded again when others change it, and what came of the
// person's own commands.
type office struct {
	ctx   app.Context // the page's own: a button's ends with the button
	m     session.Model
	scope access.Identifier

	view    answer[wire.Office]
	seen    uint64 // last change by anybody when it was asked for
	resets  int
	queued  uint64  // last change of the queue then
	sending int     // commands on their way; their changes are loaded with the answer
	told    outcome // what the person did last
	left    outcome // that the person is no longer an administrator
	news    string  // catalogue key of what others did, with {0} for the count
	changed int     // entries changed by others and not announced yet
}

// outcome is something that was done, to be worded in the page's language. A
// day, where there is one, is the last argument.
type outcome struct {
	key  string
	args []string
	day  time.Time
}

func did(key string, args ...string) outcome { return outcome{key: key, args: args} }

func (d outcome) text(m session.Model) string {
	if d.key == "" {
		return ""
	}
	args := slices.Clone(d.args)
	if !d.day.IsZero() {
		args = append(args, m.Words().Day(d.day))
	}
	return m.T(d.key, args...)
}

// turn takes the contract or bill-to ID from the address. It reports whether
// it is another one than before, of which nothing may stay.
func (o *office) turn(ctx app.Context) bool {
	scope := scopeAt(ctx.Page().URL().Path)
	if scope == o.scope {
		return false
	}
	o.scope = scope
	o.view.forget()
	o.told, o.left, o.changed = outcome{}, outcome{}, 0
	return true
}

// draft is the name of the draft of a form about this contract or bill-to ID.
func (o *office) draft(name string) string {
	return "office/" + string(o.scope.Kind) + "/" + o.scope.Value + "/" + name
}

// hidden are the numbers that what its reader is told may not name: of a third
// party's those of the contract, else none.
func (o *office) hidden(third bool) []string {
	if !third {
		return nil
	}
	return o.view.Value.Hidden
}

// levels are those that can be given here (guide en, 2.1 and 2.2).
func (o *office) levels() []access.Level {
	if o.scope.Kind == access.KindBillTo {
		return []access.Level{access.Full, access.Ordering}
	}
	return []access.Level{access.Full, access.Downloads}
}

// scopeAt reads a path like /office/contract/610001/rules.
func scopeAt(path string) access.Identifier {
	rest, ok := strings.CutPrefix(path, wire.RouteOffices+"/")
	parts := strings.Split(rest, "/")
	if !ok || len(parts) < 2 {
		return access.Identifier{}
	}
	return access.Identifier{Kind: access.Kind(parts[0]), Value: parts[1]}
}

// stale reports whether the page has to load, and takes it that it does.
func (o *office) stale(ctx app.Context) bool {
	if o.scope.Value == "" || !session.Need(ctx, o.m) || o.left.key != "" || !o.m.Me.Decides() ||
		o.view.Busy || o.sending > 0 {
		return false
	}
	last, queued := o.m.Offices[o.scope.String()], o.m.QueueSeq
	if o.reviews() {
		queued = 0 // theirs is the whole vendor's; of each contract they are told
	}
	if (o.view.Here || o.view.Err != nil) && last == o.seen && o.resets == o.m.Resets && o.queued == queued {
		return false
	}
	o.seen, o.resets, o.queued = last, o.m.Resets, queued
	return true
}

// load asks for the contract, its rules and administrators. then runs with what
// was shown before; fresh says that nothing was.
func (o *office) load(then func(ctx app.Context, before wire.Office, fresh bool)) {
	before, fresh, path := o.view.Value, !o.view.Here, o.path(wire.PathOfficeOf)
	o.view.ask(o.ctx, func() (wire.Office, error) { return live.Get[wire.Office](path) }, func(ctx app.Context) {
		then(ctx, before, fresh)
	})
}

func (o *office) path(pattern string) string { return wire.OfficePath(pattern, o.scope) }

// do sends a command; done runs when it went through.
func (o *office) do(f *form, method, path string, body any, done func(ctx app.Context)) {
	if !f.begin(body) {
		return
	}
	scope, press := o.scope, f.pressed()
	o.sending++
	send(o.ctx, method, path, body, f.key, func(ctx app.Context, _ live.None, err error) {
		o.sending--
		if scope != o.scope {
			press.drop()
			return
		}
		if press.end(ctx, err) {
			done(ctx)
		}
	})
}

// hear gathers changes by others, highlights them by the caller and announces
// them once: key with one, key.many with more.
func (o *office) hear(key string, n int) {
	if n == 0 {
		return
	}
	o.news, o.changed = key, o.changed+n
	if o.changed > n {
		return // the announcement is on its way
	}
	o.ctx.After(officeGather, func(app.Context) {
		session.Announce(newsText(o.m, o.news, o.changed))
		o.changed = 0
	})
}

// emailOf checks another person's address.
func emailOf(typed string) (string, *wire.FieldError) {
	email, wrong := validation.Email(typed)
	if wrong != nil && email == "" {
		wrong.Code = "email.person"
	}
	return email, wrong
}
