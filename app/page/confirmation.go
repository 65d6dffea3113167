package page

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

const confirmationID = "confirmation"

// confirmation is what a registration waits for, the mailed link, and its two
// ways on: the mail once more, or another address.
type confirmation struct {
	ctx   app.Context // the page's own
	email string
	said  string        // catalogue key of what is said of the mail; {0}: address, {1}: time or minutes
	until time.Time     // the link is good, zero while none may be mailed
	wait  time.Duration // until one may be
	busy  bool
	again bool // it was sent once more from here
	err   error
	key   string
}

// mailed is the confirmation of an address that was registered just now.
func mailed(ctx app.Context, email string, until time.Time) confirmation {
	return confirmation{ctx: ctx, email: email, said: "account.confirm.sent", until: until}
}

// unconfirmed is that of a sign-in that was refused; opened says that it came by
// a mailed link, which then is no good any more.
func unconfirmed(ctx app.Context, email string, p *wire.Problem, opened bool) confirmation {
	c := confirmation{ctx: ctx, email: email, said: "account.confirm.waits", until: p.Until}
	switch {
	case p.Until.IsZero():
		c.said, c.wait = "account.confirm.limit", time.Duration(p.RetryAfter)*time.Second
	case p.Mailed:
		c.said = "account.confirm.anew"
	case opened:
		c.said = "account.confirm.newer"
	}
	return c
}

// view says where the mail went; wrong is the way on with another address.
func (c *confirmation) view(m session.Model, wrong app.UI) app.UI {
	when := part.Exact(m, c.until)
	if c.until.IsZero() {
		when = strconv.Itoa(int((c.wait + time.Minute - 1) / time.Minute))
	}
	return app.Div().ID(confirmationID).TabIndex(-1).Class("stack").Body(
		part.Notice(part.Info, "",
			part.Text(m.T(c.said, c.email, when)),
			part.Muted(m.T("account.nomail", m.Settings.SupportEmail)),
			part.LocalMail(m),
		),
		part.Row(
			part.Button(part.ButtonProps{ID: "confirmation-again", Label: m.T("account.confirm.again"), Busy: c.busy, OnClick: c.send}),
			wrong,
		),
		app.Div().Attr("role", "status").Body(c.told(m)),
	)
}

// told is what came of sending it again.
func (c *confirmation) told(m session.Model) app.UI {
	switch {
	case c.err != nil:
		return part.Failed(m, c.err, "confirmation", nil)
	case c.again:
		return part.Notice(part.Success, "", part.Text(m.T("account.confirm.resent", part.Exact(m, c.until))))
	}
	return nil
}

func (c *confirmation) send(app.Context) {
	if c.busy {
		return
	}
	if c.key == "" {
		c.key = live.NewKey()
	}
	c.busy, c.again, c.err = true, false, nil
	body := wire.SendConfirmation{Email: c.email, Language: string(session.Get(c.ctx).Lang)}
	send(c.ctx, "POST", wire.PathConfirmation, body, c.key, func(_ app.Context, sent wire.LinkMailed, err error) {
		if c.busy, c.err = false, err; err == nil {
			c.again, c.until, c.key, c.said = true, sent.Until, "", "account.confirm.sent"
		}
	})
}
