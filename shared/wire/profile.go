package wire

// Profile is what a person tells about themselves: personal and company
// information, in Latin and Japanese script (guide ja, "Account Profile").
type Profile struct {
	Email           string `json:"email"`    // read only here
	Username        string `json:"username"` // generated, letters and digits, read only
	GivenName       string `json:"given_name"`
	FamilyName      string `json:"family_name"`
	GivenNameLocal  string `json:"given_name_local"`
	FamilyNameLocal string `json:"family_name_local"`
	Nickname        string `json:"nickname"`
	Company         string `json:"company"`
	CompanyLocal    string `json:"company_local"`
	Address         string `json:"address"`
	AddressLocal    string `json:"address_local"`
	Phone           string `json:"phone"`
	JobTitle        string `json:"job_title"`
	Country         string `json:"country"`  // ISO 3166-1 alpha-2
	Language        string `json:"language"` // "en" or "ja"
}

// ProfileChange is the body of PUT /api/profile: the profile as its owner wants
// it. Base is the profile that they edited. What was changed elsewhere since
// then stays; where both have changed the same field, to different values, the
// change is refused. Without Base the whole profile is replaced.
type ProfileChange struct {
	Profile
	Base *Profile `json:"base,omitempty"`
}

// ProfileField is a field of a profile that its owner can change: its name in
// JSON, and its place.
type ProfileField struct {
	Name  string
	Value *string
}

// Fields lists what its owner can change.
func (p *Profile) Fields() []ProfileField {
	return []ProfileField{
		{"given_name", &p.GivenName},
		{"family_name", &p.FamilyName},
		{"given_name_local", &p.GivenNameLocal},
		{"family_name_local", &p.FamilyNameLocal},
		{"nickname", &p.Nickname},
		{"company", &p.Company},
		{"company_local", &p.CompanyLocal},
		{"address", &p.Address},
		{"address_local", &p.AddressLocal},
		{"phone", &p.Phone},
		{"job_title", &p.JobTitle},
		{"country", &p.Country},
		{"language", &p.Language},
	}
}

// Merge takes a change to what the account says now. Fields that the person did
// not touch keep what they say now. clash names those that were changed
// elsewhere as well, to something else; merged has the person's there.
func (c ProfileChange) Merge(now Profile) (merged Profile, clash []ProfileField) {
	merged = now
	if c.Base == nil {
		c.Base = &now
	}
	mine, base, is := c.Fields(), c.Base.Fields(), now.Fields()
	for i, f := range merged.Fields() {
		if *mine[i].Value == *base[i].Value {
			continue
		}
		*f.Value = *mine[i].Value
		if *is[i].Value != *base[i].Value && *is[i].Value != *mine[i].Value {
			clash = append(clash, is[i])
		}
	}
	return merged, clash
}
