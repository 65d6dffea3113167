package desk

import (
	"context"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// thirdPartyLetters tell a third party that they have access: the level, what
// for and until when, and nothing of the contract (guide ja, chapter 5:
// 「登録が完了したら…完了メールが送られます」).
func (d *Desk) thirdPartyLetters(r *ledger.Reader, f event.Fact, e *event.GrantGiven, purpose string) ([]Letter, error) {
	a, err := r.Account(e.Account)
	if err != nil {
		return nil, err
	}
	lang := langOf(a)
	l := d.note(a, "third", wire.RouteAccess)
	for _, f := range [][2]string{
		{"grant.level", i18n.T(lang, "level."+string(e.Level))},
		{"third.purpose", purpose},
		{"grant.until", d.lastDay(lang, e.Ends)},
	} {
		if f[1] != "" {
			fact := Part{Kind: PartFact, Label: i18n.T(lang, f[0]), Text: oneLine(f[1])}
			l.Body = slices.Insert(l.Body, len(l.Body)-1, fact) // the link stays last
		}
	}
	if purpose != "" {
		l.About = quoted(f)
	}
	return []Letter{l}, nil
}

// lastDay words the end of an access.
func (d *Desk) lastDay(lang i18n.Lang, ends time.Time) string {
	if ends.IsZero() {
		return i18n.T(lang, "grant.no_end")
	}
	return d.words(lang).Day(ends.UTC())
}

// inviteThird mails a third party who has no password yet a link to set one. The
// letter that tells of the access says how to get another one, should this be
// lost.
func (d *Desk) inviteThird(request string) {
	d.later("invite", func(ctx context.Context) error {
		var account ledger.Account
		err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
			q, err := r.Request(request)
			if err != nil || q.For == "" {
				return err
			}
			account, err = r.Account(q.For)
			return err
		})
		if err != nil || account.ID == "" || account.Password != "" {
			return err
		}
		return d.mailLink(ctx, account, langOf(account), "invite", "/password/set?token=")
	})
}
