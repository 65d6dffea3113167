package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

const (
	// messagesPerMinute is how many messages one account may send.
	messagesPerMinute = 30
	// answerMailEvery is how often a customer who has not read the answers of a
	// conversation is mailed of further ones.
	answerMailEvery = 15 * time.Minute
)

// SendMessage sends a message in a conversation. When nobody of the other side
// is there, they are told by mail. Errors: validation, too_many, not_found.
func (d *Desk) SendMessage(ctx context.Context, who Who, id string, body wire.SendMessage) (wire.Message, error) {
	text, wrong := validation.Message(body.Text)
	if wrong != nil {
		return wire.Message{}, invalid(*wrong)
	}
	if wait := d.messages.Try(who.Account); wait > 0 {
		p := problem(wire.CodeTooMany)
		p.RetryAfter = limit.Seconds(wait)
		return wire.Message{}, p
	}
	from, err := d.sideOf(ctx, who, id)
	if err != nil {
		return wire.Message{}, notFound(err)
	}
	message := d.id()
	answer, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: from, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("message "+id, body),
		Run:         func(tx *ledger.Tx) (any, error) { return d.send(tx, who, id, message, text) },
	})
	if err != nil {
		return wire.Message{}, notFound(commandError(err))
	}
	return d.sent(ctx, id, answer)
}

// sideOf is as whom the person writes. It stays so: a conversation's customer
// never changes.
func (d *Desk) sideOf(ctx context.Context, who Who, id string) (from access.Party, err error) {
	from = access.ByRequester
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		j, err := join(r, who, id)
		if j.agent {
			from = access.ByReviewer
		}
		return err
	})
	return from, err
}

// send writes a message, under the writer.
func (d *Desk) send(tx *ledger.Tx, who Who, id, message, text string) (any, error) {
	j, err := join(&tx.Reader, who, id)
	if err != nil {
		return nil, err
	}
	mailed, err := d.mailed(tx, j)
	if err != nil {
		return nil, err
	}
	m := ledger.Message{ID: message, From: tx.By().Party, By: who.Account, At: tx.Now(), Mailed: mailed}
	tx.PutMessageText(message, text)
	m.Seq, err = tx.Append(&event.MessageSent{
		Message: message, Conversation: id, Account: j.Account, Request: j.Request, From: m.From, Mailed: mailed,
	})
	if err == nil && j.agent {
		err = tx.AddUnread(j.Account, id)
	}
	return m, err
}

// mailed reports whether the other side is told by mail: agents when none is
// available, the customer when they are not connected and were not mailed of an
// unread answer a short while ago.
func (d *Desk) mailed(tx *ledger.Tx, j joined) (bool, error) {
	if !j.agent {
		online, err := d.available(&tx.Reader)
		return !online, err
	}
	if d.Online(j.Account) {
		return false, nil
	}
	unread, err := tx.UnreadIn(j.Account, j.ID)
	return unread == 0 || tx.Now().Sub(j.MailedAt) >= answerMailEvery, err
}

// sent shows the sender what was written.
func (d *Desk) sent(ctx context.Context, id string, answer ledger.Answer) (v wire.Message, err error) {
	var m ledger.Message
	if err := json.Unmarshal(answer.Body, &m); err != nil {
		return v, fmt.Errorf("decode answer: %w", err)
	}
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		v, err = d.viewMessage(r, id, m, m.From == access.ByReviewer)
		return err
	})
	return v, err
}

// MarkRead says that the customer has read the answers of a conversation up to a
// message, and tells their other pages. Of an agent it means nothing: what
// waits for the vendor waits until it is answered. Errors: not_found.
func (d *Desk) MarkRead(ctx context.Context, who Who, id string, body wire.SeenUpTo) (wire.Chat, error) {
	var left *wire.Unread
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By: event.Actor{Party: access.ByRequester, Account: who.Account},
		Run: func(tx *ledger.Tx) (any, error) {
			left = nil
			j, err := join(&tx.Reader, who, id)
			if err != nil || j.agent || j.Seq == 0 {
				return nil, err
			}
			before, err := tx.UnreadIn(who.Account, id)
			if err != nil || before == 0 {
				return nil, err
			}
			n, err := tx.MarkRead(who.Account, id, body.Seq)
			if err != nil || n == before {
				return nil, err
			}
			v, err := viewUnread(&tx.Reader, id, n)
			left = &v
			return nil, err
		},
	})
	if err != nil {
		return wire.Chat{}, notFound(commandError(err))
	}
	if left != nil {
		d.Publish(AccountTopic(who.Account), wire.Update{Kind: wire.UpdateUnread, Unread: left})
	}
	return d.Chat(ctx, who)
}

// announceMessage tells the customer and the agents of a message.
func (d *Desk) announceMessage(r *ledger.Reader, f event.Fact, e *event.MessageSent) ([]Notice, error) {
	m := ledger.Message{ID: e.Message, From: e.From, By: f.By.Account, At: f.At, Mailed: e.Mailed, Seq: f.Seq}
	own, err := d.viewMessage(r, e.Conversation, m, false)
	if err != nil {
		return nil, err
	}
	agents, err := d.viewMessage(r, e.Conversation, m, true)
	if err != nil {
		return nil, err
	}
	notices := []Notice{
		{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateMessage, Message: &own}},
		{QueueTopic(ledger.ChatQueue), wire.Update{Kind: wire.UpdateMessage, Message: &agents}},
	}
	if e.From == access.ByReviewer {
		count, err := r.UnreadIn(e.Account, e.Conversation)
		if err != nil {
			return nil, err
		}
		unread, err := viewUnread(r, e.Conversation, count)
		if err != nil {
			return nil, err
		}
		notices = append(notices, Notice{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateUnread, Unread: &unread}})
	}
	changed, err := d.announceConversation(r, e.Conversation)
	return append(notices, changed...), err
}

// announceConversation tells the agents how a conversation stands.
func (d *Desk) announceConversation(r *ledger.Reader, id string) ([]Notice, error) {
	c, err := r.Conversation(id)
	if err != nil {
		return nil, err
	}
	news := wire.ConversationNews{}
	if news.Conversation, err = d.viewConversation(r, c, true); err != nil {
		return nil, err
	}
	if news.Waiting, err = r.WaitingCount(); err != nil {
		return nil, err
	}
	return []Notice{{QueueTopic(ledger.ChatQueue), wire.Update{Kind: wire.UpdateConversation, Conversation: &news}}}, nil
}
