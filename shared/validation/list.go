package validation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/shared/script"
)

// Contracts reads contract numbers out of what was typed or pasted: 1 to 12
// digits each, up to 10 different ones.
func Contracts(text string) Items { return ReadContracts(text).Items }

// BillTos reads bill-to IDs out of what was typed or pasted: up to 10 digits
// each, up to 10 different ones.
func BillTos(text string) Items { return ReadBillTos(text).Items }

// ContractsOf judges contract numbers that are separated already.
func ContractsOf(list []string) Items { return contractNumber().readList(list) }

// BillTosOf judges bill-to IDs that are separated already.
func BillTosOf(list []string) Items { return billToNumber().readList(list) }

// entries are a list's tokens, without what is none.
func entries(tokens []token) (list []string) {
	for _, t := range tokens {
		if !t.passedOver() {
			list = append(list, t.raw)
		}
	}
	return list
}

// unlabelled takes a label with a colon off the front of a text.
func (n number) unlabelled(text string) string {
	colon := strings.IndexAny(text, ":：")
	if colon < 0 || hasDigit(foldWidth(text[:colon])) {
		return text
	}
	for _, word := range strings.Fields(foldWidth(text[:colon])) {
		if n.announces(word) == ours {
			_, size := utf8.DecodeRuneInString(text[colon:])
			return text[colon+size:]
		}
	}
	return text
}

func (n number) readList(list []string) Items {
	var items Items
	for _, raw := range list {
		if raw = strings.TrimSpace(raw); raw != "" {
			items = append(items, n.entry(raw))
		}
	}
	return n.finish(items)
}

// token is a run between separators: comma, semicolon, space, line, tab and
// their Japanese forms.
type token struct {
	raw    string
	folded string
	line   int
	first  bool // of its line
	last   bool // of its line
	phrase bool // only a space parts it from a neighbour
}

// split cuts a text at its separators.
func split(text string) []token {
	var tokens []token
	lineNo, start, strong := 0, -1, true
	end := func(at int) {
		if start < 0 {
			return
		}
		t := token{raw: text[start:at], line: lineNo, phrase: !strong}
		t.folded = foldWidth(t.raw)
		if len(tokens) == 0 || tokens[len(tokens)-1].line != lineNo {
			t.first, t.phrase = true, false
		}
		if t.phrase {
			tokens[len(tokens)-1].phrase = true
		}
		if !t.first {
			tokens[len(tokens)-1].last = false
		}
		t.last = true
		tokens, start, strong = append(tokens, t), -1, false
	}
	for i, r := range text {
		f := foldRune(r)
		switch {
		case f == ',' || f == ';' || f == '\t' || f == '\n':
			end(i)
			strong = true
			if f == '\n' {
				lineNo++
			}
		case f == ' ':
			end(i)
		case start < 0:
			start = i
		}
	}
	end(len(text))
	return tokens
}

// passedOver reports tokens that are no entries of a list: bullets, connecting
// words, and the ordinals of a numbered list ("1." before a number).
func (t token) passedOver() bool {
	if connects(t.folded) || !strings.ContainsFunc(t.folded, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return true
	}
	mark := strings.TrimRight(t.folded, ".)")
	return t.first && !t.last && t.phrase && mark != t.folded && len(mark) <= 2 && allDigits(mark)
}

// word reports a token with letters and no digit that connects nothing.
func (t token) word() bool {
	return hasLetter(t.folded) && !hasDigit(t.folded) && !connects(t.folded)
}

func connects(s string) bool {
	return slices.Contains([]string{"and", "or", "&", "+", "/", "と", "及び", "および", "または"}, strings.ToLower(s))
}

// prosaic reports the signs of a text that somebody wrote, rather than a list
// with a slip in it: a label ("Contract:", "契約番号：1234567"), a mail or web
// address, the end of a sentence, digits within Japanese words, a line of two
// or more words without a digit (a greeting, a header), phrases that have as
// many words as numbers ("please add 1234567"), three words in a row ("my number
// is"), and two lines that are a word ("Hi", "Bob") or set one beside a number
// ("1234567 Tokyo").
func (n number) prosaic(tokens []token) bool {
	words, numbers, row := 0, 0, 0
	lines := map[int]*lineSigns{}
	for _, t := range tokens {
		if t.marked() || (t.word() && n.announces(trimMarks(t.folded)) != silent) {
			return true
		}
		switch {
		case !t.word() || !t.phrase:
			row = 0
		case t.first:
			row = 1
		default:
			row++
		}
		if row == 3 {
			return true
		}
		l := lines[t.line]
		if l == nil {
			l = &lineSigns{}
			lines[t.line] = l
		}
		if hasDigit(t.folded) {
			numbers++
			l.digits = true
		}
		if t.word() {
			l.words++
			l.phrase = l.phrase || t.phrase
			if t.phrase {
				words++
			}
		}
	}
	wordy := 0
	for _, l := range lines {
		if l.words >= 2 && !l.digits && numbers > 0 {
			return true
		}
		if l.words > 0 && (!l.digits || l.phrase) {
			wordy++
		}
	}
	return words > 0 && words >= numbers || wordy >= 2 && numbers > 0
}

// lineSigns are what a line of a text holds.
type lineSigns struct {
	words  int
	phrase bool // a word is parted from its neighbour by a space alone
	digits bool
}

// marked reports a token that by itself is a sign of prose.
func (t token) marked() bool {
	if strings.ContainsAny(t.folded, "@。") || strings.Contains(t.folded, "://") {
		return true
	}
	var before rune
	digit, kanji := false, false
	for _, r := range t.folded {
		if (r == ':' || r == '#' || r == '=') && unicode.IsLetter(before) {
			return true
		}
		digit, kanji, before = digit || isDigit(r), kanji || script.Japanese(r), r
	}
	return digit && kanji
}

// trimMarks takes off what stands around a number in lists: quotes, brackets,
// bullets, number signs and full stops.
func trimMarks(s string) string {
	return strings.Trim(s, " \t\n\"'`“”‘’«»()[]{}<>「」『』【】（）・•*#.,;:。№")
}
