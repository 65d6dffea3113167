package desk

import (
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// codeDuplicate is the fault of a row that comes a second time. Its arguments are
// the address and the line of the first.
const codeDuplicate = "duplicate"

// batchRow is one row of a batch as it was read.
type batchRow struct {
	wire.BatchRow
	ends  time.Time
	id    string         // of the grant that it would give
	lacks *wire.RowError // what it needs to give access that is not held
}

// batchReader reads the text of a batch: CSV, or what is pasted from a
// spreadsheet, with a header or in the order of batchColumns. The other columns
// of an export are left alone, so that it may be sent back.
type batchReader struct {
	scope       access.Identifier
	now, latest time.Time // what validation.LastDay compares with
	domains     []string  // what validation.Employed compares with
	hidden      []string

	columns map[string]int
	seen    map[string]int        // address and level → line
	lines   map[int]wire.BatchRow // what stands in each that names somebody
	mixed   int                   // the first line with another separator, 0 for none
	rows    []batchRow
	bad     []wire.RowError
}

// batchColumns are the columns of a text without a header.
func batchColumns() []string {
	return []string{"email", "action", "level", "ends_at", "employer", "purpose"}
}

// exportColumns are those of the list that is downloaded.
func exportColumns() []string {
	return []string{"email", "level", "ends_at", "name", "name_local", "company", "starts_at", "how", "reference"}
}

// read reads all of the text. What is wrong with a row is kept beside the
// others; the problem is the whole text's.
func (b *batchReader) read(text string) *wire.FieldError {
	text = strings.TrimPrefix(text, "\ufeff")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.TrimLeadingSpace = separator(text), -1, true
	b.columns, b.seen, b.lines = headerOf(batchColumns()), map[string]int{}, map[int]wire.BatchRow{}
	first := true
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil { // a string cannot fail but by its form
			b.fail(faultLine(err), "", "quote")
			break // what follows cannot be told apart
		}
		line, _ := r.FieldPos(0)
		if strings.TrimSpace(strings.Join(record, "")) == "" {
			continue // the empty end of a spreadsheet
		}
		heading := first && slices.ContainsFunc(record, isEmailHeader)
		if first = false; heading {
			if b.columns = headerOf(record); b.unknown() != "" {
				return &wire.FieldError{Field: "text", Code: "batch.column", Args: []string{b.unknown(), strings.Join(batchColumns(), ", ")}}
			}
			continue
		}
		if len(b.rows)+len(b.bad) == wire.MaxBatch {
			return &wire.FieldError{Field: "text", Code: "batch.long", Args: []string{strconv.Itoa(wire.MaxBatch)}}
		}
		b.row(line, record)
	}
	if b.mixed > 0 {
		return &wire.FieldError{Field: "text", Code: "batch.separator", Args: []string{strconv.Itoa(b.mixed)}}
	}
	if len(b.rows)+len(b.bad) == 0 {
		return &wire.FieldError{Field: "text", Code: "batch.empty"}
	}
	return nil
}

func faultLine(err error) int {
	var fault *csv.ParseError
	if errors.As(err, &fault) {
		return fault.StartLine
	}
	return 0
}

func (b *batchReader) fail(line int, column, code string, args ...string) {
	b.bad = append(b.bad, wire.RowError{Line: line, Column: column, Code: code, Args: args})
}

// separators are what may stand between the values of a row.
const separators = "\t;,"

// separator is the first that stands in the text outside of quotes: an export
// of a German spreadsheet has semicolons, what is pasted has tabs.
func separator(text string) rune {
	quoted := false
	for _, r := range text {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && strings.ContainsRune(separators, r):
			return r
		}
	}
	return ','
}

func isEmailHeader(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), "email") }

func headerOf(record []string) map[string]int {
	columns := map[string]int{}
	for i, cell := range record {
		columns[strings.ToLower(strings.TrimSpace(cell))] = i
	}
	return columns
}

// unknown is a column whose values would be passed over, though somebody has
// filled them in: a misspelled "level" would give more than it says.
func (b *batchReader) unknown() string {
	for _, column := range slices.Sorted(maps.Keys(b.columns)) {
		if column != "" && !slices.Contains(batchColumns(), column) && !slices.Contains(exportColumns(), column) {
			return column
		}
	}
	return ""
}

// row checks one row. An empty action is to add; an empty level is full, and of
// a removal every level.
func (b *batchReader) row(line int, record []string) {
	cell := func(column string) string {
		at, ok := b.columns[column]
		if !ok || at >= len(record) {
			return ""
		}
		return plainCell(strings.TrimSpace(record[at]))
	}
	email, wrong := validation.Email(cell("email"))
	if wrong != nil {
		if b.mixed == 0 && (strings.ContainsAny(cell("email"), separators) || len(record) == 1 && strings.ContainsAny(record[0], separators)) {
			b.mixed = line
		}
		b.fail(line, "email", "email")
		return
	}
	row := batchRow{BatchRow: wire.BatchRow{
		Line: line, Email: email, Action: wire.BatchAction(strings.ToLower(cell("action"))),
		Level: access.Level(strings.ToLower(cell("level"))),
	}}
	b.lines[line] = row.BatchRow // what was done may not be allowed any more when it is read again
	switch row.Action {
	case "":
		row.Action = wire.BatchAdd
	case wire.BatchAdd, wire.BatchRemove:
	default:
		b.fail(line, "action", "enum", "add, remove")
		return
	}
	if row.Level == "" && row.Action == wire.BatchAdd {
		row.Level = access.Full
	}
	if row.Level != "" && !levelOf(b.scope, row.Level) {
		b.fail(line, "level", "enum", levelsOf(b.scope))
		return
	}
	if row.Action == wire.BatchAdd {
		if row.ends, wrong = validation.LastDay(cell("ends_at"), b.now, b.latest); wrong != nil {
			b.fail(line, "ends_at", wrong.Code, wrong.Args...)
			return
		}
		row.EndsOn = dayOf(row.ends)
		if !b.employed(&row, cell("employer"), cell("purpose")) {
			return
		}
	}
	b.lines[line] = row.BatchRow
	key := row.Email + " " + string(row.Level)
	if first := b.seen[key]; first > 0 {
		b.fail(line, "email", codeDuplicate, row.Email, strconv.Itoa(first))
		return
	}
	b.seen[key] = line
	b.rows = append(b.rows, row)
}

// employed reads whom the person works for and what a third party has the access
// for, and reports whether it may stand so. Who holds the access already needs
// no purpose, so that an export may be sent back.
func (b *batchReader) employed(row *batchRow, employer, purpose string) bool {
	u, wrong := validation.Employed(wire.AddUser{
		Email: row.Email, Employer: wire.Employer(strings.ToLower(employer)), Purpose: purpose,
	}, b.domains, b.hidden...)
	row.Employer, row.Purpose = u.Employer, u.Purpose
	if row.Employer == wire.EmployerOther && row.Purpose == "" {
		row.lacks = &wire.RowError{Line: row.Line, Column: "purpose", Code: wrong[0].Code}
		return true
	}
	for _, w := range wrong {
		if w.Field == "employer" {
			w.Code, w.Args = "enum", []string{string(wire.EmployerOwn) + ", " + string(wire.EmployerOther)}
		}
		b.fail(row.Line, w.Field, w.Code, w.Args...)
	}
	return len(wrong) == 0
}

// levelOf reports whether a level can be given on a contract or bill-to ID:
// ordering is for bill-to IDs, downloads for contracts (guide en, 2.1 and 2.2).
func levelOf(scope access.Identifier, level access.Level) bool {
	if scope.Kind == access.KindBillTo {
		return level == access.Full || level == access.Ordering
	}
	return level == access.Full || level == access.Downloads
}

func levelsOf(scope access.Identifier) string {
	if scope.Kind == access.KindBillTo {
		return "full, ordering"
	}
	return "downloads, full"
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// isFormula reports whether a spreadsheet takes a cell that begins so for a
// formula (OWASP, "CSV Injection").
func isFormula(first byte) bool { return strings.IndexByte("=+-@\t\r", first) >= 0 }

// safeCell keeps a spreadsheet from taking a cell for a formula: people choose
// their own names.
func safeCell(s string) string {
	if s != "" && isFormula(s[0]) {
		return "'" + s
	}
	return s
}

// plainCell takes back what safeCell did.
func plainCell(s string) string {
	if len(s) > 1 && s[0] == '\'' && isFormula(s[1]) {
		return s[1:]
	}
	return s
}
