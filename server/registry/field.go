package registry

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"accord/shared/access"
)

// Lengths of values, in characters. They bound keys; the domain page's input
// rules give those of numbers and serials.
const (
	maxContract = 12
	maxBillTo   = 20
	minSerial   = 4
	maxSerial   = 40
	maxID       = 64
	maxDomain   = 253
	maxLocal    = 64 // of an address, before the "@" (RFC 5321)
)

// fold makes full-width letters, digits and signs plain and takes outer spaces
// off, as a spreadsheet written in Japan has them.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < 0x80
	}
	if !plain {
		s = strings.Map(func(c rune) rune {
			if 0xff01 <= c && c <= 0xff5e {
				return c - 0xff01 + '!'
			}
			return c
		}, s)
	}
	return strings.TrimSpace(s)
}

func digits(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return c < '0' || c > '9' }) < 0
}

func serial(s string) bool {
	return minSerial <= len(s) && len(s) <= maxSerial && strings.IndexFunc(s, func(c rune) bool {
		return (c < '0' || c > '9') && (c < 'A' || c > 'Z') && c != '-'
	}) < 0
}

// domain reports whether s is a mail domain: at least two labels of letters
// (of any script), digits and inner hyphens.
func domain(s string) bool {
	if len(s) > maxDomain || !strings.Contains(s, ".") {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' || strings.IndexFunc(label, func(c rune) bool {
			return c != '-' && !unicode.IsLetter(c) && !unicode.IsMark(c) && !unicode.IsDigit(c)
		}) >= 0 {
			return false
		}
	}
	return true
}

// address reports whether s can be an e-mail address. Only a mail that arrives
// proves one, so this looks for slips, not for the whole grammar.
func address(s string) bool {
	local, host, found := strings.Cut(s, "@")
	return found && local != "" && len(local) <= maxLocal && domain(host) &&
		strings.IndexFunc(s, func(c rune) bool {
			return unicode.IsSpace(c) || unicode.IsControl(c) || strings.ContainsRune(`,;<>"()`, c)
		}) < 0
}

// id reports whether s can name a company.
func id(s string) bool { return len(s) <= maxID && strings.IndexFunc(s, unicode.IsControl) < 0 }

// clean reports whether s is free of control characters. Line ends and tabs
// inside a text are kept: an address may have several lines.
func clean(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool {
		return unicode.IsControl(c) && c != '\n' && c != '\t'
	}) < 0
}

// moment reads a date or time. Seconds are the finest that is kept.
func moment(s string) (t time.Time, day, ok bool) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, true, true
	}
	t, err := time.Parse(time.RFC3339, strings.ToUpper(s))
	return t.UTC().Truncate(time.Second), false, err == nil
}

// endOf is the last second of a day: an end given as a day includes it, as a
// contract's does.
func endOf(t time.Time) time.Time { return access.Day(t).Add(24*time.Hour - time.Second) }

// list takes a field with ";" between values apart, empty and double ones out.
func list(s string) []string {
	var values []string
	for v := range strings.SplitSeq(strings.ReplaceAll(s, "；", ";"), ";") {
		if v = strings.TrimSpace(v); v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}
