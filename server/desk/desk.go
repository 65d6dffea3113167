// Package desk is where every command and every question of the portal is
// answered: it checks who may, asks the policy, writes facts to the ledger and
// makes the views that a reader may see. It knows no HTTP. Errors meant for
// the person are *wire.Problem with code, field and arguments; its status and
// texts are filled in at the edge.
package desk

import (
	"log/slog"
	"sync"
	"time"

	"accord/server/ledger"
	"accord/server/limit"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// Who asks: a signed-in account, as its session has it.
type Who struct {
	Account string      // ID
	Role    access.Role // of the account at this moment
	Session string      // ID
	Shared  bool        // the session is one on a shared computer
	Network string      // address the request came from, for limits
	Key     string      // idempotency key, "" for none
}

// Config is what a Desk is made of.
type Config struct {
	Ledger   ledger.Ledger
	Sessions ledger.Sessions
	Registry *registry.Store
	Public   *policy.PublicDomains
	Mailer   Mailer
	Origin   string // "https://portal.example", for mailed links
	Settings wire.Settings
	Guesses  Guesses
	Calendar Calendar // when reviewers work; always by default
	Password Cost

	// Recertify is how long after it was given or last confirmed an access is to
	// be confirmed by its administrators: more than the 30 days that they have
	// to answer, 0 for never.
	Recertify time.Duration

	Now    func() time.Time
	Random func([]byte) // fills with cryptographic random bytes
	Log    *slog.Logger

	// Publish announces what is not a fact: a session that ended, an import's
	// progress. It must not block.
	Publish func(topic string, u wire.Update)

	// Online says whether the account has a live connection; never when nil.
	Online func(account string) bool

	// MailDown says since when the mail server cannot be reached, nil when it can.
	MailDown func() *wire.Down
}

// Desk answers commands and questions. Safe for concurrent use.
type Desk struct {
	Config
	passwords    *passwords
	guesses      *guesses
	signIns      *limit.Buckets // by address
	mails        *limit.Buckets // by address
	thirdParties *limit.Buckets // by account
	previews     *limit.Buckets // by account
	messages     *limit.Buckets // by account
	presence     presence
	connectivity connectivity
	timers       *timers
	imports      *imports
	erasing      sync.Mutex     // one erasure at a time
	work         sync.WaitGroup // what goes on after its answer
}

// New makes a Desk. Close it to wait for what goes on after an answer.
func New(c Config) *Desk {
	if c.Publish == nil {
		c.Publish = func(string, wire.Update) {}
	}
	if c.Online == nil {
		c.Online = func(string) bool { return false }
	}
	if c.MailDown == nil {
		c.MailDown = func() *wire.Down { return nil }
	}
	return &Desk{
		Config:       c,
		passwords:    newPasswords(c.Password, c.Random),
		guesses:      newGuesses(c.Guesses, c.Now),
		signIns:      limit.New(signInsPerMinute/60.0, signInsPerMinute, c.Now),
		mails:        limit.New(mailsPerHour/3600.0, mailsPerHour, c.Now),
		previews:     limit.New(previewsPerMinute/60.0, previewsPerMinute, c.Now),
		messages:     limit.New(messagesPerMinute/60.0, messagesPerMinute, c.Now),
		presence:     presence{now: wire.Presence{Version: uint64(max(0, c.Now().UnixMilli()))}},
		connectivity: connectivity{version: uint64(max(1, c.Now().UnixMilli()))},
		thirdParties: limit.New(thirdPartiesPerHour/3600.0, thirdPartiesPerHour, c.Now),
		imports:      newImports(),
		timers:       newTimers(),
	}
}

// Close waits for the work that goes on after its answer. No call may follow.
func (d *Desk) Close() {
	d.imports.stop()
	d.work.Wait()
}

// problem makes an error for the person.
func problem(code wire.Code, args ...string) *wire.Problem {
	return &wire.Problem{Code: code, Args: args}
}

// invalid makes the error of what was typed.
func invalid(fields ...wire.FieldError) *wire.Problem {
	return &wire.Problem{Code: wire.CodeValidation, Fields: fields}
}
