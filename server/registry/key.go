package registry

import (
	"bytes"
	"strings"

	"accord/shared/access"
)

// The key space of a generation; see the package comment.
const (
	spaceAdministrators = 'a'
	spaceBillTo         = 'b'
	spaceContract       = 'c'
	spaceDomain         = 'd'
	spaceAdministers    = 'e'
	spaceGrant          = 'g'
	spaceGrantsOf       = 'h'
	spaceCompany        = 'k'
	spaceContractsOf    = 'n'
	spacePerson         = 'p'
	spaceSerial         = 's'
	spaceEnding         = 'w'
	spaceBillTosOf      = 'y'
	spaceMeta           = 0xff // written last: it counts the others
)

// key joins the parts of a key. A zero byte ends each part but the last; no
// stored value has one (see field.go).
func key(space byte, parts ...string) []byte {
	return append([]byte{space}, strings.Join(parts, "\x00")...)
}

// listKey is the common start of the keys of a list.
func listKey(space byte, owner string) []byte {
	return append(append([]byte{space}, owner...), 0)
}

// last is the part of a key after its last zero byte.
func last(key []byte) string { return string(key[bytes.LastIndexByte(key, 0)+1:]) }

// scope reads the text form of an identifier.
func scope(text string) access.Identifier {
	kind, value, _ := strings.Cut(text, ":")
	return access.Identifier{Kind: access.Kind(kind), Value: value}
}
