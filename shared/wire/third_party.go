package wire

import "accord/shared/access"

// ThirdParty is the body of POST /api/grants/{id}/third_parties: who holds a
// grant asks that a user at another company gets access as well (guide ja,
// chapter 5). What the contract's administrators are asked is a level, an
// address and a message; the vendor wants the other items too.
type ThirdParty struct {
	Level   access.Level `json:"level"`
	Email   string       `json:"email"`             // of the user's account, which need not exist
	Company string       `json:"company,omitempty"` // the user's
	Message string       `json:"message"`           // to the administrators, or the reason of the association

	ApproverEmail   string `json:"approver_email,omitempty"` // who approves it at the contract's company
	ApproverName    string `json:"approver_name,omitempty"`
	ApproverCompany string `json:"approver_company,omitempty"`
}

// Share is what the holder of a grant may ask for users at other companies.
type Share struct {
	By     access.Party   `json:"by"`     // who decides: the administrators or the vendor's reviewers
	Levels []access.Level `json:"levels"` // weakest first
}
