package desk

import (
	"context"
	"errors"
	"slices"

	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// pageSize is how many requests a list answers at once.
const pageSize = 50

// Submission answers what one press of Submit came to, as it stands now.
// Errors: not_found, also for somebody else's.
func (d *Desk) Submission(ctx context.Context, who Who, id string) (wire.Submission, error) {
	var s wire.Submission
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		requests, err := ownSubmission(r, who, id)
		if err != nil {
			return err
		}
		s, err = d.viewSubmission(r, requests)
		return err
	})
	return s, notFound(err)
}

// ownSubmission is what somebody sent together, one request at least. Errors:
// ErrNotFound, also for somebody else's.
func ownSubmission(r *ledger.Reader, who Who, id string) ([]ledger.Request, error) {
	requests, err := r.Submission(id)
	if err == nil && requests[0].Account != who.Account {
		err = ledger.ErrNotFound
	}
	return requests, err
}

// viewSubmission shows the requests of one submission, one at least.
func (d *Desk) viewSubmission(r *ledger.Reader, requests []ledger.Request) (wire.Submission, error) {
	first := requests[0]
	s := wire.Submission{
		ID: first.Submission, Reference: submissionReference(first.Reference), Level: first.Level,
		At: first.SubmittedAt, Position: r.Position(),
	}
	for _, request := range requests {
		v, err := d.viewOwn(r, request)
		if err != nil {
			return s, err
		}
		s.Requests = append(s.Requests, v)
	}
	return s, nil
}

// Requests lists the account's requests, newest first, 50 at a time.
func (d *Desk) Requests(ctx context.Context, who Who, status access.Status, find, cursor string) (wire.RequestList, error) {
	list := wire.RequestList{Requests: []wire.Request{}}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		list.Position = r.Position()
		total, err := r.RequestCount(who.Account)
		if err != nil {
			return err
		}
		list.Total = total
		requests, next, err := r.Requests(who.Account, status, validation.FindQuery(find), cursor, pageSize)
		if err != nil {
			return err
		}
		list.Next = next
		for _, request := range requests {
			v, err := d.viewOwn(r, request)
			if err != nil {
				return err
			}
			list.Requests = append(list.Requests, v)
		}
		return nil
	})
	return list, notFound(err)
}

// Request answers one of the account's requests with its history and the
// explanation of its last evaluation. Errors:
// not_found, also for somebody else's.
func (d *Desk) Request(ctx context.Context, who Who, id string) (wire.Request, error) {
	var v wire.Request
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		if request.Account != who.Account {
			return ledger.ErrNotFound
		}
		if v, err = d.viewOwn(r, request); err != nil {
			return err
		}
		v.Steps = requesterSteps(request.Steps)
		v.Why, err = explain(r, request)
		return err
	})
	return v, notFound(err)
}

// viewRequest shows a request to its requester: nothing of the contract's
// holder or administrators (domain page, "Privacy").
func viewRequest(r ledger.Request) wire.Request {
	v := wire.Request{
		ID: r.ID, SubmissionID: r.Submission, Reference: r.Reference,
		Level: r.Level, Identifier: r.Identifier,
		Status: r.Status, Reasons: r.Reasons, Note: shownNote(r),
		SubmittedAt: r.SubmittedAt, ChangedAt: r.ChangedAt,
		ExpiresAt: r.ExpiresAt, RetryAt: r.RetryAt,
		Belongs: r.Belongs, Inactive: r.Inactive, DuplicateOf: r.DuplicateOf, Switch: r.Switch,
		Moves: access.Moves(r.Status, access.ByRequester),
		Seq:   r.Seq,
	}
	if e := r.Extends; e != nil {
		v.Extends = &wire.Extension{Grant: e.Grant, Until: e.Until, EndsAt: e.Ends}
		if e.Withheld {
			v.Identifier = access.Identifier{Kind: access.KindWithheld}
		}
	}
	if byPerson(r) {
		v.Moves = slices.DeleteFunc(v.Moves, func(m access.Move) bool { return m == access.MoveReprocess })
	}
	if r.Status == access.PendingVendor {
		v.DueAt = r.DueAt
	}
	if r.Status == access.Approved && r.Identifier.Kind == access.KindSerial {
		v.Contract = r.Scope.Value
	}
	return v
}

// byPerson reports whether a person decides the request in any case: there is
// nothing to evaluate again.
func byPerson(r ledger.Request) bool { return r.For != "" || r.Extends != nil }

// shownNote is the last step's note if it is meant for the requester.
func shownNote(r ledger.Request) string {
	if len(r.Steps) == 0 || !forRequester(r.Steps[len(r.Steps)-1].Move) {
		return ""
	}
	return r.Note
}

// forRequester reports whether a move's note is written to the requester; the
// others pass between administrator and vendor.
func forRequester(m access.Move) bool {
	return m == access.MoveApprove || m == access.MoveDeny || m == access.MoveAsk
}

func requesterSteps(steps []ledger.Step) []wire.Step {
	views := make([]wire.Step, len(steps))
	for i, s := range steps {
		views[i] = wire.Step{At: s.At, From: s.From, To: s.To, By: s.By.Party, Move: s.Move, Reasons: s.Reasons}
		if forRequester(s.Move) || s.By.Party == access.ByRequester {
			views[i].Note = s.Note
		}
	}
	return views
}

// submissionReference is a request's reference without its number.
func submissionReference(reference string) string {
	for i := len(reference) - 1; i > 0; i-- {
		if reference[i] == '-' {
			return reference[:i]
		}
	}
	return reference
}

// notFound turns the ledger's errors of reading into the person's.
func notFound(err error) error {
	switch {
	case errors.Is(err, ledger.ErrNotFound):
		return problem(wire.CodeNotFound)
	case errors.Is(err, ledger.ErrBadCursor):
		return problem(wire.CodeBadRequest)
	}
	return err
}
