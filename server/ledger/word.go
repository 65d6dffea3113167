package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"accord/shared/access"
	"accord/shared/script"
	"accord/shared/wire"
)

const (
	maxWords    = 64 // of a request or of a find
	maxWordSize = 64 // runes; longer words are cut, in the index and in a find
	latinTerm   = 24 // runes of a word that the index sorts by
	cjkTerm     = 8  // runes of a part of a Japanese word that the index sorts by
)

// wordsOf are the words by which a waiting request is found, folded, without
// doubles. A Japanese name is typed with and without a space in it.
func wordsOf(q *Request, p wire.Profile, third ThirdParty) []string {
	return words(strings.Join([]string{
		q.Reference, q.Identifier.Value, entered(q.Identifier), q.Scope.Value,
		p.GivenName, p.FamilyName, p.GivenNameLocal, p.FamilyNameLocal, p.FamilyNameLocal + p.GivenNameLocal,
		p.Company, p.CompanyLocal,
		p.Email, domain(p.Email),
		third.Email, domain(third.Email), third.Company,
	}, " "))
}

// entered is what was typed for an access programme, "" for other identifiers.
func entered(id access.Identifier) string {
	_, typed := id.Program()
	return typed
}

func domain(email string) string { return email[strings.LastIndexByte(email, '@')+1:] }

// words folds a text (NFKC, no case) and cuts it into words: what stands
// between spaces, whole and also cut at punctuation, and Japanese script apart
// from other script.
func words(text string) []string {
	var all []string
	for _, whole := range strings.FieldsFunc(fold(text), separates) {
		all = append(all, runs(strings.TrimFunc(whole, punctuates))...)
		for _, part := range strings.FieldsFunc(whole, punctuates) {
			all = append(all, runs(part)...)
		}
	}
	return distinct(all)
}

// queryWords are the words of a find: what stands between spaces, whole, so
// that an address or a reference is looked for as typed.
func queryWords(find string) []string {
	var all []string
	for _, whole := range strings.FieldsFunc(fold(find), separates) {
		all = append(all, runs(strings.TrimFunc(whole, punctuates))...)
	}
	return distinct(all)
}

// fold is NFKC without case.
func fold(s string) string {
	if isASCII(s) { // nearly all that comes, ten times as fast
		return strings.ToLower(s)
	}
	return norm.NFKC.String(cases.Fold().String(norm.NFKC.String(s)))
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

func separates(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '、' || r == ',' || r == ';' || r == utf8.RuneError
}

func punctuates(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// runs cuts a text where Japanese and other script meet: any part of a Japanese
// run may be a word, for nothing parts its words.
func runs(s string) []string {
	var all []string
	start, kind := 0, false
	for i, r := range s {
		if i > start && script.Japanese(r) != kind {
			all = append(all, cut(s[start:i], maxWordSize))
			start = i
		}
		kind = script.Japanese(r)
	}
	if start < len(s) {
		all = append(all, cut(s[start:], maxWordSize))
	}
	return all
}

func distinct(all []string) []string {
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(len(all), maxWords)]
}

// cut is the first n runes of a text.
func cut(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// terms are what the index holds of a word: its beginning, or in Japanese
// script the beginning of every part of it.
func terms(word string) []string {
	size := termSize(word)
	if size == latinTerm {
		return []string{cut(word, size)}
	}
	var all []string
	for i := range word {
		all = append(all, cut(word[i:], size))
	}
	return all
}

// termSize is how many runes of a word the index holds.
func termSize(word string) int {
	if r, _ := utf8.DecodeRuneInString(word); script.Japanese(r) {
		return cjkTerm
	}
	return latinTerm
}

// matches reports whether a find's word is the beginning of one of the words,
// or in Japanese script any part of one.
func matches(words []string, find string) bool {
	has := strings.HasPrefix
	if termSize(find) == cjkTerm {
		has = strings.Contains
	}
	return slices.ContainsFunc(words, func(w string) bool { return has(w, find) })
}
