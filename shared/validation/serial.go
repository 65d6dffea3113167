package validation

import (
	"slices"
	"strconv"
	"strings"

	"accord/shared/wire"
)

// Serial reads the one product serial number of a submission: 4 to 40 letters,
// digits and hyphens, stored in capitals. A label before it ("S/N:") and stray
// spaces within it are folded away; what could be two numbers is asked about.
// An empty text is an Item without Value and Problem.
func Serial(text string) Item {
	raw := strings.TrimSpace(strings.ToValidUTF8(text, ""))
	folded := strings.Map(upper, foldHyphens(foldWidth(raw)))
	if strings.TrimSpace(folded) == "" {
		return Item{Raw: raw}
	}
	if i := strings.LastIndexByte(folded, ':'); i >= 0 && !hasDigit(folded[:i]) {
		folded = folded[i+1:]
	}
	folded = trimMarks(folded)
	value := strings.ReplaceAll(folded, " ", "")
	bad := func(code string, args ...string) Item {
		return Item{Raw: raw, Problem: &wire.FieldError{Field: "serial", Code: code, Item: raw, Args: args}}
	}
	switch {
	case several(folded):
		return bad(codeSerialSeveral)
	case strings.ContainsFunc(value, notSerial) || !strings.ContainsFunc(value, alphanumeric):
		return bad(codeSerialChars, raw)
	case len(value) < MinSerial:
		return bad(codeSerialShort, raw, strconv.Itoa(MinSerial))
	case len(value) > MaxSerial:
		return bad(codeSerialLong, raw, strconv.Itoa(MaxSerial))
	}
	return Item{Raw: raw, Value: value, Folded: value != raw}
}

// several reports two or more entries: parted by more than a space, or parts
// that are each long enough to be no stray piece of one number.
func several(s string) bool {
	if strings.ContainsAny(s, ",;\t\n") {
		return true
	}
	parts := strings.Fields(s)
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return len(p) < 2*MinSerial })
}

func alphanumeric(r rune) bool { return isDigit(r) || (r >= 'A' && r <= 'Z') }

func notSerial(r rune) bool { return !alphanumeric(r) && r != '-' }
