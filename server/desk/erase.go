package desk

import (
	"context"
	"errors"
	"slices"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// EraseAccount erases what is known of a person: the account's record, the texts
// of its messages, what it wrote to others as an administrator or a reviewer, the
// mails to it, about its requests and that quote it, and what else lies beside
// the facts. Before that it ends their sessions, cancels what waits, takes away
// what they have and releases them as an administrator; where they were the last
// one the reviewers are told. The facts stay, with an ID that is nobody's any
// more; what others wrote of the person in requests of their own stays with
// those, and what the registry says of the address as long as it does. An erasure
// that is cut off goes on by itself. Errors: forbidden, not_found, validation (not
// that address; one's own account).
func (d *Desk) EraseAccount(ctx context.Context, who Who, id string, b wire.EraseAccount) error {
	if err := operator(who); err != nil {
		return err
	}
	if id == who.Account {
		return invalid(wire.FieldError{Field: "email", Code: "erase.own"})
	}
	a, err := d.recordOf(ctx, id)
	if err != nil {
		return notFound(err)
	}
	if !strings.EqualFold(strings.TrimSpace(b.Email), a.Profile.Email) {
		return invalid(wire.FieldError{Field: "email", Code: "erase.address"})
	}
	d.erasing.Lock()
	defer d.erasing.Unlock()
	e := eraser{Desk: d, Erasure: ledger.Erasure{Account: id, By: event.Actor{Party: access.ByReviewer, Account: who.Account}}}
	for _, step := range []func(context.Context) error{e.shut, e.finish} {
		if err := step(ctx); err != nil {
			return notFound(commandError(err))
		}
	}
	d.timers.lookAgain()
	return nil
}

// goOnErasing ends the erasures that were cut off, unless one is at work.
func (d *Desk) goOnErasing(ctx context.Context) error {
	if !d.erasing.TryLock() {
		return nil
	}
	defer d.erasing.Unlock()
	var begun []ledger.Erasure
	err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
		begun, err = r.Erasures()
		return err
	})
	for _, b := range begun {
		e := eraser{Desk: d, Erasure: b}
		ended := e.finish(ctx)
		if ended == nil {
			d.timers.lookAgain()
		}
		err = errors.Join(err, ended)
	}
	return err
}

// eraser is one erasure. Each of its steps may be repeated.
type eraser struct {
	*Desk
	ledger.Erasure
}

// finish does all that is left once nobody gets in any more.
func (e *eraser) finish(ctx context.Context) error {
	if err := e.endSessions(ctx, e.Account, ""); err != nil {
		return err
	}
	_, err := e.recordOf(ctx, e.Account)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	steps := []func(context.Context) error{e.requests, e.grants, e.offices, e.conversations, e.messages, e.written, e.record}
	if err != nil { // the record is gone already
		steps = nil
	}
	for _, step := range append(steps, e.kept, e.forget, e.close) {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// do runs one command of the operator's.
func (e *eraser) do(ctx context.Context, run func(*ledger.Tx) error) error {
	_, err := e.Ledger.Do(ctx, ledger.Command{By: e.By, Run: func(tx *ledger.Tx) (any, error) { return nil, run(tx) }})
	return err
}

// shut lets nobody in any more, and nothing be mailed. From here on the erasure
// goes on to its end. Errors: forbidden, ErrNotFound.
func (e *eraser) shut(ctx context.Context) error {
	return e.do(ctx, func(tx *ledger.Tx) error {
		if err := stillOperator(tx); err != nil {
			return err
		}
		a, err := tx.Account(e.Account)
		if err != nil {
			return err
		}
		if err := e.note(tx, a); err != nil {
			return err
		}
		a.Password, a.Confirmed, a.NewEmail, a.Erasing = "", false, nil, true
		tx.SetServing(a.ID, false)
		tx.DropRegistration(a.Profile.Email)
		return errors.Join(tx.DropLinks(a.ID), tx.PutAccount(a))
	})
}

// note stores the erasure, with the addresses that the account has and had. One
// that it only wanted may be anybody's.
func (e *eraser) note(tx *ledger.Tx, a ledger.Account) error {
	begun, err := tx.Erasure(a.ID)
	if errors.Is(err, ledger.ErrNotFound) {
		begun, err = e.Erasure, nil
	}
	if err != nil {
		return err
	}
	addresses := append(slices.Clone(begun.Addresses), a.Profile.Email)
	for _, l := range a.Undo {
		addresses = append(addresses, l.Address)
	}
	slices.Sort(addresses)
	begun.Addresses = slices.Compact(addresses)
	e.Erasure = begun
	return tx.PutErasure(begun)
}
