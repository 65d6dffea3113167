// Package desk is where every command and every question of the portal is
// answered: it checks who may, asks the policy, writes facts to the ledger and
// makes the views that a reader may see. It knows no HTTP. Errors meant for
// the person are *wire.Problem with code, field and arguments; its status and
// texts are filled in at the edge.
package desk

import (
	"log/slog"
	"time"

	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Who asks: a signed-in account, as its session has it.
type Who struct {
	Account string // ID
	Session string // ID
	Network string // address the request came from, for limits
	Key     string // idempotency key, "" for none
}

// Mail is one message to one person. Texts are final.
type Mail struct {
	To      string
	Lang    i18n.Lang
	Subject string
	Text    string
}

// Mailer takes a mail for delivery. It must not block.
type Mailer interface{ Send(Mail) }

// Config is what a Desk is made of.
type Config struct {
	Ledger   ledger.Ledger
	Registry *registry.Store
	Public   *policy.PublicDomains
	Mailer   Mailer
	Origin   string // "https://portal.example", for mailed links
	Settings wire.Settings
	Now      func() time.Time
	Random   func([]byte) // fills with cryptographic random bytes
	Log      *slog.Logger
}

// Desk answers commands and questions. Safe for concurrent use.
type Desk struct {
	Config
}

// Problem makes an error for the person.
func problem(code wire.Code, args ...string) *wire.Problem {
	return &wire.Problem{Code: code, Args: args}
}

var _ = access.Approved
