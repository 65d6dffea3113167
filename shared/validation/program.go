package validation

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/shared/access"
	"accord/shared/wire"
)

// MaxProgramIdentifier is the length of what can be entered for an access
// programme, in characters, whatever its format says.
const MaxProgramIdentifier = 64

// ProgramFormat compiles a programme's format so that it holds for the whole
// identifier. Errors: what the regular expression has wrong.
func ProgramFormat(format string) (*regexp.Regexp, error) {
	if _, err := regexp.Compile(format); err != nil {
		return nil, err
	}
	return regexp.Compile(`^(?:` + format + `)$`)
}

// ProgramIdentifiers reads what was typed or pasted for a programme: entries
// parted by comma, semicolon, space, new line or tab, each of the programme's
// format.
func ProgramIdentifiers(p *wire.Program, text string) Items {
	parts := strings.FieldsFunc(foldWidth(strings.ToValidUTF8(text, "")), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == ';' || r == '、'
	})
	return ProgramIdentifiersOf(p, parts)
}

// ProgramIdentifiersOf judges a programme's identifiers that are separated
// already.
func ProgramIdentifiersOf(p *wire.Program, list []string) Items {
	var items Items
	place := map[string]int{} // of each value, 1 for the first
	for _, raw := range list {
		if raw = strings.TrimSpace(raw); raw == "" {
			continue
		}
		it := programIdentifier(p, raw)
		if at := place[it.Value]; it.Problem == nil && at > 0 {
			it.Double = true
		} else if it.Problem == nil {
			place[it.Value] = len(place) + 1
		}
		if it.Problem == nil && place[it.Value] > p.Identifier.Max {
			it = badProgram(raw, codeProgramTooMany, raw, strconv.Itoa(p.Identifier.Max))
		}
		items = append(items, it)
	}
	return items
}

// programIdentifier folds one entry to its stored form: in capitals where the
// format takes them, else as it was typed, else in small letters.
func programIdentifier(p *wire.Program, raw string) Item {
	format, err := ProgramFormat(p.Identifier.Format)
	if err != nil { // the settings are checked at the start
		return badProgram(raw, codeProgramForm, raw, p.Identifier.Example)
	}
	folded := strings.TrimSpace(foldHyphens(foldWidth(strings.ToValidUTF8(raw, ""))))
	if utf8.RuneCountInString(folded) > MaxProgramIdentifier {
		return badProgram(raw, codeProgramLong, raw, strconv.Itoa(MaxProgramIdentifier))
	}
	for _, value := range []string{strings.ToUpper(folded), folded, strings.ToLower(folded)} {
		if format.MatchString(value) {
			return Item{Raw: raw, Value: value, Folded: value != raw}
		}
	}
	return badProgram(raw, codeProgramForm, raw, p.Identifier.Example)
}

func badProgram(raw, code string, args ...string) Item {
	return Item{Raw: raw, Problem: &wire.FieldError{Field: "identifiers", Code: code, Item: raw, Args: args}}
}

// Submission judges what one press of Submit sends: by SubmitProgram what is
// for an access programme of the settings, by Submit everything else.
func Submission(settings wire.Settings, s wire.Submit) (canonical wire.Submit, problems []wire.FieldError) {
	if s.Kind == access.KindProgram {
		return SubmitProgram(settings.Program(s.Program), s)
	}
	s.Program = ""
	return Submit(s)
}

// SubmitProgram is Submit for an access programme; p is the one that the
// submission names, nil when there is none. Its fields are "program",
// "identifiers" and "agreed".
func SubmitProgram(p *wire.Program, s wire.Submit) (canonical wire.Submit, problems []wire.FieldError) {
	canonical = s
	if p == nil {
		return canonical, []wire.FieldError{{Field: "program", Code: codeProgramUnknown}}
	}
	canonical.Level, canonical.Kind, canonical.Program = access.Programme, access.KindProgram, p.ID
	canonical.Identifiers, problems = entered(ProgramIdentifiersOf(p, s.Identifiers), "identifiers", codeProgramRequired)
	if !s.Agreed {
		problems = append(problems, wire.FieldError{Field: "agreed", Code: codeAgreedRequired})
	}
	return canonical, problems
}
