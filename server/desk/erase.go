package desk

import (
	"context"
	"errors"
	"slices"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// eraseAtOnce is how many requests, grants or conversations one command of an
// erasure goes through.
const eraseAtOnce = 50

// EraseAccount erases what is known of a person: the account's record, the texts
// of its messages, the mails to it and about its requests, and what else lies
// beside the facts. Before that it ends their sessions, cancels what waits,
// takes away what they have and releases them as an administrator; where they
// were the last one the reviewers are told. The facts stay, with an ID that is
// nobody's any more; what others wrote of the person in requests of their own
// stays with those, and what the registry says of the address as long as it
// does. An erasure that was cut off is gone on with when it is asked for again.
// Errors: forbidden, not_found, validation (not that address; one's own account).
func (d *Desk) EraseAccount(ctx context.Context, who Who, id string, b wire.EraseAccount) error {
	if err := operator(who); err != nil {
		return err
	}
	if id == who.Account {
		return invalid(wire.FieldError{Field: "email", Code: "erase.own"})
	}
	e := eraser{Desk: d, by: event.Actor{Party: access.ByReviewer, Account: who.Account}}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
		e.account, err = r.Account(id)
		return err
	})
	if err != nil {
		return notFound(err)
	}
	if !strings.EqualFold(strings.TrimSpace(b.Email), e.account.Profile.Email) {
		return invalid(wire.FieldError{Field: "email", Code: "erase.address"})
	}
	for _, step := range []func(context.Context) error{
		e.shut, e.requests, e.grants, e.offices, e.conversations, e.messages,
		e.mails, // while the erasure can still be asked for again
		e.record,
		e.mails, // written meanwhile
	} {
		if err := step(ctx); err != nil {
			return notFound(commandError(err))
		}
	}
	d.timers.lookAgain()
	return nil
}

// eraser is one erasure. Each of its steps may be repeated.
type eraser struct {
	*Desk
	by      event.Actor
	account ledger.Account // as it was when the erasure began
}

// do runs one command of the operator's.
func (e *eraser) do(ctx context.Context, run func(*ledger.Tx) error) error {
	_, err := e.Ledger.Do(ctx, ledger.Command{By: e.by, Run: func(tx *ledger.Tx) (any, error) {
		if err := stillOperator(tx); err != nil {
			return nil, err
		}
		return nil, run(tx)
	}})
	return err
}

// shut lets nobody in any more, and nothing be mailed.
func (e *eraser) shut(ctx context.Context) error {
	err := e.do(ctx, func(tx *ledger.Tx) error {
		a, err := tx.Account(e.account.ID)
		if err != nil {
			return err
		}
		a.Password, a.Confirmed, a.NewEmail, a.Erasing = "", false, nil, true
		tx.SetServing(a.ID, false)
		return errors.Join(tx.DropLink(a.ID), tx.PutAccount(a))
	})
	if err != nil {
		return err
	}
	return e.endSessions(ctx, e.account.ID, "")
}

// requests cancels what waits, looks out for no number any more, and erases what
// lies beside each request.
func (e *eraser) requests(ctx context.Context) error {
	for cursor, more := "", true; more; more = cursor != "" {
		var page []ledger.Request
		err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			page, cursor, err = r.Requests(e.account.ID, "", "", cursor, eraseAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		err = e.do(ctx, func(tx *ledger.Tx) error {
			for _, request := range page {
				if err := e.request(tx, request.ID); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (e *eraser) request(tx *ledger.Tx, id string) error {
	r, err := tx.Request(id)
	if err != nil {
		return err
	}
	switch {
	case r.Status.Pending():
		m := moved(r, access.MoveCancel, "")
		m.To, m.Reasons = access.Cancelled, []access.Reason{access.AccountErased}
		err = e.move(tx.BySystem(), m)
	case r.Status == access.Denied && !r.RetryAt.IsZero():
		_, err = tx.BySystem().Append(&event.WatchEnded{Request: id})
	}
	return errors.Join(err, tx.EraseRequest(id))
}

// grants takes away what was given here and not taken away before.
func (e *eraser) grants(ctx context.Context) error {
	return e.all(ctx, func(tx *ledger.Tx) (more bool, err error) {
		held, err := tx.Grants(e.account.ID)
		if err != nil {
			return false, err
		}
		held = slices.DeleteFunc(held, func(g ledger.Grant) bool { return g.Revoked })
		for _, g := range held[:min(len(held), eraseAtOnce)] {
			_, err := tx.BySystem().Append(&event.GrantRevoked{Grant: g.ID, Account: g.Account, Reason: access.AccountErased})
			if err != nil {
				return false, err
			}
		}
		return len(held) > eraseAtOnce, nil
	})
}

// offices releases the person wherever they were named as an administrator. What
// nobody who stays may decide goes to the vendor.
func (e *eraser) offices(ctx context.Context) error {
	var named []ledger.Administrator
	err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
		named, err = r.Administers(e.account.ID)
		return err
	})
	for i := 0; err == nil && i < len(named); i++ {
		if !named[i].Left {
			err = e.release(ctx, named[i].Scope)
		}
	}
	return err
}

func (e *eraser) release(ctx context.Context, scope access.Identifier) error {
	_, err := retryStale(func() (struct{}, error) {
		return struct{}{}, e.Registry.Use(func(g *registry.Generation) error {
			registered, err := g.Administrators(scope)
			if err != nil {
				return err
			}
			return e.do(ctx, func(tx *ledger.Tx) error {
				if err := e.current(g); err != nil {
					return err
				}
				admins, err := joinAdministrators(&tx.Reader, scope, registered)
				if err != nil {
					return err
				}
				_, err = tx.Append(&event.AdministratorLeft{
					Scope: scope, Account: e.account.ID, Last: len(notThese(admins, e.account)) == 0,
				})
				if err != nil {
					return err
				}
				return e.freeFirst(tx.BySystem(), scope, registered)
			})
		})
	})
	return err
}

// conversations takes those that wait out of the agents' list.
func (e *eraser) conversations(ctx context.Context) error {
	for cursor, more := "", true; more; more = cursor != "" {
		var page []ledger.Conversation
		err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			page, cursor, err = r.ConversationsOf(e.account.ID, cursor, eraseAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		err = e.do(ctx, func(tx *ledger.Tx) error {
			for _, c := range page {
				now, err := tx.Conversation(c.ID)
				if err == nil && now.Waiting > 0 {
					_, err = tx.BySystem().Append(&event.ConversationSettled{Conversation: c.ID, Account: c.Account})
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// messages erases the texts of the person's conversations.
func (e *eraser) messages(ctx context.Context) error {
	return e.all(ctx, func(tx *ledger.Tx) (bool, error) { return tx.EraseMessages(e.account.ID) })
}

// record erases the account's record: from here on nobody knows who it was.
func (e *eraser) record(ctx context.Context) error {
	err := e.do(ctx, func(tx *ledger.Tx) error {
		a, err := tx.Account(e.account.ID)
		if err != nil {
			return err
		}
		if err := tx.EraseAccount(a); err != nil {
			return err
		}
		_, err = tx.Append(&event.AccountErased{Account: a.ID})
		return err
	})
	if err != nil {
		return err
	}
	return e.endSessions(ctx, e.account.ID, "") // of who slipped in
}

// mails erases the mails to the person's addresses, and those that name them.
func (e *eraser) mails(ctx context.Context) error {
	about := func(tx *ledger.Tx) (bool, error) { return tx.EraseMailsAbout(e.account.ID) }
	all := e.all(ctx, about)
	addresses := []string{e.account.Profile.Email}
	for _, former := range e.account.Undo {
		addresses = append(addresses, former.Address)
	}
	for _, address := range addresses {
		all = errors.Join(all, e.all(ctx, func(tx *ledger.Tx) (bool, error) { return tx.EraseMailsTo(address) }))
	}
	return all
}

// all runs one command after the other until there is no more to do.
func (e *eraser) all(ctx context.Context, run func(*ledger.Tx) (more bool, err error)) error {
	for more := true; more; {
		err := e.do(ctx, func(tx *ledger.Tx) (err error) {
			more, err = run(tx)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
