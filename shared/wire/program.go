package wire

import (
	"slices"

	"accord/shared/access"
)

// Text is a text of the operator's settings in both languages.
type Text struct {
	EN string `json:"en"`
	JA string `json:"ja"`
}

// In is the text in a language: Japanese for "ja", else English.
func (t Text) In(lang string) string {
	if lang == "ja" {
		return t.JA
	}
	return t.EN
}

// The two tabs of Access Management that the portal fills itself. The others
// show the access programmes that name them.
const (
	TabServices = "services" // contracts, serial numbers, bill-to IDs
	TabOrdering = "ordering" // bill-to IDs for commerce alone
)

// Tab is a tab of Access Management.
type Tab struct {
	ID    string `json:"id"`
	Label Text   `json:"label"`
}

// Decider says who decides on a programme's requests.
type Decider string

// The deciders.
const (
	DecidesVendor Decider = "vendor" // a reviewer
	DecidesNobody Decider = "nobody" // granted at once
)

// Program is an access programme: something that an account may be given
// beside contracts, such as a certification's pages or the registration as a
// partner. An operator adds one in the settings, without code.
type Program struct {
	ID         string            `json:"id"`
	Tab        string            `json:"tab"` // ID of the tab that shows it
	Label      Text              `json:"label"`
	About      Text              `json:"about"` // what it is for
	Identifier ProgramIdentifier `json:"identifier"`
	Decides    Decider           `json:"decides"`
	Grants     Text              `json:"grants"` // what the holder can do
	Link       *ProgramLink      `json:"link,omitempty"`
}

// ProgramIdentifier is what a requester enters for a programme.
type ProgramIdentifier struct {
	Label   Text   `json:"label"`
	Hint    Text   `json:"hint"`
	Format  string `json:"format"`  // regular expression (RE2) of the whole identifier
	Example string `json:"example"` // one that has the format
	Max     int    `json:"max"`     // most in one submission, 1 to 10
}

// ProgramLink leads to where the programme itself is at home.
type ProgramLink struct {
	Label Text   `json:"label"`
	URL   string `json:"url"`
}

// Program returns the programme of an ID, nil when the settings have none.
func (s Settings) Program(id string) *Program {
	i := slices.IndexFunc(s.Programs, func(p Program) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Programs[i]
}

// ProgramName is what a programme's identifier is called in a language: the
// programme's label, or its bare ID once the settings have it no more, and what
// was entered. ok is false for other identifiers.
func (s Settings) ProgramName(lang string, id access.Identifier) (label, entered string, ok bool) {
	if id.Kind != access.KindProgram {
		return "", "", false
	}
	label, entered = id.Program()
	if p := s.Program(label); p != nil {
		label = p.Label.In(lang)
	}
	return label, entered, true
}

// ProgramsOf lists the programmes of a tab, in the settings' order.
func (s Settings) ProgramsOf(tab string) []Program {
	var of []Program
	for _, p := range s.Programs {
		if p.Tab == tab {
			of = append(of, p)
		}
	}
	return of
}
