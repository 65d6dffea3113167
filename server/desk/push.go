package desk

import (
	"context"
	"crypto/ecdh"
	"encoding/base64"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// maxEndpoint is how long the address of a push service may be.
const maxEndpoint = 2048

// SetPush stores where the device of the person's session is told what changes,
// in place of what was stored for it. On a shared computer nothing is told.
// Errors: bad_request, forbidden, sign_in_required.
func (d *Desk) SetPush(ctx context.Context, who Who, b wire.PushSubscription) error {
	if who.Shared || d.Settings.PushKey == "" {
		return problem(wire.CodeForbidden)
	}
	if !isEndpoint(b.Endpoint) || !areKeys(b.Keys) {
		return problem(wire.CodeBadRequest)
	}
	s := ledger.Subscription{
		Account: who.Account, Session: who.Session, Endpoint: b.Endpoint, P256dh: b.Keys.P256dh, Auth: b.Keys.Auth,
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.PutSubscription(s)
	}})
	return commandError(sessionError(err))
}

// DropPush ends it: the device is told nothing any more.
func (d *Desk) DropPush(ctx context.Context, who Who) error {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.DropSubscription(who.Account, who.Session)
	}})
	return commandError(err)
}

// isEndpoint says whether an address may be a push service's: https at its own
// port, at a name. Where the name leads is looked at whenever it is called.
func isEndpoint(endpoint string) bool {
	u, err := url.Parse(endpoint)
	if err != nil || len(endpoint) > maxEndpoint || u.Scheme != "https" || u.User != nil || u.Fragment != "" {
		return false
	}
	_, notName := netip.ParseAddr(u.Hostname())
	return notName != nil && strings.Contains(u.Hostname(), ".") && (u.Port() == "" || u.Port() == "443")
}

// areKeys says whether something can be encrypted for a device (RFC 8291, 3.1).
func areKeys(k wire.PushKeys) bool {
	point, err := base64.RawURLEncoding.DecodeString(k.P256dh)
	if err != nil {
		return false
	}
	auth, err := base64.RawURLEncoding.DecodeString(k.Auth)
	if err != nil || len(auth) != 16 {
		return false
	}
	_, err = ecdh.P256().NewPublicKey(point)
	return err == nil
}

// Push is what the devices of one account are told because of a fact.
type Push struct {
	Devices []ledger.Subscription
	wire.Push
}

// Pushes says what a fact tells the devices of its person, in their language. Of
// what they did themselves they are told nothing.
func (d *Desk) Pushes(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]Push, error) {
	data, err := f.Decode()
	if err != nil {
		return nil, err
	}
	to, about := pushed(data)
	if to == "" || f.By.Account == to {
		return nil, nil
	}
	devices, err := r.Subscriptions(to, d.Now())
	if err != nil || len(devices) == 0 {
		return nil, err
	}
	letters, err := d.Letters(r, g, f)
	var pushes []Push
	for _, l := range letters {
		if l.Account != to || l.Link != nil { // a one-time link is for the mailbox alone
			continue
		}
		p := wire.Push{Lang: string(l.Lang), Tag: about, URL: d.pageOf(l)}
		if e, ok := data.(*event.RequestMoved); ok {
			p.Title, p.Body = d.statusPush(l.Lang, e)
		} else {
			p.Title, p.Body = d.notePush(l)
		}
		pushes = append(pushes, Push{devices, p})
	}
	return pushes, err
}

// statusPush words a transition as the screen does. It names the request by its
// reference: of a third party's contract not even the requester is shown more.
func (d *Desk) statusPush(lang i18n.Lang, e *event.RequestMoved) (title, body string) {
	w := d.words(lang)
	title = w.T("push.request", w.T("status."+string(e.To), d.Settings.Vendor), e.Reference)
	lines := w.Explained(e.To, "", wire.Request{Status: e.To, Belongs: e.Belongs})
	if len(lines) == 0 {
		return title, w.T("push.open")
	}
	if lines[0].Support {
		return title, lines[0].Text + " " + d.Settings.SupportEmail
	}
	return title, lines[0].Text
}

// notePush words a letter about an access or a conversation; what it is stands
// on the page.
func (d *Desk) notePush(l Letter) (title, body string) {
	w, key := d.words(l.Lang), "push."+l.What
	if !i18n.Has(key) {
		key = "push.access"
	}
	return w.T(key, d.Settings.Vendor), w.T("push.open")
}

// pageOf is the page that a letter leads to.
func (d *Desk) pageOf(l Letter) string {
	for _, p := range slices.Backward(l.Body) {
		if page, ok := strings.CutPrefix(p.Link, d.Origin); ok && page != "" {
			return page
		}
	}
	return wire.RouteHome
}

// pushed says whom a fact is told to, and what it is about.
func pushed(data event.Data) (account, about string) {
	switch e := data.(type) {
	case *event.RequestMoved:
		return e.Account, e.Request
	case *event.GrantGiven:
		return e.Account, e.Grant
	case *event.GrantEnding:
		return e.Account, e.Grant
	case *event.GrantEnded:
		return e.Account, e.Grant
	case *event.GrantRevoked:
		return e.Account, e.Grant
	case *event.MessageSent:
		return e.Account, e.Conversation
	}
	return "", ""
}
