package portal

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"accord/server/post"
)

// SMTP is how the portal hands over its mail. Without an address it keeps it in
// the local mailbox.
type SMTP struct {
	Address      string        `placeholder:"HOST:PORT" help:"Mail server that sends the mail. Without one, mail is not sent: it stays in the local mailbox."`
	User         string        `help:"User name for the mail server."`
	Password     string        `help:"Password for the mail server."`
	PasswordFile string        `placeholder:"FILE" help:"File that holds the password."`
	TLS          post.Security `name:"tls" default:"starttls" help:"How the connection is protected: starttls, tls or none."`
}

// transport is the mail server that is configured, nil for none. Errors: what is
// wrong with the settings.
func (c Config) transport(d Deps) (*post.SMTP, error) {
	if c.SMTP.Address == "" {
		return nil, nil
	}
	password := c.SMTP.Password
	if c.SMTP.PasswordFile != "" {
		b, err := os.ReadFile(c.SMTP.PasswordFile)
		if err != nil {
			return nil, fmt.Errorf("password of the mail server: %w", err)
		}
		password = strings.TrimRight(string(b), "\r\n")
	}
	if c.MailFrom == "" {
		return nil, errors.New("--smtp-address needs --mail-from as well")
	}
	s := &post.SMTP{
		Address: c.SMTP.Address, User: c.SMTP.User, Password: password, Security: c.SMTP.TLS,
		From: c.MailFrom, ReplyTo: c.SupportEmail, Trust: d.MailTrust, Now: d.Now,
	}
	return s, s.Check()
}

// mailDomain names the portal in Message-IDs.
func (c Config) mailDomain() string {
	if u, err := url.Parse(c.Origin); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "localhost"
}
