package desk

import (
	"context"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/validation"
	"accord/shared/wire"
)

// UpdateProfile stores what the person tells about themselves. Address and
// username are not changed here. Errors: validation, also for what was changed
// elsewhere since the person began (wire.ProfileChange).
func (d *Desk) UpdateProfile(ctx context.Context, who Who, c wire.ProfileChange) (wire.Me, error) {
	p, fields := validation.Profile(c.Profile)
	if len(fields) > 0 {
		return wire.Me{}, invalid(fields...)
	}
	c.Profile = p
	return d.changeProfile(ctx, who, fingerprint("profile", c), func(old wire.Profile) (wire.Profile, error) {
		merged, clash := c.Merge(old)
		if len(clash) > 0 {
			return old, invalid(changedElsewhere(clash)...)
		}
		if fields := validation.Latin(merged, old); len(fields) > 0 {
			return old, invalid(fields...)
		}
		return merged, nil
	})
}

// changedElsewhere says what the fields hold now, as their first argument.
func changedElsewhere(clash []wire.ProfileField) (fields []wire.FieldError) {
	for _, f := range clash {
		wrong := wire.FieldError{Field: f.Name, Code: "profile.changed", Args: []string{*f.Value}}
		switch {
		case *f.Value == "":
			wrong.Code = "profile.emptied"
		case f.Name == "country": // a code is no word to show
			wrong.Code = "profile.country"
		}
		fields = append(fields, wrong)
	}
	return fields
}

// SetLanguage stores the language of pages and mail. Errors: validation.
func (d *Desk) SetLanguage(ctx context.Context, who Who, b wire.SetLanguage) (wire.Me, error) {
	lang := i18n.Parse(b.Language)
	if string(lang) != b.Language {
		return wire.Me{}, invalid(wire.FieldError{Field: "language", Code: "language.unknown"})
	}
	return d.changeProfile(ctx, who, fingerprint("language", b), func(old wire.Profile) (wire.Profile, error) {
		old.Language = b.Language
		return old, nil
	})
}

func (d *Desk) changeProfile(ctx context.Context, who Who, fingerprint string, change func(wire.Profile) (wire.Profile, error)) (wire.Me, error) {
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint,
		Run: func(tx *ledger.Tx) (any, error) {
			a, err := tx.Account(who.Account)
			if err != nil {
				return nil, err
			}
			before := a.Profile
			if a.Profile, err = change(before); err != nil {
				return nil, err
			}
			fields := changed(before, a.Profile)
			if len(fields) == 0 {
				return nil, nil
			}
			if err := tx.PutAccount(a); err != nil {
				return nil, err
			}
			_, err = tx.Append(&event.AccountChanged{Account: a.ID, Fields: fields})
			return nil, err
		},
	})
	if err != nil {
		return wire.Me{}, commandError(err)
	}
	d.reindex(who.Account)
	return d.Me(ctx, who)
}

// reindex has all that an account has waiting found by its present profile. The
// command that changed that had room for some hundred requests.
func (d *Desk) reindex(account string) {
	d.refile("search words", func(tx *ledger.Tx, after string) (string, error) { return tx.Reindex(account, after) })
}

// rehold has all that an account holds listed by its present address, as reindex
// does.
func (d *Desk) rehold(account string) {
	d.refile("addresses of holders", func(tx *ledger.Tx, after string) (string, error) { return tx.Rehold(account, after) })
}

// refile runs commands that each go on where the one before had no more room.
func (d *Desk) refile(what string, run func(tx *ledger.Tx, after string) (next string, err error)) {
	d.later(what, func(ctx context.Context) error {
		for next, more := "", true; more; more = next != "" {
			after := next
			_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (_ any, err error) {
				next, err = run(tx, after)
				return nil, err
			}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// changed names the fields of a profile that differ, by their JSON names.
func changed(a, b wire.Profile) []string {
	var names []string
	was := a.Fields()
	for i, f := range b.Fields() {
		if *f.Value != *was[i].Value {
			names = append(names, f.Name)
		}
	}
	return names
}

func langOf(a ledger.Account) i18n.Lang { return i18n.Parse(a.Profile.Language) }
