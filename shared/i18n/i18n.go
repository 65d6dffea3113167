// Package i18n holds every text of the portal in English and Japanese, side by
// side, so that no key can be missing in one of them. The labels are the user
// guides' words.
package i18n

import (
	"strconv"
	"strings"
)

// Lang is a language of the portal, as a BCP 47 tag.
type Lang string

// The languages.
const (
	English  Lang = "en"
	Japanese Lang = "ja"
)

// Langs lists the languages in the order in which the switch offers them.
func Langs() []Lang { return []Lang{English, Japanese} }

// Parse returns the language of a tag or an Accept-Language header's first
// known entry; English when none is known.
func Parse(tag string) Lang {
	for part := range strings.SplitSeq(tag, ",") {
		part = strings.ToLower(strings.TrimSpace(part))
		switch {
		case part == "ja" || strings.HasPrefix(part, "ja-") || strings.HasPrefix(part, "ja;"):
			return Japanese
		case part == "en" || strings.HasPrefix(part, "en-") || strings.HasPrefix(part, "en;"):
			return English
		}
	}
	return English
}

// text is one entry of the catalogue. "{0}", "{1}" … stand for arguments.
type text struct{ en, ja string }

// T returns the text of a key with its arguments filled in. A key that is not
// in the catalogue comes back as itself, so a test and a reader can see it.
func T(lang Lang, key string, args ...string) string {
	t, ok := lookup(key)
	if !ok {
		return key
	}
	s := t.en
	if lang == Japanese {
		s = t.ja
	}
	return fill(s, args)
}

// Has reports whether the catalogue holds the key.
func Has(key string) bool {
	_, ok := lookup(key)
	return ok
}

// fill puts the arguments in at once, so that one that looks like a place for
// another ("{1}") stays what it is.
func fill(s string, args []string) string {
	pairs := make([]string, 0, 2*len(args))
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i)+"}", a)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// lookup asks each area's table; a key's first part says which area it is in.
func lookup(key string) (text, bool) {
	area, _, _ := strings.Cut(key, ".")
	t, ok := table(area)[key]
	return t, ok
}
