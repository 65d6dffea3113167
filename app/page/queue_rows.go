package page

import (
	"slices"
	"strconv"
	"strings"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/wire"
)

// queueMost is how many rows the queue shows at once. The next window then
// takes their place, so that a queue of any length stays smooth.
const queueMost = 200

// queueWindow is how many rows one question asks for.
const queueWindow = 50

// queueQuery is what the decider looks for.
type queueQuery struct {
	Find  string
	Level access.Level // "" for all
}

// narrows reports whether some rows of the queue are left out.
func (q queueQuery) narrows() bool { return q.Find != "" || q.Level != "" }

// path is where the window that begins at cursor is asked for.
func (q queueQuery) path(cursor string) string {
	return wire.PathQueue + query("find", q.Find, "level", string(q.Level),
		"cursor", cursor, "limit", strconv.Itoa(queueWindow))
}

// matches tells whether a row that has just arrived is one of those looked
// for, as far as the browser can tell.
func (q queueQuery) matches(row wire.QueueRow) bool {
	if q.Level != "" && row.Level != q.Level {
		return false
	}
	text := strings.ToLower(strings.Join([]string{row.Name, row.NameLocal, row.Company, row.CompanyLocal,
		row.Email, row.Reference, row.Identifier.Value, row.Contract, row.BillTo}, "\n"))
	return strings.Contains(text, strings.ToLower(q.Find))
}

// arrived counts the rows that wait to be shown.
func (q queueQuery) arrived(l session.List[wire.QueueRow]) int {
	n := 0
	for _, row := range l.Fresh {
		if q.matches(row) {
			n++
		}
	}
	return n
}

// deserted reports whether no row that is shown still waits: then nothing can
// move under the cursor, and what has arrived is shown by itself.
func deserted(m session.Model) bool {
	return !slices.ContainsFunc(m.Queue.Rows, func(row wire.QueueRow) bool {
		_, gone := m.Gone[row.ID]
		return !gone
	})
}

// rowIDs lists the rows a cursor can go to, in the order shown: those that still
// wait, and the one at which it stands, from which it goes on.
func rowIDs(m session.Model, by groupBy, at string) []string {
	var ids []string
	for _, g := range by.groups(m.Queue.Rows) {
		for _, row := range g.Rows {
			if _, gone := m.Gone[row.ID]; !gone || row.ID == at {
				ids = append(ids, row.ID)
			}
		}
	}
	return ids
}

// after finds the row to go on with once a request is decided: the next one
// that waits, from the top again at the end.
func after(m session.Model, id string) (wire.QueueRow, bool) {
	rows := m.Queue.Rows
	at := slices.IndexFunc(rows, func(row wire.QueueRow) bool { return row.ID == id })
	for i := range rows {
		row := rows[(at+1+i)%len(rows)]
		if _, gone := m.Gone[row.ID]; !gone && row.ID != id {
			return row, true
		}
	}
	return wire.QueueRow{}, false
}

// leftText says why a row left the queue.
func leftText(m session.Model, left wire.Left) string {
	key := ""
	switch left.Status {
	case access.Approved, access.Denied:
		key = string(left.Status)
	case access.PendingVendor, access.PendingAdministrator:
		key = "passed"
	case access.PendingAction:
		key = "asked"
	case access.Expired:
		return m.T("queue.left.Expired")
	case access.Cancelled:
		key = string(left.Status)
	}
	if key == "" || left.By == "" {
		return m.T("queue.left.system")
	}
	return m.T("queue.left."+key, left.By)
}

// viewersOf lists the others who have a request open: what was heard last, or
// what the row came with.
func viewersOf(m session.Model, row wire.QueueRow) []string {
	if names, heard := m.Viewers[row.ID]; heard {
		return names
	}
	return row.Viewers
}

// viewersText says who else has a request open, empty when nobody.
func viewersText(m session.Model, names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return m.T("queue.viewer", names[0])
	}
	return m.T("queue.viewers", names[0], strconv.Itoa(len(names)-1))
}

// leadingReason is the first of the reasons, where there is room for one; the
// others are on the request's page.
func leadingReason(m session.Model, reasons []access.Reason) string {
	if lines := m.Words().Why(reasons); len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// reasonLine says in one line why a request is here. "The company cannot be
// told" is left out where the reasons after it say why (domain page, rule 18).
func reasonLine(m session.Model, reasons []access.Reason) string {
	return strings.Join(m.Words().Why(reasons), m.T("queue.comma"))
}

// route is the page that shows what is looked for.
func (q queueQuery) route() string {
	return wire.RouteQueue + query("find", q.Find, "level", string(q.Level))
}
