package wire

import (
	"time"

	"accord/shared/access"
)

// Me is the signed-in person.
type Me struct {
	ID           string      `json:"id"`
	Profile      Profile     `json:"profile"`
	Role         access.Role `json:"role"`
	Administers  bool        `json:"administers"`              // some contract or bill-to ID
	LastSignInAt time.Time   `json:"last_sign_in_at,omitzero"` // the one before this
	SessionID    string      `json:"session_id"`
	Shared       bool        `json:"shared,omitempty"` // a shared computer: the browser keeps nothing of the person
	Position     Position    `json:"position"`

	LastSignInBrowser string `json:"last_sign_in_browser,omitempty"` // where from, as far as it is known
	LastSignInAddress string `json:"last_sign_in_address,omitempty"` // of the network

	AdministratorMail MailPreference `json:"administrator_mail,omitempty"`
	Zone              string         `json:"zone,omitempty"` // IANA name of the time zone of mail, "" while it is not known
}

// SetZone is the body of PUT /api/zone.
type SetZone struct {
	Zone string `json:"zone"` // IANA name, such as "Asia/Tokyo"
}

// Decides reports whether the person has a queue.
func (m *Me) Decides() bool { return m.Administers || m.Role == access.RoleReviewer }

// Session is one browser that is signed in.
type Session struct {
	ID         string    `json:"id"`
	Browser    string    `json:"browser"` // readable name made from the User-Agent
	Address    string    `json:"address"` // network address it signed in from
	CreatedAt  time.Time `json:"created_at"`
	LastSeenAt time.Time `json:"last_seen_at"`
	Current    bool      `json:"current"`
}

// Register is the body of POST /api/accounts.
type Register struct {
	Email      string `json:"email"`
	Password   string `json:"password"`
	GivenName  string `json:"given_name"`
	FamilyName string `json:"family_name"`
	Language   string `json:"language"`
}

// SendConfirmation is the body of POST /api/accounts/confirmation: the link that
// ends a registration, once more.
type SendConfirmation struct {
	Email    string `json:"email"`
	Language string `json:"language"`
}

// LinkMailed answers that a link is being mailed, whether or not the address has
// an account.
type LinkMailed struct {
	Until time.Time `json:"until"` // it is good
}

// SignIn is the body of POST /api/session.
type SignIn struct {
	Email    string `json:"email"`
	Password string `json:"password"`
	Confirm  string `json:"confirm,omitempty"` // token of the mailed link that confirms the address
	Zone     string `json:"zone,omitempty"`    // IANA name of the browser's time zone
	Shared   bool   `json:"shared,omitempty"`  // on a shared computer: the session ends with the browser, after 8 hours at the latest
}

// ChangePassword is the body of PUT /api/password.
type ChangePassword struct {
	Current  string `json:"current"`
	Password string `json:"password"`
}

// ForgotPassword is the body of POST /api/password/reset.
type ForgotPassword struct {
	Email    string `json:"email"`
	Language string `json:"language"`
}

// SetPassword is the body of POST /api/password/set: the end of a mailed link.
type SetPassword struct {
	Token    string `json:"token"`
	Password string `json:"password"`
}

// SetLanguage is the body of PUT /api/language.
type SetLanguage struct {
	Language string `json:"language"`
}

// Settings is what anyone may know of this portal, signed in or not.
type Settings struct {
	Vendor              string       `json:"vendor"` // the vendor's name
	Version             string       `json:"version"`
	SupportEmail        string       `json:"support_email"`
	ServiceDescriptions string       `json:"service_descriptions"` // address of the terms agreed to
	Demo                []DemoSignIn `json:"demo,omitempty"`       // only with --demo
	NoMail              bool         `json:"no_mail,omitempty"`    // there is no mail server: mail stays in the local mailbox
	DevMail             bool         `json:"dev_mail,omitempty"`   // the local mailbox is at /dev/mail
	MaxContracts        int          `json:"max_contracts"`        // in one submission
	VendorReviewMinutes int          `json:"vendor_review_minutes"`
	BusinessHours       bool         `json:"business_hours,omitempty"` // the review's time passes in business hours only
	PendingDays         int          `json:"pending_days"`             // after which a request expires
	RecertifyDays       int          `json:"recertify_days,omitempty"` // after which administrators confirm an access again, 0 for never
	Tabs                []Tab        `json:"tabs"`                     // of Access Management, in their order
	Programs            []Program    `json:"programs"`                 // access programmes
	Links               []HelpLink   `json:"links"`
	Contacts            []Contact    `json:"contacts"`
	PushKey             string       `json:"push_key,omitempty"` // the portal's, for subscriptions to push (RFC 8292), in base64url; none: it sends none
	Now                 time.Time    `json:"now,omitzero"`       // the portal's clock at its answer, by which times are told
}

// ReachesNobody reports whether mail is neither sent nor shown.
func (s Settings) ReachesNobody() bool { return s.NoMail && !s.DevMail }

// Mailed is the key of a text of the catalogue that says that something was
// mailed: "<key>.kept" where there is no mail server.
func (s Settings) Mailed(key string) string {
	if s.NoMail {
		return key + ".kept"
	}
	return key
}

// DemoSignIn is one ready person of the example, shown on the sign-in page.
type DemoSignIn struct {
	Email    string `json:"email"`
	Password string `json:"password"`
	Who      string `json:"who"` // catalogue key suffix: "demo.<who>"
}
