package wire

import (
	"cmp"
	"strings"
	"unicode"

	"accord/shared/script"
)

// Name is how others read the person: the name in Latin script, else the local
// one; the address when there is none.
func (p Profile) Name() string { return cmp.Or(p.LatinName(), p.LocalName(), p.Email) }

// LatinName is the name in Latin script, "" when none was given.
func (p Profile) LatinName() string { return inOrder(p.GivenName, p.FamilyName) }

// LocalName is the name in local script, "" when none was given.
func (p Profile) LocalName() string { return inOrder(p.GivenNameLocal, p.FamilyNameLocal) }

// inOrder puts a name together. The order follows the script, not the person,
// so that names on one page read alike: given name first in Latin script,
// family name first in those of East Asia.
func inOrder(given, family string) string {
	if strings.ContainsFunc(given+family, familyFirst) {
		given, family = family, given
	}
	return strings.TrimSpace(given + " " + family)
}

func familyFirst(r rune) bool {
	return script.Japanese(r) || unicode.Is(unicode.Hangul, r)
}
