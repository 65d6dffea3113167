package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
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
	VendorReview = 2 * time.Hour       // a reviewer answers
	NoAnswer     = 14 * 24 * time.Hour // then the vendor has it instead of the administrator
	Expiry       = 28 * 24 * time.Hour // then a pending request ends
	RetryWindow  = 48 * time.Hour      // an unknown or too new number is looked at again
)

// errStale says that the account changed between look-up and writer.
var errStale = errors.New("the account changed meanwhile")

// Submit evaluates a submission and answers with the outcome of each of its
// requests. A repeat with the same key gets the same submission, as it stands
// now. Errors: validation, guessing, key_reused.
func (d *Desk) Submit(ctx context.Context, who Who, body wire.Submit) (wire.Submission, error) {
	body, fields := validation.Submit(body)
	if len(fields) > 0 {
		return wire.Submission{}, invalid(fields...)
	}
	if err := d.guesses.enter(ctx, who); err != nil {
		return wire.Submission{}, err
	}
	id, err := retryStale(func() (string, error) { return d.submit(ctx, who, body) })
	if err != nil {
		return wire.Submission{}, err
	}
	s, err := d.Submission(ctx, who, id)
	if err == nil {
		d.guesses.count(who, reasonsOf(s))
	}
	return s, err
}

// retryStale runs a command again whose look-up was overtaken by a change.
func retryStale[T any](run func() (T, error)) (v T, err error) {
	for range 3 {
		if v, err = run(); !errors.Is(err, errStale) {
			return v, err
		}
	}
	return v, fmt.Errorf("three times in a row: %w", err)
}

func (d *Desk) submit(ctx context.Context, who Who, body wire.Submit) (id string, err error) {
	account, err := d.account(ctx, who.Account)
	if err != nil {
		return "", err
	}
	err = d.Registry.Use(func(g *registry.Generation) error {
		looks, err := d.lookAll(g, account, body)
		if err != nil {
			return err
		}
		id, err = d.record(ctx, who, body, looks)
		return err
	})
	return id, err
}

func (d *Desk) lookAll(g *registry.Generation, a ledger.Account, body wire.Submit) ([]lookup, error) {
	looks := make([]lookup, len(body.Identifiers))
	for i, value := range body.Identifiers {
		r := policy.Request{Level: body.Level, Identifier: access.Identifier{Kind: body.Kind, Value: value}}
		var err error
		if looks[i], err = d.look(g, a, r); err != nil {
			return nil, err
		}
	}
	return looks, nil
}

// record writes the submission: one fact a request, and one a grant.
func (d *Desk) record(ctx context.Context, who Who, body wire.Submit, looks []lookup) (string, error) {
	submission, reference := d.id(), d.reference()
	requests := make([]string, len(looks))
	for i := range requests {
		requests[i] = d.id()
	}
	answer, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("submit", body),
		Run: func(tx *ledger.Tx) (any, error) {
			for i, l := range looks {
				m := event.RequestMoved{
					Request:    requests[i],
					Submission: submission,
					Reference:  reference + "-" + strconv.Itoa(i+1),
					Account:    who.Account,
					Level:      l.request.Level,
					Identifier: l.request.Identifier,
					Move:       access.MoveSubmit,
				}
				if err := d.evaluate(tx, m, l); err != nil {
					return nil, err
				}
			}
			return submission, nil
		},
	})
	if err != nil {
		return "", commandError(err)
	}
	var id string
	return id, json.Unmarshal(answer.Body, &id)
}

// evaluate asks the policy and writes what it said as the move m.
func (d *Desk) evaluate(tx *ledger.Tx, m event.RequestMoved, l lookup) error {
	account, err := tx.Account(m.Account)
	if err != nil {
		return err
	}
	if account.Profile != l.profile {
		return errStale
	}
	facts, err := l.complete(tx, m.Account, m.Request)
	if err != nil {
		return err
	}
	decision := policy.Decide(facts, l.request)
	m.Scope = facts.Scope
	m.To, m.Reasons, m.Switch = decision.Status, decision.Reasons, decision.Switch
	m.Policy, m.Generation = policy.Version, l.gen
	if len(m.Reasons) > 0 && m.Reasons[0] == access.RequestDuplicate {
		m.DuplicateOf = facts.Duplicate
	}
	if m.Trace, err = tx.PutTrace(m.Request, decision.Trace); err != nil {
		return err
	}
	return d.move(tx, m)
}

// move writes a transition, which the table must allow, with the times that
// its status is given, and the grant that an approval gives.
func (d *Desk) move(tx *ledger.Tx, m event.RequestMoved) error {
	now := tx.Now()
	m.DueAt, m.RetryAt = time.Time{}, time.Time{}
	switch {
	case m.To == access.PendingVendor:
		m.DueAt = now.Add(VendorReview)
	case m.To == access.PendingAdministrator:
		m.DueAt = now.Add(NoAnswer)
	case retried(m):
		m.RetryAt = now.Add(RetryWindow)
	}
	switch {
	case !m.To.Pending():
		m.ExpiresAt = time.Time{}
	case m.ExpiresAt.IsZero():
		m.ExpiresAt = now.Add(Expiry)
	}
	if _, err := tx.Append(&m); err != nil || m.To != access.Approved {
		return err
	}
	_, err := tx.Append(&event.GrantGiven{
		Grant: "g-" + m.Request, Account: m.Account, Level: m.Level, Scope: m.Scope, Request: m.Request, Starts: now,
	})
	return err
}

// retried reports whether the portal looks again by itself.
func retried(m event.RequestMoved) bool {
	if m.To != access.Denied || len(m.Reasons) == 0 {
		return false
	}
	return m.Reasons[0] == access.ContractTooNew || m.Reasons[0] == access.ContractUnknown
}

// fingerprint tells one command from another under the same idempotency key.
func fingerprint(what string, body any) string {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err) // our own types
	}
	sum := sha256.Sum256(append([]byte(what+"\n"), b...))
	return hex.EncodeToString(sum[:])
}

// commandError turns what the ledger refuses into words for the person.
func commandError(err error) error {
	switch {
	case errors.Is(err, ledger.ErrKeyReused):
		return problem(wire.CodeKeyReused)
	case errors.Is(err, ledger.ErrReadOnly):
		p := problem(wire.CodeReadOnly)
		p.RetryAfter = 60
		return p
	case errors.Is(err, ledger.ErrClosed):
		p := problem(wire.CodeUnavailable)
		p.RetryAfter = 5
		return p
	}
	return err
}

func reasonsOf(s wire.Submission) [][]access.Reason {
	var all [][]access.Reason
	for _, r := range s.Requests {
		all = append(all, r.Reasons)
	}
	return all
}
