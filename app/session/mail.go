package session

import (
	"maps"

	"accord/shared/wire"
)

// maxMailNews is how many requests' mails are counted; beyond, counting starts
// anew, and what is shown is loaded once more.
const maxMailNews = 500

// hearMail counts what was heard of a request's mails, so that a page that
// shows them loads them again; "" counts all.
func (m Model) hearMail(mail wire.Mail) Model {
	counts := maps.Clone(m.MailNews)
	if counts == nil || len(counts) > maxMailNews {
		counts = map[string]int{"": m.MailNews[""]}
	}
	counts[""]++
	for _, request := range mail.Requests {
		counts[request]++
	}
	m.MailNews = counts
	return m
}
