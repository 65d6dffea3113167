package validation

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"accord/shared/script"
)

// surelyLong is from how many digits on a number in prose is taken without a
// label before it; shorter ones are years, hours, parts of phone numbers.
const surelyLong = 6

// announced is what the words before a number say of it.
type announced int

const (
	silent   announced = iota // nothing
	ours                      // it is of the kind that is looked for
	another                   // it is something else, such as a phone
	serialNo                  // a product's serial number
	theOther                  // a bill-to ID where contracts are looked for, and the other way round
)

// pick takes the numbers out of folded prose. After a word that announces this
// kind every number counts, until another word comes; after a word that
// announces something else (a phone, an order) none does; elsewhere those of
// six digits and more that look like no phone number and no date, and those that
// have a line to themselves. Dates, times, phone numbers, sums, versions,
// addresses are not numbers, as other characters are grown together with them.
func (n number) pick(text string) (r Reading) {
	say, alone := silent, loneNumbers(text)
	list := atoms(text)
	for i, a := range list {
		switch {
		case a.words != "":
			say = n.after(say, a.words)
		case say == serialNo:
			r.Serials = append(r.Serials, a.digits)
		case say == theOther:
			r.Others = append(r.Others, a.digits)
		case say == another || i+1 < len(list) && currency(list[i+1].words):
		case say == silent && !alone[a.digits] && (len(a.digits) < surelyLong || phoneLike(a.digits) || dateLike(a.digits)):
		case len(a.digits) <= n.digits:
			r.Items = append(r.Items, Item{Raw: a.digits, Value: a.digits})
		case say == ours:
			r.Items = append(r.Items, n.bad(a.digits, n.long, a.digits, strconv.Itoa(n.digits)))
		}
	}
	return r
}

// loneNumbers are the numbers of folded prose that are a line of their own, but
// what looks like a phone number or a date.
func loneNumbers(text string) map[string]bool {
	alone := map[string]bool{}
	for _, l := range strings.Split(text, "\n") {
		if l = trimMarks(l); allDigits(l) && !phoneLike(l) && !dateLike(l) {
			alone[l] = true
		}
	}
	return alone
}

// phoneLike reports the digits of a phone number with its leading zero.
func phoneLike(digits string) bool {
	return digits[0] == '0' && (len(digits) == 10 || len(digits) == 11)
}

// dateLike reports a day written as 20261122.
func dateLike(digits string) bool {
	if _, err := time.Parse("20060102", digits); err != nil {
		return false
	}
	return digits[:2] == "19" || digits[:2] == "20"
}

// currency reports a word after a sum.
func currency(word string) bool {
	return slices.Contains([]string{"usd", "eur", "gbp", "jpy", "yen", "dollars", "euro", "euros"}, strings.ToLower(word))
}

// after is what is announced once a word has come.
func (n number) after(say announced, word string) announced {
	if next := n.announces(word); next != silent {
		return next
	}
	if filler(word) || connects(word) {
		return say
	}
	return silent
}

// announces finds the last word in the text that says what a number is.
func (n number) announces(word string) announced {
	word = strings.ToLower(word)
	at, say := -1, silent
	look := func(labels []string, a announced) {
		for _, label := range labels {
			i := strings.LastIndex(word, label)
			if i > at && (i == 0 || script.Japanese([]rune(label)[0])) {
				at, say = i, a
			}
		}
	}
	look(n.labels, ours)
	look(otherLabels(), another)
	look([]string{"serial", "s/n", "シリアル"}, serialNo)
	for _, other := range []number{contractNumber(), billToNumber()} {
		if other.field != n.field {
			look(other.labels, theOther)
		}
	}
	return say
}

// otherLabels announce numbers that are neither contracts nor bill-to IDs.
func otherLabels() []string {
	return []string{
		"tel", "phone", "fax", "mobile", "order", "invoice", "case", "ticket", "zip", "postal", "employee", "total", "amount", "price", "usd", "eur", "jpy",
		"電話", "携帯", "内線", "注文", "請求書", "ケース", "郵便", "〒", "社員", "金額", "合計",
	}
}

// filler reports words between a label and its number.
func filler(word string) bool {
	switch strings.ToLower(word) {
	case "no", "nos", "num", "number", "numbers", "id", "ids", "to", "is", "are", "s",
		"番号", "番号は", "は", "が", "の":
		return true
	}
	return false
}

// atom is a run of words, or a number that stands by itself.
type atom struct{ words, digits string }

// atoms cuts folded prose into runs of letters, Japanese runs, and runs that
// hold digits.
func atoms(text string) []atom {
	var out []atom
	runes := []rune(text)
	for i := 0; i < len(runes); {
		from := i
		switch {
		case script.Japanese(runes[i]) || runes[i] == '〒':
			for i < len(runes) && (script.Japanese(runes[i]) || runes[i] == '〒') {
				i++
			}
			out = append(out, atom{words: string(runes[from:i])})
		case grown(runes[i]):
			for i < len(runes) && grown(runes[i]) {
				i++
			}
			out = append(out, parse(string(runes[from:i]), i < len(runes) && unit(runes[i]))...)
		default:
			i++
		}
	}
	return out
}

// grown reports characters that make one thing with the digits beside them.
func grown(r rune) bool {
	return isDigit(r) || isLatin(r) || strings.ContainsRune("-./_@+:$¥€£%#=~", r)
}

// unit reports what makes the number before it a date, a time or a sum.
func unit(r rune) bool {
	return strings.ContainsRune("年月日時分秒円件個名人本台点枚", r)
}

// parse makes atoms of one run: "No.1234567" and "contract:1234567" are a word
// and a number, "2026-11-22", "10:30", "12AB" and "+81312345678" are neither.
func parse(run string, measured bool) []atom {
	run = strings.Trim(run, "-./_:#=~")
	head := strings.TrimRightFunc(run, isDigit)
	digits := run[len(head):]
	label := strings.TrimRight(head, ".:#=")
	switch {
	case digits == "" || label == "" && head != "":
		return wordOf(run)
	case measured:
		return nil
	case head == "":
		return []atom{{digits: digits}}
	case label != head && !hasDigit(label) && hasLetter(label):
		return append(wordOf(label), atom{digits: digits})
	}
	return wordOf(run)
}

// wordOf keeps a run as words when it has letters; a run of digits and marks
// ends what was announced no more than a comma does.
func wordOf(run string) []atom {
	if strings.ContainsFunc(run, unicode.IsLetter) {
		return []atom{{words: run}}
	}
	return nil
}
