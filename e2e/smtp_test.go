package e2e

import (
	"io"
	"net"
	"net/mail"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"

	"accord/server/portal"
	"accord/server/post"
)

// smtpServer is a real mail server in this process, which can be down.
type smtpServer struct {
	t       testing.TB
	address string
	running *smtp.Server
	line    net.Listener
	served  chan struct{} // closed once the server has ended

	mu     sync.Mutex
	taken  []string          // addresses, a mail each
	refuse map[string]string // why a recipient is refused for good
}

// newSMTP has a port, and is down.
func newSMTP(t testing.TB) *smtpServer {
	t.Helper()
	s := &smtpServer{t: t, address: "127.0.0.1:0", refuse: map[string]string{}}
	s.up()
	s.down()
	t.Cleanup(s.down)
	return s
}

func (s *smtpServer) up() {
	s.t.Helper()
	line, err := net.Listen("tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.address, s.line, s.served = line.Addr().String(), line, make(chan struct{})
	s.running = smtp.NewServer(s)
	s.running.Domain = "localhost"
	running, served := s.running, s.served
	go func() {
		defer close(served)
		_ = running.Serve(line) // ends with down
	}()
}

// down ends the server; twice is no harm.
func (s *smtpServer) down() {
	_ = s.line.Close() // it may not be the server's yet
	_ = s.running.Close()
	<-s.served
}

// carries lets a portal hand its mail to the server.
func (s *smtpServer) carries(c *portal.Config) {
	c.SMTP = portal.SMTP{Address: s.address, TLS: post.NoTLS}
	c.MailFrom = "Aster Networks <portal@asternetworks.example>"
}

// refuses says what the server tells of a recipient; "" takes the mail again.
func (s *smtpServer) refuses(to, why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse[to] = why
}

// took counts the mails to an address.
func (s *smtpServer) took(to string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(slices.DeleteFunc(slices.Clone(s.taken), func(t string) bool { return t != to }))
}

// NewSession serves one connection.
func (s *smtpServer) NewSession(*smtp.Conn) (smtp.Session, error) {
	return &smtpSession{smtpServer: s}, nil
}

type smtpSession struct {
	*smtpServer
	to string
}

func (s *smtpSession) Mail(string, *smtp.MailOptions) error { return nil }

func (s *smtpSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to = to
	if why := s.refuse[to]; why != "" {
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: why}
	}
	return nil
}

func (s *smtpSession) Data(r io.Reader) error {
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, m.Body); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken = append(s.taken, strings.TrimSpace(s.to))
	return nil
}

func (s *smtpSession) Reset() {}

func (s *smtpSession) Logout() error { return nil }
