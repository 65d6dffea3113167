package ledger

import (
	"errors"
	"fmt"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// ChatQueue is the queue of the conversations that wait for an agent's answer.
const ChatQueue = "chat"

// Conversation is what a customer and the vendor's agents write to each other,
// about a request or in general.
type Conversation struct {
	ID       string    `json:"id"`      // the request's, or in general the account's
	Account  string    `json:"account"` // the customer
	Request  string    `json:"request,omitempty"`
	Waiting  int       `json:"waiting,omitempty"`  // messages of the customer since the last answer
	Since    time.Time `json:"since,omitzero"`     // when the first of them was sent
	MailedAt time.Time `json:"mailed_at,omitzero"` // when the customer was last told by mail
	Settled  bool      `json:"settled,omitempty"`  // an agent said that no answer is due
	Last     Message   `json:"last"`
	Seq      uint64    `json:"seq"` // of its last fact
}

// Message is one message without its text, which may have been erased
// (Reader.MessageText).
type Message struct {
	ID     string       `json:"id"`
	From   access.Party `json:"from"`
	By     string       `json:"by"` // account
	At     time.Time    `json:"at"`
	Mailed bool         `json:"mailed,omitempty"` // nobody of the other side was there
	Seq    uint64       `json:"seq"`
}

func conversationKey(id string) string { return key(tableConversation, id) }

// chatLane is where conversations wait; they have no levels.
func chatLane() lane { return lane{queue: ChatQueue} }

func (c *Conversation) place() place { return placeOf(c.Since, c.Since, c.ID) }

func recentKey(seq uint64) string { return key(tableRecent) + number(^seq) }

func ownKey(account string, seq uint64) string {
	return key(tableConversationOf, account) + number(^seq)
}

// projectMessage adds a message to its conversation. A customer's makes it wait
// for an answer, an agent's is the answer.
func projectMessage(r *rows, f *event.Fact, d *event.MessageSent) error {
	c, err := load[Conversation](r, conversationKey(d.Conversation))
	switch {
	case errors.Is(err, ErrNotFound):
		c = Conversation{ID: d.Conversation, Account: d.Account, Request: d.Request}
	case err != nil:
		return err
	default:
		r.drop(recentKey(c.Last.Seq))
		r.drop(ownKey(c.Account, c.Last.Seq))
	}
	m := Message{ID: d.Message, From: d.From, By: f.By.Account, At: f.At, Mailed: d.Mailed, Seq: f.Seq}
	if m.From == access.ByRequester {
		err = c.wait(r, f.At)
	} else {
		err = c.answered(r)
		if m.Mailed {
			c.MailedAt = f.At
		}
	}
	if err != nil {
		return err
	}
	c.Last, c.Seq, c.Settled = m, f.Seq, false
	r.put(recentKey(f.Seq), []byte(c.ID))
	r.put(ownKey(c.Account, f.Seq), []byte(c.ID))
	if err := store(r, key(tableMessage, c.ID)+number(^f.Seq), m); err != nil {
		return err
	}
	return store(r, conversationKey(c.ID), c)
}

// projectSettled takes a conversation out of the waiting list.
func projectSettled(r *rows, f *event.Fact, d *event.ConversationSettled) error {
	c, err := load[Conversation](r, conversationKey(d.Conversation))
	if err != nil {
		return err
	}
	if err := c.answered(r); err != nil {
		return err
	}
	c.Settled, c.Seq = true, f.Seq
	return store(r, conversationKey(c.ID), c)
}

// wait counts a message that is to be answered.
func (c *Conversation) wait(r *rows, at time.Time) error {
	c.Waiting++
	if c.Waiting > 1 {
		return nil
	}
	c.Since = at
	return chatLane().enter(r, c.place())
}

// answered ends the waiting, if it waits.
func (c *Conversation) answered(r *rows) error {
	if c.Waiting == 0 {
		return nil
	}
	err := chatLane().leave(r, c.place())
	c.Waiting, c.Since = 0, time.Time{}
	return err
}

// Conversation returns a conversation in which something was written. Errors:
// ErrNotFound.
func (r *Reader) Conversation(id string) (Conversation, error) {
	return load[Conversation](r.rows, conversationKey(id))
}

// WaitingConversations lists the conversations that wait for an answer, the
// longest waiting first.
func (r *Reader) WaitingConversations(cursor string, limit int) (waiting []Conversation, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorWaiting, cursor, 17)
	if err != nil {
		return nil, "", err
	}
	places, err := r.merge([]string{ChatQueue}, "", place(at), limit+1)
	if err != nil {
		return nil, "", fmt.Errorf("list conversations: %w", err)
	}
	if len(places) > limit {
		places = places[:limit]
		next = sealCursor(cursorWaiting, string(places[limit-1]))
	}
	for _, p := range places {
		c, err := r.Conversation(p.request())
		if err != nil {
			return nil, "", fmt.Errorf("list conversations: %s: %w", p.request(), err)
		}
		waiting = append(waiting, c)
	}
	return waiting, next, nil
}

// WaitingCount is how many conversations wait for an answer, kept as a counter.
func (r *Reader) WaitingCount() (int, error) {
	t, err := chatLane().tally(r.rows)
	return int(t.count), err
}

// RecentConversations lists all conversations, that with the newest message
// first.
func (r *Reader) RecentConversations(cursor string, limit int) (recent []Conversation, next string, err error) {
	return r.recent(key(tableRecent), cursorRecent, cursor, limit)
}

// ConversationsOf lists an account's own conversations, that with the newest
// message first.
func (r *Reader) ConversationsOf(account, cursor string, limit int) (own []Conversation, next string, err error) {
	return r.recent(key(tableConversationOf, account), cursorOwn, cursor, limit)
}

// Talked reports whether something was written in a conversation of the account.
func (r *Reader) Talked(account string) bool {
	w := r.rows.walk(key(tableConversationOf, account))
	defer w.close()
	w.seek("")
	return w.ok
}

// recent lists conversations by their newest message.
func (r *Reader) recent(prefix string, kind byte, cursor string, limit int) (recent []Conversation, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(kind, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(prefix)
	defer w.close()
	from := ""
	if at != "" {
		from = w.prefix + at + "\x00"
	}
	for w.seek(from); w.ok; w.next() {
		if len(recent) == limit {
			return recent, sealCursor(kind, at), nil
		}
		at = w.rest()
		id, err := w.value()
		if err != nil {
			return nil, "", fmt.Errorf("list conversations: %w", err)
		}
		c, err := r.Conversation(string(id))
		if err != nil {
			return nil, "", fmt.Errorf("list conversations: %s: %w", id, err)
		}
		recent = append(recent, c)
	}
	return recent, "", nil
}

// Messages lists a conversation's messages, newest first.
func (r *Reader) Messages(conversation, cursor string, limit int) (messages []Message, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorMessages, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(key(tableMessage, conversation))
	defer w.close()
	from := ""
	if at != "" {
		from = w.prefix + at + "\x00"
	}
	for w.seek(from); w.ok; w.next() {
		if len(messages) == limit {
			return messages, sealCursor(cursorMessages, at), nil
		}
		at = w.rest()
		m, err := here[Message](w)
		if err != nil {
			return nil, "", err
		}
		messages = append(messages, m)
	}
	return messages, "", nil
}
