// Package portal puts the rooms together: it opens the ledger, the registry,
// the hub, the desk and the edge, serves, and closes them in the order in which
// nothing is lost. The command line and the browser tests start the same thing.
package portal

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/hub"
	"accord/server/ledger"
	"accord/server/post"
	"accord/server/registry"
	"accord/server/web"
	"accord/shared/wire"
	files "accord/web"
)

// Deps are what the portal takes from outside, so that a test can give its own.
type Deps struct {
	Now     func() time.Time // the clock
	Random  func([]byte)     // fills with cryptographic random bytes
	Log     *slog.Logger
	Version string

	// Files is the web folder; nil is the one that was built in.
	Files fs.FS

	// Password is the cost of a password; the zero value is the safe one, less
	// is for tests.
	Password desk.Cost

	// MailTrust is whom a mail server's certificate is to come from; nil trusts
	// what the machine trusts.
	MailTrust *tls.Config

	// PushClient reaches push services; nil reaches those on the internet alone.
	PushClient *http.Client
}

// Portal is a running portal.
type Portal struct {
	// Desk lets the command line and tests do what has no page.
	Desk *desk.Desk
	// Mailbox holds the mail that the portal has sent, when it has no mail server.
	Mailbox *post.Mailbox
	// Demo lists the ready people of the example, empty without it.
	Demo []wire.DemoSignIn

	config   Config
	log      *slog.Logger
	rooms    *Rooms
	hub      *hub.Hub
	web      *web.Server
	http     *http.Server
	listener net.Listener
	origin   string
	stop     context.CancelFunc // of what runs in the background
	running  sync.WaitGroup
	stopping atomic.Bool
	deaf     atomic.Bool // the hub has failed
	closed   func(context.Context) error
}

// Open opens the data folder, listens and serves. The context bounds opening
// only. Errors: those of the folder, the address and the settings; nothing is
// left open then.
func Open(ctx context.Context, c Config, d Deps) (*Portal, error) {
	c = c.Filled()
	if err := c.check(); err != nil {
		return nil, err
	}
	rooms, err := OpenRooms(ctx, c, d)
	if err != nil {
		return nil, err
	}
	p := &Portal{config: c, log: d.Log, rooms: rooms, Desk: rooms.Desk, Mailbox: rooms.Mailbox}
	if err := p.open(ctx, d); err != nil {
		if p.listener != nil {
			err = errors.Join(err, p.listener.Close())
		}
		return nil, errors.Join(err, rooms.Close(ctx))
	}
	var once sync.Once
	var closing error
	p.closed = func(ctx context.Context) error {
		once.Do(func() { closing = p.close(ctx) })
		return closing
	}
	c.warn(d.Log)
	p.serve()
	return p, nil
}

// open makes what stands on the rooms.
func (p *Portal) open(ctx context.Context, d Deps) (err error) {
	if d.Files == nil {
		d.Files = files.Files()
	}
	if p.listener, err = new(net.ListenConfig).Listen(ctx, "tcp", p.config.Listen); err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	p.origin = p.config.Origin
	if p.origin == "" {
		p.origin = "http://" + reachable(p.listener.Addr())
	}
	settings := p.rooms.Desk.Settings
	if p.config.Demo {
		if p.Demo, err = p.rooms.demo(ctx, p.config, d.Random); err != nil {
			return fmt.Errorf("make the example: %w", err)
		}
		settings.Demo, settings.DevMail = p.Demo, settings.NoMail
	}
	if settings.PushKey, err = p.pushKey(ctx); err != nil {
		return fmt.Errorf("read the key for push: %w", err)
	}
	p.rooms.Desk.Origin, p.rooms.Desk.Settings = p.origin, settings
	p.hub = hub.New(p.rooms.Ledger, p.announce, d.Log)
	p.rooms.Desk.Publish = func(topic string, u wire.Update) { p.hub.Publish(hub.Notice{Topic: topic, Update: u}) }
	viewing := hub.NewViewing(p.hub.Publish, d.Now)
	uploads := filepath.Join(p.config.Data, uploadsFolder)
	if err := errors.Join(os.RemoveAll(uploads), os.MkdirAll(uploads, 0o700)); err != nil {
		return err
	}
	p.web, err = web.New(web.Config{
		Desk: p.Desk, Hub: p.hub, Viewing: viewing, Mailbox: p.shownMailbox(settings), Settings: settings,
		Origin: p.origin, Proxies: p.config.TrustedProxy, Files: d.Files, Draw: draw, Uploads: uploads,
		MaxConnections: p.config.MaxConnections, Ready: p.ready, Room: p.room,
		Now: d.Now, Random: d.Random, Log: d.Log,
	})
	if err != nil {
		return err
	}
	p.rooms.Desk.Online = p.web.Online
	p.background(viewing)
	return nil
}

func (p *Portal) shownMailbox(s wire.Settings) *post.Mailbox {
	if s.DevMail {
		return p.Mailbox
	}
	return nil
}

// announce makes the desk's notices the hub's.
func (p *Portal) announce(r *ledger.Reader, f event.Fact) ([]hub.Notice, error) {
	found, err := p.Desk.Announce(r, f)
	notices := make([]hub.Notice, len(found))
	for i, n := range found {
		notices[i] = hub.Notice(n)
	}
	return notices, err
}

// background starts what runs beside the requests.
func (p *Portal) background(viewing *hub.Viewing) {
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	p.running.Go(func() {
		if err := p.hub.Run(ctx); err != nil {
			p.deaf.Store(true)
			p.log.Error("live updates have stopped", "error", err)
		}
	})
	p.running.Go(func() { viewing.Run(ctx) })
	p.running.Go(func() { p.rooms.Outbox.Run(ctx) })
	p.running.Go(func() { p.Desk.RunTimers(ctx) })
	if p.Desk.Settings.PushKey != "" {
		p.running.Go(func() { p.rooms.Pusher.Run(ctx) })
	}
}

// pushKey is the portal's for push, "" when it is to send none. A full disk at
// the first start puts the key off to the next one.
func (p *Portal) pushKey(ctx context.Context) (string, error) {
	if p.config.NoPush {
		return "", nil
	}
	key, err := p.rooms.Pusher.Open(ctx)
	if errors.Is(err, ledger.ErrReadOnly) {
		p.log.Warn("nothing is pushed to devices: there is no room for its key")
		return "", nil
	}
	return key, err
}

// serve answers requests. The deadlines are those of slow or hanging clients.
func (p *Portal) serve() {
	p.http = &http.Server{
		Handler:           p.web,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(p.log.Handler(), slog.LevelDebug),
	}
	p.running.Go(func() {
		if err := p.http.Serve(p.listener); !errors.Is(err, http.ErrServerClosed) {
			p.log.Error("serving has stopped", "error", err)
		}
	})
}

// URL is the portal's origin: where browsers reach it, without a slash at the
// end.
func (p *Portal) URL() string { return p.origin }

// Address is where it listens, with the port that was really taken.
func (p *Portal) Address() string { return reachable(p.listener.Addr()) }

// Close stops: no new connections, live ones are told to come back, what is
// being answered is finished, then the hub, the registry and the ledger close.
// When the context ends first, what still hangs is cut off, and the error names
// it: what was answered is on disk all the same. Calling it again waits for and
// returns the same.
func (p *Portal) Close(ctx context.Context) error { return p.closed(ctx) }

func (p *Portal) close(ctx context.Context) error {
	p.stopping.Store(true)
	p.hub.Close()
	err := p.http.Shutdown(ctx)
	if err != nil {
		err = errors.Join(fmt.Errorf("requests were cut off: %w", err), p.http.Close())
	}
	err = errors.Join(err, p.web.Close(ctx))
	p.stop()
	background := within(ctx, "live updates", func() error { p.running.Wait(); return nil })
	return errors.Join(err, background, p.rooms.Close(ctx))
}

// ready says why commands are not taken, nil when they are.
func (p *Portal) ready() error {
	switch {
	case p.stopping.Load():
		return errors.New("stopping")
	case p.deaf.Load():
		return errors.New("live updates have stopped")
	case p.rooms.Ledger.ReadOnly():
		return errors.New("read-only: the disk is nearly full")
	}
	return p.rooms.Registry.Use(func(*registry.Generation) error { return nil })
}

// room refuses an upload while the disk is nearly full.
func (p *Portal) room() error {
	if p.rooms.Ledger.ReadOnly() {
		return &wire.Problem{Code: wire.CodeReadOnly}
	}
	return nil
}

// reachable names a listening address so that a browser on this machine can
// use it.
func reachable(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	if ip := net.ParseIP(host); ip != nil && (ip.IsUnspecified() || ip.IsLoopback()) {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
