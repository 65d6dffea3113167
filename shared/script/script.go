// Package script tells in which script a text is written.
package script

import "unicode"

// Japanese reports kana, kanji and the marks among them. They are written
// without spaces. Chinese shares the kanji; the portal's people write Japanese
// (both guides).
func Japanese(r rune) bool {
	if r < '\u2e80' { // below all of it: most text is Latin
		return false
	}
	return r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
