package desk

import (
	"context"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// lookForUnasked takes back every question that is nobody's to answer any more:
// no administrator is left, the holder is one now, or the portal asks no more.
// No access ends by it.
func (d *Desk) lookForUnasked(ctx context.Context) error {
	d.timers.passed = ledger.Certified{} // others may have somebody now
	for after := (access.Identifier{}); ; {
		var scopes []access.Identifier
		err := d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			scopes, err = r.Recertifications(after, dueBatch)
			return err
		})
		if err != nil || len(scopes) == 0 {
			return err
		}
		for _, scope := range scopes {
			if err := d.unask(ctx, scope); err != nil {
				return err
			}
		}
		after = scopes[len(scopes)-1]
	}
}

// unask does it for one contract or bill-to ID.
func (d *Desk) unask(ctx context.Context, scope access.Identifier) error {
	_, err := retryStale(func() (struct{}, error) {
		return struct{}{}, d.Registry.Use(func(g *registry.Generation) error {
			registered, err := g.Administrators(scope)
			if err != nil {
				return err
			}
			ids, err := d.unanswerable(ctx, scope, registered)
			if err != nil {
				return err
			}
			for some := range slices.Chunk(ids, dueBatch) {
				if err := d.takeBack(ctx, g, scope, registered, some); err != nil {
					return err
				}
			}
			return nil
		})
	})
	return err
}

// unanswerable lists what waits and is nobody's to answer, as far as it is known
// before the writer runs.
func (d *Desk) unanswerable(ctx context.Context, scope access.Identifier, registered []string) (ids []string, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		admins, err := joinAdministrators(r, scope, registered)
		if err != nil {
			return err
		}
		for g, err := range r.GrantsOf(scope, ledger.GrantAsked) {
			if err != nil {
				return err
			}
			answerable, err := d.answerable(r, g, admins)
			if err != nil {
				return err
			}
			if !answerable {
				ids = append(ids, g.ID)
			}
		}
		return nil
	})
	return ids, err
}

// answerable reports whether one of the administrators can say of an access
// whether it is still needed.
func (d *Desk) answerable(r *ledger.Reader, g ledger.Grant, admins []string) (bool, error) {
	if d.Recertify == 0 || len(admins) == 0 {
		return false, nil
	}
	return heldByOther(r, g, admins)
}

// takeBack takes the question about a batch back, inside the writer.
func (d *Desk) takeBack(ctx context.Context, g *registry.Generation, scope access.Identifier, registered, ids []string) error {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		if err := d.current(g); err != nil {
			return nil, err
		}
		admins, err := joinAdministrators(&tx.Reader, scope, registered)
		if err != nil {
			return nil, err
		}
		dropped := event.RecertificationDropped{Scope: scope}
		for _, id := range ids {
			grant, err := tx.Grant(id)
			if err != nil {
				return nil, err
			}
			answerable, err := d.answerable(&tx.Reader, grant, admins)
			if err != nil {
				return nil, err
			}
			if grant.Waits() && !answerable {
				dropped.Grants = append(dropped.Grants, id)
			}
		}
		if len(dropped.Grants) == 0 {
			return nil, nil
		}
		_, err = tx.Append(&dropped)
		return nil, err
	}})
	return err
}
