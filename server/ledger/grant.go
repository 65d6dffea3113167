package ledger

import (
	"errors"
	"fmt"
	"iter"

	"accord/server/event"
	"accord/shared/access"
)

// maxGrantsOn is how many grants of an account on one scope are read.
const maxGrantsOn = 100

// projectGiven files a grant under its account, in the order of giving. A
// grant that is given again keeps its place.
func projectGiven(r *rows, f *event.Fact, d *event.GrantGiven) error {
	at, err := r.text(key(tableGrantAt, d.Grant))
	if err != nil {
		return err
	}
	if at == "" {
		at = key(tableGrant, d.Account) + number(^f.Seq)
		r.put(key(tableGrantAt, d.Grant), []byte(at))
		r.put(key(tableGrantOn, d.Account, d.Scope.String())+number(^f.Seq), []byte(at))
	}
	old, err := load[Grant](r, at)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	purpose, by := old.Purpose, old.PurposeBy
	if d.Purpose != "" {
		purpose, by = d.Purpose, f.By.Account
	}
	return storeGrant(r, at, old, Grant{
		ID: d.Grant, Account: d.Account, Level: d.Level, Scope: d.Scope, Request: d.Request,
		Starts: d.Starts, Ends: d.Ends, Given: f.At, Certified: f.At, Seq: f.Seq,
		ThirdParty: d.ThirdParty, Purpose: purpose, PurposeBy: by,
	})
}

func projectRevoked(r *rows, f *event.Fact, d *event.GrantRevoked) error {
	return amendGrant(r, d.Grant, func(g *Grant) {
		g.Revoked, g.Seq = true, f.Seq
		g.Revocation = Revocation{At: f.At, By: f.By, Reason: d.Reason, Note: d.Note}
	})
}

// PutWritten stores what was written when a grant was taken away, beside its
// fact.
func (tx *Tx) PutWritten(g Grant, note string) {
	tx.rows.put(key(tableWritten, g.Account, g.ID), []byte(note))
}

// WrittenOf is what was written when a grant was taken away, "" for nothing.
func (r *Reader) WrittenOf(g Grant) (string, error) {
	note, err := r.rows.text(key(tableWritten, g.Account, g.ID))
	if err != nil || note != "" {
		return note, err
	}
	return r.Unerased(g.Revocation.Note, g.Account, g.Revocation.By.Account)
}

// PutPurpose stores what a third party has an access for, beside the fact that
// gives it.
func (tx *Tx) PutPurpose(account, grant, purpose string) {
	tx.rows.put(key(tablePurpose, account, grant), []byte(purpose))
}

// withPurpose is a grant as it is read: with its record.
func (r *Reader) withPurpose(g Grant) (_ Grant, err error) {
	switch {
	case g.Purpose != "":
		g.Purpose, err = r.Unerased(g.Purpose, g.Account, g.PurposeBy)
	case g.ThirdParty:
		g.Purpose, err = r.rows.text(key(tablePurpose, g.Account, g.ID))
	}
	return g, err
}

// Grants reads an account's grants one by one, newest first, revoked ones too,
// until who reads stops. With an error it ends.
func (r *Reader) Grants(account string) iter.Seq2[Grant, error] {
	return func(yield func(Grant, error) bool) {
		w := r.rows.walk(key(tableGrant, account))
		defer w.close()
		for w.seek(""); w.ok; w.next() {
			g, err := r.grantAt(w.key)
			if err != nil {
				yield(g, fmt.Errorf("list grants: %w", err))
				return
			}
			if !yield(g, nil) {
				return
			}
		}
	}
}

// GrantsOn lists an account's grants on exactly these contracts, bill-to IDs or
// programmes, revoked ones too; of each newest first (bounded at 100).
func (r *Reader) GrantsOn(account string, scopes ...access.Identifier) (grants []Grant, err error) {
	for _, scope := range scopes {
		if grants, err = r.grantsBelow(grants, key(tableGrantOn, account, scope.String())); err != nil {
			return nil, err
		}
	}
	return grants, nil
}

// GrantsOfProgram lists an account's grants of an access programme, whatever
// was entered for it, revoked ones too (bounded at 100).
func (r *Reader) GrantsOfProgram(account, program string) ([]Grant, error) {
	return r.grantsBelow(nil, key(tableGrantOn, account)+access.Program(program, "").String())
}

// grantsBelow adds the grants that an index names below a prefix.
func (r *Reader) grantsBelow(grants []Grant, prefix string) ([]Grant, error) {
	w := r.rows.walk(prefix)
	defer w.close()
	most := len(grants) + maxGrantsOn
	for w.seek(""); w.ok && len(grants) < most; w.next() {
		at, err := w.value()
		if err != nil {
			return nil, fmt.Errorf("list grants: %w", err)
		}
		g, err := r.grantAt(string(at))
		if err != nil {
			return nil, fmt.Errorf("list grants: %w", err)
		}
		grants = append(grants, g)
	}
	return grants, nil
}

// grantAt is the grant of a row, with its record.
func (r *Reader) grantAt(at string) (Grant, error) {
	g, err := load[Grant](r.rows, at)
	if err != nil {
		return g, err
	}
	return r.withPurpose(g)
}

// Grant returns a grant by ID. Errors: ErrNotFound.
func (r *Reader) Grant(id string) (Grant, error) {
	g, _, err := projectedGrant(r.rows, id)
	if err != nil {
		return Grant{}, err
	}
	return r.withPurpose(g)
}

// projectedGrant is a grant as the facts have it, and the key of its row.
// Errors: ErrNotFound.
func projectedGrant(r *rows, id string) (g Grant, at string, err error) {
	row, err := r.get(key(tableGrantAt, id))
	if err != nil {
		return g, "", err
	}
	at = string(row)
	g, err = load[Grant](r, at)
	if errors.Is(err, ErrNotFound) {
		return g, at, fmt.Errorf("%w: grant %s is not where its index says", ErrDamaged, id)
	}
	return g, at, err
}
