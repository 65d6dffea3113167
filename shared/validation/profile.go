package validation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/shared/script"
	"accord/shared/wire"
)

// Limits of a profile's fields and of free text, in characters.
const (
	MaxName    = 100
	MaxCompany = 200
	MaxAddress = 300
	MaxPhone   = 40
	MaxJob     = 100
	MaxNote    = 1000
	MaxFind    = 100
)

// Profile checks what a person tells about themselves. Full-width Latin is
// folded in the fields for Latin script; invisible characters are taken out of
// all. Nothing is required to save (see CompanyMissing). Problems name the JSON
// fields. Email and Username pass as they are: they are not changed here.
func Profile(p wire.Profile) (canonical wire.Profile, problems []wire.FieldError) {
	for _, f := range []struct {
		name string
		text *string
		most int
		fold func(string) string
	}{
		{"given_name", &p.GivenName, MaxName, latinLine},
		{"family_name", &p.FamilyName, MaxName, latinLine},
		{"given_name_local", &p.GivenNameLocal, MaxName, line},
		{"family_name_local", &p.FamilyNameLocal, MaxName, line},
		{"nickname", &p.Nickname, MaxName, line},
		{"company", &p.Company, MaxCompany, latinLine},
		{"company_local", &p.CompanyLocal, MaxCompany, line},
		{"address", &p.Address, MaxAddress, latinLine},
		{"address_local", &p.AddressLocal, MaxAddress, line},
		{"job_title", &p.JobTitle, MaxJob, line},
	} {
		*f.text, problems = shorten(problems, f.name, f.fold(*f.text), f.most)
	}
	p.Phone, problems = phone(problems, p.Phone)
	p.Country, problems = country(problems, p.Country)
	p.Language, problems = language(problems, p.Language)
	return p, problems
}

// Latin checks that what was newly entered in the fields for Latin script is in
// no other script: Japanese has its own fields, and a name in the wrong ones is
// compared with the wrong names of a company. What an account has there already,
// from the registry, stays until somebody changes it. now is canonical.
func Latin(now, was wire.Profile) (problems []wire.FieldError) {
	for _, f := range []struct{ name, code, now, was string }{
		{"given_name", codeLatinGivenName, now.GivenName, was.GivenName},
		{"family_name", codeLatinFamilyName, now.FamilyName, was.FamilyName},
		{"company", codeLatinCompany, now.Company, was.Company},
		{"address", codeLatinAddress, now.Address, was.Address},
	} {
		if f.now != f.was && strings.ContainsFunc(f.now, foreign) {
			problems = append(problems, wire.FieldError{Field: f.name, Code: f.code})
		}
	}
	return problems
}

// foreign reports a letter of another script than Latin. Letters with marks are
// Latin; some, like the Hawaiian ʻ, are of every script.
func foreign(r rune) bool {
	return script.Japanese(r) || unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Common, unicode.Inherited)
}

// CompanyMissing reports whether rule 1 denies the account: no company name in
// either script, or no address in either. A dash is no name.
func CompanyMissing(p wire.Profile) bool {
	blank := func(s string) bool {
		return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	}
	return blank(p.Company) && blank(p.CompanyLocal) || blank(p.Address) && blank(p.AddressLocal)
}

// Note checks a decider's reason or question: 1 to 1,000 characters, line
// feeds kept. It may be empty when it is not required.
func Note(text string, required bool) (string, *wire.FieldError) {
	text = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && invisible(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	text = strings.TrimSpace(text)
	switch {
	case text == "" && required:
		return text, &wire.FieldError{Field: "note", Code: codeNoteRequired}
	case utf8.RuneCountInString(text) > MaxNote:
		return text, &wire.FieldError{Field: "note", Code: codeNoteLong, Args: []string{strconv.Itoa(MaxNote)}}
	}
	return text, nil
}

// Answer checks the answer to a reviewer's question: a note that may not be
// empty.
func Answer(text string) (string, *wire.FieldError) {
	text, wrong := Note(text, false)
	if wrong == nil && text == "" {
		wrong = &wire.FieldError{Field: "note", Code: codeNoteAnswer}
	}
	return text, wrong
}

// FindQuery is what a find field looks for: one line, full-width Latin folded,
// cut at 100 characters.
func FindQuery(s string) string {
	s = latinLine(s)
	if runes := []rune(s); len(runes) > MaxFind {
		s = strings.TrimSpace(string(runes[:MaxFind]))
	}
	return s
}

// shorten reports a text that is longer than most; it is not cut.
func shorten(problems []wire.FieldError, field, text string, most int) (string, []wire.FieldError) {
	if utf8.RuneCountInString(text) > most {
		problems = append(problems, wire.FieldError{Field: field, Code: codeTextLong, Args: []string{strconv.Itoa(most)}})
	}
	return text, problems
}

// phone takes digits, the marks that part them, and an extension.
func phone(problems []wire.FieldError, s string) (string, []wire.FieldError) {
	s = foldHyphens(latinLine(s))
	strange := func(r rune) bool { return !isDigit(r) && !strings.ContainsRune("+-(). /#*,extEXT内線", r) }
	if s != "" && (!hasDigit(s) || strings.ContainsFunc(s, strange)) {
		problems = append(problems, wire.FieldError{Field: "phone", Code: codePhoneForm})
	}
	return shorten(problems, "phone", s, MaxPhone)
}

func country(problems []wire.FieldError, s string) (string, []wire.FieldError) {
	s = strings.ToUpper(latinLine(s))
	if s != "" && (len(s) != 2 || !strings.Contains(countries, " "+s+" ")) {
		problems = append(problems, wire.FieldError{Field: "country", Code: codeCountryUnknown})
	}
	return s, problems
}

// language is "en" or "ja"; none means English.
func language(problems []wire.FieldError, s string) (string, []wire.FieldError) {
	s = strings.ToLower(latinLine(s))
	switch s {
	case "":
		return "en", problems
	case "en", "ja":
		return s, problems
	}
	return s, append(problems, wire.FieldError{Field: "language", Code: codeLanguageUnknown})
}

// countries are the officially assigned codes of ISO 3166-1 alpha-2.
const countries = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
	"NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
	"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "
