package validation

import (
	"slices"
	"strings"
)

// rows are the cells of a text of two lines or more that all have as many, two
// at least; nil when it is no such table.
func rows(text string) (table [][]string) {
	lines := slices.DeleteFunc(strings.FieldsFunc(text, func(r rune) bool { return foldRune(r) == '\n' }),
		func(l string) bool { return strings.TrimSpace(foldWidth(l)) == "" })
	if len(lines) < 2 {
		return nil
	}
	mark := delimiter(lines[0])
	for _, l := range lines {
		row := cells(l, mark)
		if len(row) < 2 || len(table) > 0 && len(row) != len(table[0]) {
			return nil
		}
		table = append(table, row)
	}
	return table
}

// table reads a text as a table: the column that a header names or, where the
// header does not say, the only one that holds numbers of this kind beside what
// is clearly something else. The other cells are left out.
func (n number) table(text string) (r Reading, ok bool) {
	all := rows(text)
	if all == nil {
		return r, false
	}
	header, body := all[0], all[1:]
	at := n.heading(header)
	if at < 0 {
		if slices.ContainsFunc(header, func(cell string) bool { return hasDigit(foldWidth(cell)) }) {
			header, body = nil, all
		}
		at = n.numbered(header, body)
	}
	if at < 0 {
		return r, false
	}
	var column []string
	for _, row := range body {
		for i, cell := range row {
			if i == at {
				column = append(column, cell)
				continue
			}
			r.leave(n.saidOf(header, i), strings.Trim(strings.TrimSpace(cell), `"`))
		}
	}
	r.Items = n.readList(column)
	return r, true
}

// saidOf is what a header announces of a column; header may be nil.
func (n number) saidOf(header []string, i int) announced {
	if header == nil {
		return silent
	}
	return n.announces(strings.Trim(foldWidth(header[i]), ` "`))
}

// numbered finds the column of a table whose header names none: half of its
// cells at least are surely numbers, no other column has any, and one beside it
// has none but words, days or sums. -1 when there is none, or a doubt.
func (n number) numbered(header []string, body [][]string) int {
	at, beside := -1, false
	for i := range body[0] {
		sure, other := 0, 0
		for _, row := range body {
			switch cell := trimMarks(foldWidth(row[i])); {
			case allDigits(cell) && len(cell) >= surelyLong && len(cell) <= n.digits && !phoneLike(cell) && !dateLike(cell):
				sure++
			case clearlyNone(cell):
				other++
			}
		}
		switch {
		case sure == 0:
			beside = beside || other == len(body)
		case at >= 0 || 2*sure < len(body) || n.saidOf(header, i) > ours:
			return -1
		default:
			at = i
		}
	}
	if !beside {
		return -1
	}
	return at
}

// wordColumn reports a table that has a column of words: they are no slips in a
// list, also where more than one of the other columns holds numbers.
func wordColumn(text string) bool {
	table := rows(text)
	if table == nil {
		return false
	}
	for i := range table[0] {
		if !slices.ContainsFunc(table, func(row []string) bool {
			cell := foldWidth(row[i])
			return hasDigit(cell) || !hasLetter(cell)
		}) {
			return true
		}
	}
	return false
}

// clearlyNone reports a cell that is no slip of a number: words, or digits with
// the marks of a day or a sum.
func clearlyNone(cell string) bool {
	if !hasDigit(cell) {
		return hasLetter(cell)
	}
	return strings.ContainsAny(cell, "-/.:¥$€年月")
}

// heading finds the header's cell that names the number: one that says it is a
// number or an ID before one that only has the word. -1 when none does, or when
// the line is no header (a lone cell, a digit, a long sentence).
func (n number) heading(header []string) int {
	named, numbered := -1, -1
	for i, cell := range header {
		cell = strings.ToLower(foldWidth(cell))
		if len(header) < 2 || hasDigit(cell) || len(strings.Fields(cell)) > 4 {
			return -1
		}
		if n.announces(strings.Trim(cell, ` "`)) != ours {
			continue
		}
		if named < 0 {
			named = i
		}
		says := slices.ContainsFunc([]string{"num", "no", "id", "番号"}, func(w string) bool { return strings.Contains(cell, w) })
		if says && numbered < 0 {
			numbered = i
		}
	}
	if numbered >= 0 {
		return numbered
	}
	return named
}

// delimiter is what parts the cells of a line.
func delimiter(l string) rune {
	for _, mark := range "\t,;" {
		if strings.ContainsFunc(l, func(r rune) bool { return foldRune(r) == mark }) {
			return mark
		}
	}
	return ','
}

// cells parts a line; a delimiter between double quotes is text.
func cells(l string, mark rune) []string {
	var row []string
	quoted, start := false, 0
	for i, r := range l {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && foldRune(r) == mark:
			row = append(row, l[start:i])
			start = i + len(string(r))
		}
	}
	return append(row, l[start:])
}
