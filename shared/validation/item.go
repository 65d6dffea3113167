// Package validation holds the rules of every form. The browser uses it as a
// person types, the server as the truth; so it needs the standard library only.
// Lenient in, strict stored: what is typed is folded to one canonical form, and
// what cannot be folded is named, never dropped. Source: the domain page,
// "Input rules".
package validation

import (
	"strconv"
	"strings"

	"accord/shared/wire"
)

// Limits of what can be typed. Lengths are in characters (runes).
const (
	MaxNumbers        = 10 // contract numbers or bill-to IDs in one submission
	MaxContractDigits = 12
	MaxBillToDigits   = 10
	MinSerial         = 4
	MaxSerial         = 40
)

// Item is one typed entry.
type Item struct {
	Raw     string           // as typed
	Value   string           // canonical form, empty when there is a problem
	Problem *wire.FieldError // what is wrong, nil when it is good
	Folded  bool             // Value differs from what was typed: show it
	Double  bool             // the same as an entry before it
}

// Items are the entries of a list field in the order in which they were typed.
type Items []Item

// Values lists the good entries, each once, in order.
func (items Items) Values() []string {
	var values []string
	for _, it := range items {
		if it.Problem == nil && !it.Double {
			values = append(values, it.Value)
		}
	}
	return values
}

// Problems lists what is wrong, in order.
func (items Items) Problems() []wire.FieldError {
	var problems []wire.FieldError
	for _, it := range items {
		if it.Problem != nil {
			problems = append(problems, *it.Problem)
		}
	}
	return problems
}

// number is one kind of number that is typed in lists.
type number struct {
	field  string   // the form's field
	digits int      // most digits
	labels []string // words that announce one in a text, folded
	digit  string   // codes …
	serial string   // "" where no serial number can be entered instead
	long   string
	many   string
	none   string
}

func contractNumber() number {
	return number{"contracts", MaxContractDigits, []string{"contract", "契約"},
		codeContractDigits, codeContractSerial, codeContractLong, codeContractTooMany, codeContractNone}
}

func billToNumber() number {
	return number{"bill_tos", MaxBillToDigits, []string{"bill", "請求先"},
		codeBillToDigits, "", codeBillToLong, codeBillToTooMany, codeBillToNone}
}

// entry judges one entry by itself.
func (n number) entry(raw string) Item {
	value := trimMarks(foldWidth(raw))
	switch {
	case n.serial != "" && !allDigits(value) && serialIn(value) == strings.Map(upper, foldHyphens(value)):
		return n.bad(raw, n.serial, raw)
	case !allDigits(value):
		return n.bad(raw, n.digit, raw)
	case len(value) > n.digits:
		return n.bad(raw, n.long, raw, strconv.Itoa(n.digits))
	}
	return Item{Raw: raw, Value: value, Folded: value != raw}
}

func (n number) bad(raw, code string, args ...string) Item {
	return Item{Raw: raw, Problem: &wire.FieldError{Field: n.field, Code: code, Item: raw, Args: args}}
}

// finish marks doubles, and what is beyond the most that one submission takes.
// A double of a surplus entry is surplus itself.
func (n number) finish(items Items) Items {
	place := map[string]int{} // of each value, 1 for the first
	for i, it := range items {
		if it.Problem != nil {
			continue
		}
		at, again := place[it.Value]
		if !again {
			at = len(place) + 1
			place[it.Value] = at
		}
		if at > MaxNumbers {
			items[i] = n.bad(it.Raw, n.many, it.Raw, strconv.Itoa(MaxNumbers))
			continue
		}
		items[i].Double = again
	}
	return items
}
