package desk

import (
	"context"
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// previewSize is how much of its newest message a list shows, in characters.
const previewSize = 140

// joined is a conversation as one who may read and write in it has it. One in
// which nothing was written yet has no Seq.
type joined struct {
	ledger.Conversation
	agent bool // the person answers for the vendor
}

// join finds a conversation: that of a request, by the request's ID, or the
// general one of an account, by the account's. Its customer and the vendor's
// reviewers take part. Errors: ErrNotFound, for everybody else too.
func join(r *ledger.Reader, who Who, id string) (j joined, err error) {
	if j.Conversation, err = conversationOf(r, who, id); err != nil {
		return j, err
	}
	if j.Account == who.Account {
		return j, nil
	}
	a, err := r.Account(who.Account)
	if err == nil && a.Role != access.RoleReviewer {
		err = ledger.ErrNotFound
	}
	j.agent = true
	return j, err
}

func conversationOf(r *ledger.Reader, who Who, id string) (ledger.Conversation, error) {
	c, err := r.Conversation(id)
	if !errors.Is(err, ledger.ErrNotFound) {
		return c, err
	}
	if id == who.Account {
		return ledger.Conversation{ID: id, Account: id}, nil
	}
	request, err := r.Request(id)
	return ledger.Conversation{ID: id, Account: request.Account, Request: id}, err
}

// Conversation answers one page of a conversation, 50 messages, and the newest
// ones first. Errors: not_found, bad_request.
func (d *Desk) Conversation(ctx context.Context, who Who, id, cursor string) (wire.ConversationPage, error) {
	page := wire.ConversationPage{Messages: []wire.Message{}}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		page.Position = r.Position()
		j, err := join(r, who, id)
		if err != nil {
			return err
		}
		page.Agent = j.agent
		if page.Conversation, err = d.viewConversation(r, j.Conversation, j.agent); err != nil {
			return err
		}
		messages, next, err := r.Messages(id, cursor, pageSize)
		page.Next = next
		for _, m := range slices.Backward(messages) {
			v, err := d.viewMessage(r, id, m, j.agent)
			if err != nil {
				return err
			}
			page.Messages = append(page.Messages, v)
		}
		return err
	})
	return page, notFound(err)
}

// OwnConversations lists the person's own, the latest first; 50 at a time.
// Errors: bad_request.
func (d *Desk) OwnConversations(ctx context.Context, who Who, cursor string) (wire.ConversationList, error) {
	list := wire.ConversationList{Conversations: []wire.Conversation{}}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		list.Position = r.Position()
		own, next, err := r.ConversationsOf(who.Account, cursor, pageSize)
		if err != nil {
			return err
		}
		list.Next = next
		for _, c := range own {
			v, err := d.viewConversation(r, c, false)
			if err != nil {
				return err
			}
			list.Conversations = append(list.Conversations, v)
		}
		return nil
	})
	return list, notFound(err)
}

// Conversations lists for an agent what waits for an answer, the longest
// waiting first, or all conversations, the latest first; 50 at a time. Errors:
// forbidden, bad_request.
func (d *Desk) Conversations(ctx context.Context, who Who, all bool, cursor string) (wire.ConversationList, error) {
	list := wire.ConversationList{Conversations: []wire.Conversation{}}
	if who.Role != access.RoleReviewer {
		return list, problem(wire.CodeForbidden)
	}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		list.Position = r.Position()
		read := r.WaitingConversations
		if all {
			read = r.RecentConversations
		}
		found, next, err := read(cursor, pageSize)
		if err != nil {
			return err
		}
		list.Next = next
		for _, c := range found {
			v, err := d.viewConversation(r, c, true)
			if err != nil {
				return err
			}
			list.Conversations = append(list.Conversations, v)
		}
		list.Waiting, err = r.WaitingCount()
		return err
	})
	return list, notFound(err)
}

// Settle says that nothing in a conversation waits for an answer, as far as the
// agent has seen it. Errors: not_found, forbidden for its customer, unseen when
// there is a newer message.
func (d *Desk) Settle(ctx context.Context, who Who, id string, body wire.SeenUpTo) (wire.Conversation, error) {
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByReviewer, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("settle "+id, body),
		Run: func(tx *ledger.Tx) (any, error) {
			j, err := join(&tx.Reader, who, id)
			switch {
			case err != nil:
				return nil, err
			case !j.agent:
				return nil, problem(wire.CodeForbidden)
			case j.Last.Seq > body.Seq:
				return nil, problem(wire.CodeUnseen)
			case j.Waiting == 0:
				return nil, nil
			}
			_, err = tx.Append(&event.ConversationSettled{Conversation: id, Account: j.Account})
			return nil, err
		},
	})
	if err != nil {
		return wire.Conversation{}, notFound(commandError(err))
	}
	page, err := d.Conversation(ctx, who, id, "")
	return page.Conversation, err
}

// viewConversation shows a conversation to its customer, or to an agent, who
// sees whose it is.
func (d *Desk) viewConversation(r *ledger.Reader, c ledger.Conversation, agent bool) (wire.Conversation, error) {
	v := wire.Conversation{ID: c.ID, Request: c.Request, Settled: c.Settled, Seq: c.Seq}
	if c.Seq > 0 {
		last, err := d.viewMessage(r, c.ID, c.Last, agent)
		if err != nil {
			return v, err
		}
		last.Text = cut(last.Text, previewSize)
		v.Last = &last
	}
	if c.Request != "" {
		request, err := r.Request(c.Request)
		if err != nil {
			return v, err
		}
		v.Reference, v.Identifier, v.Level, v.Status = request.Reference, request.Identifier, request.Level, request.Status
		if !agent {
			v.Identifier = viewRequest(request).Identifier // a third party's stays withheld
		}
	}
	if !agent {
		var err error
		v.Unread, err = r.UnreadIn(c.Account, c.ID)
		return v, err
	}
	v.Waiting, v.Since, v.Account, v.Connected = c.Waiting, c.Since, c.Account, d.connected(c.Account)
	a, err := r.Account(c.Account)
	if errors.Is(err, ledger.ErrNotFound) {
		return v, nil // erased
	}
	p := a.Profile
	v.Name, v.NameLocal, v.Email, v.Company, v.CompanyLocal = p.LatinName(), p.LocalName(), p.Email, p.Company, p.CompanyLocal
	return v, err
}

// viewMessage shows a message. Customers read the vendor's answers without the
// agent's name.
func (d *Desk) viewMessage(r *ledger.Reader, conversation string, m ledger.Message, agent bool) (wire.Message, error) {
	v := wire.Message{ID: m.ID, Conversation: conversation, From: m.From, At: m.At, Mailed: m.Mailed, Seq: m.Seq}
	if agent && m.From == access.ByReviewer {
		v.Name = d.nameOf(r, event.Actor{Party: m.From, Account: m.By})
	}
	text, err := r.MessageText(m.ID)
	if errors.Is(err, ledger.ErrNotFound) {
		v.Erased = true
		return v, nil
	}
	v.Text = text
	return v, err
}

// cut is the first n characters of a text, with an ellipsis where more follow.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	return string(runes[:n]) + "…"
}
