package desk

import (
	"strings"

	"accord/shared/i18n"
)

// Mail is one message to one person. Texts are final.
type Mail struct {
	To      string
	Lang    i18n.Lang
	Subject string
	Text    string
}

// Mailer takes a mail for delivery. It must not block.
type Mailer interface{ Send(Mail) }

// mail sends a message of the catalogue: "mail.<what>.subject" and
// "mail.<what>.text". The first argument is the vendor's name.
func (d *Desk) mail(to string, lang i18n.Lang, what string, args ...string) {
	all := append([]string{oneLine(d.Settings.Vendor)}, args...)
	d.Mailer.Send(Mail{
		To:      to,
		Lang:    lang,
		Subject: oneLine(i18n.T(lang, "mail."+what+".subject", all...)),
		Text:    i18n.T(lang, "mail."+what+".text", all...),
	})
}

// oneLine keeps a subject from growing into a second header.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\r' || r == '\n' }), " ")
}
