package registry

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strconv"

	"accord/shared/wire"
)

// A claim is what a row says about a value: "I define it" or "somebody must
// define it". Sorted by space and value, the definition of a value comes just
// before the claims that refer to it, so one pass over the sorted claims finds
// every double and every dangling reference in constant memory.
type claim struct {
	space  byte
	role   byte
	table  int
	line   int
	column int
	value  []byte // good until the next claim
}

// The spaces of claims, in the order in which they are looked at: a row is
// good only if what it refers to is, so each space comes before those whose
// rows refer to it. Companies come twice, since they refer to one another:
// first to find their parents, then for all the others.
const (
	claimParent byte = iota
	claimCompany
	claimBillTo
	claimContract
	claimProduct
	claimAdministrator
	claimAccount
	claimGrant
)

const (
	roleDefine byte = iota
	roleRefer
)

const (
	claimTail   = 8 // bytes after the value: 0, role, table, line, column
	maxLine     = 1<<32 - 1
	damagedText = "sorted claims are damaged"
)

// encode is the claim as a key that sorts as described above.
func (c claim) encode(value string) []byte {
	k := append(append([]byte{c.space}, value...), 0, c.role, byte(c.table))
	return append(binary.BigEndian.AppendUint32(k, uint32(c.line)), byte(c.column))
}

func decodeClaim(key []byte) (claim, error) {
	if len(key) < 1+claimTail {
		return claim{}, errors.New(damagedText)
	}
	tail := key[len(key)-claimTail:]
	return claim{
		space: key[0], value: key[1 : len(key)-claimTail],
		role: tail[1], table: int(tail[2]), line: int(binary.BigEndian.Uint32(tail[3:])), column: int(tail[7]),
	}, nil
}

// origin is the row that a key of the new generation comes from.
type origin struct{ table, line int }

const originSize = 5

// stamp puts the origin before a record.
func (o origin) stamp(record []byte) []byte {
	b := make([]byte, 0, originSize+len(record))
	return append(binary.BigEndian.AppendUint32(append(b, byte(o.table)), uint32(o.line)), record...)
}

func readOrigin(stamped []byte) (origin, []byte) {
	return origin{int(stamped[0]), int(binary.BigEndian.Uint32(stamped[1:]))}, stamped[originSize:]
}

// join judges the sorted claims.
type join struct {
	found   *findings
	specs   []table
	parents ancestry

	space   byte
	value   []byte
	defined bool
	by      origin // of the definition
}

func (j *join) judge(key []byte) error {
	c, err := decodeClaim(key)
	if err != nil {
		return err
	}
	if c.space != j.space {
		j.leave()
	}
	if c.space != j.space || !bytes.Equal(c.value, j.value) {
		j.space, j.value, j.defined = c.space, append(j.value[:0], c.value...), false
	}
	switch {
	case c.role == roleDefine && !j.defined:
		j.defined, j.by = true, origin{c.table, c.line}
	case c.role == roleDefine && c.space != claimCompany: // said already among the parents
		j.fault(c, "duplicate", string(c.value), strconv.Itoa(j.by.line))
	case c.role == roleRefer:
		j.refer(c)
	}
	return nil
}

func (j *join) refer(c claim) {
	switch {
	case !j.defined && j.found.refused[definedIn(c.space)]: // nobody knows what stands there
	case !j.defined:
		j.fault(c, "unknown_reference", string(c.value), j.specs[definedIn(c.space)].file)
	case c.space == claimParent:
		j.parents.set(c.line, j.by.line)
	case j.found.bad[j.by.table].has(j.by.line):
		j.refersToBad(origin{c.table, c.line}, c.column, j.by)
	}
}

// refersToBad marks a row whose only fault may be the row it refers to.
func (j *join) refersToBad(row origin, column int, to origin) {
	if !j.found.bad[row.table].has(row.line) {
		j.fault(claim{table: row.table, line: row.line, column: column}, badReference,
			strconv.Itoa(to.line), j.specs[to.table].file)
	}
}

// leave ends a space: once every company's parent is known, so is every row
// of companies.csv that cannot be imported.
func (j *join) leave() {
	if j.space != claimParent {
		return
	}
	column := j.specs[tableCompanies].column("parent_id")
	j.parents.resolve(&j.found.bad[tableCompanies], func(line, parent int, cycle bool) {
		if cycle {
			c := claim{table: tableCompanies, line: line, column: column}
			j.fault(c, "parent_cycle", strconv.Itoa(parent))
			return
		}
		j.refersToBad(origin{tableCompanies, line}, column, origin{tableCompanies, parent})
	})
	j.parents = nil
}

func (j *join) fault(c claim, code string, args ...string) {
	spec := &j.specs[c.table]
	j.found.add(c.table, wire.RowError{
		File: spec.file, Line: c.line, Column: spec.columns[c.column].name, Code: code, Args: args,
	})
}

// definedIn is the table whose rows define the values of a space that others
// refer to.
func definedIn(space byte) int {
	switch space {
	case claimBillTo:
		return tableBillTo
	case claimContract:
		return tableContracts
	}
	return tableCompanies
}
