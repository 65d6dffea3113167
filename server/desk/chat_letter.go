package desk

import (
	"errors"
	"strconv"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// messageLetters write about a message that found nobody there: to the vendor's
// reviewers about a customer's, to the customer about an answer.
func (d *Desk) messageLetters(r *ledger.Reader, e *event.MessageSent) ([]Letter, error) {
	if !e.Mailed {
		return nil, nil
	}
	text, err := r.MessageText(e.Message)
	if err != nil {
		return nil, err
	}
	if e.From == access.ByReviewer {
		l, err := d.answerLetter(r, e, text)
		return []Letter{l}, err
	}
	c, err := r.Conversation(e.Conversation)
	if err != nil {
		return nil, err
	}
	readers, err := d.chatReaders(r, e.Account)
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

// chatReaders are the reviewers, but the one who wrote as a customer; without
// any, the address of support.
func (d *Desk) chatReaders(r *ledger.Reader, except string) ([]ledger.Account, error) {
	reviewers, err := r.Reviewers()
	if err != nil {
		return nil, err
	}
	var readers []ledger.Account
	for _, id := range reviewers[:min(len(reviewers), maxMailed)] {
		a, err := r.Account(id)
		if errors.Is(err, ledger.ErrNotFound) || id == except {
			continue
		}
		if err != nil {
			return nil, err
		}
		readers = append(readers, a)
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
		Gathered: &Entry{Conversation: c.ID},
		Subject:  w.T("mail.chat.subject", customer(lang, view)),
		Body:     []Part{d.dear(lang, letterName(lang, reader.Profile)), {Text: w.T("mail.chat.intro", d.Settings.Vendor)}},
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
		Part{Kind: PartLink, Text: w.T("mail.queue.preference"), Link: d.Origin + wire.RouteSettings})
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

// stillWaiting are the gathered conversations that wait for an answer now.
func stillWaiting(r *ledger.Reader, of ledger.Gather) ([]ledger.Conversation, error) {
	var waiting []ledger.Conversation
	for _, e := range of.Entries {
		if e.Conversation == "" {
			continue
		}
		c, err := r.Conversation(e.Conversation)
		if err != nil {
			return nil, err
		}
		if c.Waiting > 0 {
			waiting = append(waiting, c)
		}
	}
	return waiting, nil
}

// chatSummary is the letter about nothing but conversations, or (zero) none.
func (d *Desk) chatSummary(r *ledger.Reader, reader ledger.Account, waiting []ledger.Conversation, more int) (Letter, error) {
	lang := langOf(reader)
	w := d.words(lang)
	if len(waiting) == 1 && more == 0 {
		text, err := r.MessageText(waiting[0].Last.ID)
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return Letter{}, err
		}
		return d.waitingLetter(r, reader, waiting[0], text)
	}
	l := Letter{
		Account: reader.ID, To: reader.Profile.Email, Lang: lang, What: "chat.summary", Kind: LetterSummary,
		Subject: w.T("mail.chat.summary.subject", strconv.Itoa(len(waiting)+more)),
		Body:    []Part{d.dear(lang, letterName(lang, reader.Profile)), {Text: w.T("mail.chat.summary.intro", d.Settings.Vendor)}},
	}
	lines, err := d.chatLines(r, lang, waiting)
	l.Body = append(l.Body, lines...)
	if more > 0 {
		l.Body = append(l.Body, Part{Text: w.T("mail.summary.more", strconv.Itoa(more))})
	}
	l.Body = append(l.Body,
		Part{Kind: PartLink, Text: w.T("mail.chat.summary.link"), Link: d.Origin + wire.RouteChats},
		Part{Kind: PartLink, Text: w.T("mail.queue.preference"), Link: d.Origin + wire.RouteSettings})
	return l, err
}

// chatLines are the lines of a summary about conversations.
func (d *Desk) chatLines(r *ledger.Reader, lang i18n.Lang, waiting []ledger.Conversation) ([]Part, error) {
	var parts []Part
	for _, c := range waiting {
		view, err := d.viewConversation(r, c, true)
		if err != nil {
			return nil, err
		}
		line := i18n.T(lang, "mail.chat.summary.line", customer(lang, view), names(lang, view.Company, view.CompanyLocal), d.letterTime(lang, c.Since))
		parts = append(parts,
			Part{Kind: PartItem, Text: oneLine(line)},
			Part{Kind: PartLink, Text: i18n.T(lang, "mail.chat.link"), Link: d.Origin + wire.ChatRoute(c.ID)})
	}
	return parts, nil
}
