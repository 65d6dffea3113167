package desk

import (
	"context"
	"errors"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// eraseAtOnce is how many requests, grants or conversations one command of an
// erasure goes through.
const eraseAtOnce = 50

// requests cancels what waits, looks out for no number any more, and erases what
// lies beside each request.
func (e *eraser) requests(ctx context.Context) error {
	for cursor, more := "", true; more; more = cursor != "" {
		var page []ledger.Request
		err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			page, cursor, err = r.Requests(e.Account, "", "", cursor, eraseAtOnce)
			return err
		})
		if err != nil {
			return err
		}
		for len(page) > 0 {
			if page, err = e.some(ctx, page); err != nil {
				return err
			}
		}
	}
	return nil
}

// some erases requests, as many as one command has room for, and returns the rest.
func (e *eraser) some(ctx context.Context, page []ledger.Request) (rest []ledger.Request, err error) {
	err = e.do(ctx, func(tx *ledger.Tx) error {
		for rest = page; len(rest) > 0 && tx.Room(); rest = rest[1:] {
			if more, err := e.request(tx, rest[0].ID); err != nil || more {
				return err
			}
		}
		return nil
	})
	return rest, err
}

// request erases one; more says that it is to be gone through again.
func (e *eraser) request(tx *ledger.Tx, id string) (more bool, err error) {
	r, err := tx.Request(id)
	if err != nil {
		return false, err
	}
	switch {
	case r.Status.Pending():
		m := moved(r, access.MoveCancel, "")
		m.To, m.Reasons = access.Cancelled, []access.Reason{access.AccountErased}
		err = e.move(tx.BySystem(), m)
	case r.Status == access.Denied && !r.RetryAt.IsZero():
		_, err = tx.BySystem().Append(&event.WatchEnded{Request: id})
	}
	if err != nil {
		return false, err
	}
	return tx.EraseRequest(id)
}

// grants takes away what was given here and not taken away before.
func (e *eraser) grants(ctx context.Context) error {
	return e.all(ctx, func(tx *ledger.Tx) (more bool, err error) {
		taken := 0
		for g, err := range tx.Grants(e.Account) {
			if err != nil || taken == eraseAtOnce {
				return true, err
			}
			if g.Revoked {
				continue
			}
			_, err := tx.BySystem().Append(&event.GrantRevoked{Grant: g.ID, Account: g.Account, Reason: access.AccountErased})
			if err != nil {
				return false, err
			}
			taken++
		}
		return false, nil
	})
}

// offices releases the person wherever they were named as an administrator. What
// nobody who stays may decide goes to the vendor.
func (e *eraser) offices(ctx context.Context) error {
	var named []ledger.Administrator
	err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
		named, err = r.Administers(e.Account)
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
				a, err := tx.Account(e.Account)
				if err != nil {
					return err
				}
				_, err = tx.Append(&event.AdministratorLeft{
					Scope: scope, Account: a.ID, Last: len(notThese(admins, a)) == 0,
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
			page, cursor, err = r.ConversationsOf(e.Account, cursor, eraseAtOnce)
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
	var at ledger.TextPlace
	for more := true; more; {
		var next ledger.TextPlace
		err := e.do(ctx, func(tx *ledger.Tx) (err error) {
			next, more, err = tx.EraseMessages(e.Account, at)
			return err
		})
		if err != nil {
			return err
		}
		at = next
	}
	return nil
}

// written erases what the person wrote to others.
func (e *eraser) written(ctx context.Context) error {
	for after := uint64(0); ; {
		var facts []event.Fact
		err := e.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			facts, err = r.WrittenBy(e.Account, after)
			return err
		})
		if err != nil || len(facts) == 0 {
			return err
		}
		after = facts[len(facts)-1].Seq
		err = e.do(ctx, func(tx *ledger.Tx) (err error) {
			for _, f := range facts {
				err = errors.Join(err, tx.EraseWritten(f))
			}
			return err
		})
		if err != nil {
			return err
		}
	}
}

// record erases the account's record: from here on nobody knows who it was.
func (e *eraser) record(ctx context.Context) error {
	return e.do(ctx, func(tx *ledger.Tx) error {
		a, err := tx.Account(e.Account)
		if err != nil {
			return err
		}
		if err := errors.Join(e.note(tx, a), tx.EraseAccount(a)); err != nil {
			return err
		}
		_, err = tx.Append(&event.AccountErased{Account: a.ID})
		return err
	})
}

// kept erases what lies under the account's ID. It comes behind the record: nobody
// adds to it any more.
func (e *eraser) kept(ctx context.Context) error {
	return e.all(ctx, func(tx *ledger.Tx) (bool, error) { return tx.EraseKept(e.Account) })
}

// forget erases the mails to the person's addresses, those that name or quote
// them, and what was gathered to be mailed. What still waits for others is
// written anew without that.
func (e *eraser) forget(ctx context.Context) error {
	return e.Mailer.Forget(ctx, e.Account, func(ctx context.Context) error {
		all := e.all(ctx, func(tx *ledger.Tx) (bool, error) { return tx.EraseMailsAbout(e.Account) })
		for _, address := range e.Addresses {
			all = errors.Join(all, e.all(ctx, func(tx *ledger.Tx) (bool, error) {
				more, err := tx.EraseMailsTo(address, e.Account)
				return more, errors.Join(err, tx.EraseGather(address, e.Account))
			}))
		}
		return all
	})
}

// close ends the erasure, and the sessions of who slipped in.
func (e *eraser) close(ctx context.Context) error {
	if err := e.endSessions(ctx, e.Account, ""); err != nil {
		return err
	}
	return e.do(ctx, func(tx *ledger.Tx) error {
		tx.DropErasure(e.Account)
		return nil
	})
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
