package desk

import (
	"context"
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// Topics that connections follow.
const (
	TopicOperators = "operators"
	TopicEveryone  = "everyone"
)

// AccountTopic is what concerns one account.
func AccountTopic(id string) string { return "account:" + id }

// SessionTopic is what concerns one session.
func SessionTopic(id string) string { return "session:" + id }

// QueueTopic is what concerns those who work a queue.
func QueueTopic(queue string) string { return "queue:" + queue }

// Follow lists the topics a person's connection may follow now.
func (d *Desk) Follow(ctx context.Context, who Who) ([]string, error) {
	topics := []string{AccountTopic(who.Account), SessionTopic(who.Session), TopicEveryone}
	if who.Role == access.RoleOperator {
		topics = append(topics, TopicOperators)
	}
	if who.Role == access.RoleReviewer {
		topics = append(topics, QueueTopic(ledger.ChatQueue))
	}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		queues, err := d.queues(r, g, who)
		for _, q := range queues {
			topics = append(topics, QueueTopic(q))
		}
		return err
	})
	var p *wire.Problem
	if errors.As(err, &p) && p.Code == wire.CodeForbidden {
		err = nil // decides nothing
	}
	return topics, err
}

// Notice is an update and the topic whose followers may see it.
type Notice struct {
	Topic  string
	Update wire.Update
}

// Announce says what a fact means to whom, as views of how things stand now: a
// reader who gets an older fact's notice sees the newer state, with its Seq.
func (d *Desk) Announce(r *ledger.Reader, f event.Fact) ([]Notice, error) {
	data, err := f.Decode()
	if err != nil {
		return nil, err
	}
	switch e := data.(type) {
	case *event.RequestMoved:
		return d.announceMove(r, f, e)
	case *event.GrantGiven:
		notices, err := d.announceGrant(r, f, e.Account, e.Grant)
		if err != nil {
			return nil, err
		}
		waiting, err := d.announceNeedless(r, f, e.Account, ledger.Grant{Level: e.Level, Scope: e.Scope, ThirdParty: e.ThirdParty})
		return append(append(notices, announceOffice(f, e.Scope)...), waiting...), err
	case *event.GrantEnding:
		notices, err := d.announceGrant(r, f, e.Account, e.Grant)
		for _, n := range notices {
			n.Update.Grant.EndingDays = e.Days // which of the registry's nobody else says
		}
		return notices, err
	case *event.GrantEnded:
		return d.announceEnd(r, f, e)
	case *event.GrantConfirmed:
		return d.announceGrants(r, f, e.Grant)
	case *event.RecertificationAsked:
		return d.announceGrants(r, f, e.Grants...)
	case *event.RecertificationDropped:
		return d.announceGrants(r, f, e.Grants...)
	case *event.WatchEnded:
		return d.announceRequest(r, e.Request)
	case *event.GrantRevoked:
		return d.announceRevoked(r, f, e)
	case *event.MessageSent:
		return d.announceMessage(r, f, e)
	case *event.ConversationSettled:
		return d.announceConversation(r, e.Conversation)
	case *event.AccountChanged:
		return []Notice{{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateMe}}}, nil
	case *event.RoleSet:
		return []Notice{
			{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateReset}},
			{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateMe}},
		}, nil
	case *event.RulesSet:
		return announceOffice(f, e.Scope), nil
	case *event.AdministratorNamed:
		return announceRight(f, e.Account, e.Scope), nil
	case *event.AdministratorLeft:
		return announceRight(f, e.Account, e.Scope), nil
	case *event.RegistrySwitched:
		// For those who come back later: what they show may not be theirs any
		// more. Those who are there are told once more after the switch.
		return []Notice{
			{TopicOperators, wire.Update{Kind: wire.UpdateRegistry}},
			{TopicEveryone, wire.Update{Kind: wire.UpdateReset}},
		}, nil
	}
	return nil, nil
}

// announceMove tells the requester, the queue that the request left and the
// one that it entered; and the reviewers that the number of those who wait for a
// contract's administrators changed.
func (d *Desk) announceMove(r *ledger.Reader, f event.Fact, e *event.RequestMoved) ([]Notice, error) {
	request, err := r.Request(e.Request)
	if err != nil {
		return nil, err
	}
	view, err := d.viewOwn(r, request)
	if err != nil {
		return nil, err
	}
	notices := []Notice{{AccountTopic(e.Account), wire.Update{Kind: wire.UpdateRequest, Request: &view}}}
	before := ledger.Request{Status: e.From, Scope: e.Scope}
	after := ledger.Request{Status: e.To, Scope: e.Scope}
	if q := before.Queue(); q != "" && q != after.Queue() {
		left := wire.Left{ID: e.Request, Status: e.To, By: d.nameOf(r, f.By), Level: e.Level, Seq: f.Seq}
		notices = append(notices, Notice{QueueTopic(q), wire.Update{Kind: wire.UpdateLeft, Left: &left}})
	}
	if q := after.Queue(); q != "" && request.Queue() == q {
		row, err := d.viewRow(r, request)
		if err != nil {
			return nil, err
		}
		notices = append(notices, Notice{QueueTopic(q), wire.Update{Kind: wire.UpdateRow, Row: &row}})
	}
	if before.Queue() != after.Queue() && (e.From == access.PendingAdministrator || e.To == access.PendingAdministrator) {
		notices = append(notices, Notice{QueueTopic(ledger.VendorQueue), officeUpdate(f, e.Scope)})
	}
	if e.Extends == nil {
		return notices, nil
	}
	grant, err := d.announceGrant(r, f, e.Account, e.Extends.Grant)
	return append(notices, grant...), err
}

// announceRequest tells the requester what changed beside the transitions.
func (d *Desk) announceRequest(r *ledger.Reader, id string) ([]Notice, error) {
	request, err := r.Request(id)
	if err != nil {
		return nil, err
	}
	view, err := d.viewOwn(r, request)
	if err != nil {
		return nil, err
	}
	return []Notice{{AccountTopic(request.Account), wire.Update{Kind: wire.UpdateRequest, Request: &view}}}, nil
}
