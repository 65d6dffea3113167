package desk

import (
	"context"
	"errors"
	"sync"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// presence is whether an agent is available, as it was last announced.
type presence struct {
	mu  sync.Mutex
	now wire.Presence
}

// Chat answers who is there and what waits for the reader.
func (d *Desk) Chat(ctx context.Context, who Who) (wire.Chat, error) {
	chat := wire.Chat{Unread: []wire.Unread{}}
	now, err := d.Presence(ctx)
	if err != nil {
		return chat, err
	}
	chat.Presence = now
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		chat.Position = r.Position()
		unread, err := r.UnreadOf(who.Account)
		if err != nil {
			return err
		}
		for _, u := range unread {
			v, err := viewUnread(r, u.Conversation, u.Count)
			if err != nil {
				return err
			}
			chat.Unread = append(chat.Unread, v)
		}
		if who.Role != access.RoleReviewer {
			return nil
		}
		if chat.Serving, err = r.IsServing(who.Account); err != nil {
			return err
		}
		chat.Waiting, err = r.WaitingCount()
		return err
	})
	return chat, err
}

// Serve switches an agent to available, or not, and tells their other pages.
// Errors: forbidden for one who is no agent.
func (d *Desk) Serve(ctx context.Context, who Who, body wire.Serve) (wire.Chat, error) {
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By: event.Actor{Party: access.ByReviewer, Account: who.Account},
		Run: func(tx *ledger.Tx) (any, error) {
			a, err := tx.Account(who.Account)
			if err != nil {
				return nil, err
			}
			if a.Role != access.RoleReviewer {
				return nil, problem(wire.CodeForbidden)
			}
			tx.SetServing(who.Account, body.Serving)
			return nil, nil
		},
	})
	if err != nil {
		return wire.Chat{}, commandError(err)
	}
	d.Publish(AccountTopic(who.Account), wire.Update{Kind: wire.UpdateServing, Presence: &wire.Presence{Online: body.Serving}})
	return d.Chat(ctx, who)
}

// rest switches an agent who signs out off, so that signing in again does not
// make them available unasked.
func (d *Desk) rest(ctx context.Context, who Who) error {
	if who.Role != access.RoleReviewer {
		return nil
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		tx.SetServing(who.Account, false)
		return nil, nil
	}})
	if err != nil && !errors.Is(err, ledger.ErrReadOnly) {
		return err // on a read-only ledger the end of the connection has to do
	}
	_, err = d.Presence(ctx)
	return err
}

// Presence says whether an agent is available now, and announces it to everyone
// when that has changed. It is asked whenever an agent's connection comes or
// goes or the switch is turned. A browser that vanishes without a word counts
// until its connection does: a minute at most.
func (d *Desk) Presence(ctx context.Context) (wire.Presence, error) {
	d.presence.mu.Lock()
	defer d.presence.mu.Unlock()
	var online bool
	err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
		online, err = d.available(r)
		return err
	})
	if err != nil {
		return d.presence.now, err
	}
	if online != d.presence.now.Online {
		d.presence.now = wire.Presence{Online: online, Version: d.presence.now.Version + 1}
		told := d.presence.now
		d.Publish(TopicEveryone, wire.Update{Kind: wire.UpdatePresence, Presence: &told})
	}
	return d.presence.now, nil
}

// available reports whether an agent is there: a reviewer who is connected and
// switched to available.
func (d *Desk) available(r *ledger.Reader) (bool, error) {
	serving, err := r.Serving()
	if err != nil {
		return false, err
	}
	for _, id := range serving {
		if !d.Online(id) {
			continue
		}
		a, err := r.Account(id)
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return false, err
		}
		if a.Role == access.RoleReviewer {
			return true, nil
		}
	}
	return false, nil
}

// viewUnread shows how many answers of a conversation its customer has not read.
func viewUnread(r *ledger.Reader, conversation string, count int) (wire.Unread, error) {
	v := wire.Unread{Conversation: conversation, Count: count, Seq: r.Position().Seq}
	c, err := r.Conversation(conversation)
	if err != nil || c.Request == "" {
		return v, err
	}
	request, err := r.Request(c.Request)
	v.Request, v.Reference = request.ID, request.Reference
	return v, err
}
