package post

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"accord/server/ledger"
	"accord/shared/wire"
)

// Security says how a connection to the mail server is protected.
type Security string

// The ways.
const (
	StartTLS Security = "starttls" // plain first, then TLS, or no mail at all
	TLS      Security = "tls"      // from the first byte
	NoTLS    Security = "none"     // for a server on this machine
)

// SMTP is the mail server to hand mail to.
type SMTP struct {
	Address        string // host and port
	User, Password string // none when User is ""
	Security       Security
	From           string // "Vendor <portal@vendor.example>"
	ReplyTo        string
	Trust          *tls.Config // nil trusts what the machine trusts
	Now            func() time.Time

	host     string
	port     int
	from, to *netmail.Address // to is for replies
}

// smtpTime bounds each step with the server.
const smtpTime = 30 * time.Second

// Check reads the settings. Errors: what is wrong with them.
func (s *SMTP) Check() (err error) {
	host, port, err := net.SplitHostPort(s.Address)
	if err == nil {
		s.host = host
		s.port, err = strconv.Atoi(port)
	}
	if err != nil || s.host == "" {
		return fmt.Errorf("%q is not the address of a mail server: use one such as smtp.example:587", s.Address)
	}
	if s.from, err = netmail.ParseAddress(s.From); err != nil {
		return fmt.Errorf("%q is not a sender: use one such as \"Vendor <portal@vendor.example>\": %w", s.From, err)
	}
	if s.to, err = netmail.ParseAddress(s.ReplyTo); err != nil {
		return fmt.Errorf("%q is not an email address for replies: %w", s.ReplyTo, err)
	}
	switch s.Security {
	case StartTLS, TLS, NoTLS:
		return nil
	}
	return fmt.Errorf("%q cannot protect a connection: use starttls, tls or none", s.Security)
}

// Delivered mails are sent.
func (s *SMTP) Delivered() wire.MailState { return wire.MailSent }

// Open connects, protects the connection and signs in.
func (s *SMTP) Open(ctx context.Context) (Carrier, error) {
	client, err := mail.NewClient(s.host, s.options()...)
	if err != nil {
		return nil, &Failure{Class: "settings", Server: true, Err: err}
	}
	conn, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return nil, &Failure{Class: unreachable(err), Server: true, Err: err}
	}
	return &smtpCarrier{s, client, conn}, nil
}

func (s *SMTP) options() []mail.Option {
	options := []mail.Option{mail.WithPort(s.port), mail.WithTimeout(smtpTime)}
	if s.Trust != nil {
		options = append(options, mail.WithTLSConfig(s.Trust))
	}
	switch s.Security {
	case TLS:
		options = append(options, mail.WithSSL())
	case StartTLS:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	default:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	}
	if s.User != "" {
		auth := mail.SMTPAuthAutoDiscover
		if s.Security == NoTLS {
			auth = mail.SMTPAuthPlainNoEnc
		}
		options = append(options, mail.WithSMTPAuth(auth), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	return options
}

// unreachable classes why a server was not reached.
func unreachable(err error) string {
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	switch text := strings.ToLower(err.Error()); {
	case errors.As(err, &certificate), strings.Contains(text, "tls"):
		return "tls"
	case strings.Contains(text, "auth"):
		return "auth"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timeout"
	}
	return "connection"
}

// smtpCarrier is one connection.
type smtpCarrier struct {
	*SMTP
	client *mail.Client
	conn   *smtp.Client
}

// Deliver hands over one mail as text and HTML.
func (c *smtpCarrier) Deliver(_ context.Context, id string, m ledger.Mail) error {
	msg, err := c.message(id, m)
	if err != nil {
		return &Failure{Class: "address", Permanent: true, Err: err}
	}
	err = c.client.SendWithSMTPClient(c.conn, msg)
	if err == nil || msg.IsDelivered() {
		return nil // a failure after the server took it is no reason to send it again
	}
	return classed(err)
}

func (c *smtpCarrier) message(id string, m ledger.Mail) (*mail.Msg, error) {
	to, err := netmail.ParseAddress(m.To)
	if err != nil {
		return nil, fmt.Errorf("address of a mail: %w", err)
	}
	msg := mail.NewMsg(mail.WithEncoding(mail.EncodingQP))
	msg.FromMailAddress(c.from)
	msg.ToMailAddress(to)
	msg.ReplyToMailAddress(c.to)
	msg.Subject(m.Subject)
	msg.SetMessageIDWithValue(strings.Trim(id, "<>"))
	msg.SetDateWithValue(c.Now())
	msg.SetGenHeader("Auto-Submitted", "auto-generated")
	msg.SetGenHeader("Content-Language", m.Lang)
	msg.SetBodyString(mail.TypeTextPlain, m.Text)
	if m.HTML != "" {
		msg.AddAlternativeString(mail.TypeTextHTML, m.HTML)
	}
	return msg, nil
}

// classed says what a failed try means for this mail and the others.
func classed(err error) *Failure {
	var sent *mail.SendError
	if !errors.As(err, &sent) {
		return &Failure{Class: "connection", Broken: true, Err: err}
	}
	switch code := sent.ErrorCode(); {
	case sent.Reason == mail.ErrConnCheck, code == 421, code == 0:
		return &Failure{Class: "connection", Broken: true, Err: err}
	case code == 530, code == 535:
		return &Failure{Class: "auth", Server: true, Err: err}
	case code >= 500:
		return &Failure{Class: "refused", Permanent: true, Err: err}
	}
	return &Failure{Class: "later", Err: err}
}

// Close takes leave.
func (c *smtpCarrier) Close() {
	// What was handed over is handed over; a server that is gone needs no goodbye.
	_ = c.client.CloseWithSMTPClient(c.conn)
}
