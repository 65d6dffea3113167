package wire

import "strings"

// Name is how others read the person: the name in Latin script, else the local
// one, in the order of the person's language; the address when there is none.
func (p Profile) Name() string {
	for _, n := range [][2]string{{p.GivenName, p.FamilyName}, {p.GivenNameLocal, p.FamilyNameLocal}} {
		if p.Language == "ja" {
			n[0], n[1] = n[1], n[0]
		}
		if name := strings.TrimSpace(n[0] + " " + n[1]); name != "" {
			return name
		}
	}
	return p.Email
}
