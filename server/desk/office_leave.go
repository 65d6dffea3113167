package desk

import (
	"context"
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// LeaveOffice lets an administrator step down, after handing over to a
// successor if one is named; a reviewer may say it of somebody else. Later
// imports do not bring back who left. The last one needs a word to the vendor,
// and with a departure goes to the vendor what nobody who stays may decide.
// Who left before is no error. Errors: not_found, forbidden, validation.
func (d *Desk) LeaveOffice(ctx context.Context, who Who, scope access.Identifier, b wire.LeaveOffice) error {
	b, people, wrong := readLeave(b)
	if len(wrong) > 0 {
		return invalid(wrong...)
	}
	err := d.change(ctx, who, scope, "leave", b, naming(people...), func(tx *ledger.Tx, o office) error {
		return d.leave(tx, o, who, b)
	})
	if err != nil {
		return err
	}
	d.timers.lookAgain()
	return nil
}

// readLeave checks what was typed; people are the addresses in it.
func readLeave(b wire.LeaveOffice) (_ wire.LeaveOffice, people []string, wrong []wire.FieldError) {
	var bad *wire.FieldError
	if b.Note, bad = validation.Note(b.Note, false); bad != nil {
		wrong = append(wrong, *bad)
	}
	address := func(field, text string) string {
		if text == "" {
			return ""
		}
		email, bad := validation.Email(text)
		if bad != nil {
			bad.Field = field
			wrong = append(wrong, *bad)
			return text
		}
		people = append(people, email)
		return email
	}
	b.Email = address("email", b.Email)
	b.Successor = address("successor", b.Successor)
	return b, people, wrong
}

// leave writes the departure and hands to the vendor what nobody who stays may
// decide.
func (d *Desk) leave(tx *ledger.Tx, o office, who Who, b wire.LeaveOffice) error {
	a, err := o.leaver(tx, who, b.Email)
	if err != nil {
		return err
	}
	word, err := tx.Administrator(o.scope, a.ID)
	if err == nil && word.Left {
		return nil
	}
	if b.Successor == a.Profile.Email || b.Successor == registryEmail(a) {
		return invalid(wire.FieldError{Field: "successor", Code: "successor.same"})
	}
	if b.Successor != "" {
		if err := o.name(tx, b.Successor); err != nil {
			return err
		}
	}
	rest, err := joinAdministrators(&tx.Reader, o.scope, o.registered)
	if err != nil {
		return err
	}
	rest = notThese(rest, a)
	left := &event.AdministratorLeft{Scope: o.scope, Account: a.ID, Last: len(rest) == 0}
	if left.Last && b.Note == "" {
		return invalid(wire.FieldError{Field: "note", Code: "note.last"})
	}
	left.Noted = left.Last
	seq, err := tx.Append(left)
	if err != nil {
		return err
	}
	if left.Noted {
		tx.PutNote(a.ID, seq, b.Note)
	}
	return d.freeFirst(tx.BySystem(), o.scope, o.registered)
}

// leaver is who leaves: the person, or by a reviewer's word somebody else. It
// is an administrator now, or was one. Errors: forbidden, validation.
func (o *office) leaver(tx *ledger.Tx, who Who, email string) (ledger.Account, error) {
	a, err := tx.Account(who.Account)
	if err != nil {
		return a, err
	}
	if email != "" && email != a.Profile.Email {
		if a.Role != access.RoleReviewer {
			return a, problem(wire.CodeForbidden)
		}
		if a, err = o.known(tx, email); err != nil {
			return a, err
		}
	}
	now, err := joinAdministrators(&tx.Reader, o.scope, o.registered)
	if err != nil || slices.Contains(now, a.Profile.Email) || slices.Contains(now, registryEmail(a)) {
		return a, err
	}
	_, err = tx.Administrator(o.scope, a.ID)
	if errors.Is(err, ledger.ErrNotFound) {
		err = noAdministrator()
	}
	return a, err
}

// known is the account of an administrator's address. One whom only the
// registry names gets an account here, so that their departure can be written
// down; nobody else does.
func (o *office) known(tx *ledger.Tx, email string) (ledger.Account, error) {
	a, err := tx.AccountByEmail(email)
	if !errors.Is(err, ledger.ErrNotFound) {
		return a, err
	}
	if !slices.Contains(o.registered, email) {
		return a, noAdministrator()
	}
	return o.person(tx, email)
}

func noAdministrator() error {
	return invalid(wire.FieldError{Field: "email", Code: "administrator.unknown"})
}
