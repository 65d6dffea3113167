package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// choice is which rows of the queue are selected, by the ID of their requests.
// It is a value: every step returns the next one. Rows that leave the queue, or
// are being decided, stay in it without counting, so that an undone decision
// has its selection again.
type choice struct {
	IDs  map[string]bool
	last string // picked last: where a range begins
}

// pick turns one row; with shift it does to all rows from the last one picked,
// in the order shown, what it does to this one.
func (c choice) pick(shown []string, id string, shift bool) choice {
	on := !c.IDs[id]
	ids := []string{id}
	if from, to := slices.Index(shown, c.last), slices.Index(shown, id); shift && from >= 0 && to >= 0 {
		ids = shown[min(from, to) : max(from, to)+1]
	}
	next := c.set(ids, on)
	next.last = id
	return next
}

// set selects rows, or takes them out.
func (c choice) set(ids []string, on bool) choice {
	all := maps.Clone(c.IDs)
	if all == nil {
		all = map[string]bool{}
	}
	for _, id := range ids {
		if on {
			all[id] = true
		} else {
			delete(all, id)
		}
	}
	c.IDs = all
	return c
}

// pickable lists the rows that can be selected now, in the queue's order: those
// that wait, are no part of a decision on its way, and not one's own.
func pickable(m session.Model) []wire.QueueRow {
	var rows []wire.QueueRow
	for _, row := range m.Queue.Rows {
		if _, gone := m.Gone[row.ID]; !gone && !m.Batch.Holds(row.ID) && !ownRow(m, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

func ownRow(m session.Model, row wire.QueueRow) bool {
	return m.Me != nil && row.Email == m.Me.Profile.Email
}

// chosen lists the selected rows, in the queue's order.
func (c choice) chosen(m session.Model) []wire.QueueRow {
	return slices.DeleteFunc(pickable(m), func(row wire.QueueRow) bool { return !c.IDs[row.ID] })
}

// movesOn lists what may be done to a row by those in whose queue it is.
func movesOn(row wire.QueueRow) []access.Move {
	party := access.ByAdministrator
	if row.Status == access.PendingVendor {
		party = access.ByReviewer
	}
	return offers(access.Moves(row.Status, party))
}

// movesOnAny lists what may be done to at least one of the rows.
func movesOnAny(rows []wire.QueueRow) []access.Move {
	var moves []access.Move
	for _, row := range rows {
		moves = append(moves, movesOn(row)...)
	}
	return offers(moves)
}

// batchOf are the rows that a move on the selection is made on, one decision's
// worth at most, and how many of the selected ones it is not for.
func batchOf(rows []wire.QueueRow, move access.Move) (taken []wire.QueueRow, leftOut int) {
	taken = slices.DeleteFunc(slices.Clone(rows), func(row wire.QueueRow) bool { return !slices.Contains(movesOn(row), move) })
	leftOut = len(rows) - len(taken)
	return taken[:min(len(taken), wire.MaxDecisions)], leftOut
}

// groupBy is what the rows of the queue are grouped by.
type groupBy string

// The ways to group the queue.
const (
	groupNone     groupBy = ""
	groupCompany  groupBy = "company"
	groupDomain   groupBy = "domain"
	groupContract groupBy = "contract"
)

// of is what a row is grouped under; "" when it has none.
func (by groupBy) of(row wire.QueueRow) string {
	switch by {
	case groupCompany:
		return strings.TrimSpace(cmp.Or(row.Company, row.CompanyLocal))
	case groupDomain:
		return row.Email[strings.LastIndexByte(row.Email, '@')+1:]
	case groupContract:
		return cmp.Or(row.Contract, row.BillTo, row.Identifier.Value)
	}
	return ""
}

// rowGroup are the rows under one heading.
type rowGroup struct {
	Name string
	Rows []wire.QueueRow
}

// groups puts rows under headings in the order in which each is first met; the
// rows keep theirs. Without grouping all are in one.
func (by groupBy) groups(rows []wire.QueueRow) []rowGroup {
	var groups []rowGroup
	at := map[string]int{}
	for _, row := range rows {
		name := by.of(row)
		key := strings.ToLower(name)
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key] = i
			groups = append(groups, rowGroup{Name: name})
		}
		groups[i].Rows = append(groups[i].Rows, row)
	}
	return groups
}

// shownIDs lists the rows that can be selected, in the order in which the page
// shows them.
func shownIDs(m session.Model, by groupBy) []string {
	var ids []string
	for _, g := range by.groups(pickable(m)) {
		for _, row := range g.Rows {
			ids = append(ids, row.ID)
		}
	}
	return ids
}
