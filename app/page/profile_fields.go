package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// profileField is one field of the profile's form: its name in the API, its
// label in the catalogue and its place in the profile.
type profileField struct {
	name         string
	label        string
	of           func(*wire.Profile) *string
	autocomplete string
	lang         string // of what is typed
	inputMode    string
}

// personalFields are the person's own, in the reader's order of names.
func personalFields(lang i18n.Lang) []profileField {
	names := []profileField{
		{name: "given_name", label: "account.given_name", autocomplete: "given-name", lang: "en",
			of: func(p *wire.Profile) *string { return &p.GivenName }},
		{name: "family_name", label: "account.family_name", autocomplete: "family-name", lang: "en",
			of: func(p *wire.Profile) *string { return &p.FamilyName }},
		{name: "given_name_local", label: "account.given_name_local", lang: "ja",
			of: func(p *wire.Profile) *string { return &p.GivenNameLocal }},
		{name: "family_name_local", label: "account.family_name_local", lang: "ja",
			of: func(p *wire.Profile) *string { return &p.FamilyNameLocal }},
	}
	if lang == i18n.Japanese {
		names = []profileField{names[3], names[2], names[1], names[0]}
	}
	return append(names, profileField{name: "nickname", label: "account.nickname", autocomplete: "nickname",
		of: func(p *wire.Profile) *string { return &p.Nickname }})
}

// companyFields are the company's, each in both scripts where it has both.
func companyFields() []profileField {
	return []profileField{
		{name: "company", label: "account.company_latin", autocomplete: "organization", lang: "en",
			of: func(p *wire.Profile) *string { return &p.Company }},
		{name: "company_local", label: "account.company_local", lang: "ja",
			of: func(p *wire.Profile) *string { return &p.CompanyLocal }},
		{name: "address", label: "account.address", autocomplete: "street-address", lang: "en",
			of: func(p *wire.Profile) *string { return &p.Address }},
		{name: "address_local", label: "account.address_local", lang: "ja",
			of: func(p *wire.Profile) *string { return &p.AddressLocal }},
		{name: "phone", label: "account.phone", autocomplete: "tel", inputMode: "tel",
			of: func(p *wire.Profile) *string { return &p.Phone }},
		{name: "job_title", label: "account.job_title", autocomplete: "organization-title",
			of: func(p *wire.Profile) *string { return &p.JobTitle }},
	}
}

// profileFields are all that the form holds.
func profileFields() []profileField {
	return append(slices.Concat(personalFields(i18n.English), companyFields()), countryField())
}

// fieldNames names them in the order of the page.
func fieldNames(lang i18n.Lang) []string {
	var names []string
	for _, f := range slices.Concat(personalFields(lang), []profileField{countryField()}, companyFields()) {
		names = append(names, f.name)
	}
	return names
}

func countryField() profileField {
	return profileField{name: "country", of: func(p *wire.Profile) *string { return &p.Country }}
}

// country asks the country, in the order of the names in the reader's language. A
// registry's code that is none of ISO 3166-1 stays choosable.
func (p *Personal) country() app.UI {
	codes := i18n.Countries(p.m.Lang)
	if c := p.draft.Country; c != "" && !slices.Contains(codes, c) {
		codes = append(codes, c)
	}
	choices := make([]part.Choice, 0, len(codes)+1)
	for _, code := range codes {
		name := code
		if i18n.Has("country." + code) {
			name = p.m.T("country." + code)
		}
		choices = append(choices, part.Choice{Value: code, Label: name})
	}
	choices = slices.Insert(choices, 0, part.Choice{Label: p.m.T("account.country.none")})
	return part.Select(part.ChoiceProps{
		ID: "profile-country", Name: "country", Label: p.m.T("account.country"), Value: p.draft.Country,
		Choices: choices, Error: p.form.at(p.m, "country"),
		OnChoose: func(_ app.Context, value string) { p.leave(countryField(), value) },
	})
}
