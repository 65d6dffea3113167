package desk

import (
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
	return []Letter{d.invited(a, l)}, nil
}

// lastDay words the end of an access.
func (d *Desk) lastDay(lang i18n.Lang, ends time.Time) string {
	if ends.IsZero() {
		return i18n.T(lang, "grant.no_end")
	}
	return d.words(lang).Day(ends.UTC())
}

// invited adds to a letter the link to set a password by, where its reader has none
// yet: one mail says all. It takes the place of the letter's own link.
func (d *Desk) invited(a ledger.Account, l Letter) Letter {
	if a.Password != "" || a.Confirmed {
		return l
	}
	token, hash := d.secret()
	l.What += ".invited"
	l.Link = &ledger.Link{Hash: hash, Account: a.ID, ExpiresAt: d.Now().Add(linkLife)}
	if last := len(l.Body) - 1; l.Body[last].Kind == PartLink {
		l.Body = l.Body[:last]
	}
	l.Body = append(l.Body,
		Part{Text: i18n.T(l.Lang, "mail.invited.text", d.Settings.Vendor)},
		Part{Kind: PartLink, Text: i18n.T(l.Lang, "mail.invited.link"), Link: d.Origin + "/password/set?token=" + token},
		Part{Text: i18n.T(l.Lang, "mail.invited.late")})
	return l
}
