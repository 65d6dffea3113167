package wire

import "time"

// MailState is how far the delivery of a mail has come.
type MailState string

// The states of a mail.
const (
	MailQueued   MailState = "queued"   // it waits for its first try
	MailRetrying MailState = "retrying" // a try failed; the next one is known
	MailSent     MailState = "sent"     // the mail server has taken it
	MailKept     MailState = "kept"     // there is no mail server: it stays in the local mailbox
	MailFailed   MailState = "failed"   // refused for good, or given up after two days
)

// MailStates lists the states in the order in which a filter offers them.
func MailStates() []MailState {
	return []MailState{MailQueued, MailRetrying, MailSent, MailKept, MailFailed}
}

// Mail is one mail and its delivery. Who asked for access sees the mails to
// their own address only; deciders see those of the requests they decide.
type Mail struct {
	ID        string    `json:"id"`
	To        string    `json:"to"`
	Kind      string    `json:"kind"` // text in the catalogue: "mail.kind.<kind>"
	Subject   string    `json:"subject"`
	Requests  []string  `json:"requests,omitempty"`
	State     MailState `json:"state"`
	Tries     int       `json:"tries"`
	Error     string    `json:"error,omitempty"` // text in the catalogue: "delivery.error.<error>"
	CreatedAt time.Time `json:"created_at"`
	ChangedAt time.Time `json:"changed_at"` // sent or failed or last tried
	NextTry   time.Time `json:"next_try,omitzero"`
	Again     bool      `json:"again"` // it may be sent again
}

// MailList answers GET /api/mails, GET /api/request-mails/{id} and GET
// /api/submission-mails/{id}, newest first.
type MailList struct {
	Mails []Mail `json:"mails"`
	Next  string `json:"next,omitempty"`
	Down  *Down  `json:"down,omitempty"` // operators: the mail server cannot be reached

	// Administrators says, to the requester, how far the news of a submission has
	// come to the administrators that it waits for: sent (or kept) once each of its
	// requests has reached one, failed when one of them reached none. It is ""
	// while nothing is known.
	Administrators MailState `json:"administrators,omitempty"`
}

// Down says since when the mail server has not been reached, and how it failed.
type Down struct {
	Since time.Time `json:"since"`
	Error string    `json:"error"`
}

// MailPreference says how an administrator or a reviewer wants to be mailed about
// requests.
type MailPreference string

// The preferences.
const (
	MailAtOnce MailPreference = ""      // at once; what comes in the next 15 minutes as one summary
	MailDaily  MailPreference = "daily" // one summary a day
	MailNone   MailPreference = "none"  // the queue is enough
)

// SetMailPreference is the body of PUT /api/mail-preference.
type SetMailPreference struct {
	AdministratorMail MailPreference `json:"administrator_mail"`
}
