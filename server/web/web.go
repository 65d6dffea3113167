// Package web is the portal's edge: JSON over HTTP, the live socket, the pages'
// shell and the static files. A handler parses, calls the desk and answers;
// who may do what is the desk's to say. The API's description at
// /api/openapi.json is made from the same route table that the mux is.
package web

import (
	"context"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"accord/server/desk"
	"accord/server/hub"
	"accord/server/limit"
	"accord/server/post"
	"accord/shared/wire"
)

// Config is what the edge is made of.
type Config struct {
	Desk     *desk.Desk
	Hub      *hub.Hub
	Viewing  *hub.Viewing
	Mailbox  *post.Mailbox // shown at /dev/mail; nil for none
	Settings wire.Settings
	Origin   string         // "https://portal.example", no slash at the end
	Proxies  []netip.Prefix // whose X-Forwarded-For is believed
	Files    fs.FS          // the web folder
	Draw     Draw           // draws pages
	Uploads  string         // folder for uploads while they are checked; may be emptied at start

	// MaxConnections bounds the live connections.
	MaxConnections int
	// Ready says why the portal cannot take commands now, nil when it can.
	Ready func() error
	// Room says why an upload has no room on the disk, nil when it has.
	Room func() error

	Now    func() time.Time
	Random func([]byte) // fills with cryptographic random bytes
	Log    *slog.Logger
}

// Server answers every request of the portal. Safe for concurrent use.
type Server struct {
	Config
	secure   bool // browsers reach the portal by https
	assets   *assets
	limits   *limit.Buckets // tries, by network
	live     *connections
	buffers  *sync.Pool // of the live connections
	template *template.Template
	handler  http.Handler
}

// New makes the edge. Errors: those of reading the web folder.
func New(c Config) (*Server, error) {
	assets, err := loadAssets(c.Files)
	if err != nil {
		return nil, err
	}
	s := &Server{
		Config:  c,
		secure:  isHTTPS(c.Origin),
		assets:  assets,
		limits:  limit.New(triesASecond, triesAtOnce, c.Now),
		live:    newConnections(c.MaxConnections),
		buffers: &sync.Pool{},
	}
	if s.handler, err = s.build(); err != nil {
		return nil, err
	}
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close waits until every live connection has said goodbye, or the context
// ends. The hub must have been closed before: it tells them to go.
func (s *Server) Close(ctx context.Context) error { return s.live.wait(ctx) }

// build puts the mux and what stands before it together.
func (s *Server) build() (http.Handler, error) {
	mux := http.NewServeMux()
	routes := s.routes()
	for _, r := range routes {
		mux.Handle(r.method+" "+r.path, s.serve(r))
	}
	for path, methods := range methodsOf(routes) {
		mux.HandleFunc(path, s.wrongMethod(methods))
	}
	document, err := s.document(routes)
	if err != nil {
		return nil, err
	}
	mux.HandleFunc("GET "+wire.PathOpenAPI, answerBytes("application/json", document))
	mux.HandleFunc("GET "+wire.PathLive, s.connect)
	mux.HandleFunc("/api/", s.noSuchAPI)
	mux.HandleFunc("GET /healthz", s.healthz)
	mux.HandleFunc("GET /readyz", s.readyz)
	if s.Mailbox != nil {
		mux.HandleFunc("GET "+wire.PathDevMail, s.mailList)
		mux.HandleFunc("GET "+wire.PathDevMail+"/{number}", s.mailPage)
	}
	s.mountFiles(mux)
	if err := s.mountShell(mux); err != nil {
		return nil, err
	}
	return s.before(mux), nil
}

// connections counts the live connections of all and of each account.
type connections struct {
	max int

	mu    sync.Mutex
	all   int
	of    map[string]int
	empty sync.WaitGroup
}

// maxOfAccount bounds one account's live connections: tabs and devices.
const maxOfAccount = 20

func newConnections(limit int) *connections { return &connections{max: limit, of: map[string]int{}} }

// enter claims a place; false when there is none. A claimed place is given
// back by leave.
func (c *connections) enter(account string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.all >= c.max || c.of[account] >= maxOfAccount {
		return false
	}
	c.all++
	c.of[account]++
	c.empty.Add(1)
	return true
}

// leave gives a place back, and then calls gone; wait waits for that too.
func (c *connections) leave(account string, gone func()) {
	defer c.empty.Done()
	c.mu.Lock()
	c.all--
	if c.of[account]--; c.of[account] == 0 {
		delete(c.of, account)
	}
	c.mu.Unlock()
	gone()
}

// has reports whether an account has a connection.
func (c *connections) has(account string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.of[account] > 0
}

func (c *connections) wait(ctx context.Context) error {
	gone := make(chan struct{})
	go func() { c.empty.Wait(); close(gone) }()
	select {
	case <-gone:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
