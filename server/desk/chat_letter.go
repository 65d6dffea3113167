package desk

import (
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// messageLetters write about a message that found nobody there: to the vendor's
// reviewers about a customer's, to the customer about an answer.
func (d *Desk) messageLetters(r *ledger.Reader, f event.Fact, e *event.MessageSent) ([]Letter, error) {
	if !e.Mailed {
		return nil, nil
	}
	text, err := r.MessageText(e.Message)
	if err != nil {
		return nil, err
	}
	if e.From == access.ByReviewer {
		l, err := d.answerLetter(r, e, text)
		l.About = quoted(f)
		return []Letter{l}, err
	}
	c, err := r.Conversation(e.Conversation)
	if err != nil {
		return nil, err
	}
	readers, err := d.vendorReaders(r, is(e.Account))
	if err != nil {
		return nil, err
	}
	letters := make([]Letter, len(readers))
	for i, reader := range readers {
		if letters[i], err = d.waitingLetter(r, reader, c, text); err != nil {
			return nil, err
		}
	}
	return letters, nil
}

// is tells one account from the others.
func is(account string) func(string) (bool, error) {
	return func(other string) (bool, error) { return other == account, nil }
}

// vendorReaders are the reviewers, but those whose own it is; without any, the
// address of support.
func (d *Desk) vendorReaders(r *ledger.Reader, own func(account string) (bool, error)) ([]ledger.Account, error) {
	reviewers, err := r.Reviewers()
	if err != nil {
		return nil, err
	}
	var readers []ledger.Account
	for _, id := range reviewers[:min(len(reviewers), maxMailed)] {
		a, err := r.Account(id)
		if errors.Is(err, ledger.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		mine, err := own(id)
		if err != nil {
			return nil, err
		}
		if !mine {
			readers = append(readers, a)
		}
	}
	if len(readers) == 0 && d.Settings.SupportEmail != "" {
		readers = append(readers, ledger.Account{Profile: wire.Profile{Email: d.Settings.SupportEmail}})
	}
	return readers, nil
}

// waitingLetter tells a reviewer of a conversation that waits, and its text.
func (d *Desk) waitingLetter(r *ledger.Reader, reader ledger.Account, c ledger.Conversation, text string) (Letter, error) {
	lang := langOf(reader)
	w := d.words(lang)
	view, err := d.viewConversation(r, c, true)
	if err != nil {
		return Letter{}, err
	}
	l := Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: lang, What: "chat", Kind: LetterChat,
		Gathered: &ledger.GatherEntry{Conversation: c.ID}, About: []string{c.Account},
		Subject: w.T("mail.chat.subject", customer(lang, view)),
		Body:    []Part{d.dear(lang, letterName(lang, reader.Profile)), {Text: w.T("mail.chat.intro", d.Settings.Vendor)}},
	}
	if view.Reference != "" {
		l.Subject = w.T("mail.chat.about", l.Subject, view.Reference)
	}
	for _, f := range [][2]string{
		{"decide.name", names(lang, view.Name, view.NameLocal)},
		{"mail.queue.email", view.Email},
		{"decide.company", view.Company},
		{"decide.company_local", view.CompanyLocal},
		{"result.ref", view.Reference},
	} {
		if f[1] != "" {
			l.Body = append(l.Body, Part{Kind: PartFact, Label: w.T(f[0], d.Settings.Vendor), Text: oneLine(f[1])})
		}
	}
	l.Body = append(l.Body,
		Part{Kind: PartQuote, Text: text},
		Part{Kind: PartLink, Text: w.T("mail.chat.link"), Link: d.Origin + wire.ChatRoute(c.ID)},
		d.preferenceLink(lang))
	return l, nil
}

// customer is who a conversation is with, for its agents.
func customer(lang i18n.Lang, c wire.Conversation) string {
	return firstOf(names(lang, c.Name, c.NameLocal), c.Email)
}

// answerLetter tells the customer of an answer; it names no agent.
func (d *Desk) answerLetter(r *ledger.Reader, e *event.MessageSent, text string) (Letter, error) {
	a, err := r.Account(e.Account)
	if err != nil {
		return Letter{}, err
	}
	lang := langOf(a)
	w := d.words(lang)
	l := Letter{
		Account: a.ID, To: a.Profile.Email, Lang: lang, What: "answer", Kind: LetterChat,
		Subject: w.T("mail.answer.subject", d.Settings.Vendor),
		Body:    []Part{d.dear(lang, letterName(lang, a.Profile)), {Text: w.T("mail.answer.intro", d.Settings.Vendor)}},
	}
	page := wire.RouteChat
	if e.Request != "" {
		request, err := r.Request(e.Request)
		if err != nil {
			return l, err
		}
		page = wire.ChatRoute(e.Request)
		l.Subject = w.T("mail.chat.about", l.Subject, request.Reference)
		l.Body = append(l.Body, Part{Kind: PartFact, Label: w.T("result.ref"), Text: request.Reference})
	}
	l.Body = append(l.Body,
		Part{Kind: PartQuote, Text: text},
		Part{Kind: PartLink, Text: w.T("mail.answer.link"), Link: d.Origin + page})
	return l, nil
}
