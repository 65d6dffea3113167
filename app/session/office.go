package session

import (
	"maps"

	"accord/shared/wire"
)

// maxOffices is how many contracts' changes are kept; beyond, keeping starts
// anew, and what is shown is loaded once more.
const maxOffices = 500

// hearOffice keeps the last change of a contract or bill-to ID that the person
// manages, so that a page that shows it loads it again.
func (m Model) hearOffice(c wire.OfficeChange) Model {
	last := maps.Clone(m.Offices)
	if last == nil || len(last) > maxOffices {
		last = map[string]uint64{"": m.Offices[""]}
	}
	last[""], last[c.Scope] = c.Seq, c.Seq
	m.Offices = last
	return m
}
