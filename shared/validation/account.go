package validation

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/shared/wire"
)

// Limits of sign-in data, in characters.
const (
	MaxEmail    = 254 // RFC 5321
	maxLocal    = 64  // RFC 5321, before the "@"
	maxLabel    = 63  // RFC 1035, between two dots of a domain
	MinPassword = 8
	MaxPassword = 200
)

// Email checks an address and returns it in its stored form: folded to ASCII,
// lower case. Only addresses of ASCII letters are taken, so that no look-alike
// letter can stand in a domain. The problem names the field "email".
func Email(s string) (canonical string, problem *wire.FieldError) {
	s = strings.Map(lower, strings.TrimSpace(foldWidth(strings.ToValidUTF8(s, " "))))
	local, domain, found := strings.Cut(s, "@")
	switch {
	case s == "":
		return s, &wire.FieldError{Field: "email", Code: codeEmailRequired}
	case len(s) > MaxEmail:
		return s, &wire.FieldError{Field: "email", Code: codeEmailLong, Args: []string{strconv.Itoa(MaxEmail)}}
	case !found || !mailbox(local) || !hostname(domain):
		return s, &wire.FieldError{Field: "email", Code: codeEmailForm}
	}
	return s, nil
}

// mailbox reports a dot-atom of RFC 5322.
func mailbox(s string) bool {
	if s == "" || len(s) > maxLocal || s[0] == '.' || s[len(s)-1] == '.' || strings.Contains(s, "..") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && !isDigit(r) && !strings.ContainsRune(".!#$%&'*+-/=?^_`{|}~", r)
	})
}

// hostname reports a domain of two or more labels whose last is no number.
func hostname(s string) bool {
	labels := strings.Split(s, ".")
	if len(labels) < 2 || allDigits(labels[len(labels)-1]) {
		return false
	}
	return !slices.ContainsFunc(labels, func(l string) bool {
		return l == "" || len(l) > maxLabel || l[0] == '-' || l[len(l)-1] == '-' ||
			strings.ContainsFunc(l, func(r rune) bool { return (r < 'a' || r > 'z') && !isDigit(r) && r != '-' })
	})
}

// Password checks a new password: 8 to 200 characters, not the person's own
// address, not one of the first that anybody tries. It is kept as typed; no
// kind of character is demanded (NIST SP 800-63B). The problem names the field
// "password".
func Password(pw, email string) *wire.FieldError {
	bad := func(code string, args ...string) *wire.FieldError {
		return &wire.FieldError{Field: "password", Code: code, Args: args}
	}
	length := utf8.RuneCountInString(pw)
	lower := strings.ToLower(pw)
	address := strings.ToLower(strings.TrimSpace(email))
	local, _, _ := strings.Cut(address, "@")
	switch {
	case pw == "":
		return bad(codePasswordRequired)
	case length < MinPassword:
		return bad(codePasswordShort, strconv.Itoa(MinPassword))
	case length > MaxPassword:
		return bad(codePasswordLong, strconv.Itoa(MaxPassword))
	case lower == address || lower == local:
		return bad(codePasswordAddress)
	case common(lower):
		return bad(codePasswordCommon)
	}
	return nil
}

// common reports one character over and over, and the passwords that lists of
// stolen ones begin with, among those long enough to pass.
func common(pw string) bool {
	first, size := utf8.DecodeRuneInString(pw)
	if strings.Trim(pw[size:], string(first)) == "" {
		return true
	}
	return slices.Contains([]string{
		"password", "password1", "password12", "password123", "passw0rd", "p@ssword", "p@ssw0rd", "12345678",
		"123456789", "1234567890", "0123456789", "87654321", "11223344", "12341234", "123123123", "qwertyui",
		"qwertyuiop", "qwerty123", "1q2w3e4r", "1qaz2wsx", "abcd1234", "abc12345", "asdfghjk", "asdfghjkl",
		"iloveyou", "sunshine", "princess", "football", "baseball", "superman", "trustno1", "welcome1",
		"letmein1", "changeme", "administrator", "admin123", "doraemon", "sakura123", "zaq12wsx", "aa123456",
	}, pw)
}

// Register checks who registers: address, password, and a name in at least one
// of its two fields, in Latin or Japanese script. Problems name the JSON fields; a
// missing name is that of the field which stands first in the person's language.
func Register(r wire.Register) (wire.Register, []wire.FieldError) {
	var problems []wire.FieldError
	email, bad := Email(r.Email)
	if bad != nil {
		problems = append(problems, *bad)
	}
	r.Email = email
	if bad := Password(r.Password, r.Email); bad != nil {
		problems = append(problems, *bad)
	}
	r.GivenName, problems = shorten(problems, "given_name", latinLine(r.GivenName), MaxName)
	r.FamilyName, problems = shorten(problems, "family_name", latinLine(r.FamilyName), MaxName)
	r.Language, problems = language(problems, r.Language)
	if r.GivenName == "" && r.FamilyName == "" {
		problems = append(problems, wire.FieldError{Field: NameFields(r.Language)[0], Code: codeNameRequired})
	}
	return r, problems
}

// NameFields are the JSON fields of a name in the order of a language: the family
// name first in Japanese.
func NameFields(language string) []string {
	if language == "ja" {
		return []string{"family_name", "given_name"}
	}
	return []string{"given_name", "family_name"}
}
