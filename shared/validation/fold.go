package validation

import (
	"strings"
	"unicode"

	"accord/shared/script"
)

// foldWidth folds full-width ASCII, the Japanese comma, every kind of space
// and the width of other marks, so that nobody is asked for 全角 or 半角.
// Line feeds and tabs stay: they separate.
func foldWidth(s string) string {
	return strings.Map(foldRune, s)
}

func foldRune(r rune) rune {
	switch {
	case r >= '！' && r <= '～': // U+FF01 to U+FF5E stand in ASCII's order
		return r - '！' + '!'
	case r == '、' || r == '､':
		return ','
	case r == '｡':
		return '。'
	case r == '￥':
		return '¥'
	case r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\n' || r == '\t':
		return r
	case unicode.IsSpace(r):
		return ' '
	case invisible(r):
		return -1
	}
	return r
}

// invisible reports characters that carry no text: controls, byte order marks,
// zero-width spaces and the marks that turn the direction of writing, by which
// one name can be made to look like another. The joiners of Indic and Persian
// writing are text and stay.
func invisible(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar
}

// foldHyphens makes one hyphen of every character that is typed for one, the
// Japanese prolonged sound mark and the minus signs included.
func foldHyphens(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑', '‒', '–', '—', '―', '⁃', '⁻', '₋', '−', '─', '━', '﹘', '﹣', 'ー', 'ｰ', '－', '˗', '\u00ad':
			return '-'
		}
		return r
	}, s)
}

// lower and upper change ASCII letters only: Unicode's own mappings would make
// an ASCII letter of some that are none (the Kelvin sign, the dotless i).
func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r - 'A' + 'a'
	}
	return r
}

func upper(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r - 'a' + 'A'
	}
	return r
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return unicode.IsLetter(r) && !script.Japanese(r) }

func hasDigit(s string) bool { return strings.ContainsFunc(s, isDigit) }

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// allDigits reports a text of one or more ASCII digits and nothing else.
func allDigits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !isDigit(r) })
}

// line is text of one line: invisible characters gone, runs of space one.
func line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case invisible(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// latinLine is a line in which full-width Latin is folded.
func latinLine(s string) string {
	return line(strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s))
}
