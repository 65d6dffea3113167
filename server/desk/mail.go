package desk

import (
	"context"
	"strings"

	"accord/server/ledger"
	"accord/shared/i18n"
)

// Mail is one message to one person. Texts are final; HTML says the same as
// Text and may be "".
type Mail struct {
	To       string
	Account  string // ID, "" for one who has no account yet
	Lang     i18n.Lang
	Kind     LetterKind
	Requests []string // IDs of the requests that it is about
	About    []string // IDs of other accounts that it names or quotes, or of a link's: it goes when one of them is erased
	Subject  string
	Text     string
	HTML     string
	Link     *ledger.Link // a one-time link in it that is to be stored with it, nil for none
}

// Mailer takes a mail for delivery. It waits for no mail server.
type Mailer interface {
	Send(m Mail)
	Wake() // a mail was put into the ledger by somebody else

	// Forget runs an erasure of the mails to and about an account that was erased
	// while none is written. Before that it writes anew what waits for others, and
	// then has nothing more of the mails that the ledger has not.
	Forget(ctx context.Context, account string, erase func(context.Context) error) error
}

// mail sends a message of the catalogue that holds a one-time link of an account:
// "mail.<what>.subject" and "mail.<what>.text". The first argument is the
// vendor's name.
func (d *Desk) mail(account, to string, lang i18n.Lang, what string, args ...string) {
	m := d.linkMail(to, lang, what, args...)
	m.About = []string{account} // which may read it nowhere but in its mailbox
	d.Mailer.Send(m)
}

func (d *Desk) linkMail(to string, lang i18n.Lang, what string, args ...string) Mail {
	all := append([]string{oneLine(d.Settings.Vendor)}, args...)
	subject, text := oneLine(i18n.T(lang, "mail."+what+".subject", all...)), i18n.T(lang, "mail."+what+".text", all...)
	return Mail{
		To: to, Lang: lang, Kind: LetterLink,
		Subject: subject,
		Text:    text,
		HTML:    smallHTML(lang, subject, linked(paragraphs(text))),
	}
}

// linked makes links of the paragraphs that are one.
func linked(parts []Part) []Part {
	for i, p := range parts {
		if strings.HasPrefix(p.Text, "http") && !strings.ContainsAny(p.Text, " \n") {
			parts[i] = Part{Kind: PartLink, Text: p.Text, Link: p.Text}
		}
	}
	return parts
}
