package ledger

import (
	"errors"

	"accord/shared/access"
)

const (
	// maxErased is how many messages one command of an erasure looks at.
	maxErased = 1_000
	// maxUnread is how many unread messages of a conversation are counted.
	maxUnread = 1_000
	// maxUnreadIn is how many conversations with something unread are listed.
	maxUnreadIn = 100
	// maxServing is how many agents are looked at.
	maxServing = 1_000
)

// Unread is how many messages of the agents a customer has not read.
type Unread struct {
	Conversation string
	Count        int
}

// PutMessageText stores the text of a message, beside its fact.
func (tx *Tx) PutMessageText(message, text string) {
	tx.rows.put(key(tableText, message), []byte(text))
}

// MessageText returns the text of a message. Errors: ErrNotFound when it was
// erased.
func (r *Reader) MessageText(message string) (string, error) {
	text, err := r.rows.get(key(tableText, message))
	return string(text), err
}

// TextPlace is how far an erasure of texts has come; the zero value is the start.
type TextPlace struct{ conversation, message string }

// EraseMessages erases the texts of an account's conversations from a place on. It
// looks at 1,000 messages at most, and more says that the next command goes on at
// next. That messages were sent, and when, stays.
func (tx *Tx) EraseMessages(account string, from TextPlace) (next TextPlace, more bool, err error) {
	w := tx.rows.walk(key(tableConversationOf, account))
	defer w.close()
	looks := 0
	for w.seek(from.conversation); w.ok; w.next() {
		conversation, err := w.value()
		if err != nil {
			return next, false, err
		}
		left, n, err := tx.eraseConversation(string(conversation), from.message, maxErased-looks)
		if err != nil || left != "" {
			return TextPlace{w.key, left}, err == nil, err
		}
		looks += n
		from.message = ""
	}
	return next, false, nil
}

// eraseConversation erases the texts of so many messages, as far as the command has
// room, and returns where it goes on, "" at the end, and how many it looked at.
func (tx *Tx) eraseConversation(id, from string, most int) (next string, looks int, err error) {
	w := tx.rows.walk(key(tableMessage, id))
	defer w.close()
	for w.seek(from); w.ok; w.next() {
		if looks == most || !tx.Room() {
			return w.key, looks, nil
		}
		looks++
		m, err := here[Message](w)
		if err != nil {
			return "", looks, err
		}
		_, err = tx.MessageText(m.ID)
		if errors.Is(err, ErrNotFound) {
			continue // erased before the erasure was cut off
		}
		if err != nil {
			return "", looks, err
		}
		tx.rows.drop(key(tableText, m.ID))
	}
	return "", looks, nil
}

func unreadKey(account, conversation string) string {
	return key(tableUnread, account, conversation)
}

// AddUnread counts one more message that the customer has not read.
func (tx *Tx) AddUnread(account, conversation string) error {
	n, err := tx.UnreadIn(account, conversation)
	tx.rows.put(unreadKey(account, conversation), []byte(number(uint64(n+1))))
	return err
}

// MarkRead says that the customer has read a conversation up to a message, by
// its sequence number, and returns how much is left. A mark never goes back.
func (tx *Tx) MarkRead(account, conversation string, upTo uint64) (left int, err error) {
	before, err := tx.UnreadIn(account, conversation)
	if err != nil || before == 0 {
		return 0, err
	}
	w := tx.rows.walk(key(tableMessage, conversation))
	defer w.close()
	for w.seek(""); w.ok && left < maxUnread; w.next() {
		m, err := here[Message](w)
		if err != nil {
			return before, err
		}
		if m.Seq <= upTo {
			break
		}
		if m.From == access.ByReviewer {
			left++
		}
	}
	if left = min(left, before); left == 0 {
		tx.rows.drop(unreadKey(account, conversation))
		return 0, nil
	}
	tx.rows.put(unreadKey(account, conversation), []byte(number(uint64(left))))
	return left, nil
}

// UnreadIn is how many messages of one conversation the customer has not read.
func (r *Reader) UnreadIn(account, conversation string) (int, error) {
	count, err := r.rows.text(unreadKey(account, conversation))
	return int(numberOf(count)), err
}

// UnreadOf lists the account's conversations with something unread, 100 at most.
func (r *Reader) UnreadOf(account string) ([]Unread, error) {
	w := r.rows.walk(key(tableUnread, account))
	defer w.close()
	var all []Unread
	for w.seek(""); w.ok && len(all) < maxUnreadIn; w.next() {
		count, err := w.value()
		if err != nil {
			return nil, err
		}
		conversation := w.rest()
		all = append(all, Unread{conversation[:len(conversation)-1], int(numberOf(string(count)))})
	}
	return all, nil
}

// SetServing switches an agent to available, or not. It is no fact: it says
// something only while the agent is connected.
func (tx *Tx) SetServing(account string, serving bool) {
	if serving {
		tx.rows.put(key(tableServing, account), nil)
		return
	}
	tx.rows.drop(key(tableServing, account))
}

// IsServing reports whether an account is switched to available.
func (r *Reader) IsServing(account string) (bool, error) {
	_, err := r.rows.get(key(tableServing, account))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// Serving lists the accounts that are switched to available (bounded at 1,000).
func (r *Reader) Serving() ([]string, error) { return r.ids(key(tableServing), maxServing) }

// Reviewers lists the accounts of the vendor's reviewers (bounded at 1,000).
func (r *Reader) Reviewers() ([]string, error) { return r.ids(key(tableReviewer), maxServing) }

// ids lists the single parts of the keys below a prefix.
func (r *Reader) ids(prefix string, most int) ([]string, error) {
	w := r.rows.walk(prefix)
	defer w.close()
	var all []string
	for w.seek(""); w.ok && len(all) < most; w.next() {
		all = append(all, w.rest()[:len(w.rest())-1])
	}
	return all, nil
}

// projectRole keeps the list of reviewers.
func projectRole(r *rows, account string, role access.Role, known bool) {
	switch {
	case role == access.RoleReviewer:
		r.put(key(tableReviewer, account), nil)
	case known:
		r.drop(key(tableReviewer, account))
	}
}
