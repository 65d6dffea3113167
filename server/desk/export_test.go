package desk

import (
	"accord/server/ledger"
	"accord/shared/i18n"
)

// Note is the letter that note makes.
func (d *Desk) Note(a ledger.Account, what, page string, args ...string) Letter {
	return d.note(a, what, page, args...)
}

// SendLink sends the mail that holds a link.
func (d *Desk) SendLink(to string, lang i18n.Lang, what string, args ...string) {
	d.mail("", to, lang, what, args...)
}
