package policy

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"accord/shared/script"
)

// name is a company's name as the company match compares it (domain page,
// "Company match"): its own part, and the class of its legal form, "" for none.
type name struct{ core, class string }

// parseName normalises a company name and takes its legal form off. A name that
// is nothing but a legal form has an empty core, and an empty core equals none.
func parseName(s string) name {
	s = foldName(s)
	s, ahead := cutFront(s)
	s, behind := cutEnd(s)
	class := ahead
	switch {
	case ahead == "":
		class = behind
	case behind != "" && behind != ahead:
		class = ahead + " " + behind // a class of its own: it equals nothing else
	}
	return name{squeeze(s), class}
}

// conflicts reports two legal forms of different classes; a missing form
// conflicts with none.
func (n name) conflicts(other name) bool {
	return n.class != "" && other.class != "" && n.class != other.class
}

// equalsAny reports whether a name is one of a company's names. A name without
// a form equals every form. A name with one needs the same form, or a name of
// the company's without a form that none of its others contradicts: the alias
// "Delta Grid" of Delta Grid GmbH does not make Delta Grid AG the same company.
func (n name) equalsAny(names []name) bool {
	same, bare, contradicted := false, false, false
	for _, other := range names {
		if n.core == "" || n.core != other.core {
			continue
		}
		same = same || n.class == other.class || n.class == ""
		bare = bare || other.class == ""
		contradicted = contradicted || n.conflicts(other)
	}
	return same || (bare && !contradicted)
}

// foldName is the first half of the normalisation: Unicode NFKC, case folding,
// "&" as "and", dots and apostrophes dropped. Brackets are left for (株).
func foldName(s string) string {
	s = norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
	s = strings.ReplaceAll(s, "&", " and ")
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(".'’‘ʼ`´′", r):
			return -1
		// Cherokee, whose small letters cases.Fold makes capital and the reverse.
		case r >= 'ꭰ' && r <= 'ꮿ':
			return r - 'ꭰ' + 'Ꭰ'
		case r >= 'ᏸ' && r <= 'ᏽ':
			return r - 'ᏸ' + 'Ᏸ'
		}
		return r
	}, s)
	return norm.NFKC.String(s)
}

// squeeze is the second half: other punctuation and runs of space become one
// space, and none beside Japanese script.
func squeeze(s string) string {
	var b strings.Builder
	var last rune
	gap := false
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			gap = true
			continue
		}
		if gap && last != 0 && !script.Japanese(last) && !script.Japanese(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return norm.NFC.String(b.String()) // what a mark had parted may compose
}

// Similarity is how alike two company names are, 0 to 100 percent, legal forms
// apart: shared pairs of neighbouring characters. It helps a person who
// decides, and never approves.
func Similarity(a, b string) int {
	x, y := parseName(a), parseName(b)
	if x.core == "" || y.core == "" {
		return 0
	}
	percent := 100
	if x.core != y.core {
		percent = min(pairsShared(x.core, y.core), 99)
	}
	if x.conflicts(y) {
		percent = min(percent, 95)
	}
	return percent
}

// pairsShared is the Sørensen–Dice coefficient of two texts in percent.
func pairsShared(a, b string) int {
	x, y := pairs(a), pairs(b)
	total, shared := 0, 0
	for p, n := range x {
		total += n
		shared += min(n, y[p])
	}
	for _, n := range y {
		total += n
	}
	return 200 * shared / total
}

func pairs(s string) map[[2]rune]int {
	counts := map[[2]rune]int{}
	last := ' '
	for _, r := range s + " " {
		counts[[2]rune{last, r}]++
		last = r
	}
	return counts
}
