package access

import "strings"

// Kind says what an identifier names.
type Kind string

// The kinds of identifier a person can enter. The words are those of the
// API and of the registry's case files.
const (
	KindContract Kind = "contract"
	KindSerial   Kind = "serial"
	KindBillTo   Kind = "bill_to"
	KindProgram  Kind = "program" // an access programme's ID, ":" and what was entered for it

	// KindWithheld stands for what a person may not see: the contract of an
	// access that another company gave them. Nothing can be asked for by it.
	KindWithheld Kind = "withheld"
)

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool {
	return k == KindContract || k == KindSerial || k == KindBillTo || k == KindProgram
}

// Identifier is one contract number, serial number or bill-to ID in its stored
// form (folded and canonical, see package validation).
type Identifier struct {
	Kind  Kind   `json:"kind"`
	Value string `json:"value"`
}

// String is the stable text form "kind:value".
func (i Identifier) String() string { return string(i.Kind) + ":" + i.Value }

// ParseIdentifier reads what String wrote.
func ParseIdentifier(text string) Identifier {
	kind, value, _ := strings.Cut(text, ":")
	return Identifier{Kind(kind), value}
}

// Contract is the identifier of a contract number.
func Contract(number string) Identifier { return Identifier{KindContract, number} }

// BillTo is the identifier of a bill-to ID.
func BillTo(id string) Identifier { return Identifier{KindBillTo, id} }

// Serial is the identifier of a serial number.
func Serial(number string) Identifier { return Identifier{KindSerial, number} }

// Program is what was entered for an access programme.
func Program(id, entered string) Identifier { return Identifier{KindProgram, id + ":" + entered} }

// Program takes the identifier of a programme apart: the programme's ID and
// what was entered for it.
func (i Identifier) Program() (id, entered string) {
	id, entered, _ = strings.Cut(i.Value, ":")
	return id, entered
}
