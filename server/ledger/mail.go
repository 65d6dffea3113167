package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"accord/shared/wire"
)

const (
	// keptMail is how long a mail and its delivery are known.
	keptMail = 90 * 24 * time.Hour
	// maxRequestMails is how many mails of one request are listed.
	maxRequestMails = 50
)

// Mail is one mail of the outbox and how far its delivery has come. It is no
// fact: what was decided does not depend on whether a mail server took a mail.
type Mail struct {
	ID        string         `json:"id"`
	To        string         `json:"to"`
	Account   string         `json:"account,omitempty"`
	Lang      string         `json:"lang"`
	Kind      string         `json:"kind"`
	Requests  []string       `json:"requests,omitempty"`
	About     []string       `json:"about,omitempty"` // other accounts that it names, quotes or is for
	Subject   string         `json:"subject"`
	Text      string         `json:"text,omitempty"` // wiped once sent when Secret
	HTML      string         `json:"html,omitempty"`
	Secret    bool           `json:"secret,omitempty"` // it holds a one-time link
	State     wire.MailState `json:"state"`
	Tries     int            `json:"tries,omitempty"`
	Error     string         `json:"error,omitempty"` // class of the last failure
	CreatedAt time.Time      `json:"created_at"`
	ChangedAt time.Time      `json:"changed_at"`
	DueAt     time.Time      `json:"due_at,omitzero"` // of the next try, while queued

	Gathered *Gather `json:"gathered,omitempty"` // what a summary tells of, while it waits
}

// Waits reports whether the mail is still to be delivered.
func (m *Mail) Waits() bool { return m.State == wire.MailQueued || m.State == wire.MailRetrying }

// age sorts newest first.
func (m *Mail) age() string { return number(^uint64(max(0, m.CreatedAt.UnixNano()))) + m.ID }

func (m *Mail) dueKey() string {
	return key(tableMailDue) + moment(m.DueAt) + m.ID
}

func (m *Mail) stateKey() string { return key(tableMailState, string(m.State)) + m.age() }

// indexes are the rows that find a mail and never move.
func (m *Mail) indexes() []string {
	keys := []string{key(tableMailLog) + m.age(), key(tableMailTo, strings.ToLower(m.To)) + m.age()}
	for _, r := range m.Requests {
		keys = append(keys, key(tableMailRequest, r)+m.age())
	}
	for _, account := range m.concerns() {
		keys = append(keys, key(tableMailAbout, account)+m.age())
	}
	return keys
}

// concerns are the accounts with whose erasure the mail goes.
func (m *Mail) concerns() []string {
	if m.Account == "" {
		return m.About
	}
	return append(slices.Clone(m.About), m.Account)
}

// PutMail stores a mail, new or with its delivery further on. It is forgotten
// 90 days after it was made. One to or about an account that was erased while it
// was written is not kept.
func (tx *Tx) PutMail(m Mail) error {
	old, err := tx.Mail(m.ID)
	ttl := m.CreatedAt.Add(keptMail).Sub(tx.now)
	switch {
	case errors.Is(err, ErrNotFound):
		for _, account := range m.concerns() {
			if erased, err := tx.Erased(account); err != nil || erased {
				return err
			}
		}
		for _, k := range m.indexes() {
			tx.rows.putFor(k, []byte(m.ID), ttl)
		}
	case err != nil:
		return err
	default:
		tx.rows.drop(old.stateKey())
		if old.Waits() {
			tx.rows.drop(old.dueKey())
		}
	}
	value, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("put mail: %w", err)
	}
	tx.rows.putFor(key(tableMail, m.ID), value, ttl)
	tx.rows.putFor(m.stateKey(), []byte(m.ID), ttl)
	if m.Waits() {
		tx.rows.putFor(m.dueKey(), []byte(m.ID), ttl)
	}
	return nil
}

// RewriteMail stores a mail that still waits in other words, and what it is about
// then. One that has been delivered or erased meanwhile stays as it is.
func (tx *Tx) RewriteMail(m Mail) error {
	old, err := tx.Mail(m.ID)
	if errors.Is(err, ErrNotFound) || err == nil && !old.Waits() {
		return nil
	}
	if err != nil {
		return err
	}
	tx.dropMail(old)
	m.State, m.Tries, m.Error, m.ChangedAt, m.DueAt = old.State, old.Tries, old.Error, old.ChangedAt, old.DueAt
	return tx.PutMail(m)
}

// Mail returns a mail by ID. Errors: ErrNotFound.
func (r *Reader) Mail(id string) (Mail, error) { return load[Mail](r.rows, key(tableMail, id)) }

// DueMails lists up to limit mails (capped at 200) whose next try lies from one
// moment to another, the longest due first, and the moment of the try after
// those, zero when there is none.
func (r *Reader) DueMails(from, to time.Time, limit int) (due []Mail, next time.Time, err error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tableMailDue))
	defer w.close()
	for w.seek(w.prefix + moment(from)); w.ok; w.next() {
		at := momentOf(w.rest())
		if at.After(to) || len(due) == limit {
			return due, at, nil
		}
		m, err := r.mailAt(w)
		if errors.Is(err, ErrNotFound) {
			continue // it expired with its row
		}
		if err != nil {
			return nil, next, err
		}
		due = append(due, m)
	}
	return due, next, nil
}

// RequestMails lists the last 50 mails about a request, newest first.
func (r *Reader) RequestMails(request string) ([]Mail, error) {
	mails, _, err := r.mails(key(tableMailRequest, request), "", "", maxRequestMails)
	return mails, err
}

// MailsAbout lists the mails to an account and those to others that name or
// quote it, newest first.
func (r *Reader) MailsAbout(account, cursor string, limit int) (mails []Mail, next string, err error) {
	at, err := openCursor(cursorMails, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	return r.mails(key(tableMailAbout, account), at, "", limit)
}

// MailLog lists mails, newest first; with find those to addresses that begin
// so, by address. state "" is all. One page looks at no more than 1,000 mails,
// so it may be short although there is a next.
func (r *Reader) MailLog(find string, state wire.MailState, cursor string, limit int) ([]Mail, string, error) {
	at, err := openCursor(cursorMails, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	prefix := key(tableMailLog)
	switch {
	case find != "":
		prefix = key(tableMailTo) + strings.ToLower(strings.ReplaceAll(find, "\x00", ""))
	case state != "":
		prefix, state = key(tableMailState, string(state)), ""
	}
	return r.mails(prefix, at, state, limit)
}

// mails lists the mails whose IDs are the values of rows below a prefix.
func (r *Reader) mails(prefix, at string, state wire.MailState, limit int) (mails []Mail, next string, err error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(prefix)
	defer w.close()
	from := ""
	if at != "" {
		from = prefix + at + "\x00"
	}
	examined := 0
	for w.seek(from); w.ok; w.next() {
		if len(mails) == limit || examined == maxExamined {
			return mails, sealCursor(cursorMails, at), nil
		}
		examined++
		at = w.rest()
		m, err := r.mailAt(w)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, "", err
		}
		if state == "" || m.State == state {
			mails = append(mails, m)
		}
	}
	return mails, "", nil
}

func (r *Reader) mailAt(w *walker) (Mail, error) {
	id, err := w.value()
	if err != nil {
		return Mail{}, fmt.Errorf("list mails: %w", err)
	}
	return r.Mail(string(id))
}

// MailCursor is how far the outbox has read the facts. Errors: ErrNotFound
// before it began.
func (r *Reader) MailCursor() (wire.Position, error) {
	return load[wire.Position](r.rows, key(tableMailCursor))
}

// SetMailCursor says how far the outbox has read, together with what it wrote.
func (tx *Tx) SetMailCursor(p wire.Position) error { return store(tx.rows, key(tableMailCursor), p) }
