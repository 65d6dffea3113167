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
// username are not changed here. Errors: validation.
func (d *Desk) UpdateProfile(ctx context.Context, who Who, p wire.Profile) (wire.Me, error) {
	p, fields := validation.Profile(p)
	if len(fields) > 0 {
		return wire.Me{}, invalid(fields...)
	}
	return d.changeProfile(ctx, who, fingerprint("profile", p), func(old wire.Profile) wire.Profile {
		p.Email, p.Username = old.Email, old.Username
		return p
	})
}

// SetLanguage stores the language of pages and mail. Errors: validation.
func (d *Desk) SetLanguage(ctx context.Context, who Who, b wire.SetLanguage) (wire.Me, error) {
	lang := i18n.Parse(b.Language)
	if string(lang) != b.Language {
		return wire.Me{}, invalid(wire.FieldError{Field: "language", Code: "language.unknown"})
	}
	return d.changeProfile(ctx, who, fingerprint("language", b), func(old wire.Profile) wire.Profile {
		old.Language = b.Language
		return old
	})
}

func (d *Desk) changeProfile(ctx context.Context, who Who, fingerprint string, change func(wire.Profile) wire.Profile) (wire.Me, error) {
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
			a.Profile = change(before)
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
	return d.Me(ctx, who)
}

// changed names the fields of a profile that differ, by their JSON names.
func changed(a, b wire.Profile) []string {
	var names []string
	for _, f := range []struct{ name, a, b string }{
		{"given_name", a.GivenName, b.GivenName},
		{"family_name", a.FamilyName, b.FamilyName},
		{"given_name_local", a.GivenNameLocal, b.GivenNameLocal},
		{"family_name_local", a.FamilyNameLocal, b.FamilyNameLocal},
		{"nickname", a.Nickname, b.Nickname},
		{"company", a.Company, b.Company},
		{"company_local", a.CompanyLocal, b.CompanyLocal},
		{"address", a.Address, b.Address},
		{"address_local", a.AddressLocal, b.AddressLocal},
		{"phone", a.Phone, b.Phone},
		{"job_title", a.JobTitle, b.JobTitle},
		{"country", a.Country, b.Country},
		{"language", a.Language, b.Language},
	} {
		if f.a != f.b {
			names = append(names, f.name)
		}
	}
	return names
}

func langOf(a ledger.Account) i18n.Lang { return i18n.Parse(a.Profile.Language) }
