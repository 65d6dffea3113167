package post_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"math/big"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"accord/server/post"
)

// server is a real SMTP server in this process.
type server struct {
	t       testing.TB
	address string
	cert    tls.Certificate
	trust   *tls.Config
	running *smtp.Server
	line    net.Listener
	served  chan struct{} // closed once the server has ended

	mu     sync.Mutex
	got    []taken
	refuse map[string]*smtp.SMTPError // by recipient
	user   string                     // demanded, "" for nobody
}

// taken is a mail that the server has taken.
type taken struct {
	from, to string
	header   mail.Header
	body     string
}

func newServer(t testing.TB) *server {
	t.Helper()
	s := &server{t: t, refuse: map[string]*smtp.SMTPError{}}
	s.cert, s.trust = certificate(t)
	s.up(post.NoTLS)
	t.Cleanup(s.stop)
	return s
}

// up starts the server, on the same port as before.
func (s *server) up(security post.Security) {
	s.t.Helper()
	address := s.address
	if address == "" {
		address = "127.0.0.1:0"
	}
	l, err := net.Listen("tcp", address)
	must(s.t, err)
	s.address, s.line = l.Addr().String(), l
	s.running = smtp.NewServer(s)
	s.running.Domain = "localhost"
	s.running.AllowInsecureAuth = true
	config := &tls.Config{Certificates: []tls.Certificate{s.cert}}
	switch security {
	case post.StartTLS:
		s.running.TLSConfig = config
	case post.TLS:
		l = tls.NewListener(l, config)
	}
	running, served := s.running, make(chan struct{})
	s.served = served
	go func() {
		defer close(served)
		_ = running.Serve(l) // ends with stop
	}()
}

// stop ends the server; twice is no harm.
func (s *server) stop() {
	_ = s.line.Close() // it may not be the server's yet
	_ = s.running.Close()
	<-s.served // the next one takes its place
}

// settings reach the server.
func (s *server) settings(security post.Security, now func() time.Time) *post.SMTP {
	s.t.Helper()
	c := &post.SMTP{
		Address: s.address, Security: security, From: "Vendor 様 <portal@vendor.example>",
		ReplyTo: "support@vendor.example", Trust: s.trust, Now: now,
	}
	must(s.t, c.Check())
	return c
}

// demands lets nobody but one user in.
func (s *server) demands(user string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.user = user
}

func (s *server) demanded() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.user
}

func (s *server) mails() []taken {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]taken(nil), s.got...)
}

func (s *server) refuses(to string, e *smtp.SMTPError) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse[to] = e
}

// NewSession serves one connection.
func (s *server) NewSession(*smtp.Conn) (smtp.Session, error) { return &session{server: s}, nil }

type session struct {
	*server
	from, to string
	signedIn bool
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if user != s.demanded() || password != "secret" {
			return errors.New("wrong")
		}
		s.signedIn = true
		return nil
	}), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if s.demanded() != "" && !s.signedIn {
		return smtp.ErrAuthRequired
	}
	s.from = from
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.to = to
	if e := s.refuse[to]; e != nil {
		return e
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	var b strings.Builder
	if _, err := io.Copy(&b, m.Body); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got = append(s.got, taken{s.from, s.to, m.Header, b.String()})
	return nil
}

func (s *session) Reset() {}

func (s *session) Logout() error { return nil }

// certificate makes one for the server, and who trusts it.
func certificate(t testing.TB) (tls.Certificate, *tls.Config) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "mail"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.ParseIP("127.0.0.1")}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	must(t, err)
	parsed, err := x509.ParseCertificate(der)
	must(t, err)
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, &tls.Config{RootCAs: pool, ServerName: "127.0.0.1"}
}
