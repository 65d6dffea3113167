package ledger

// ThirdParty is what somebody told of the third party for whom they asked: the
// personal data of such a request, which its facts leave out. Account is who
// would hold the grant: the account of Email when there was one, else an ID
// that is kept for it.
type ThirdParty struct {
	Request string `json:"request"`
	Account string `json:"account"`
	Email   string `json:"email"`             // canonical
	Company string `json:"company,omitempty"` // as the requester calls it
	Message string `json:"message"`           // to the administrators, or the reason of the association

	ApproverEmail   string `json:"approver_email,omitempty"` // who approves it at the contract's company
	ApproverName    string `json:"approver_name,omitempty"`
	ApproverCompany string `json:"approver_company,omitempty"`
}

// PutThirdParty stores what was told with a request, beside its facts.
func (tx *Tx) PutThirdParty(t ThirdParty) error {
	return store(tx.rows, key(tableThird, t.Request), t)
}

// ThirdParty returns what was told with a request for a third party. Errors:
// ErrNotFound, also for a request that is for its requester.
func (r *Reader) ThirdParty(request string) (ThirdParty, error) {
	return load[ThirdParty](r.rows, key(tableThird, request))
}

// ThirdPartyAccount is the account that requests for a third party of this
// address name: the address's own or, without one, an ID that is kept for it.
// It stays the same, so that nobody can tell by it when the address got an
// account. fresh is taken for an address that is new.
func (tx *Tx) ThirdPartyAccount(email, fresh string) (string, error) {
	kept, err := tx.rows.text(key(tableKept, email))
	if err != nil || kept != "" {
		return kept, err
	}
	owner, err := tx.rows.text(key(tableAddress, email))
	if err != nil {
		return "", err
	}
	if owner == "" {
		owner = fresh
	}
	tx.rows.put(key(tableKept, email), []byte(owner))
	return owner, nil
}
