package desk_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// files is a small registry: Alpha holds 1001 (administrator ann), 1002 (none),
// Beta holds 2001; Gamma is the partner behind bill-to 9001.
func files() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"companies.csv": file(`company_id,kind,name_en,name_local,aliases,domains,parent_id,country
A,customer,Alpha Works Inc.,,,alpha.example,,US
B,customer,Beta K.K.,株式会社ベータ,,beta.example,,JP
G,partner,Gamma Partners Ltd,,,gamma.example,,GB
`),
		"bill_to.csv": file("bill_to_id,company_id\n9001,G\n"),
		"contracts.csv": file(`contract_number,holder_company_id,seller_company_id,bill_to_id,service_level,branding,support,issued_at,starts_at,ends_at,status
1001,A,G,9001,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,active
1002,A,G,9001,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,active
2001,B,,,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,active
`),
		"covered_products.csv": file("serial_number,contract_number,product_id,description\nSER-1001,1001,P,Switch\n"),
		"administrators.csv":   file("email,contract_number,bill_to_id\nann@alpha.example,1001,\nabe@alpha.example,1001,\ngil@gamma.example,,9001\n"),
		"accounts.csv": file(`email,given_name,family_name,company_name,company_name_local,address,country,language,role
ann@alpha.example,Ann,Ames,Alpha Works Inc.,,1 Main St,US,en,customer
abe@alpha.example,Abe,Ames,Alpha Works Inc.,,1 Main St,US,en,customer
carl@alpha.example,Carl,Cole,Alpha Works,,1 Main St,US,en,customer
pat@mail.example,Pat,Poe,Alpha Works,,1 Main St,US,en,customer
bare@alpha.example,Bo,Bare,,,,US,en,customer
rita@vendor.example,Rita,Rey,Vendor,,2 Main St,US,en,reviewer
ron@vendor.example,Ron,Roe,Vendor,,2 Main St,US,en,reviewer
olga@vendor.example,Olga,Orr,Vendor,,2 Main St,US,en,operator
`),
		"grants.csv": file("email,level,contract_number,bill_to_id,starts_at,ends_at\npat@mail.example,downloads,2001,,2026-01-01,\n"),
	}
}

// office is a desk with everything real but the clock and the mail.
type office struct {
	*desk.Desk
	t     testing.TB
	mails *mailbox
	who1  string // an account, where one is enough
	token string // of a service that checks entitlements
	store *ledger.Badger
	dir   string // of the ledger

	mu  sync.Mutex
	now time.Time
}

func (o *office) clock() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.now
}

// pass lets time go by.
func (o *office) pass(d time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.now = o.now.Add(d)
}

// mailbox keeps what was sent, and hands it out in order.
type mailbox struct{ sent chan desk.Mail }

func (m *mailbox) Send(mail desk.Mail) { m.sent <- mail }

func (m *mailbox) Wake() {}

func (m *mailbox) Forget(ctx context.Context, _ string, erase func(context.Context) error) error {
	return erase(ctx)
}

func (m *mailbox) next(t testing.TB) desk.Mail {
	t.Helper()
	select {
	case mail := <-m.sent:
		return mail
	case <-time.After(10 * time.Second):
		t.Fatal("no mail came")
		return desk.Mail{}
	}
}

func open(t testing.TB, change ...func(*desk.Config)) *office {
	t.Helper()
	o := &office{t: t, dir: t.TempDir(), now: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC), mails: &mailbox{make(chan desk.Mail, 100)}}
	random := func(b []byte) {
		if _, err := rand.Read(b); err != nil {
			panic(err)
		}
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	store, err := ledger.Open(o.dir, ledger.Options{Now: o.clock, Random: random, Log: log})
	must(t, err)
	o.store = store
	reg, err := registry.Open(t.TempDir(), 0)
	must(t, err)
	public, err := policy.NewPublicDomains([]string{"mail.example"}, nil)
	must(t, err)
	c := desk.Config{
		Ledger: store, Sessions: store, Registry: reg, Public: public, Mailer: o.mails,
		Origin: "https://portal.example", Settings: wire.Settings{Vendor: "Vendor"},
		Password: desk.Cost{Memory: 64, Passes: 1}, // tests can afford no more
		Now:      o.clock, Random: random, Log: log,
	}
	for _, f := range change {
		f(&c)
	}
	o.Desk = desk.New(c)
	t.Cleanup(func() {
		o.wantGoldens()
		o.Close()
		must(t, errors.Join(o.store.Close(), reg.Close()))
	})
	_, err = o.ImportNow(t.Context(), files(), false, nil)
	must(t, err)
	return o
}

// restart closes the desk and its ledger and opens both again: what was only in
// memory is lost.
func (o *office) restart(change ...func(*desk.Config)) {
	o.t.Helper()
	c := o.Config
	o.Close()
	must(o.t, o.store.Close())
	store, err := ledger.Open(o.dir, ledger.Options{Now: o.clock, Random: c.Random, Log: c.Log})
	must(o.t, err)
	o.store, c.Ledger, c.Sessions = store, store, store
	for _, f := range change {
		f(&c)
	}
	o.Desk = desk.New(c)
}

// who takes over a person of the registry.
func (o *office) who(email string) desk.Who {
	o.t.Helper()
	a, err := o.AddAccount(o.t.Context(), email, "", "")
	must(o.t, err)
	return desk.Who{Account: a.ID, Role: a.Role, Session: "s-" + email, Network: "192.0.2.1"}
}

// submit sends identifiers and answers the requests.
func (o *office) submit(who desk.Who, level access.Level, kind access.Kind, ids ...string) []wire.Request {
	o.t.Helper()
	s, err := o.Submit(o.t.Context(), who, wire.Submit{Level: level, Kind: kind, Identifiers: ids, Agreed: true})
	must(o.t, err)
	return s.Requests
}

// one submits one contract and expects its status.
func (o *office) one(who desk.Who, level access.Level, contract string, want access.Status) wire.Request {
	o.t.Helper()
	r := o.submit(who, level, access.KindContract, contract)[0]
	if r.Status != want {
		o.t.Fatalf("contract %s: %s %v, want %s", contract, r.Status, r.Reasons, want)
	}
	return r
}

func (o *office) move(who desk.Who, id string, move access.Move, note string) (wire.Request, error) {
	return o.Move(context.Background(), who, id, move, wire.Moved{Note: note})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused expects a problem with this code and returns it.
func refused(t testing.TB, err error, code wire.Code) *wire.Problem {
	t.Helper()
	var p *wire.Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Fatalf("got %v, want the problem %s", err, code)
	}
	return p
}
