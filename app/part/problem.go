package part

import (
	"errors"
	"strconv"

	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// ProblemOf returns the problem in an error of package live; an unknown error
// counts as internal.
func ProblemOf(err error) *wire.Problem {
	var p *wire.Problem
	if errors.As(err, &p) && p != nil {
		return p
	}
	return &wire.Problem{Code: wire.CodeInternal}
}

// ProblemText is what a problem says to the person: what went wrong, and what
// to do. The catalogue's texts come first, since they follow the language
// switch; the server's own words stand in for a code this program is too old
// to know.
func ProblemText(m session.Model, err error) (title, detail string) {
	p := ProblemOf(err)
	key := "problem." + string(p.Code)
	args := p.Args
	if p.RetryAfter > 0 && len(args) == 0 {
		args = []string{strconv.Itoa(p.RetryAfter)}
	}
	if !i18n.Has(key) {
		return p.Title, p.Detail
	}
	title = m.T(key, args...)
	if i18n.Has(key + ".detail") {
		detail = m.T(key+".detail", args...)
	}
	return title, detail
}

// FieldErrors turns a problem's field errors into a form's: prefix is put
// before each field name to make the ID of its input. A problem without fields
// gives one error about the form as a whole: what went wrong, and what to do.
func FieldErrors(m session.Model, prefix string, err error) []FormError {
	p := ProblemOf(err)
	if len(p.Fields) == 0 {
		text, detail := ProblemText(m, err)
		if detail != "" {
			text = m.T("problem.sentences", text, detail)
		}
		field := ""
		if p.Field != "" {
			field = prefix + p.Field
		}
		return []FormError{{Field: field, Text: text}}
	}
	return Invalid(m, prefix, p.Fields...)
}

// Invalid words what shared/validation found, as FieldErrors does.
func Invalid(m session.Model, prefix string, found ...wire.FieldError) []FormError {
	errors := make([]FormError, 0, len(found))
	for _, f := range found {
		errors = append(errors, FormError{Field: prefix + f.Field, Text: InvalidText(m, f)})
	}
	return errors
}

// InvalidText words one thing that is wrong with what was typed.
func InvalidText(m session.Model, f wire.FieldError) string {
	return m.T("invalid."+f.Code, f.Args...)
}
