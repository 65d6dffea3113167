package page

import (
	"strings"
	"unicode"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// entry is one field for numbers: the text that stands in it and the verdict
// on each number.
type entry struct {
	Text   string           // folded, as the field shows it
	Pasted string           // the text before, when words were dropped from it
	Items  validation.Items `json:"-"` // as they were entered, doubles included; read anew from a stored draft

	program *wire.Program // whose identifiers these are, nil for numbers
}

// read puts another text in the entry's place.
func (e entry) read(kind access.Kind, text string) entry {
	e = entry{Items: e.itemsOf(kind, text), program: e.program}
	e.Text = foldedText(e.Items, strings.Contains(strings.TrimSpace(text), "\n"))
	if e.Text == "" {
		e.Text = text // nothing to make of it: leave it as it is
	}
	if dropped(text, e.Items) {
		e.Pasted = text
	}
	return e
}

// reading is what was made of a text of numbers, with what was left out of it.
func reading(kind access.Kind, text string) validation.Reading {
	switch kind {
	case access.KindBillTo:
		return validation.ReadBillTos(text)
	case access.KindContract:
		return validation.ReadContracts(text)
	}
	return validation.Reading{}
}

func (e entry) itemsOf(kind access.Kind, text string) validation.Items {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	switch kind {
	case access.KindBillTo:
		return validation.BillTos(text)
	case access.KindSerial:
		return validation.Items{validation.Serial(text)}
	case access.KindProgram:
		return validation.ProgramIdentifiers(e.program, text)
	}
	return validation.Contracts(text)
}

// foldedText writes the entries as they will be sent, each once; a bad one
// stays as it was typed. A text in lines stays in lines.
func foldedText(items validation.Items, lines bool) string {
	var shown []string
	for _, i := range items {
		switch {
		case i.Problem != nil:
			shown = append(shown, i.Raw)
		case !i.Double:
			shown = append(shown, i.Value)
		}
	}
	if lines {
		return strings.Join(shown, "\n")
	}
	return strings.Join(shown, ", ")
}

// good is the entry without its bad items.
func (e entry) good(kind access.Kind) entry {
	return e.read(kind, strings.Join(e.Items.Values(), "\n"))
}

// bad counts the items that cannot be sent.
func (e entry) bad() int { return len(e.Items.Problems()) }

// dropped reports whether the text says more than its items: words of a pasted
// mail, the other columns of a table.
func dropped(text string, items validation.Items) bool {
	kept := 0
	for _, i := range items {
		kept += marks(i.Raw)
	}
	return marks(text) > kept
}

// marks counts the letters and digits of a text.
func marks(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// faultOf is the server's or the form's fault about one item, nil when the
// item is good.
func faultOf(item validation.Item, faults []wire.FieldError) *wire.FieldError {
	if item.Problem != nil {
		return item.Problem
	}
	for _, f := range faults {
		if f.Item != "" && (f.Item == item.Raw || f.Item == item.Value) {
			return &f
		}
	}
	return nil
}

// without is the entry without one of its numbers.
func (e entry) without(kind access.Kind, value string) entry {
	var rest []string
	for _, v := range e.Items.Values() {
		if v != value {
			rest = append(rest, v)
		}
	}
	return e.read(kind, strings.Join(rest, "\n"))
}
