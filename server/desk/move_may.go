package desk

import (
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// may refuses who may not, and what the table has no row for.
func (d *Desk) may(tx *ledger.Tx, p prepared, who Who, r ledger.Request, seen uint64) error {
	switch p.party {
	case access.ByRequester:
		if r.Account != who.Account {
			return ledger.ErrNotFound
		}
	case access.ByAdministrator:
		ok, err := administersNow(&tx.Reader, r.Scope, who.Account, p.listed)
		if err != nil {
			return err
		}
		if !ok {
			return ledger.ErrNotFound
		}
	case access.ByReviewer:
		reviewer, err := tx.Account(who.Account) // the role may have changed since the session was read
		if err != nil {
			return err
		}
		if reviewer.Role != access.RoleReviewer {
			return ledger.ErrNotFound
		}
	}
	if p.party != access.ByRequester {
		mine, err := own(&tx.Reader, r, who.Account)
		if err != nil {
			return err
		}
		if mine {
			return problem(wire.CodeOwnRequest)
		}
		if seen != 0 && seen != r.Seq {
			return d.decided(tx, r)
		}
	}
	targets := access.Targets(r.Status, p.party, p.move)
	if len(targets) == 0 {
		return d.refused(tx, p, r)
	}
	return nil
}

// refused says why the table has no row: somebody was first, or the move does
// not belong to this status.
func (d *Desk) refused(tx *ledger.Tx, p prepared, r ledger.Request) error {
	if p.party != access.ByRequester && !r.Status.Pending() {
		return d.decided(tx, r)
	}
	to := wanted(p)
	if to == "" {
		return ledger.ErrNotFound // no move of this party
	}
	return problem(wire.CodeTransition, string(r.Status), string(to))
}

// wanted names the status that a move aims at.
func wanted(p prepared) access.Status {
	for _, from := range access.Statuses() {
		if to := access.Targets(from, p.party, p.move); len(to) > 0 {
			return to[0]
		}
	}
	return ""
}

// decided tells the second person who decided what.
func (d *Desk) decided(tx *ledger.Tx, r ledger.Request) error {
	last := r.Steps[len(r.Steps)-1]
	return problem(wire.CodeDecided, d.nameOf(&tx.Reader, last.By), string(r.Status))
}
