package portal

import (
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"accord/shared/validation"
	"accord/shared/wire"
)

//go:embed programs.json
var examplePrograms []byte

// Bounds of the programme list: what a row of tabs and a page can show.
const (
	maxTabs     = 20
	maxPrograms = 100
	maxFormat   = 200 // characters of a regular expression
)

// programs is the file of --programs: the tabs of Access Management and the
// access programmes on them.
type programs struct {
	Tabs     []wire.Tab     `json:"tabs"`
	Programs []wire.Program `json:"programs"`
}

// readPrograms reads and checks the file, the example's when there is none.
func (c Config) readPrograms() (programs, error) {
	name, text, err := settingsText(c.Programs, "programs.json", examplePrograms)
	if err != nil {
		return programs{}, err
	}
	return readSettings(name, c.named(text), checkPrograms)
}

// settingsText is an operator's file, or the built-in one when none is named.
func settingsText(path, builtIn string, example []byte) (name string, text []byte, err error) {
	if path == "" {
		return builtIn, example, nil
	}
	text, err = os.ReadFile(path)
	if err != nil {
		return "", nil, fmt.Errorf("settings: %w", err)
	}
	return filepath.Base(path), text, nil
}

func checkPrograms(f *settingsFile, p programs) {
	if len(p.Tabs) == 0 || len(p.Tabs) > maxTabs {
		f.at("tabs", "must be 1 to %d tabs", maxTabs)
	}
	if len(p.Programs) > maxPrograms {
		f.at("programs", "must be %d programmes at most", maxPrograms)
	}
	ids := map[string]bool{}
	for i, t := range p.Tabs {
		path := fmt.Sprintf("tabs[%d]", i)
		f.id(path+".id", t.ID, ids)
		f.words(path+".label", t.Label)
		own := t.ID == wire.TabServices || t.ID == wire.TabOrdering
		if !own && !slices.ContainsFunc(p.Programs, func(p wire.Program) bool { return p.Tab == t.ID }) {
			f.at(path+".id", "%q is a tab without a programme", t.ID)
		}
	}
	if len(p.Tabs) > 0 && !ids[wire.TabServices] {
		f.at("tabs", "must have the tab %q", wire.TabServices)
	}
	known := map[string]bool{}
	for i, program := range p.Programs {
		path := fmt.Sprintf("programs[%d]", i)
		f.id(path+".id", program.ID, known)
		f.program(path, program, ids)
	}
}

// id checks an ID, which stands in addresses and in the ledger.
func (f *settingsFile) id(path, id string, taken map[string]bool) {
	switch {
	case !regexp.MustCompile(`^[a-z][a-z0-9_-]{0,39}$`).MatchString(id):
		f.at(path, "%q must be 1 to 40 small letters, digits, - and _, a letter first", id)
	case taken[id]:
		f.at(path, "%q is taken", id)
	}
	taken[id] = true
}

func (f *settingsFile) program(path string, p wire.Program, tabs map[string]bool) {
	switch {
	case p.Tab == wire.TabServices || p.Tab == wire.TabOrdering:
		f.at(path+".tab", "%q is filled by the portal itself", p.Tab)
	case !tabs[p.Tab]:
		f.at(path+".tab", "%q is not among the tabs", p.Tab)
	}
	f.words(path+".label", p.Label)
	f.words(path+".about", p.About)
	f.words(path+".grants", p.Grants)
	f.words(path+".identifier.label", p.Identifier.Label)
	f.words(path+".identifier.hint", p.Identifier.Hint)
	f.format(path+".identifier", p)
	if p.Decides != wire.DecidesVendor && p.Decides != wire.DecidesNobody {
		f.at(path+".decides", "%q must be %q or %q", p.Decides, wire.DecidesVendor, wire.DecidesNobody)
	}
	if p.Link != nil {
		f.words(path+".link.label", p.Link.Label)
		f.address(path+".link.url", p.Link.URL, "https")
	}
}

// format checks that identifiers can be entered at all: the example goes
// through the very check that the form makes.
func (f *settingsFile) format(path string, p wire.Program) {
	if p.Identifier.Max < 1 || p.Identifier.Max > validation.MaxNumbers {
		f.at(path+".max", "must be 1 to %d", validation.MaxNumbers)
		return
	}
	if n := len(p.Identifier.Format); n == 0 || n > maxFormat {
		f.at(path+".format", "must be 1 to %d characters", maxFormat)
		return
	}
	if _, err := validation.ProgramFormat(p.Identifier.Format); err != nil {
		f.at(path+".format", "is not a regular expression: %v", err)
		return
	}
	items := validation.ProgramIdentifiers(&p, p.Identifier.Example)
	if len(items) != 1 || items[0].Value != p.Identifier.Example {
		f.at(path+".example", "%q does not have the format", p.Identifier.Example)
	}
}

// address checks where a link leads: one of the schemes, and nothing that a
// browser would run.
func (f *settingsFile) address(path, s string, schemes ...string) {
	u, err := url.Parse(s)
	switch {
	case err != nil || !slices.Contains(schemes, u.Scheme):
		f.at(path, "%q must begin with %s:", s, strings.Join(schemes, ": or "))
	case u.Scheme == "https" && (u.Host == "" || u.User != nil):
		f.at(path, "%q is no web address", s)
	case u.Scheme != "https" && u.Opaque == "":
		f.at(path, "%q names nobody", s)
	}
}
