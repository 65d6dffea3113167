package desk_test

import (
	"crypto/ecdh"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func openPush(t *testing.T) *office {
	t.Helper()
	return open(t, func(c *desk.Config) { c.Settings.PushKey = "key" })
}

// on signs a person in on a device that is told what changes.
func (o *office) on(who desk.Who, device string) (desk.Who, wire.PushSubscription) {
	o.t.Helper()
	must(o.t, o.Sessions.PutSession(o.t.Context(), ledger.Session{
		ID: device, Hash: device, Account: who.Account, CreatedAt: o.clock(), ExpiresAt: o.clock().Add(90 * 24 * time.Hour),
	}))
	who.Session = device
	s := subscription(o.t, device)
	must(o.t, o.SetPush(o.t.Context(), who, s))
	return who, s
}

func subscription(t testing.TB, device string) wire.PushSubscription {
	t.Helper()
	private, err := ecdh.P256().GenerateKey(rand.Reader)
	must(t, err)
	text := base64.RawURLEncoding.EncodeToString
	return wire.PushSubscription{
		Endpoint: "https://push.example/" + device,
		Keys:     wire.PushKeys{P256dh: text(private.PublicKey().Bytes()), Auth: text(make([]byte, 16))},
	}
}

// pushes are what facts after one tell.
func (o *office) pushes(after uint64) (pushes []desk.Push) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		return o.Registry.Use(func(g *registry.Generation) error {
			facts, err := r.Facts(after, 1000)
			for _, f := range facts {
				some, err := o.Pushes(r, g, f)
				must(o.t, err)
				pushes = append(pushes, some...)
			}
			return err
		})
	}))
	return pushes
}

// devices are an account's, the oldest first.
func (o *office) devices(account string) []string {
	o.t.Helper()
	sessions := []string{}
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		all, err := r.Subscriptions(account, o.clock())
		for _, s := range all {
			sessions = append(sessions, s.Session)
		}
		return err
	}))
	return sessions
}

func TestPushes_ADecisionByTheReferenceAlone(t *testing.T) {
	for lang, want := range map[i18n.Lang]string{i18n.English: "Approved: request ", i18n.Japanese: "承認済み: リクエスト "} {
		t.Run(string(lang), func(t *testing.T) {
			o := openPush(t)
			pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
			_, err := o.SetLanguage(t.Context(), pat, wire.SetLanguage{Language: string(lang)})
			must(t, err)
			o.on(pat, "phone")
			o.on(ann, "desk")
			at := o.since()
			r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
			if own := o.pushes(at); len(own) != 0 {
				t.Errorf("of the person's own doing is told %+v", own)
			}
			at = o.since()
			_, err = o.move(ann, r.ID, access.MoveApprove, "for 1001")
			must(t, err)
			told := o.pushes(at)
			if len(told) != 1 || told[0].Title != want+r.Reference || told[0].Tag != r.ID || told[0].URL != wire.RequestRoute(r.ID) ||
				told[0].Lang != string(lang) || len(told[0].Devices) != 1 || told[0].Devices[0].Session != "phone" {
				t.Fatalf("told %+v", told)
			}
			if strings.Contains(told[0].Title+told[0].Body, "1001") {
				t.Errorf("the contract is named: %+v", told[0].Push)
			}
		})
	}
}

func TestPushes_EveryStatusAndTheVendorByName(t *testing.T) {
	o := openPush(t)
	pat, ann, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example")
	o.on(pat, "phone")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	at := o.since()
	_, err := o.move(ann, r.ID, access.MovePass, "")
	must(t, err)
	_, err = o.move(rita, r.ID, access.MoveAsk, "Which company?")
	must(t, err)
	_, err = o.move(pat, r.ID, access.MoveCancel, "")
	must(t, err)
	told := o.pushes(at)
	if len(told) != 2 || !strings.HasPrefix(told[0].Title, "Pending Vendor review: ") || !strings.HasPrefix(told[1].Title, "Pending further action: ") {
		t.Errorf("told %+v", told)
	}
}

func TestPushes_AThirdPartyLearnsNothingOfTheContract(t *testing.T) {
	o := openPush(t)
	o.who("carl@alpha.example")
	_, err := o.AddAccount(t.Context(), "bare@alpha.example", password, "")
	must(t, err)
	bare, ann := o.who("bare@alpha.example"), o.who("ann@alpha.example")
	o.on(bare, "phone")
	at := o.since()
	r := o.sponsored("1001", access.Full, "bare@alpha.example")
	_, err = o.approveFor(ann, r.ID, wire.Moved{Purpose: "Operating the branch network", EndsOn: "2027-06-30"})
	must(t, err)
	told := o.pushes(at)
	if len(told) != 1 || told[0].Title != "You have been given access" || told[0].URL != wire.RouteAccess {
		t.Fatalf("told %+v", told)
	}
	if text := told[0].Title + told[0].Body + told[0].Tag + told[0].URL; strings.Contains(text, "1001") || strings.Contains(text, r.Reference) {
		t.Errorf("the third party reads %q", text)
	}
}

func TestPushes_WhatBecomesOfAnAccess(t *testing.T) {
	o := openPush(t)
	bare := o.who("bare@alpha.example")
	o.on(bare, "phone")
	g := o.lasting(bare, "1001", 20*24*time.Hour)
	at := o.since()
	o.tick(7 * 24 * time.Hour)
	o.tick(14 * 24 * time.Hour)
	titles := []string{}
	for _, p := range o.pushes(at) {
		titles = append(titles, p.Title)
		if p.Tag != g.Grant || strings.Contains(p.Title+p.Body, "1001") {
			t.Errorf("told %+v", p.Push)
		}
	}
	if !slices.Contains(titles, "Some of your access ends soon") || titles[len(titles)-1] != "Some of your access has ended" {
		t.Errorf("told %q", titles)
	}
}

func TestPushes_AnAnswerThatFindsNobodyThere(t *testing.T) {
	c := openCounter(t)
	c.Settings.PushKey = "key"
	c.on(c.carl, "phone")
	c.says(c.carl, c.carl.Account, "hello")
	at := c.since()
	c.says(c.rita, c.carl.Account, "Contract 1001 is yours.")
	told := c.pushes(at)
	if len(told) != 1 || told[0].Title != "Vendor support has answered you" || strings.Contains(told[0].Body, "1001") || told[0].URL != wire.RouteChat {
		t.Errorf("told %+v", told)
	}
	c.connect(c.carl, true)
	at = c.since()
	c.says(c.rita, c.carl.Account, "Are you there?")
	if told := c.pushes(at); len(told) != 0 {
		t.Errorf("who is there is told %+v", told)
	}
}

func TestSetPush_ADeviceIsThePersonsWhoIsSignedInOnIt(t *testing.T) {
	o := openPush(t)
	pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
	pat, browser := o.on(pat, "phone")
	must(t, o.SetPush(t.Context(), pat, browser))
	same(t, "once", o.devices(pat.Account), []string{"phone"})
	moved := subscription(t, "moved")
	must(t, o.SetPush(t.Context(), pat, moved))
	same(t, "with another endpoint", o.devices(pat.Account), []string{"phone"})

	ann, _ = o.on(ann, "the same phone")
	must(t, o.SetPush(t.Context(), ann, moved))
	same(t, "of who had the device before", o.devices(pat.Account), []string{})
	same(t, "of who has it now", o.devices(ann.Account), []string{"the same phone"})
	must(t, o.DropPush(t.Context(), ann))
	same(t, "switched off", o.devices(ann.Account), []string{})
}

func TestSetPush_TheOldestOfTwentyGivesWay(t *testing.T) {
	o := openPush(t)
	pat := o.who("pat@mail.example")
	for i := range 21 {
		o.on(pat, strconv.Itoa(i))
		o.pass(time.Minute)
	}
	if left := o.devices(pat.Account); len(left) != 20 || left[0] != "1" || left[19] != "20" {
		t.Errorf("left are %v", left)
	}
}

func TestSetPush_EndsWithTheSession(t *testing.T) {
	o := openPush(t)
	pat := o.who("pat@mail.example")
	phone, _ := o.on(pat, "phone")
	o.pass(time.Minute)
	laptop, _ := o.on(pat, "laptop")
	o.pass(time.Minute)
	o.on(pat, "tablet")
	must(t, o.SignOut(t.Context(), phone))
	same(t, "after signing out", o.devices(pat.Account), []string{"laptop", "tablet"})
	must(t, o.EndSession(t.Context(), laptop, "tablet"))
	same(t, "after a revocation", o.devices(pat.Account), []string{"laptop"})
	o.pass(91 * 24 * time.Hour)
	same(t, "after its time", o.devices(pat.Account), []string{})
	if err := o.SetPush(t.Context(), phone, subscription(t, "phone")); !isCode(err, wire.CodeSignInRequired) {
		t.Errorf("a session that has ended: %v", err)
	}
}

func isCode(err error, code wire.Code) bool {
	var p *wire.Problem
	return errors.As(err, &p) && p.Code == code
}

func TestSetPush_Refuses(t *testing.T) {
	o := openPush(t)
	pat, good := o.on(o.who("pat@mail.example"), "phone")
	with := func(change func(*wire.PushSubscription)) wire.PushSubscription {
		s := good
		change(&s)
		return s
	}
	endpoint := func(e string) wire.PushSubscription {
		return with(func(s *wire.PushSubscription) { s.Endpoint = e })
	}
	for name, s := range map[string]wire.PushSubscription{
		"Nothing":            {},
		"PlainHTTP":          endpoint("http://push.example/1"),
		"AnAddress":          endpoint("https://93.184.215.14/1"),
		"AnAddressOfSix":     endpoint("https://[2606:2800::1]/1"),
		"ThisMachine":        endpoint("https://localhost/1"),
		"AnotherPort":        endpoint("https://push.example:8443/1"),
		"ANameAndPassword":   endpoint("https://a:b@push.example/1"),
		"AnEndlessOne":       endpoint("https://push.example/" + strings.Repeat("x", 2048)),
		"NoPointOfTheCurve":  with(func(s *wire.PushSubscription) { s.Keys.P256dh = base64.RawURLEncoding.EncodeToString(make([]byte, 65)) }),
		"AShortSecret":       with(func(s *wire.PushSubscription) { s.Keys.Auth = "AAAA" }),
		"AnythingElseAsAKey": with(func(s *wire.PushSubscription) { s.Keys.Auth = "!" }),
	} {
		t.Run(name, func(t *testing.T) {
			if err := o.SetPush(t.Context(), pat, s); !isCode(err, wire.CodeBadRequest) {
				t.Errorf("%+v: %v", s, err)
			}
		})
	}
	shared := pat
	shared.Shared = true
	if err := o.SetPush(t.Context(), shared, good); !isCode(err, wire.CodeForbidden) {
		t.Errorf("on a shared computer: %v", err)
	}
	o.Settings.PushKey = ""
	if err := o.SetPush(t.Context(), pat, good); !isCode(err, wire.CodeForbidden) {
		t.Errorf("switched off: %v", err)
	}
}
