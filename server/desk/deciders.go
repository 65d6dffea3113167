package desk

import (
	"context"
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

const (
	// mostParties is how many administrators can all be parties of one request:
	// who asked, and for whom.
	mostParties = 2
	// freedAtOnce is how many windows of a queue are looked through with the
	// departure of an administrator; the timers do the rest of a longer one.
	freedAtOnce = 4
)

// deciders are those of a scope's administrators who may decide a request:
// nobody decides their own, neither what they asked for nor what is for them
// (domain page, "Statuses"). account asked; third, "" for none, is the account
// that it is for, and email their address, which may have no account yet.
func deciders(r *ledger.Reader, admins []string, account, third, email string) ([]string, error) {
	if len(admins) == 0 {
		return nil, nil
	}
	rest := slices.DeleteFunc(slices.Clone(admins), func(a string) bool { return a == email })
	for _, id := range []string{account, third} {
		a, err := r.Account(id)
		if errors.Is(err, ledger.ErrNotFound) {
			continue // none, or not yet
		}
		if err != nil {
			return nil, err
		}
		rest = notThese(rest, a)
	}
	return rest, nil
}

// notThese are administrators without the account's addresses.
func notThese(admins []string, a ledger.Account) []string {
	return slices.DeleteFunc(slices.Clone(admins), func(email string) bool {
		return email == registryEmail(a) || email == a.Profile.Email
	})
}

// decidersOf are those who may decide a request that is there.
func decidersOf(r *ledger.Reader, request ledger.Request, admins []string) ([]string, error) {
	email := ""
	if request.For != "" {
		third, err := r.ThirdParty(request.ID)
		if err != nil {
			return nil, err
		}
		email = third.Email
	}
	return deciders(r, admins, request.Account, request.For, email)
}

// whyVendor is why the vendor has what nobody else may decide: no administrator
// is left, or it is their own.
func whyVendor(admins []string) access.Reason {
	if len(admins) == 0 {
		return access.AdminGone
	}
	return access.AdminOwn
}

// lookForQueues gives the vendor what waits where no administrator may decide
// it any more.
func (d *Desk) lookForQueues(ctx context.Context) error {
	for after := ""; ; {
		var names []string
		err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			names, err = r.WaitingQueues(after, dueBatch)
			return err
		})
		if err != nil || len(names) == 0 {
			return err
		}
		for _, name := range names {
			if name == ledger.VendorQueue || name == ledger.ChatQueue {
				continue
			}
			if err := d.freeQueue(ctx, access.ParseIdentifier(name)); err != nil {
				d.failed(ctx, "what nobody may decide could not be passed on", "queue", name, "error", err)
			}
		}
		after = names[len(names)-1]
	}
}

// freeQueue gives the vendor those of a scope's waiting requests that none of
// its administrators may decide.
func (d *Desk) freeQueue(ctx context.Context, scope access.Identifier) error {
	for cursor, more := "", true; more; {
		var stuck []string
		err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
			admins, err := d.administrators(r, g, scope)
			if err != nil || len(admins) > mostParties { // somebody is no party of it
				more = false
				return err
			}
			stuck, cursor, err = stuckIn(r, scope, admins, cursor)
			more = cursor != ""
			return err
		})
		if err != nil {
			return err
		}
		for len(stuck) > 0 {
			if stuck, err = d.free(ctx, scope, stuck); err != nil {
				return err
			}
		}
	}
	return nil
}

// stuckIn lists those of one window of a queue that nobody may decide.
func stuckIn(r *ledger.Reader, scope access.Identifier, admins []string, cursor string) (stuck []string, next string, err error) {
	requests, next, err := r.Queue([]string{scope.String()}, ledger.QueueFilter{}, cursor, dueBatch)
	if err != nil {
		return nil, "", err
	}
	for _, request := range requests {
		rest, err := decidersOf(r, request, admins)
		if err != nil {
			return nil, "", err
		}
		if len(rest) == 0 {
			stuck = append(stuck, request.ID)
		}
	}
	return stuck, next, nil
}

// free passes requests on that still wait where nobody may decide them, and
// returns those that are left for another command.
func (d *Desk) free(ctx context.Context, scope access.Identifier, stuck []string) (rest []string, err error) {
	return retryStale(func() (rest []string, err error) {
		return rest, d.Registry.Use(func(g *registry.Generation) error {
			named, err := g.Administrators(scope)
			if err != nil {
				return err
			}
			_, err = d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
				if err := d.current(g); err != nil {
					return nil, err
				}
				admins, err := joinAdministrators(&tx.Reader, scope, named)
				if err != nil {
					return nil, err
				}
				rest, err = d.freeEach(tx, admins, stuck)
				return nil, err
			}})
			return err
		})
	})
}

// freeFirst is freeQueue for the first windows of a queue, as far as the command
// that takes an administrator away has room.
func (d *Desk) freeFirst(tx *ledger.Tx, scope access.Identifier, registered []string) error {
	admins, err := joinAdministrators(&tx.Reader, scope, registered)
	if err != nil || len(admins) > mostParties {
		return err
	}
	cursor := ""
	for range freedAtOnce {
		var stuck []string
		if stuck, cursor, err = stuckIn(&tx.Reader, scope, admins, cursor); err != nil {
			return err
		}
		rest, err := d.freeEach(tx, admins, stuck)
		if err != nil || cursor == "" || len(rest) > 0 {
			return err
		}
	}
	return nil
}

// freeEach passes on those of the requests that still wait, unless somebody
// works them after all, and returns those that the command has no room for.
func (d *Desk) freeEach(tx *ledger.Tx, admins, stuck []string) (rest []string, err error) {
	for i, id := range stuck {
		if !tx.Room() {
			return stuck[i:], nil
		}
		request, err := tx.Request(id)
		if err != nil {
			return nil, err
		}
		able, err := decidersOf(&tx.Reader, request, admins)
		if err != nil {
			return nil, err
		}
		if request.Status != access.PendingAdministrator || len(able) > 0 {
			continue
		}
		if err := d.passOn(tx, request, whyVendor(admins)); err != nil {
			return nil, err
		}
	}
	return nil, nil
}
