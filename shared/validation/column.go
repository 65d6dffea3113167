package validation

import (
	"slices"
	"strings"
)

// column reads a text as a table with a header and returns the cells of the
// column that holds this kind of number; false when it is no such table.
func (n number) column(text string) ([]string, bool) {
	lines := slices.DeleteFunc(strings.FieldsFunc(text, func(r rune) bool { return foldRune(r) == '\n' }),
		func(l string) bool { return strings.TrimSpace(foldWidth(l)) == "" })
	if len(lines) < 2 {
		return nil, false
	}
	mark := delimiter(lines[0])
	header := cells(lines[0], mark)
	at := n.heading(header)
	if at < 0 {
		return nil, false
	}
	var column []string
	for _, l := range lines[1:] {
		row := cells(l, mark)
		if len(row) != len(header) {
			return nil, false
		}
		column = append(column, row[at])
	}
	return column, true
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
