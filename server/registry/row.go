package registry

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// row is a row being read. Its methods return a value in canonical form, or
// nothing when the field is empty or bad; a bad one is recorded.
type row struct {
	b      *batch
	table  int
	line   int
	spec   *table
	place  []int // of each column of spec among the fields, -1 for absent
	fields []string
	width  int // fields that every row must have
	bad    bool
	err    error // of the sorters: ends the reading
}

func (r *row) fault(column, code string, args ...string) {
	r.bad = true
	r.b.found.add(r.table, wire.RowError{File: r.spec.file, Line: r.line, Column: column, Code: code, Args: args})
}

func (r *row) raw(column string) string {
	i := r.spec.column(column)
	if i < 0 || r.place[i] < 0 {
		return ""
	}
	return r.fields[r.place[i]]
}

// text is a free text, kept as written.
func (r *row) text(column string) string {
	v := strings.TrimSpace(r.raw(column))
	if !clean(v) {
		r.fault(column, "control")
		return ""
	}
	return v
}

// value is a folded field that must pass good.
func (r *row) value(column, code string, good func(string) bool, shape func(string) string, args ...string) string {
	v := shape(fold(r.raw(column)))
	if v != "" && !good(v) {
		r.fault(column, code, args...)
		return ""
	}
	return v
}

func same(s string) string { return s }

func (r *row) number(column string, most int) string {
	good := func(s string) bool { return len(s) <= most && digits(s) }
	return r.value(column, "number", good, same, strconv.Itoa(most))
}

func (r *row) serial(column string) string { return r.value(column, "serial", serial, strings.ToUpper) }

func (r *row) email(column string) string { return r.value(column, "email", address, strings.ToLower) }

func (r *row) id(column string) string { return r.value(column, "id", id, same, strconv.Itoa(maxID)) }

func (r *row) country(column string) string {
	good := func(s string) bool {
		return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
	}
	return r.value(column, "country", good, strings.ToUpper)
}

// word is one of a few values.
func (r *row) word(column string, words ...string) string {
	good := func(s string) bool { return slices.Contains(words, s) }
	return r.value(column, "enum", good, strings.ToLower, strings.Join(words, ", "))
}

func (r *row) domains(column string) []string {
	var domains []string
	for _, v := range list(strings.ToLower(fold(r.raw(column)))) {
		v = strings.TrimPrefix(v, "@")
		if !domain(v) {
			r.fault(column, "domain", v)
			continue
		}
		if !slices.Contains(domains, v) {
			domains = append(domains, v)
		}
	}
	return domains
}

// time is a moment; day says that it was given as a day.
func (r *row) time(column string) (t time.Time, day bool) {
	v := fold(r.raw(column))
	if v == "" {
		return time.Time{}, false
	}
	t, day, ok := moment(v)
	if !ok {
		r.fault(column, "date")
	}
	return t, day
}

// scope is the one of contract_number and bill_to_id that the row names. The
// scope is zero when it names none, both or a bad one.
func (r *row) scope() access.Identifier {
	contract, billTo := r.number("contract_number", maxContract), r.number("bill_to_id", maxBillTo)
	named := 0
	for _, column := range []string{"contract_number", "bill_to_id"} {
		if fold(r.raw(column)) != "" {
			named++
		}
	}
	switch {
	case named != 1:
		r.fault("contract_number", "one_of", "contract_number", "bill_to_id")
	case contract != "":
		r.refer(claimContract, contract, "contract_number")
		return access.Contract(contract)
	case billTo != "":
		r.refer(claimBillTo, billTo, "bill_to_id")
		return access.BillTo(billTo)
	}
	return access.Identifier{}
}

// define claims a value that only one row may have.
func (r *row) define(space byte, value, column string) { r.claim(space, value, roleDefine, column) }

// refer claims that another row defines the value.
func (r *row) refer(space byte, value, column string) { r.claim(space, value, roleRefer, column) }

func (r *row) claim(space byte, value string, role byte, column string) {
	if value == "" || r.err != nil {
		return
	}
	c := claim{space: space, role: role, table: r.table, line: r.line, column: r.spec.column(column)}
	r.err = r.b.claims.Add(c.encode(value), nil)
}

// store adds a key of the new generation, unless the row is bad.
func (r *row) store(key, record []byte) {
	if r.bad || r.err != nil {
		return
	}
	if _, ofRow := tableOf(key[0]); !ofRow && !r.b.lists {
		return
	}
	r.err = r.b.entries.Add(key, origin{r.table, r.line}.stamp(record))
}

// take reads one row of the file.
func (r *row) take(line int, fields []string) error {
	r.line, r.fields, r.bad = line, fields, false
	if len(fields) != r.width {
		r.fault("", "fields", strconv.Itoa(len(fields)), strconv.Itoa(r.width))
		return nil
	}
	for _, c := range r.spec.columns {
		if c.needed && strings.TrimSpace(r.raw(c.name)) == "" {
			r.fault(c.name, "required")
		}
	}
	r.spec.take(r)
	if r.err != nil {
		return fmt.Errorf("%s, line %d: %w", r.spec.file, line, r.err)
	}
	return nil
}
