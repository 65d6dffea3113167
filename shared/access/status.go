package access

// Status is where an access request stands.
type Status string

// The statuses of an access request (domain page, "Statuses").
const (
	Approved             Status = "Approved"
	PendingAdministrator Status = "PendingAdministrator" // the company's contract administrator
	PendingVendor        Status = "PendingVendor"        // vendor review, answered within 2 hours
	PendingAction        Status = "PendingAction"        // the requester must confirm or correct
	Denied               Status = "Denied"
	Cancelled            Status = "Cancelled"
	Expired              Status = "Expired" // pending for 28 days
)

// Statuses lists every status in the order in which pages group them.
func Statuses() []Status {
	return []Status{Approved, PendingAction, PendingAdministrator, PendingVendor, Denied, Cancelled, Expired}
}

// Pending reports whether somebody still has to act.
func (s Status) Pending() bool {
	return s == PendingAdministrator || s == PendingVendor || s == PendingAction
}

// Role is what an account may do in the portal. Contract administrators are
// not a role: the registry says which contracts an account administers.
type Role string

// The roles.
const (
	RoleCustomer Role = "customer"
	RoleReviewer Role = "reviewer"
	RoleOperator Role = "operator"
)

// Known reports whether r is one of the roles.
func (r Role) Known() bool { return r == RoleCustomer || r == RoleReviewer || r == RoleOperator }

// Party is the side that acts in a transition.
type Party string

// The parties of the transition table.
const (
	ByRequester     Party = "requester"
	ByAdministrator Party = "administrator"
	ByReviewer      Party = "reviewer"
	BySystem        Party = "system"
)

// Move is what a party does to a request.
type Move string

// The moves of the transition table.
const (
	MoveSubmit    Move = "submit"     // evaluated for the first time
	MoveConfirm   Move = "confirm"    // "my information is correct"
	MoveReprocess Move = "reprocess"  // profile corrected, evaluate again
	MoveCancel    Move = "cancel"     // requester gives it up
	MoveApprove   Move = "approve"    //
	MoveDeny      Move = "deny"       // with a reason in the note
	MovePass      Move = "pass"       // administrator to vendor
	MoveAsk       Move = "ask"        // reviewer asks the requester
	MoveSendAdmin Move = "send_admin" // reviewer sends it to the administrator
	MoveNoAnswer  Move = "no_answer"  // 14 days without an administrator's answer
	MoveExpire    Move = "expire"     // 28 days without an end
	MoveAppeared  Move = "appeared"   // the number appeared in the registry
)
