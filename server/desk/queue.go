package desk

import (
	"context"
	"time"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// QueueQuery narrows the queue. Limit is at most 100, 50 when 0.
type QueueQuery struct {
	Find   string
	Level  access.Level
	Cursor string
	Limit  int
}

// Queue answers one window of what the person may decide, longest waiting
// first. Errors: forbidden for one who decides nothing.
func (d *Desk) Queue(ctx context.Context, who Who, q QueueQuery) (wire.Queue, error) {
	queue := wire.Queue{Rows: []wire.QueueRow{}}
	if q.Limit <= 0 {
		q.Limit = pageSize
	}
	q.Limit = min(q.Limit, 100)
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		queue.Position = r.Position()
		queues, err := d.queues(r, g, who)
		if err != nil {
			return err
		}
		if queue.Counts, err = r.QueueCounts(queues); err != nil {
			return err
		}
		filter := ledger.QueueFilter{Find: validation.FindQuery(q.Find), Level: q.Level}
		requests, next, err := r.Queue(queues, filter, q.Cursor, q.Limit)
		if err != nil {
			return err
		}
		queue.Next = next
		for _, request := range requests {
			row, err := d.viewRow(r, request)
			if err != nil {
				return err
			}
			queue.Rows = append(queue.Rows, row)
		}
		return nil
	})
	return queue, notFound(err)
}

// queues lists the queues a person works. Errors: forbidden when there are none.
func (d *Desk) queues(r *ledger.Reader, g *registry.Generation, who Who) ([]string, error) {
	var queues []string
	if who.Role == access.RoleReviewer {
		queues = append(queues, ledger.VendorQueue)
	}
	account, err := r.Account(who.Account)
	if err != nil {
		return nil, err
	}
	scopes, err := d.administers(r, g, account)
	if err != nil {
		return nil, err
	}
	for _, s := range scopes {
		queues = append(queues, s.String())
	}
	if len(queues) == 0 {
		return nil, problem(wire.CodeForbidden)
	}
	return queues, nil
}

// viewRow shows a pending request to its deciders.
func (d *Desk) viewRow(r *ledger.Reader, request ledger.Request) (wire.QueueRow, error) {
	account, err := whoever(r, request.Account)
	if err != nil {
		return wire.QueueRow{}, err
	}
	p := account.Profile
	contract, billTo := scopeParts(request.Scope)
	var third ledger.ThirdParty
	if request.For != "" {
		if third, err = r.ThirdParty(request.ID); err != nil {
			return wire.QueueRow{}, err
		}
	}
	var until time.Time
	if request.Extends != nil {
		until = request.Extends.Until
	}
	since := request.Since
	if since.IsZero() { // it waits no more
		since = request.ChangedAt
	}
	return wire.QueueRow{
		ID: request.ID, Reference: request.Reference,
		Name: p.LatinName(), NameLocal: p.LocalName(), Email: p.Email,
		Company: p.Company, CompanyLocal: p.CompanyLocal,
		Level: request.Level, Identifier: request.Identifier, Contract: contract, BillTo: billTo,
		For: third.Email, ForCompany: third.Company, Until: until,
		Status: request.Status, Reasons: request.Reasons,
		SubmittedAt: request.SubmittedAt, Since: since, DueAt: request.DueAt,
		Seq: request.Seq,
	}, nil
}
