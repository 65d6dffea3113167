package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// mailStatus is the kind of the mail that says what the screen says
// (desk.LetterStatus).
const mailStatus = "status"

// line tells whether the same is in the person's mail (guide ja,
// 「システムメール」), as far as its delivery has come: nothing is called sent
// before the mail server has taken it.
func (d *delivery) line(m session.Model) app.UI {
	if m.Me == nil {
		return nil
	}
	mails := d.list.Value.Mails
	i := slices.IndexFunc(mails, func(mail wire.Mail) bool { return mail.Kind == mailStatus })
	if i < 0 {
		return app.P().ID("mailed").Text(m.T(m.Settings.Mailed("result.mailed"), m.Me.Profile.Email))
	}
	mail := mails[i]
	if m.Settings.NoMail && mail.State == wire.MailQueued {
		mail.State = wire.MailKept
	}
	return app.Div().ID("mailed").Body(
		app.P().Body(
			app.Text(m.T("result.mailed."+string(mail.State), mail.To)),
			app.If(mail.State == wire.MailSent, func() app.UI {
				return app.Span().Class("muted").Body(app.Text(" "), part.Time(m, mail.ChangedAt))
			}),
		),
		app.If(mail.State == wire.MailRetrying, func() app.UI {
			return part.Muted(m.T("delivery.error."+mail.Error) + " " + m.T("delivery.next", part.Exact(m, mail.NextTry)))
		}),
		app.If(mail.State == wire.MailFailed, func() app.UI {
			return app.Div().Class("stack").Body(part.Muted(m.T("delivery.error."+mail.Error)), d.again.button(m, mail))
		}),
		app.Div().Attr("role", "status").Body(d.again.failed(m)),
	)
}

// failed says why a mail could not be sent again.
func (s *resending) failed(m session.Model) app.UI {
	if s.err == nil {
		return nil
	}
	return part.Failed(m, s.err, "again", nil)
}
