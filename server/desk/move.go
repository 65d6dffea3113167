package desk

import (
	"context"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Move does what the transition table lets this person do to a request, and
// answers with the request as its requester sees it. Errors: not_found (also
// for one who has nothing to do with it), own_request, decided (somebody was
// first), transition, no_administrator, validation, guessing.
func (d *Desk) Move(ctx context.Context, who Who, id string, move access.Move, body wire.Moved) (wire.Request, error) {
	note, wrong := validation.Note(body.Note, move.NeedsNote())
	if wrong != nil {
		return wire.Request{}, invalid(*wrong)
	}
	body.Note = note
	if move == access.MoveReprocess {
		if err := d.guesses.slow(ctx, who); err != nil {
			return wire.Request{}, err
		}
	}
	_, err := retryStale(func() (struct{}, error) { return struct{}{}, d.moveOnce(ctx, who, id, move, body) })
	if err != nil {
		return wire.Request{}, notFound(err)
	}
	return d.afterMove(ctx, id)
}

// afterMove reads what the move came to.
func (d *Desk) afterMove(ctx context.Context, id string) (wire.Request, error) {
	var v wire.Request
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		v, err = d.viewOwn(r, request)
		return err
	})
	return v, err
}

func (d *Desk) moveOnce(ctx context.Context, who Who, id string, move access.Move, body wire.Moved) error {
	return d.Registry.Use(func(g *registry.Generation) error {
		p, err := d.prepare(ctx, g, who, id, move)
		if err != nil {
			return err
		}
		_, err = d.Ledger.Do(ctx, ledger.Command{
			By:          event.Actor{Party: p.party, Account: who.Account},
			Key:         who.Key,
			Fingerprint: fingerprint("move "+id+" "+string(move), body),
			Run: func(tx *ledger.Tx) (any, error) {
				if err := d.current(g); err != nil {
					return nil, err
				}
				return nil, d.run(tx, p, who, body)
			},
		})
		return commandError(err)
	})
}

// prepared is what a move knows before the writer runs.
type prepared struct {
	id         string
	move       access.Move
	party      access.Party
	scope      access.Identifier // of the request
	registered []string          // the registry's administrators of the scope
	listed     bool              // it names the person as one
	admins     bool              // the scope has administrators who may decide it, as known in the writer
	own        bool              // it has some, but the request is their own
	words      bool              // something was written with the move
	looks      []lookup          // of a reprocess, none when the person is stopped from guessing
	grant      approvable        // of an approval
}

// prepare finds out as whom the person acts and looks up the registry.
func (d *Desk) prepare(ctx context.Context, g *registry.Generation, who Who, id string, move access.Move) (prepared, error) {
	p := prepared{id: id, move: move}
	return p, d.Ledger.View(ctx, func(r *ledger.Reader) error {
		account, err := r.Account(who.Account)
		if err != nil {
			return err
		}
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		p.scope = request.Scope
		if p.registered, err = g.Administrators(p.scope); err != nil {
			return err
		}
		if p.listed, err = g.IsAdministrator(p.scope, registryEmail(account)); err != nil {
			return err
		}
		mine, err := administersNow(r, p.scope, account.ID, p.listed)
		if err != nil {
			return err
		}
		p.party = partyOf(who, move, request.Status, mine)
		if move == access.MoveApprove {
			p.grant, err = d.approvable(r, g, request)
			return err
		}
		if move != access.MoveReprocess || request.Account != who.Account || d.guesses.wait(who) > 0 {
			return nil
		}
		look, err := d.look(g, account, policy.Request{Level: request.Level, Identifier: request.Identifier})
		p.looks = []lookup{look}
		return err
	})
}

// partyOf says as whom the person would make the move; mine says that they
// administer what the request is on.
func partyOf(who Who, move access.Move, status access.Status, mine bool) access.Party {
	switch move {
	case access.MoveConfirm, access.MoveReprocess, access.MoveCancel:
		return access.ByRequester
	case access.MovePass:
		return access.ByAdministrator
	case access.MoveAsk, access.MoveSendAdmin:
		return access.ByReviewer
	}
	if status != access.PendingVendor && mine {
		return access.ByAdministrator
	}
	if who.Role == access.RoleReviewer {
		return access.ByReviewer
	}
	return access.ByAdministrator
}

// run makes the move under the writer, where nothing can change any more.
func (d *Desk) run(tx *ledger.Tx, p prepared, who Who, body wire.Moved) error {
	r, err := tx.Request(p.id)
	if err != nil {
		return err
	}
	if r.Scope != p.scope {
		return errStale
	}
	if err := d.may(tx, p, who, r, body.Seq); err != nil {
		return err
	}
	admins, err := joinAdministrators(&tx.Reader, r.Scope, p.registered)
	if err != nil {
		return err
	}
	rest, err := decidersOf(&tx.Reader, r, admins)
	if err != nil {
		return err
	}
	p.own, p.admins = len(admins) > 0 && len(rest) == 0, len(rest) > 0
	note, err := readable(tx, r, p.move, body.Note)
	if err != nil {
		return err
	}
	m := moved(r, p.move, note)
	if p.move == access.MoveReprocess {
		if byPerson(r) {
			return problem(wire.CodeTransition, string(r.Status), string(p.move))
		}
		return d.try(tx, who, []event.RequestMoved{m}, p.looks)
	}
	p.words = note != ""
	if m.To, m.Reasons, err = p.target(r); err != nil {
		return err
	}
	if p.move != access.MoveApprove {
		return d.move(tx, m)
	}
	t, err := p.grant.terms(r, tx.Now(), body)
	if err != nil {
		return err
	}
	if err := d.approve(tx, m, p.grant, t); err != nil || !body.Remember || r.For != "" {
		return err
	}
	return remember(tx, r)
}

// readable is a note with its ready texts in the requester's language.
func readable(tx *ledger.Tx, r ledger.Request, move access.Move, note string) (string, error) {
	a, err := tx.Account(r.Account)
	if err != nil {
		return note, ignoreMissing(err) // erased
	}
	return i18n.QuickIn(langOf(a), string(move), note), nil
}

// target is where a decider's or requester's plain move leads, and why.
func (p *prepared) target(r ledger.Request) (access.Status, []access.Reason, error) {
	admin := p.party == access.ByAdministrator
	switch p.move {
	case access.MoveConfirm:
		answered := p.words && slices.Contains(r.Reasons, access.VendorAsked)
		reasons := []access.Reason{pick(answered, access.RequesterAnswered, access.RequesterConfirmed)}
		if p.admins {
			return access.PendingAdministrator, reasons, nil
		}
		if p.own {
			reasons = append(reasons, access.AdminOwn)
		}
		return access.PendingVendor, reasons, nil
	case access.MoveCancel:
		return access.Cancelled, []access.Reason{access.RequesterCancelled}, nil
	case access.MoveApprove:
		return access.Approved, []access.Reason{pick(admin, access.AdminApproved, access.VendorApproved)}, nil
	case access.MoveDeny:
		return access.Denied, []access.Reason{pick(admin, access.AdminDenied, access.VendorDenied)}, nil
	case access.MovePass:
		return access.PendingVendor, []access.Reason{access.AdminPassed}, nil
	case access.MoveAsk:
		return access.PendingAction, []access.Reason{access.VendorAsked}, nil
	case access.MoveSendAdmin:
		if !p.admins {
			return "", nil, problem(wire.CodeNoAdmin)
		}
		return access.PendingAdministrator, []access.Reason{access.VendorToAdministrator}, nil
	}
	return "", nil, problem(wire.CodeTransition, string(r.Status), string(p.move))
}

func pick(first bool, a, b access.Reason) access.Reason {
	if first {
		return a
	}
	return b
}

// moved starts a transition of an existing request.
func moved(r ledger.Request, move access.Move, note string) event.RequestMoved {
	return event.RequestMoved{
		Request: r.ID, Submission: r.Submission, Reference: r.Reference, Account: r.Account, For: r.For,
		Level: r.Level, Identifier: r.Identifier, Scope: r.Scope,
		Extends: r.Extends, From: r.Status, Move: move, Note: note, ExpiresAt: r.ExpiresAt,
		Belongs: r.Belongs, Policy: r.Policy, Generation: r.Generation,
	}
}
