package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// errOnlyChecked ends a batch that is not to be done: nothing of it is written.
var errOnlyChecked = errors.New("only checked")

// Batch checks rows that add and remove users and, once it is confirmed, does
// what they say: all in one command, so it happens as a whole or not at all.
// Rows that change nothing count as the same, so a batch may be sent again.
// With bad rows nothing is done unless they are to be skipped. Removals need
// one reason for all of them, as Revoke does. Errors: not_found, validation (too
// many rows, or none; no reason).
func (d *Desk) Batch(ctx context.Context, who Who, scope access.Identifier, b wire.Batch) (result wire.BatchResult, err error) {
	note, wrong := validation.Note(b.Note, false)
	if wrong != nil {
		return result, invalid(*wrong)
	}
	b.Note = note
	var rows batchReader
	read := func(o office) ([]string, error) {
		rows = batchReader{scope: scope, now: d.Now(), latest: o.latest, domains: o.domains, hidden: o.hidden}
		return d.readBatch(&rows, b.Text)
	}
	answer, err := d.manage(ctx, who, scope, "batch", b, read, func(tx *ledger.Tx, o office) (any, error) {
		result, err = o.batch(tx, who, rows, b)
		return unnamed(result), err
	})
	switch {
	case errors.Is(err, errOnlyChecked):
		return result, nil
	case err != nil:
		return wire.BatchResult{}, err
	}
	if err := json.Unmarshal(answer.Body, &result); err != nil {
		return result, fmt.Errorf("decode answer: %w", err)
	}
	rows.name(&result)
	return result, nil
}

// readBatch reads a batch and names the people in it. Errors: validation.
func (d *Desk) readBatch(rows *batchReader, text string) ([]string, error) {
	if wrong := rows.read(text); wrong != nil {
		return nil, invalid(*wrong)
	}
	people := make([]string, len(rows.rows))
	for i := range rows.rows {
		rows.rows[i].id = "d-" + d.id()
		people[i] = rows.rows[i].Email
	}
	return people, nil
}

// unnamed is a result as the ledger remembers it, for a command that is sent
// again: it names nobody, for an erasure of theirs does not look there.
func unnamed(r wire.BatchResult) wire.BatchResult {
	r.Rows, r.Errors = slices.Clone(r.Rows), slices.Clone(r.Errors)
	for i := range r.Rows {
		r.Rows[i].Email, r.Rows[i].Purpose = "", ""
	}
	for i, e := range r.Errors {
		if e.Code == codeDuplicate {
			r.Errors[i].Args = []string{"", e.Args[1]}
		}
	}
	return r
}

// name puts the people of the batch back into such a result.
func (b *batchReader) name(r *wire.BatchResult) {
	for i := range r.Rows {
		row := &r.Rows[i]
		row.Email = b.lines[row.Line].Email
		if row.Employer != "" {
			row.Purpose = b.lines[row.Line].Purpose
		}
	}
	for _, e := range r.Errors {
		if e.Code == codeDuplicate {
			e.Args[0] = b.lines[e.Line].Email
		}
	}
}

// batch does what the rows say. Errors: errOnlyChecked, validation.
func (o *office) batch(tx *ledger.Tx, who Who, read batchReader, b wire.Batch) (wire.BatchResult, error) {
	result := wire.BatchResult{Rows: []wire.BatchRow{}, Errors: append([]wire.RowError{}, read.bad...)}
	why := wire.Revoke{Reason: b.Reason, Note: b.Note}
	for _, row := range read.rows {
		if err := o.row(tx, who, row, why, &result); err != nil {
			return result, err
		}
	}
	slices.SortFunc(result.Errors, func(a, b wire.RowError) int { return a.Line - b.Line })
	if !b.Confirm || len(result.Errors) > 0 && !b.SkipBad {
		return result, errOnlyChecked
	}
	if _, wrong := validation.Revoke(why); result.Remove > 0 && len(wrong) > 0 {
		return result, invalid(wrong...)
	}
	result.Done = true
	return result, nil
}

// row does what one row says.
func (o *office) row(tx *ledger.Tx, who Who, row batchRow, why wire.Revoke, result *wire.BatchResult) error {
	a, err := tx.AccountByEmail(row.Email)
	if errors.Is(err, ledger.ErrNotFound) {
		a, err = o.fresh[row.Email], nil
	}
	if err != nil {
		return err
	}
	if a.ID == who.Account && row.Action == wire.BatchAdd {
		result.Errors = append(result.Errors, wire.RowError{Line: row.Line, Column: "email", Code: "own"})
		return nil
	}
	held, err := o.holds(tx, a)
	if err != nil {
		return err
	}
	if row.lacks != nil && !slices.ContainsFunc(held, row.held(tx.Now())) {
		result.Errors = append(result.Errors, *row.lacks)
		return nil
	}
	out := row.BatchRow
	if row.Action == wire.BatchRemove {
		err = o.removeRow(tx, held, row, why, &out)
	} else {
		err = o.addRow(tx, held, row, &out)
	}
	count(result, out)
	return err
}

// held tells of an access whether it leaves the row nothing new to give: it is of
// the row's level, or of a higher one and has not ended.
func (row batchRow) held(now time.Time) func(ledger.Grant) bool {
	return func(g ledger.Grant) bool {
		return g.Level == row.Level || g.Level.Covers(row.Level) && running(g, now)
	}
}

// removeRow takes away every access of the row's level, or of any level.
func (o *office) removeRow(tx *ledger.Tx, held []ledger.Grant, row batchRow, why wire.Revoke, out *wire.BatchRow) error {
	out.Action = wire.BatchSame
	for _, g := range held {
		if row.Level != "" && g.Level != row.Level {
			continue
		}
		a, err := o.person(tx, row.Email)
		if err != nil {
			return err
		}
		g.Account = a.ID
		if err := o.revoke(tx, g, why); err != nil {
			return err
		}
		out.Action = wire.BatchRemove
		if g.ThirdParty {
			out.Employer = wire.EmployerOther
		}
	}
	return nil
}

// addRow gives access or, where the same level is held, sets its end. Who holds
// a higher level keeps that alone. Whom somebody works for is told of new access
// only.
func (o *office) addRow(tx *ledger.Tx, held []ledger.Grant, row batchRow, out *wire.BatchRow) error {
	out.Action, out.Employer, out.Purpose = wire.BatchAdd, "", ""
	for _, g := range held {
		if g.Level != row.Level && g.Level.Covers(row.Level) && running(g, tx.Now()) || g.Level == row.Level && g.Ends.Equal(row.ends) {
			out.Action = wire.BatchSame
			return nil
		}
	}
	a, err := o.person(tx, row.Email)
	if err != nil {
		return err
	}
	for _, g := range held {
		if g.Level == row.Level {
			g.Account, g.Ends = a.ID, row.ends
			_, err = tx.Append(given(g, event.GrantEnd))
			return err
		}
	}
	out.Employer, out.Purpose = row.Employer, row.Purpose
	return o.add(tx, row.id, a, wire.AddUser{Level: row.Level, Employer: row.Employer, Purpose: row.Purpose}, row.ends)
}

func count(result *wire.BatchResult, row wire.BatchRow) {
	switch row.Action {
	case wire.BatchAdd:
		result.Add++
	case wire.BatchRemove:
		result.Remove++
	case wire.BatchSame:
		result.Same++
	}
	result.Rows = append(result.Rows, row)
}
