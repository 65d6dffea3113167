package post_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
	"accord/server/post/pushtest"
	"accord/server/registry"
	"accord/shared/wire"
)

// teller tells the account that a token is named after.
type teller struct{ now func() time.Time }

func (t teller) Pushes(r *ledger.Reader, _ *registry.Generation, f event.Fact) ([]desk.Push, error) {
	data, err := f.Decode()
	issued, ok := data.(*event.TokenIssued)
	if err != nil || !ok {
		return nil, err
	}
	about, _, _ := strings.Cut(issued.Token, ":")
	devices, err := r.Subscriptions(issued.Name, t.now())
	return []desk.Push{{Devices: devices, Push: wire.Push{Title: issued.Token, Tag: about, URL: "/requests/" + about}}}, err
}

// pushing is an office with a pusher, and a push service.
type pushing struct {
	*office
	service *pushtest.Service
	pusher  *post.Pusher
	push    post.PushConfig
	key     string
}

func newPushing(t testing.TB) *pushing {
	t.Helper()
	p := &pushing{office: newOffice(t, nil), service: pushtest.New(t)}
	p.push = post.PushConfig{
		Registry: p.config.Registry, Client: p.service.Client(), Contact: "support@vendor.example",
		Now: p.clock, Random: p.config.Random, Log: p.config.Log,
	}
	p.open()
	return p
}

func (p *pushing) open() {
	p.t.Helper()
	p.push.Ledger, p.push.ReadOnly = p.ledger, p.ledger.ReadOnly
	p.pusher = post.NewPusher(p.push)
	p.pusher.Tell(teller{p.clock})
	key, err := p.pusher.Open(p.t.Context())
	must(p.t, err)
	p.key = key
}

// reopen is a restart of the portal.
func (p *pushing) reopen() {
	p.t.Helper()
	p.restart()
	p.open()
}

// device signs a person in on another device and subscribes it.
func (p *pushing) device(account, session string) (endpoint string) {
	p.t.Helper()
	must(p.t, p.ledger.PutSession(p.t.Context(), ledger.Session{
		ID: session, Hash: session, Account: account, ExpiresAt: p.clock().Add(30 * 24 * time.Hour),
	}))
	s := p.service.Subscribe(p.key)
	_, err := p.ledger.Do(p.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.PutSubscription(ledger.Subscription{
			Account: account, Session: session, Endpoint: s.Endpoint, P256dh: s.Keys.P256dh, Auth: s.Keys.Auth,
		})
	}})
	must(p.t, err)
	return s.Endpoint
}

// takeAll reads what the pusher has not read.
func (p *pushing) takeAll() {
	p.t.Helper()
	var facts []event.Fact
	must(p.t, p.ledger.View(p.t.Context(), func(r *ledger.Reader) error {
		at, err := r.PushCursor()
		if err != nil && !errors.Is(err, ledger.ErrNotFound) {
			return err
		}
		facts, err = r.Facts(at.Seq, 1000)
		return err
	}))
	must(p.t, p.pusher.Take(p.t.Context(), facts))
}

func (p *pushing) deliverAll() (next time.Time) {
	p.t.Helper()
	p.takeAll()
	next, err := p.pusher.Deliver(p.t.Context())
	must(p.t, err)
	return next
}

// titles are what devices were told.
func (p *pushing) titles() (titles []string) {
	p.t.Helper()
	for _, told := range p.service.Told() {
		var push wire.Push
		must(p.t, json.Unmarshal([]byte(told.Text), &push))
		titles = append(titles, push.Title)
	}
	return titles
}

func (p *pushing) want(titles ...string) {
	p.t.Helper()
	got := p.titles()
	slices.Sort(got) // services are told side by side
	if !slices.Equal(got, titles) {
		p.t.Errorf("told %q, want %q", got, titles)
	}
}

func (p *pushing) subscriptions(account string) (all []ledger.Subscription) {
	p.t.Helper()
	must(p.t, p.ledger.View(p.t.Context(), func(r *ledger.Reader) (err error) {
		all, err = r.Subscriptions(account, p.clock())
		return err
	}))
	return all
}

func TestPusher_TellsEachDeviceOfThePersonEncrypted(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.device("hana", "desk")
	p.device("tom", "phone of tom")
	p.issue("r1", "hana")
	p.deliverAll()
	p.want("r1", "r1")
	told := p.service.Told()[0]
	if told.TTL != 24*60*60 || len(told.Topic) != 32 || strings.Contains(told.Topic, "r1") || told.Urgency != "normal" {
		t.Errorf("sent as %+v", told)
	}
	p.deliverAll()
	p.want("r1", "r1")
}

func TestPusher_KeepsItsKeyAndGoesOnFromItsCursor(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	key := p.key
	p.issue("r1", "hana")
	p.takeAll()
	p.issue("r2", "hana")
	p.reopen() // one is written down and not sent, the other not even written down
	if p.key != key {
		t.Error("the key has changed: every subscription is void")
	}
	p.deliverAll()
	p.reopen()
	p.deliverAll()
	p.want("r1", "r2")
}

func TestPusher_ACrashBetweenSendingAndMarkingMakesOneDuplicate(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.issue("r1", "hana")
	p.takeAll()
	config := p.push
	config.Ledger = &crash{Ledger: p.ledger, dead: true}
	dying := post.NewPusher(config)
	if _, err := dying.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := dying.Deliver(t.Context()); err == nil {
		t.Fatal("the crash was not seen")
	}
	p.reopen()
	p.deliverAll()
	p.deliverAll()
	p.want("r1", "r1")
}

func TestPusher_AServiceThatIsDownForAnHourLosesNothing(t *testing.T) {
	for name, status := range map[string]int{"Busy": http.StatusTooManyRequests, "Broken": http.StatusBadGateway} {
		t.Run(name, func(t *testing.T) {
			p := newPushing(t)
			p.device("hana", "phone")
			p.service.Answers(status)
			p.issue("r1", "hana")
			for range 60 {
				p.deliverAll()
				p.pass(time.Minute)
			}
			if tries := p.service.Tries(); tries < 4 || tries > 10 {
				t.Errorf("%d tries in an hour", tries)
			}
			p.service.Answers(0)
			for range 5 * 60 { // the longest wait may have begun just now
				p.deliverAll()
				p.pass(time.Minute)
			}
			p.want("r1")
		})
	}
}

func TestPusher_AServiceIsLeftAloneAsLongAsItAsks(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.device("hana", "desk")
	p.service.Answers(http.StatusTooManyRequests, "Retry-After", "1800")
	p.issue("r1", "hana")
	for range 29 {
		p.deliverAll()
		p.pass(time.Minute)
	}
	if tries := p.service.Tries(); tries != 1 {
		t.Errorf("%d tries of two pushes", tries)
	}
	p.service.Answers(0)
	p.pass(2 * time.Minute)
	p.deliverAll()
	p.want("r1", "r1")
}

func TestPusher_ANewerTakesThePlaceOfWhatStillWaits(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.service.Answers(http.StatusBadGateway)
	p.issue("r1:pending", "hana")
	p.deliverAll()
	p.issue("r1:approved", "hana")
	p.issue("r2:denied", "hana")
	p.deliverAll()
	p.service.Answers(0)
	for range 5 {
		p.pass(30 * time.Minute)
		p.deliverAll()
	}
	p.want("r1:approved", "r2:denied")
}

func TestPusher_ASubscriptionThatIsGoneIsRemoved(t *testing.T) {
	p := newPushing(t)
	phone := p.device("hana", "phone")
	p.device("hana", "desk")
	p.service.Forget(phone)
	p.issue("r1", "hana")
	p.deliverAll()
	p.want("r1")
	if left := p.subscriptions("hana"); len(left) != 1 || left[0].Session != "desk" {
		t.Errorf("left are %+v", left)
	}
}

func TestPusher_ASubscriptionOfAnotherKeyIsRemoved(t *testing.T) {
	for _, status := range []int{http.StatusUnauthorized, http.StatusForbidden} {
		p := newPushing(t)
		p.device("hana", "phone")
		p.service.Answers(status)
		p.issue("r1", "hana")
		p.deliverAll()
		if left := p.subscriptions("hana"); len(left) != 0 {
			t.Errorf("%d: left are %+v", status, left)
		}
	}
}

func TestPusher_ASlowServiceRests(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.device("hana", "desk")
	p.service.Slow(func() { p.pass(3 * time.Second) })
	p.issue("r1", "hana")
	p.deliverAll()
	if tries := p.service.Tries(); tries != 1 {
		t.Errorf("%d pushes in a round, which all others wait for", tries)
	}
	p.pass(time.Minute)
	p.deliverAll()
	p.want("r1", "r1")
}

func TestPusher_TellsNothingThatIsOld(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	p.issue("r1", "hana")
	p.pass(7 * 24 * time.Hour) // the portal was off
	p.issue("r2", "hana")
	p.deliverAll()
	p.want("r2")

	p.issue("r3", "hana")
	p.takeAll()
	p.pass(25 * time.Hour)
	p.issue("r4", "hana")
	if next := p.deliverAll(); !next.IsZero() {
		t.Errorf("something still waits until %v", next)
	}
	p.want("r2", "r4")
}

func TestPusher_TellsNothingFromBeforeTheDeviceWasThere(t *testing.T) {
	p := newPushing(t)
	p.issue("r1", "hana")
	p.pass(time.Minute)
	p.device("hana", "phone")
	p.deliverAll()
	p.want()
}

func TestPusher_TellsNothingAfterTheSessionOrTheAccountHasEnded(t *testing.T) {
	p := newPushing(t)
	for _, who := range []string{"signed out", "revoked", "erased", "expired"} {
		p.device(who, who)
		p.issue(who, who)
	}
	p.takeAll()
	ctx := t.Context()
	must(t, p.ledger.DropSession(ctx, "signed out"))
	_, err := p.ledger.DropSessionsOf(ctx, "revoked", "")
	must(t, err)
	_, err = p.ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.DropSubscriptions("erased")
	}})
	must(t, err)
	for _, who := range []string{"signed out", "revoked", "erased"} {
		if left := p.subscriptions(who); len(left) > 0 {
			t.Errorf("%s leaves %+v", who, left)
		}
	}
	p.pass(31 * 24 * time.Hour)
	p.issue("later", "expired")
	p.deliverAll()
	p.want()
}

func TestPusher_ReachesTheInternetOnly(t *testing.T) {
	client := post.NewPushClient()
	for _, url := range []string{"https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/", "https://localhost/"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, nil)
		must(t, err)
		answer, err := client.Do(r)
		if err == nil {
			_ = answer.Body.Close()
		}
		if !errors.Is(err, post.ErrNotPublic) {
			t.Errorf("%s: %v", url, err)
		}
	}
}

func TestPusher_ARunningOneTellsByItself(t *testing.T) {
	p := newPushing(t)
	p.device("hana", "phone")
	_, err := p.ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.SetPushCursor(tx.Position())
	}})
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ran := make(chan struct{})
	go func() { defer close(ran); p.pusher.Run(ctx) }()
	defer func() { stop(); <-ran }()
	p.issue("r1", "hana")
	p.service.Next()
}
