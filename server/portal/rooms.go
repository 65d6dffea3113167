package portal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/post"
	"accord/server/registry"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Rooms is the portal without its doors: for what the command line does on the
// data folder while no server runs.
type Rooms struct {
	Ledger   *ledger.Badger
	Registry *registry.Store
	Desk     *desk.Desk
	Mailbox  *post.Mailbox // holds the mail of a portal without a mail server
	Outbox   *post.Outbox  // delivers while its Run runs
	Pusher   *post.Pusher  // the same, for what devices are told
}

// ErrInUse says that another process has the data folder.
var ErrInUse = errors.New("the data folder is in use by a running server")

// OpenRooms opens the data folder. Errors: ErrInUse, ledger.ErrDamaged, others
// of the folder and the settings.
func OpenRooms(ctx context.Context, c Config, d Deps) (*Rooms, error) {
	c = c.Filled()
	public, err := policy.NewPublicDomains(c.PublicDomains, c.CompanyDomains)
	if err != nil {
		return nil, fmt.Errorf("public domains: %w", err)
	}
	server, err := c.transport(d)
	if err != nil {
		return nil, err
	}
	settings, err := c.settings(d.Version)
	if err != nil {
		return nil, err
	}
	calendar, err := c.calendar()
	if err != nil {
		return nil, err
	}
	zone, err := c.zone()
	if err != nil {
		return nil, err
	}
	made, err := makeFolder(c.Data)
	if err != nil {
		return nil, err
	}
	if made && !c.Demo {
		d.Log.Warn("this data folder is new: the portal begins with nobody and nothing in it", "data", absolute(c.Data))
	}
	l, err := ledger.Open(filepath.Join(c.Data, ledgerFolder), ledger.Options{
		Now: d.Now, Random: d.Random, Log: d.Log, MinFree: uint64(c.MinFree),
	})
	if err != nil {
		return nil, inUse(err)
	}
	store, err := openRegistry(ctx, filepath.Join(c.Data, registryFolder), l)
	if err != nil {
		return nil, errors.Join(inUse(err), l.Close())
	}
	r := &Rooms{Ledger: l, Registry: store, Mailbox: post.NewMailbox(d.Now)}
	var transport post.Transport = r.Mailbox
	if server != nil {
		transport = server
	}
	r.Outbox = post.New(post.Config{
		Ledger: l, ReadOnly: l.ReadOnly, Registry: store, Transport: transport, Domain: c.mailDomain(), Zone: zone,
		Now: d.Now, Random: d.Random, Log: d.Log,
	})
	r.Desk = desk.New(desk.Config{
		Ledger: l, Sessions: l, Registry: store, Public: public, Mailer: r.Outbox, MailDown: r.Outbox.Down,
		Origin: c.Origin, Settings: settings, Password: d.Password, Calendar: calendar,
		Recertify: time.Duration(c.Recertify) * ledger.Day, Now: d.Now, Random: d.Random, Log: d.Log,
	})
	r.Outbox.Write(r.Desk)
	r.Pusher = post.NewPusher(post.PushConfig{
		Ledger: l, ReadOnly: l.ReadOnly, Registry: store, Client: d.PushClient, Contact: c.SupportEmail,
		Now: d.Now, Random: d.Random, Log: d.Log,
	})
	r.Pusher.Tell(r.Desk)
	return r, nil
}

// openRegistry opens the generation that the ledger names.
func openRegistry(ctx context.Context, dir string, l ledger.Ledger) (*registry.Store, error) {
	var last event.RegistrySwitched
	err := l.View(ctx, func(r *ledger.Reader) (err error) {
		last, _, err = r.Registry()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the registry's generation: %w", err)
	}
	return registry.Open(dir, last.Generation)
}

// Close finishes what goes on after an answer and closes the folder. None is
// waited for once the context has ended, but for the moment that it takes a
// healthy one to close.
func (r *Rooms) Close(ctx context.Context) error {
	return errors.Join(
		within(ctx, "the desk", func() error { r.Desk.Close(); return nil }),
		within(ctx, "the registry", r.Registry.Close),
		within(ctx, "the ledger", r.Ledger.Close),
	)
}

// lastMoment is how long each room may take to close when the time for all of
// them is up, because of another one.
const lastMoment = time.Second

// within waits for work until the context ends, and a last moment.
func within(ctx context.Context, what string, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(lastMoment):
		return fmt.Errorf("%s did not close in time: %w", what, ctx.Err())
	}
}

// localZone is the machine's.
const localZone = "Local"

// zone is that of the business calendar, in which a day has its morning for the
// daily summary as well: an account has none of its own.
func (c Config) zone() (*time.Location, error) {
	set(&c.BusinessZone, localZone)
	zone, err := time.LoadLocation(c.BusinessZone)
	if err != nil {
		return nil, fmt.Errorf("business zone: %w", err)
	}
	return zone, nil
}

// calendar is when reviewers work.
func (c Config) calendar() (desk.Calendar, error) {
	set(&c.BusinessDays, "Mon-Fri")
	set(&c.BusinessZone, localZone)
	return desk.NewCalendar(c.BusinessDays, c.BusinessHours, c.BusinessZone, c.Holidays)
}

// settings is what anyone may know of the portal. Errors: all that is wrong in
// the settings files.
func (c Config) settings(version string) (wire.Settings, error) {
	offered, wrongPrograms := c.readPrograms()
	help, wrongLinks := c.readLinks()
	return wire.Settings{
		Vendor: c.Vendor, Version: version, SupportEmail: c.SupportEmail, ServiceDescriptions: c.ServiceDescriptions,
		NoMail: c.SMTP.Address == "", DevMail: c.DevMail && c.SMTP.Address == "", MaxContracts: validation.MaxNumbers,
		VendorReviewMinutes: int(desk.VendorReview / time.Minute), BusinessHours: c.BusinessHours != alwaysOpen, PendingDays: int(desk.Expiry / (24 * time.Hour)),
		RecertifyDays: c.Recertify,
		Tabs:          offered.Tabs, Programs: offered.Programs, Links: help.Links, Contacts: help.Contacts,
	}, errors.Join(wrongPrograms, wrongLinks)
}

// Example is the registry for an example: the files of a folder when it
// exists, else the built-in ones.
func Example(dir string) fs.FS {
	if info, err := os.Stat(dir); dir != "" && err == nil && info.IsDir() {
		return os.DirFS(dir)
	}
	return registry.Example()
}

// inUse tells a folder that another process has from one that is broken.
func inUse(err error) error {
	if strings.Contains(err.Error(), "Cannot acquire directory lock") { // Badger has no error value for it
		return fmt.Errorf("%w (%w)", ErrInUse, err)
	}
	return err
}
