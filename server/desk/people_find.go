package desk

import (
	"context"
	"errors"
	"slices"
	"strings"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// People lists accounts, and people of the registry who have none yet, whose
// address starts with find: 50 at a time, by address. Errors: forbidden.
func (d *Desk) People(ctx context.Context, who Who, find, cursor string) (wire.PersonList, error) {
	list := wire.PersonList{People: []wire.Person{}}
	if err := operator(who); err != nil {
		return list, err
	}
	prefix := strings.ToLower(strings.TrimSpace(find))
	err := d.Registry.Use(func(g *registry.Generation) error {
		return d.Ledger.View(ctx, func(r *ledger.Reader) (err error) {
			list, err = people(r, g, prefix, cursor)
			return err
		})
	})
	return list, notFound(err)
}

// people merges a window of both lists. Where one of them goes on behind its
// window, the merged one ends there as well.
func people(r *ledger.Reader, g *registry.Generation, prefix, cursor string) (wire.PersonList, error) {
	list := wire.PersonList{People: []wire.Person{}}
	after, err := ledger.AccountsAfter(cursor)
	if err != nil {
		return list, err
	}
	accounts, next, err := r.Accounts(prefix, cursor, pageSize)
	if err != nil {
		return list, err
	}
	known, err := g.People(prefix, after, pageSize)
	if err != nil {
		return list, err
	}
	ends := []string{}
	if next != "" {
		ends = append(ends, accounts[len(accounts)-1].Profile.Email)
	}
	if len(known) == pageSize {
		ends = append(ends, known[len(known)-1].Profile.Email)
	}
	for _, a := range accounts {
		list.People = append(list.People, viewPerson(a))
	}
	for _, p := range known {
		_, err := r.AccountHolding(p.Profile.Email)
		if errors.Is(err, ledger.ErrNotFound) {
			list.People = append(list.People, viewPerson(ledger.Account{Profile: byScript(p.Profile), Role: p.Role}))
		} else if err != nil {
			return list, err
		}
	}
	slices.SortFunc(list.People, func(a, b wire.Person) int { return strings.Compare(a.Email, b.Email) })
	if len(ends) > 0 {
		end := slices.Min(ends)
		list.People = slices.DeleteFunc(list.People, func(p wire.Person) bool { return p.Email > end })
		list.Next = ledger.AccountsCursor(end)
	}
	if len(list.People) > pageSize {
		list.People = list.People[:pageSize]
		list.Next = ledger.AccountsCursor(list.People[pageSize-1].Email)
	}
	return list, nil
}
