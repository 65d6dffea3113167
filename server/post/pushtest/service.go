// Package pushtest is a push service in the test's process, with the devices that
// it serves: it checks who sends, and opens what was encrypted, by the standards
// themselves (RFC 8030, 8188, 8291, 8292) and not by the library that sends.
package pushtest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"accord/shared/wire"
)

// origin is what the service is called; the client of httptest leads there.
const origin = "https://push.example.com"

// Service takes pushes for devices. Safe for concurrent use.
type Service struct {
	t      testing.TB
	server *httptest.Server

	mu      sync.Mutex
	key     string // of the only sender that it lets in
	devices map[string]*device
	answer  func(w http.ResponseWriter) // in place of taking anything, nil: it takes
	slow    func()
	tries   int
	told    []Told
	next    chan Told
}

// Told is one push that a device got.
type Told struct {
	Endpoint string
	Text     string // as it was before the encryption
	TTL      int    // seconds
	Topic    string
	Urgency  string
}

// New starts a service that lets nobody in yet.
func New(t testing.TB) *Service {
	t.Helper()
	s := &Service{t: t, devices: map[string]*device{}, next: make(chan Told, 1000)}
	s.server = httptest.NewTLSServer(http.HandlerFunc(s.take))
	t.Cleanup(s.server.Close)
	return s
}

// Client reaches the service.
func (s *Service) Client() *http.Client { return s.server.Client() }

// Subscribe makes a device's subscription for the sender with a public key.
func (s *Service) Subscribe(key string) wire.PushSubscription {
	s.t.Helper()
	d, keys := newDevice(s.t)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.key = key
	path := "/" + strconv.Itoa(len(s.devices)+1)
	s.devices[path] = d
	return wire.PushSubscription{Endpoint: origin + path, Keys: keys}
}

// Answers makes the service answer a status and take nothing; 0 ends it.
func (s *Service) Answers(status int, header ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answer = nil; status != 0 {
		s.answer = func(w http.ResponseWriter) {
			for i := 0; i+1 < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			w.WriteHeader(status)
		}
	}
}

// Slow calls during for each push before it is taken.
func (s *Service) Slow(during func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.slow = during
}

// Forget ends a device's subscription, as a person does in the browser.
func (s *Service) Forget(endpoint string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.devices, strings.TrimPrefix(endpoint, origin))
}

// Tries is how often the service was called.
func (s *Service) Tries() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tries
}

// Told lists what devices got, oldest first.
func (s *Service) Told() []Told {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Told(nil), s.told...)
}

// Next waits for the next push that a device gets, and fails the test after ten
// seconds without one.
func (s *Service) Next() Told {
	s.t.Helper()
	select {
	case told := <-s.next:
		return told
	case <-time.After(10 * time.Second):
		s.t.Fatal("no push came")
		return Told{}
	}
}

// take is the service's side of RFC 8030, 5.
func (s *Service) take(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tries++
	if s.slow != nil {
		s.slow()
	}
	if s.answer != nil {
		s.answer(w)
		return
	}
	d := s.devices[r.URL.Path]
	if d == nil {
		w.WriteHeader(http.StatusGone)
		return
	}
	if err := checkSender(r.Header.Get("Authorization"), s.key); err != nil {
		s.t.Errorf("who sends: %v", err)
		w.WriteHeader(http.StatusForbidden)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err == nil {
		body, err = d.open(body, r.Header.Get("Content-Encoding"))
	}
	ttl, ttlErr := strconv.Atoi(r.Header.Get("TTL"))
	if err != nil || ttlErr != nil || r.Method != http.MethodPost {
		s.t.Errorf("%s, TTL %q: %v", r.Method, r.Header.Get("TTL"), err)
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	told := Told{
		Endpoint: origin + r.URL.Path, Text: string(body), TTL: ttl, Topic: r.Header.Get("Topic"), Urgency: r.Header.Get("Urgency"),
	}
	s.told = append(s.told, told)
	s.next <- told
	w.WriteHeader(http.StatusCreated)
}
