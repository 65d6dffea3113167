package ledger

import (
	"time"

	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// Account is a person's record: the only place with personal data.
type Account struct {
	ID            string       `json:"id"`
	Profile       wire.Profile `json:"profile"`
	Role          access.Role  `json:"role"`
	Password      string       `json:"password,omitempty"`       // argon2id, encoded; "" until one is set
	Confirmed     bool         `json:"confirmed,omitempty"`      // the address was shown to be the person's own
	RegistryEmail string       `json:"registry_email,omitempty"` // the address the registry knows the person by
	CreatedAt     time.Time    `json:"created_at"`
	SignedInAt    time.Time    `json:"signed_in_at,omitzero"`    // this time
	LastSignInAt  time.Time    `json:"last_sign_in_at,omitzero"` // the time before, as shown

	SignedInBy   Place `json:"signed_in_by,omitzero"` // where from, as far as it is known
	LastSignInBy Place `json:"last_sign_in_by,omitzero"`

	NewEmail *EmailLink  `json:"new_email,omitempty"` // wanted, not confirmed yet
	Undo     []EmailLink `json:"undo,omitempty"`      // former addresses that can take a change back, oldest first

	AdministratorMail wire.MailPreference `json:"administrator_mail,omitempty"`
	Zone              string              `json:"zone,omitempty"` // IANA name, of times in mail; "" while it is not known

	Erasing bool `json:"erasing,omitempty"` // nobody signs in, and nothing is mailed any more
}

// Place is where a person signed in from.
type Place struct {
	Browser string `json:"browser,omitempty"` // readable
	Address string `json:"address,omitempty"` // of the network
}

// EmailLink is a link that an address was mailed, to change the account's or to
// take a change back. Only the hash of its secret is kept.
type EmailLink struct {
	Address string    `json:"address"`
	Hash    string    `json:"hash"`
	Until   time.Time `json:"until"`
	Session string    `json:"session,omitempty"` // that asked for the change
}

// Request is an access request as projected from its facts.
type Request struct {
	ID          string            `json:"id"`
	Submission  string            `json:"submission"`
	Reference   string            `json:"reference"`
	Account     string            `json:"account"`
	For         string            `json:"for,omitempty"` // account of the third party who would hold the grant
	Level       access.Level      `json:"level"`
	Identifier  access.Identifier `json:"identifier"`
	Scope       access.Identifier `json:"scope,omitzero"`
	Status      access.Status     `json:"status"`
	Reasons     []access.Reason   `json:"reasons"`
	Note        string            `json:"note,omitempty"`    // of its last step
	Extends     *event.Extension  `json:"extends,omitempty"` // the access it is to extend
	Belongs     bool              `json:"belongs,omitempty"` // to a company that the scope is for, certainly
	DuplicateOf string            `json:"duplicate_of,omitempty"`
	Switch      access.Level      `json:"switch,omitempty"`
	Inactive    *access.Inactive  `json:"inactive,omitempty"` // the contract; of a requester who belongs
	SubmittedAt time.Time         `json:"submitted_at"`
	ChangedAt   time.Time         `json:"changed_at"`
	Since       time.Time         `json:"since,omitzero"` // when it entered the queue it waits in
	DueAt       time.Time         `json:"due_at,omitzero"`
	ExpiresAt   time.Time         `json:"expires_at,omitzero"`
	RetryAt     time.Time         `json:"retry_at,omitzero"`
	Reminded    int               `json:"reminded,omitempty"` // days in its queue at the last reminder
	Policy      string            `json:"policy,omitempty"`
	Generation  uint64            `json:"generation,omitempty"`
	Steps       []Step            `json:"steps"` // oldest first
	Seq         uint64            `json:"seq"`   // of its last fact
}

// Queue is the queue the request waits in: VendorQueue, its scope's, or "" when
// no decider has it.
func (r *Request) Queue() string {
	switch r.Status {
	case access.PendingVendor:
		return VendorQueue
	case access.PendingAdministrator:
		return r.Scope.String()
	}
	return ""
}

// VendorQueue is the queue of the vendor's reviewers. An administrator's queue
// is named by its contract or bill-to ID (access.Identifier.String).
const VendorQueue = "vendor"

// Step is one transition of a request.
type Step struct {
	At      time.Time       `json:"at"`
	By      event.Actor     `json:"by"`
	Move    access.Move     `json:"move"`
	From    access.Status   `json:"from,omitempty"`
	To      access.Status   `json:"to"`
	Reasons []access.Reason `json:"reasons,omitempty"`
	Noted   uint64          `json:"noted,omitempty"` // the fact beside which its note lies, 0 for none
	Note    string          `json:"note,omitempty"`
}

// Grant is a right that was given by a decision.
type Grant struct {
	ID      string            `json:"id"`
	Account string            `json:"account"`
	Level   access.Level      `json:"level"`
	Scope   access.Identifier `json:"scope"`
	Request string            `json:"request,omitempty"`
	Starts  time.Time         `json:"starts_at"`
	Ends    time.Time         `json:"ends_at,omitzero"`
	Given   time.Time         `json:"given_at"`         // when it was given, or last extended
	Warned  int               `json:"warned,omitempty"` // days before the end, of the last warning
	Ended   bool              `json:"ended,omitempty"`  // its holder was told of the end
	Revoked bool              `json:"revoked,omitempty"`
	Seq     uint64            `json:"seq"`

	ThirdParty bool   `json:"third_party,omitempty"` // the holder sees no contract details
	Purpose    string `json:"purpose,omitempty"`     // of its record or, from before there was one, of its fact
	PurposeBy  string `json:"purpose_by,omitempty"`  // account of who wrote the latter

	Certified time.Time `json:"certified_at"`      // when it was given, extended or last confirmed
	Asked     time.Time `json:"asked_at,omitzero"` // when administrators were asked whether it is still needed, zero once they have answered
	Before    time.Time `json:"before,omitzero"`   // the end that it had then and gets back, zero for none

	Revocation Revocation `json:"revocation,omitzero"` // while Revoked
}

// Revocation is when, by whom and why a grant was taken away. What was written
// with it has a record of its own (Reader.WrittenOf).
type Revocation struct {
	At     time.Time     `json:"at"`
	By     event.Actor   `json:"by"`
	Reason access.Reason `json:"reason,omitempty"` // "" from before there were codes
	Note   string        `json:"note,omitempty"`   // from before it had a record
}

// Token is a service token; its secret is known by hash only.
type Token struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Hash      string    `json:"hash"`
	CreatedAt time.Time `json:"created_at"`
}

// Session is a browser that is signed in. It is not a fact: it lives beside the
// ledger, under the hex SHA-256 of its cookie.
type Session struct {
	ID         string    `json:"id"` // public, for the list of sessions
	Hash       string    `json:"hash"`
	Account    string    `json:"account"`
	Browser    string    `json:"browser"`
	Address    string    `json:"address"`
	CreatedAt  time.Time `json:"created_at"`
	LastSeenAt time.Time `json:"last_seen_at"`
	ExpiresAt  time.Time `json:"expires_at"`
	Shared     bool      `json:"shared,omitempty"` // on a shared computer
}

// Link is a mailed one-time link, known by the hex SHA-256 of its token.
type Link struct {
	Hash      string    `json:"hash"`
	Account   string    `json:"account"`
	ExpiresAt time.Time `json:"expires_at"`
}

// Registration is what somebody chose who registered an address. It is kept the
// same for an address that has an account, so that nobody learns from it whether
// there is one; its password opens nothing without the mailed link.
type Registration struct {
	Email     string    `json:"email"`
	Password  string    `json:"password"`   // its hash
	GoodUntil time.Time `json:"good_until"` // the link that was mailed last
	ExpiresAt time.Time `json:"expires_at"`
}

// QueueFilter narrows a queue. Find matches the beginnings of words of name,
// company, e-mail, contract, bill-to ID, serial and reference (in Japanese
// script: any part); all its words must match. A find shows at most 1,000
// requests and looks at 10,000 index entries at most: who gets too many types
// one more word.
type QueueFilter struct {
	Find  string
	Level access.Level // "" for all
}
