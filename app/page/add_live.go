package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
)

const (
	maxTold  = 5  // words or numbers that a note names
	maxShown = 24 // characters of each
)

// liveLine says what the text comes to while it is typed or was just pasted,
// until the field is left and each entry has its verdict. It exists from the
// start, so that screen readers hear it.
func (p *AddForm) liveLine(kind access.Kind) app.UI {
	text := p.live[kind]
	if _, typing := p.unread[kind]; !typing {
		text = ""
	}
	return app.P().ID(fieldID(kind)+"-live").Class("hint", "live-line").Role("status").Text(text)
}

// liveText sums a text up: "3 contract numbers: 1001, 1002, 1003; 1 repeated".
func liveText(m session.Model, kind access.Kind, text string) string {
	switch kind {
	case access.KindContract, access.KindBillTo:
		return listText(m, kind, reading(kind, text))
	case access.KindSerial:
		it := validation.Serial(text)
		if it.Problem != nil {
			return part.InvalidText(m, *it.Problem)
		}
		if it.Value != "" {
			return m.T("add.live.serial", it.Value)
		}
	}
	return ""
}

func listText(m session.Model, kind access.Kind, r validation.Reading) string {
	values, bad, twice := r.Values(), []string{}, 0
	for _, it := range r.Items {
		if it.Problem != nil {
			bad = append(bad, it.Raw)
		}
		if it.Double {
			twice++
		}
	}
	if len(bad) == 1 && len(r.Items) == 1 {
		return part.InvalidText(m, *r.Items[0].Problem)
	}
	var said []string
	if n := len(values); n > 0 {
		said = append(said, m.T("add.live."+string(kind)+when(n == 1, ".one"), strconv.Itoa(n), some(m, values, validation.MaxNumbers)))
	}
	if twice > 0 {
		said = append(said, m.T("add.live.twice", strconv.Itoa(twice)))
	}
	if len(bad) > 0 {
		said = append(said, m.T("add.live.bad", strconv.Itoa(len(bad)), some(m, bad, maxTold)))
	}
	if n := len(r.Left); n > 0 {
		said = append(said, m.T("add.live.left", strconv.Itoa(n)))
	}
	return strings.Join(said, m.T("add.live.join"))
}

// leftOut says once what of a pasted text is not sent, the numbers in it first,
// and what of that can be entered elsewhere.
func (p *AddForm) leftOut(m session.Model, kind access.Kind, e entry) []app.UI {
	r := reading(kind, e.Pasted)
	told := []app.UI{app.P().Text(m.T("add.picked"))}
	rest := slices.DeleteFunc(slices.Clone(r.Left), func(s string) bool {
		return slices.Contains(r.Others, s) || slices.Contains(r.Serials, s)
	})
	if len(rest) > 0 {
		told = append(told, app.P().Text(m.T("add.left", some(m, numbersFirst(rest), maxTold))))
	}
	for _, other := range []struct {
		kind access.Kind
		list []string
	}{{access.KindSerial, r.Serials}, {otherOf(kind), r.Others}} {
		if len(other.list) > 0 && slices.Contains(p.draft.kinds(), other.kind) {
			told = append(told, app.P().Class("may").Text(m.T("add.may."+string(other.kind), some(m, other.list, maxTold))))
		}
	}
	return told
}

// otherOf is the other kind of number that comes in lists.
func otherOf(kind access.Kind) access.Kind {
	if kind == access.KindContract {
		return access.KindBillTo
	}
	return access.KindContract
}

// some names the first of a list and counts the others.
func some(m session.Model, list []string, most int) string {
	var named []string
	for _, s := range list[:min(most, len(list))] {
		if runes := []rune(s); len(runes) > maxShown {
			s = string(runes[:maxShown]) + "…"
		}
		named = append(named, s)
	}
	text := strings.Join(named, m.T("add.live.comma"))
	if rest := len(list) - len(named); rest > 0 {
		return m.T("add.left.more", text, strconv.Itoa(rest))
	}
	return text
}

// numbersFirst puts what holds digits before what does not: a number that was
// passed over matters more than a greeting.
func numbersFirst(list []string) []string {
	var first, rest []string
	for _, s := range list {
		if strings.ContainsFunc(s, unicode.IsDigit) {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(first, rest...)
}
