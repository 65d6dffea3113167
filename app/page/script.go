package page

import "unicode"

// langOf is the language a name is marked with, so that screen readers and
// fonts treat it right: Japanese when it holds kana or kanji. Chinese names
// share the kanji; the portal's people write Japanese (both guides).
func langOf(name string) string {
	for _, r := range name {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return "ja"
		}
	}
	return "en"
}
