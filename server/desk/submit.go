package desk

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// The times that pending requests are given (domain page, "Statuses").
const (
	VendorReview = 2 * time.Hour       // a reviewer answers, while the vendor works
	NoAnswer     = 14 * 24 * time.Hour // then the vendor has it instead of the administrator
	Expiry       = 28 * 24 * time.Hour // then a pending request ends
	RetryWindow  = 48 * time.Hour      // an unknown or too new number is looked at again
)

// Submit evaluates a submission and answers with the outcome of each of its
// requests. A repeat with the same key gets the same submission, as it stands
// now. Errors: validation, guessing, key_reused.
func (d *Desk) Submit(ctx context.Context, who Who, body wire.Submit) (wire.Submission, error) {
	body, fields := validation.Submission(d.Settings, body)
	if len(fields) > 0 {
		return wire.Submission{}, invalid(fields...)
	}
	if err := d.guesses.slow(ctx, who); err != nil {
		return wire.Submission{}, err
	}
	return retryStale(func() (wire.Submission, error) { return d.submit(ctx, who, body) })
}

func (d *Desk) submit(ctx context.Context, who Who, body wire.Submit) (s wire.Submission, err error) {
	account, err := d.account(ctx, who.Account)
	if err != nil {
		return s, err
	}
	err = d.Registry.Use(func(g *registry.Generation) error {
		var looks []lookup
		// One who is stopped must not learn by the look-ups' time which numbers
		// are known.
		if d.guesses.wait(who) == 0 {
			if looks, err = d.lookAll(g, account, body); err != nil {
				return err
			}
		}
		s, err = d.record(ctx, g, who, body, looks)
		return err
	})
	return s, err
}

func (d *Desk) lookAll(g *registry.Generation, a ledger.Account, body wire.Submit) ([]lookup, error) {
	looks := make([]lookup, len(body.Identifiers))
	for i, value := range body.Identifiers {
		r := policy.Request{Level: body.Level, Identifier: identifierOf(body, value)}
		var err error
		if looks[i], err = d.look(g, a, r); err != nil {
			return nil, err
		}
	}
	return looks, nil
}

// identifierOf is one entry of a submission in its canonical form.
func identifierOf(body wire.Submit, value string) access.Identifier {
	if body.Kind == access.KindProgram {
		return access.Program(body.Program, value)
	}
	return access.Identifier{Kind: body.Kind, Value: value}
}

// record writes the submission: one fact a request, and one a grant. There are
// no looks when the person was stopped from guessing; a repeat gets its first
// answer all the same. The view is made where the requests were just made: to
// read them back would cost as much as the look-up.
func (d *Desk) record(ctx context.Context, g *registry.Generation, who Who, body wire.Submit, looks []lookup) (wire.Submission, error) {
	submission, reference := d.id(), d.reference()
	requests := make([]string, len(looks))
	for i := range requests {
		requests[i] = d.id()
	}
	var made wire.Submission
	answer, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("submit", body),
		Run: func(tx *ledger.Tx) (any, error) {
			if err := d.current(g); err != nil {
				return nil, err
			}
			moves := make([]event.RequestMoved, len(looks))
			for i, l := range looks {
				moves[i] = event.RequestMoved{
					Request:    requests[i],
					Submission: submission,
					Reference:  reference + "-" + strconv.Itoa(i+1),
					Account:    who.Account,
					Level:      l.request.Level,
					Identifier: l.request.Identifier,
					Move:       access.MoveSubmit,
				}
			}
			err := d.try(tx, who, moves, looks)
			if err == nil {
				made, err = d.viewMade(tx, requests)
			}
			return submission, err
		},
	})
	if err != nil {
		return wire.Submission{}, commandError(err)
	}
	if !answer.Repeated {
		return made, nil
	}
	var first string
	if err := json.Unmarshal(answer.Body, &first); err != nil {
		return wire.Submission{}, fmt.Errorf("decode answer: %w", err)
	}
	return d.Submission(ctx, who, first)
}

// viewMade shows a submission inside the command that made its requests.
func (d *Desk) viewMade(tx *ledger.Tx, ids []string) (wire.Submission, error) {
	requests := make([]ledger.Request, len(ids))
	for i, id := range ids {
		var err error
		if requests[i], err = tx.Request(id); err != nil {
			return wire.Submission{}, err
		}
	}
	return d.viewSubmission(&tx.Reader, requests)
}

// try evaluates what a person asks for, unless they have guessed too often, and
// counts what of it is unknown. Without looks the person was stopped before.
func (d *Desk) try(tx *ledger.Tx, who Who, moves []event.RequestMoved, looks []lookup) error {
	if err := d.guesses.refuse(who); err != nil {
		return err
	}
	if len(looks) == 0 {
		return errStale // no longer stopped
	}
	var outcomes []access.Reason
	for i, m := range moves {
		reasons, err := d.evaluate(tx, m, looks[i])
		if err != nil {
			return err
		}
		outcomes = append(outcomes, reasons...)
	}
	d.guesses.count(who, outcomes)
	return nil
}

// evaluate asks the policy, writes what it said as the move m and returns its
// reasons.
func (d *Desk) evaluate(tx *ledger.Tx, m event.RequestMoved, l lookup) ([]access.Reason, error) {
	account, err := tx.Account(m.Account)
	if err != nil {
		return nil, err
	}
	if account.Profile != l.profile {
		return nil, errStale
	}
	facts, err := l.complete(tx, m.Account, m.Request)
	if err != nil {
		return nil, err
	}
	decision := policy.Decide(facts, l.request)
	m.Scope = facts.Scope
	m.To, m.Reasons, m.Switch = decision.Status, decision.Reasons, decision.Switch
	m.Belongs, m.Policy, m.Generation = policy.Entitled(facts), policy.Version, l.gen
	if slices.Contains(m.Reasons, access.RequestDuplicate) {
		m.DuplicateOf = facts.Duplicate
	}
	if m.Belongs && slices.Contains(m.Reasons, access.ContractInactive) {
		m.Inactive = facts.Contract.InactiveAt(facts.Now)
	}
	if m.Trace, err = tx.PutTrace(m.Request, decision.Trace); err != nil {
		return nil, err
	}
	return m.Reasons, d.move(tx, m)
}
