package validation

import "strings"

// Reading is what was made of a text: the entries, and what of it is none.
type Reading struct {
	Items
	Left    []string // words and numbers of prose or of a table that were passed over, in order
	Serials []string // what looks like or is called a serial number
	Others  []string // what is called a bill-to ID where contracts are read, and the other way round
}

// ReadContracts is Contracts with what was left out.
func ReadContracts(text string) Reading { return contractNumber().read(text) }

// ReadBillTos is BillTos with what was left out.
func ReadBillTos(text string) Reading { return billToNumber().read(text) }

// read takes a text for one of three things.
//
// A table: every line has as many cells, two at least, and one column is this
// kind of number's (see table). That column is read.
//
// Prose, a pasted mail: it shows one of the signs of prosaic. Numbers are
// picked out and words are passed over (see pick).
//
// A list otherwise, with or without a label before it ("契約番号：1234567"):
// every entry is a number or gets its own message.
func (n number) read(text string) Reading {
	text = strings.ToValidUTF8(text, "")
	if strings.TrimSpace(foldWidth(text)) == "" {
		return Reading{}
	}
	if r, ok := n.table(text); ok {
		return r
	}
	tokens := split(n.unlabelled(text))
	if !wordColumn(text) && !n.prosaic(tokens) {
		return n.listed(entries(tokens))
	}
	r := n.pick(foldWidth(text))
	r.passOver(split(text))
	if len(r.Items) == 0 {
		r.Items = Items{n.bad(strings.TrimSpace(text), n.none)}
		return r
	}
	r.Items = n.finish(r.Items)
	return r
}

// listed judges a list, and names what looks like a serial number in it.
func (n number) listed(list []string) (r Reading) {
	r.Items = n.readList(list)
	for _, it := range r.Items {
		if it.Problem != nil && it.Problem.Code == codeContractSerial {
			r.Serials = append(r.Serials, it.Raw)
		}
	}
	return r
}

// passOver tells what of a text's tokens was not taken.
func (r *Reading) passOver(tokens []token) {
	taken := map[string]bool{}
	for _, it := range r.Items {
		taken[it.Raw] = true
	}
	for _, t := range tokens {
		if t.passedOver() || holds(t.folded, taken) {
			continue
		}
		r.leave(silent, t.raw)
	}
}

// holds reports whether a token holds one of the numbers. The digits of a serial
// number are none.
func holds(token string, numbers map[string]bool) bool {
	for _, run := range strings.FieldsFunc(token, func(r rune) bool { return notSerial(upper(r)) }) {
		if numbers[strings.Trim(run, "-")] {
			return true
		}
	}
	return false
}

// leave notes what is left out, and what it is called.
func (r *Reading) leave(said announced, raw string) {
	bare := trimMarks(raw)
	if bare == "" {
		return
	}
	r.Left = append(r.Left, bare)
	serial := serialIn(bare)
	switch {
	case said == theOther:
		r.Others = append(r.Others, bare)
	case serial != "" && said != another:
		r.Serials = append(r.Serials, serial)
	}
}

// looksSerial is from how many characters on letters and digits together are
// taken for a serial number rather than for a slip.
const looksSerial = 8

// serialIn finds what looks like a serial number in a token: eight or more
// letters, digits and hyphens, three digits and a letter at least.
func serialIn(token string) string {
	for _, run := range strings.FieldsFunc(foldHyphens(foldWidth(token)), func(r rune) bool { return notSerial(upper(r)) }) {
		run = strings.Trim(run, "-")
		digits := strings.Count(strings.Map(func(r rune) rune {
			if isDigit(r) {
				return '0'
			}
			return r
		}, run), "0")
		if len(run) >= looksSerial && len(run) <= MaxSerial && digits >= 3 && hasLetter(run) && hasDigit(run) {
			return run
		}
	}
	return ""
}
