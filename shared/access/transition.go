package access

import "slices"

// transition is one row of the domain page's transition table.
type transition struct {
	from []Status
	by   Party
	move Move
	to   []Status
}

func evaluated() []Status {
	return []Status{Approved, Denied, PendingAdministrator, PendingVendor, PendingAction}
}

// transitions is the whole table; what is not in it is refused. The empty
// status is a request that does not exist yet.
func transitions() []transition {
	pending := []Status{PendingAdministrator, PendingVendor, PendingAction}
	return []transition{
		{[]Status{""}, ByRequester, MoveSubmit, evaluated()},
		{[]Status{PendingAction}, ByRequester, MoveConfirm, []Status{PendingAdministrator, PendingVendor}},
		{[]Status{PendingAction, Denied}, ByRequester, MoveReprocess, evaluated()},
		{pending, ByRequester, MoveCancel, []Status{Cancelled}},
		{[]Status{PendingAdministrator}, ByAdministrator, MoveApprove, []Status{Approved}},
		{[]Status{PendingAdministrator}, ByAdministrator, MoveDeny, []Status{Denied}},
		{[]Status{PendingAdministrator}, ByAdministrator, MovePass, []Status{PendingVendor}},
		{[]Status{PendingAdministrator}, BySystem, MoveNoAnswer, []Status{PendingVendor}},
		{[]Status{PendingVendor}, ByReviewer, MoveApprove, []Status{Approved}},
		{[]Status{PendingVendor}, ByReviewer, MoveDeny, []Status{Denied}},
		{[]Status{PendingVendor}, ByReviewer, MoveAsk, []Status{PendingAction}},
		{[]Status{PendingVendor}, ByReviewer, MoveSendAdmin, []Status{PendingAdministrator}},
		{pending, BySystem, MoveExpire, []Status{Expired}},
		{[]Status{Denied}, BySystem, MoveAppeared, evaluated()},
		{pending, BySystem, MoveCancel, []Status{Cancelled}}, // beside the page: the account is erased
	}
}

// Targets returns the statuses a party's move may lead to from a status; none
// when the table has no such row. The caller must not change the slice.
func Targets(from Status, by Party, move Move) []Status {
	for _, t := range transitions() {
		if t.by == by && t.move == move && slices.Contains(t.from, from) {
			return t.to
		}
	}
	return nil
}

// Allowed reports whether the table lets the party's move lead from one status
// to the other.
func Allowed(from Status, by Party, move Move, to Status) bool {
	return slices.Contains(Targets(from, by, move), to)
}

// Moves lists what a party may do to a request in the given status, in the
// table's order.
func Moves(from Status, by Party) []Move {
	var moves []Move
	for _, t := range transitions() {
		if t.by == by && slices.Contains(t.from, from) {
			moves = append(moves, t.move)
		}
	}
	return moves
}

// DeciderMoves lists what administrators and reviewers do to a request, in the
// order in which pages offer it.
func DeciderMoves() []Move {
	return []Move{MoveApprove, MoveDeny, MovePass, MoveAsk, MoveSendAdmin}
}

// NeedsNote reports whether a move must say why (domain page, "Statuses").
func (m Move) NeedsNote() bool { return m == MoveDeny || m == MoveAsk }
