package e2e

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"

	"accord/app/session"
	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// flips is how often the network comes and goes in the random test.
const flips = 100

// A person does things at random while the network comes and goes a hundred
// times, answers are lost and tabs are killed: what the portal holds in the end
// is what a model says, each thing once and in its order. The outbox is the
// program's own, the portal the real one at the end of the cable. SEED repeats
// a run.
func TestOutbox_RandomActionsOverARandomNetwork(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("SEED"); text != "" {
		seed, _ = strconv.ParseUint(text, 10, 64)
	}
	t.Logf("SEED=%d", seed)
	tick := &ticking{now: time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)}
	s := openSite(t, tick.next)
	d := newDevice(t, s, rand.New(rand.NewPCG(seed, seed)))
	for d.flipped < flips {
		switch d.random.IntN(5) {
		case 0:
			d.flip()
		case 1:
			d.loseAnAnswer()
		case 2:
			d.act()
		default:
			d.run(tick)
		}
	}
	s.cable.loseAnswer("")
	s.cable.set(false)
	for range 1000 { // the limits on messages let some wait
		if d.run(tick); len(d.waiting()) == 0 {
			break
		}
	}
	if left := d.waiting(); len(left) > 0 {
		t.Fatalf("%d still wait: %s", len(left), left[0].About)
	}
	t.Logf("%d things done over %d flips, %d tabs killed", len(d.want), d.flipped, d.killed)
	if diff := diff.Diff(d.want, d.done()); diff != "" {
		t.Errorf("done (-want +got):\n%s", diff)
	}
	if got := d.nickname(); got != d.nick {
		t.Errorf("the profile says %q, want %q", got, d.nick)
	}
	if got := s.status(felix, d.pending); (got == access.Cancelled) != d.cancels {
		t.Errorf("what was to be cancelled (%t) stands at %s", d.cancels, got)
	}
	for _, o := range d.rows {
		if o.State != session.OutRefused || o.About != "to be refused" {
			t.Errorf("left over: %+v", o)
		}
	}
}

// ticking is a clock that no two readings of show the same time, so that what
// the portal did can be put in its order.
type ticking struct {
	mu  sync.Mutex
	now time.Time
}

func (c *ticking) next() time.Time { return c.pass(time.Microsecond) }

func (c *ticking) pass(d time.Duration) time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	return c.now
}

// device is a browser with an outbox in memory, and the model of what is to
// come of it. As the tabs of a browser, its runs have the box one at a time.
type device struct {
	t      *testing.T
	site   *site
	random *rand.Rand
	who    desk.Who
	cookie *http.Cookie
	client *http.Client

	rows []session.Outgoing
	made int

	cut     bool
	flipped int
	killed  int
	want    []string // submissions and messages, in the order in which they were made
	nick    string
	pending string // ID of a request that can be cancelled once
	cancels bool
}

func newDevice(t *testing.T, s *site, random *rand.Rand) *device {
	d := &device{t: t, site: s, random: random, who: s.account(felix, "en"), pending: s.waits(felix)[0], want: []string{"5200000101"},
		client: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: patience}}
	body, err := json.Marshal(wire.SignIn{Email: felix, Password: s.password})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := d.client.Post(s.URL()+wire.PathSession, "application/json", bytes.NewReader(body))
	if err != nil || answer.StatusCode != http.StatusCreated {
		t.Fatalf("sign in: %v, %v", answer, err)
	}
	defer answer.Body.Close()
	d.cookie = answer.Cookies()[0]
	return d
}

func (d *device) flip() {
	d.cut = !d.cut
	d.flipped++
	d.site.cable.set(d.cut)
}

// loseAnAnswer cuts the cable once the portal has done the next command of a
// kind.
func (d *device) loseAnAnswer() {
	if d.cut {
		d.flip()
	}
	d.site.cable.loseAnswer([]string{"POST " + wire.PathSubmissions, "POST " + wire.PathConversations, "PUT " + wire.PathProfile}[d.random.IntN(3)])
}

// act does something that a person does.
func (d *device) act() {
	name := fmt.Sprint("thing ", d.made)
	switch d.random.IntN(5) {
	case 0:
		number := strconv.Itoa(610001 + d.random.IntN(12))
		d.want = append(d.want, number)
		d.add(session.WhatSubmit, "POST", wire.PathSubmissions, number, wire.Submit{
			Level: access.Full, Kind: access.KindContract, Identifiers: []string{number}, Agreed: true})
	case 1:
		d.want = append(d.want, name)
		d.add(session.WhatMessage, "POST", wire.MessagesPath(d.who.Account), name, wire.SendMessage{Text: name})
	case 2:
		d.nick = name
		d.add(session.WhatProfile, "PUT", wire.PathProfile, name, wire.Profile{
			GivenName: "Felix", FamilyName: "Roth", Nickname: name, Company: "Velmora", Address: "Harbour 1", Country: "DE", Language: "en"})
	case 3:
		about := "to be refused" // but for the first time, which comes in time
		if !d.cancels {
			d.cancels, about = true, "the cancellation"
		}
		d.add(session.WhatMove, "POST", wire.MovePath(d.pending, access.MoveCancel), about, wire.Moved{})
	default:
		d.add(session.WhatMessage, "POST", wire.MessagesPath(d.who.Account), "to be refused", wire.SendMessage{Text: " "})
	}
}

func (d *device) add(what session.What, method, path, about string, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		d.t.Fatal(err)
	}
	d.made++
	d.rows = append(d.rows, session.Outgoing{
		ID: d.made, Account: d.who.Account, Key: fmt.Sprintf("key-of-the-thing-%d", d.made), What: what, About: about,
		Method: method, Path: path, Body: text, State: session.OutWaiting,
	})
}

// run is a tab that sends what waits; it may be killed at any moment.
func (d *device) run(tick *ticking) {
	tick.pass(2 * time.Second)
	defer func() {
		cause := recover()
		if err, _ := cause.(error); cause != nil && !errors.Is(err, errKilled) {
			panic(cause)
		}
	}()
	c := session.Courier{Box: d, Account: d.who.Account, Send: d.send, Spread: d.random.Float64}
	if _, err := c.Run(0); err != nil {
		d.t.Fatal(err)
	}
}

var errKilled = errors.New("the tab was killed")

// send gives the portal a command over the cable, as the page does.
func (d *device) send(o session.Outgoing) (string, error) {
	if d.random.IntN(8) == 0 {
		d.killed++
		panic(errKilled)
	}
	text, err := d.over(o)
	if d.random.IntN(8) == 0 { // before it could note the answer
		d.killed++
		panic(errKilled)
	}
	return text, err
}

func (d *device) over(o session.Outgoing) (string, error) {
	request, err := http.NewRequestWithContext(d.t.Context(), o.Method, d.site.URL()+o.Path, bytes.NewReader(o.Body))
	if err != nil {
		return "", err
	}
	request.AddCookie(d.cookie)
	request.GetBody = nil // the client does not try again by itself
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set(wire.KeyHeader, o.Key)
	request.Header.Set(wire.AccountHeader, o.Account)
	answer, err := d.client.Do(request)
	if err != nil {
		if !d.cut { // by the cable itself: an answer was lost
			d.cut = true
			d.flipped++
		}
		return "", &wire.Problem{Code: wire.CodeOffline}
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return "", &wire.Problem{Code: wire.CodeOffline}
	}
	if answer.StatusCode < 400 {
		return string(text), nil
	}
	p := &wire.Problem{}
	if err := json.Unmarshal(text, p); err != nil {
		d.t.Fatalf("%s: status %d: %s", o.Path, answer.StatusCode, text)
	}
	return "", p
}

// Rows, Put and Drop make the device the outbox of its tabs.
func (d *device) Rows() ([]session.Outgoing, error) { return slices.Clone(d.rows), nil }

func (d *device) Put(o session.Outgoing) error {
	for i := range d.rows {
		if d.rows[i].ID == o.ID {
			d.rows[i] = o
		}
	}
	return nil
}

func (d *device) Drop(id int) error {
	d.rows = slices.DeleteFunc(d.rows, func(o session.Outgoing) bool { return o.ID == id })
	return nil
}

func (d *device) waiting() []session.Outgoing {
	return slices.DeleteFunc(slices.Clone(d.rows), func(o session.Outgoing) bool { return o.State != session.OutWaiting })
}

// done is what the portal holds, in the order in which it was done.
func (d *device) done() []string {
	type thing struct {
		at   time.Time
		name string
	}
	var things []thing
	for cursor := ""; ; {
		list, err := d.site.Desk.Requests(d.t.Context(), d.who, "", "", cursor)
		if err != nil {
			d.t.Fatal(err)
		}
		for _, r := range list.Requests {
			things = append(things, thing{r.SubmittedAt, r.Identifier.Value})
		}
		if cursor = list.Next; cursor == "" {
			break
		}
	}
	for cursor := ""; ; {
		page, err := d.site.Desk.Conversation(d.t.Context(), d.who, d.who.Account, cursor)
		if err != nil {
			d.t.Fatal(err)
		}
		for _, m := range page.Messages {
			things = append(things, thing{m.At, m.Text})
		}
		if cursor = page.Next; cursor == "" {
			break
		}
	}
	slices.SortFunc(things, func(a, b thing) int { return cmp.Compare(a.at.UnixNano(), b.at.UnixNano()) })
	var names []string
	for _, t := range things {
		names = append(names, t.name)
	}
	return names
}

func (d *device) nickname() string {
	me, err := d.site.Desk.Me(d.t.Context(), d.who)
	if err != nil {
		d.t.Fatal(err)
	}
	return me.Profile.Nickname
}
