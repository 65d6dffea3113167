package wire

import "time"

// Problem is every answer that is not a success, as RFC 9457
// (application/problem+json), with the code and the field it is about.
type Problem struct {
	Type       string       `json:"type"`               // "/problems/" + code
	Title      string       `json:"title"`              // short, in the reader's language
	Status     int          `json:"status"`             // the HTTP status
	Detail     string       `json:"detail,omitempty"`   // what the person can do, in the reader's language
	Instance   string       `json:"instance,omitempty"` // the request's ID, as in the server's log
	Code       Code         `json:"code"`
	Field      string       `json:"field,omitempty"`
	Args       []string     `json:"args,omitempty"`        // what the text of the code names, in order
	RetryAfter int          `json:"retry_after,omitempty"` // seconds
	Fields     []FieldError `json:"fields,omitempty"`      // with code "validation": one an entry
	Until      time.Time    `json:"until,omitzero"`        // with code "email_unconfirmed": the link that was mailed last is good
	Mailed     bool         `json:"mailed,omitempty"`      // and it was mailed just now
}

// SessionOver reports whether a problem says that nobody is signed in, or not any
// more.
func (c Code) SessionOver() bool { return c == CodeSignInRequired || c == CodeSessionExpired }

// Error makes a Problem an error of the browser side. It holds no personal data.
func (p *Problem) Error() string { return string(p.Code) }

// FieldError is one thing wrong with what was typed. Field is the form's field
// name; Item is the entry of a list field it is about, as typed.
type FieldError struct {
	Field string   `json:"field"`
	Code  string   `json:"code"` // text in the catalogue: "invalid." + code
	Item  string   `json:"item,omitempty"`
	Args  []string `json:"args,omitempty"`
	Text  string   `json:"text,omitempty"` // in the reader's language, in the server's answers
}

// Code names a kind of problem. Texts: "problem.<code>" (title) and
// "problem.<code>.detail" in the catalogue.
type Code string

// The codes; server/web maps each to one HTTP status.
const (
	CodeValidation       Code = "validation"        // 422, see Fields
	CodeBadRequest       Code = "bad_request"       // 400 not the JSON that is wanted
	CodeTooLarge         Code = "too_large"         // 413
	CodeSignInRequired   Code = "sign_in_required"  // 401
	CodeSessionExpired   Code = "session_expired"   // 401 the session has run out; nobody has ended it
	CodeBadCredentials   Code = "bad_credentials"   // 401 the same for an address that is known or unknown
	CodeEmailUnconfirmed Code = "email_unconfirmed" // 403 the password is right, but the mailed link was not opened yet; Until, Mailed, RetryAfter
	CodeForbidden        Code = "forbidden"         // 403
	CodeCrossOrigin      Code = "cross_origin"      // 403
	CodeNotFound         Code = "not_found"         // 404
	CodeMethod           Code = "method"            // 405
	CodeTransition       Code = "transition"        // 409 Args: from, wanted
	CodeDecided          Code = "decided"           // 409 somebody was first; Args: who, status
	CodeOwnRequest       Code = "own_request"       // 403 nobody decides their own request
	CodeNoAdmin          Code = "no_administrator"  // 409 the contract has none to send it to
	CodeNoSponsor        Code = "no_sponsor"        // 403 access for others cannot be asked for on this grant
	CodeUnseen           Code = "unseen"            // 409 the conversation goes on: there is a message the reader has not seen
	CodeNoExtension      Code = "no_extension"      // 409 the access cannot be extended
	CodeNotAsked         Code = "not_asked"         // 409 the access does not wait to be confirmed any more
	CodeKeyReused        Code = "key_reused"        // 409 an idempotency key with another body
	CodeKeyMissing       Code = "key_missing"       // 400
	CodeGuessing         Code = "guessing"          // 429 too many unknown numbers; RetryAfter
	CodeTooMany          Code = "too_many"          // 429 RetryAfter
	CodeTooManyMails     Code = "too_many_mails"    // 429 to one address; RetryAfter, Args: minutes
	CodeTokenInvalid     Code = "token_invalid"     // 410 mailed link used or too old
	CodeReadOnly         Code = "read_only"         // 503 the disk is nearly full
	CodeUnavailable      Code = "unavailable"       // 503 RetryAfter
	CodeInternal         Code = "internal"          // 500
	CodeImportInvalid    Code = "import_invalid"    // 422 the registry files have errors
	CodeImportRunning    Code = "import_running"    // 409
	CodeOffline          Code = "offline"           // browser only: no answer came
	CodeUnsent           Code = "unsent"            // browser only: the command waits on the device
)
