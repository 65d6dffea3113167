package desk_test

import (
	"context"
	"slices"
	"strconv"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
	"accord/shared/access"
	"accord/shared/wire"
)

// marked is a person who is everything at once, and of whom everything that they
// typed, or that tells who they are, holds a marker.
type marked struct {
	*office
	outbox *post.Outbox
	box    *post.Mailbox

	who                          desk.Who
	ann, carl, rita, olga, other desk.Who

	requests      []string // of theirs, and those that they decided
	conversations []string
}

const (
	markedNow  = "zqmark@mail.example"
	markedOld  = "zqmark.old@mail.example"
	markedNext = "zqmark.new@mail.example"
)

// markers are what may be nowhere once the person is erased.
func markers() []string { return []string{"zqmark", "印山", "5550199", "203.0.113.77"} }

// openMarked has mail delivered for real, to the local mailbox.
func openMarked(t *testing.T, change ...func(*desk.Config)) *marked {
	t.Helper()
	m := &marked{}
	m.office = open(t, append([]func(*desk.Config){func(c *desk.Config) {
		c.Settings.PushKey = "key"
		m.box = post.NewMailbox(c.Now)
		m.outbox = post.New(post.Config{
			Ledger: c.Ledger, ReadOnly: func() bool { return false }, Registry: c.Registry, Transport: m.box,
			Domain: "portal.example", Zone: time.UTC, Now: c.Now, Random: c.Random, Log: c.Log,
		})
		c.Mailer = m.outbox
	}}, change...)...)
	m.outbox.Write(m.Desk)
	m.ann, m.carl, m.rita = m.office.who("ann@alpha.example"), m.office.who("carl@alpha.example"), m.office.who("rita@vendor.example")
	m.olga, m.other = m.office.who("olga@vendor.example"), m.office.who("pat@mail.example")
	return m
}

// keyed is who asks, with an idempotency key: the answer is remembered.
func keyed(who desk.Who, key string) desk.Who {
	who.Key = key
	return who
}

// mailing writes about what happened and delivers it.
func (m *marked) mailing() {
	m.t.Helper()
	at := uint64(0)
	must(m.t, m.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		if cursor, err := r.MailCursor(); err == nil {
			at = cursor.Seq
		}
		facts, err := r.Facts(at, 0)
		must(m.t, err)
		return m.outbox.Take(context.Background(), facts)
	}))
	_, err := m.outbox.Deliver(context.Background())
	must(m.t, err)
}

// plant lets the person be somebody, hold, ask, decide, administer and talk.
func (m *marked) plant() {
	m.registers()
	m.holds()
	m.asks()
	m.administers()
	m.talks()
	m.mailing()
	m.again()
	must(m.t, m.LeaveOffice(m.t.Context(), m.who, access.BillTo("9001"), wire.LeaveOffice{Note: "Zqmark leaves."}))
	m.mailing()
	_, err := m.ChangeEmail(m.t.Context(), m.who, wire.ChangeEmail{Email: markedNext, Password: secret})
	must(m.t, err)
}

// again sends the person's newest mail about a request once more, which its
// decider may.
func (m *marked) again() {
	m.t.Helper()
	list, err := m.RequestMails(m.t.Context(), m.rita, m.requests[0])
	must(m.t, err)
	i := slices.IndexFunc(list.Mails, func(mail wire.Mail) bool { return mail.To == markedNow })
	_, err = m.MailAgain(m.t.Context(), keyed(m.rita, "again"), list.Mails[i].ID)
	must(m.t, err)
}

// registers makes the account, with a former address, sessions and a device.
func (m *marked) registers() {
	t := m.t
	m.who = m.office.who(markedOld)
	_, err := m.AddAccount(t.Context(), markedOld, secret, "")
	must(t, err)
	me, err := m.Me(t.Context(), m.who)
	must(t, err)
	p := me.Profile
	p.GivenName, p.FamilyName, p.GivenNameLocal, p.FamilyNameLocal = "Zqmarkina", "Zqmarkov", "印山子", "印山"
	p.Company, p.Address, p.Phone, p.JobTitle, p.Nickname = "Zqmark Works", "1 Zqmark Street", "+81 5550199", "Zqmarker", "Zqmarky"
	_, err = m.UpdateProfile(t.Context(), keyed(m.who, "profile"), wire.ProfileChange{Profile: p})
	must(t, err)
	_, err = m.ChangeEmail(t.Context(), m.who, wire.ChangeEmail{Email: markedNow, Password: secret})
	must(t, err)
	_, err = m.ConfirmEmail(t.Context(), wire.EmailToken{Token: m.mailedLink(markedNow, wire.RouteConfirmEmail)})
	must(t, err)
	_, _, err = m.SignIn(t.Context(), "203.0.113.77", "Zqmarkfox", wire.SignIn{Email: markedNow, Password: secret})
	must(t, err)
	m.who, _ = m.on(m.who, "zqmark-device")
	must(t, m.ForgotPassword(wire.ForgotPassword{Email: markedNow}))
	_, err = m.Ledger.Do(t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return nil, tx.PutPush(ledger.Push{
			Account: m.who.Account, Session: m.who.Session, Topic: "topic", Payload: []byte(`{"title":"Zqmark"}`), At: tx.Now(), DueAt: tx.Now(),
		})
	}})
	must(t, err)
}

// holds gives the person access in every way, and takes one away.
func (m *marked) holds() {
	t, c := m.t, access.Contract("1001")
	must(t, m.AddOfficeUser(t.Context(), keyed(m.ann, "add"), c, wire.AddUser{Email: markedNow, Level: access.Downloads, Employer: wire.EmployerOther, Purpose: "Zqmark runs it"}))
	_, err := m.Batch(t.Context(), keyed(m.ann, "batch"), c, wire.Batch{Confirm: true, SkipBad: true, Text: markedNow + ",add,full,2027-03-31,other,Zqmark runs all of it\n" + markedNow + ",add,full"})
	must(t, err)
	must(t, m.ChangeRule(t.Context(), keyed(m.ann, "rule"), c, wire.ChangeRule{Rule: "standing", Value: markedNow}))
	must(t, m.NameAdministrator(t.Context(), keyed(m.rita, "name"), access.Contract("1002"), wire.NameAdministrator{Email: markedNow}))
	must(t, m.NameAdministrator(t.Context(), m.rita, access.BillTo("9001"), wire.NameAdministrator{Email: markedNow}))
	for _, u := range m.users(m.ann, c, markedNow) {
		if u.Level == access.Downloads {
			must(t, m.Revoke(t.Context(), keyed(m.ann, "revoke"), u.Grant, wire.Revoke{Reason: access.RevokedOther, Note: "Zqmark left."}))
		}
	}
}

// asks lets the person ask for themselves and for others; some of it waits.
func (m *marked) asks() {
	t := m.t
	waits := m.one(m.who, access.Downloads, "1002", access.PendingVendor)
	asked := m.submit(keyed(m.who, "submit"), access.Full, access.KindContract, "1002")[0]
	_, err := m.move(m.who, asked.ID, access.MoveConfirm, "Zqmark is right.")
	must(t, err)
	_, err = m.move(m.rita, asked.ID, access.MoveDeny, "No, Zqmark.")
	must(t, err)
	m.give(event.GrantGiven{Grant: "g-sponsor", Account: m.who.Account, Level: access.Full, Scope: access.Contract("1001")})
	m.requests = append(m.requests, waits.ID, asked.ID)
}

// administers lets the person decide about others, and write to them.
func (m *marked) administers() {
	t, c := m.t, access.Contract("1002")
	for _, move := range []access.Move{access.MoveDeny, access.MovePass} {
		r := m.one(m.other, access.Downloads, "1002", access.PendingAdministrator)
		_, err := m.move(keyed(m.who, string(move)), r.ID, move, "Zqmark says no.")
		must(t, err)
		m.requests = append(m.requests, r.ID)
	}
	r := m.sponsored("1002", access.Downloads, opal)
	_, err := m.approveFor(m.who, r.ID, wire.Moved{Purpose: "As Zqmark allows", Note: "Zqmark says yes."})
	must(t, err)
	m.requests = append(m.requests, r.ID)
	must(t, m.AddOfficeUser(t.Context(), m.who, c, wire.AddUser{Email: "new@mail.example", Level: access.Full, Employer: wire.EmployerOther, Purpose: "For Zqmark"}))
	must(t, m.AddOfficeUser(t.Context(), m.who, c, wire.AddUser{Email: "gone@mail.example", Level: access.Full, Employer: wire.EmployerOwn}))
	must(t, m.Revoke(t.Context(), m.who, m.user(m.who, c, "gone@mail.example").Grant, wire.Revoke{Reason: access.RevokedOther, Note: "Zqmark took it."}))
}

// talks lets the person write as a customer, and as an agent.
func (m *marked) talks() {
	t := m.t
	say := func(who desk.Who, conversation, text string) {
		_, err := m.SendMessage(t.Context(), keyed(who, strconv.Itoa(len(text))), conversation, wire.SendMessage{Text: text})
		must(t, err)
	}
	say(m.who, m.who.Account, "Hello, I am Zqmark.")
	say(m.rita, m.who.Account, "Hello Zqmark.")
	say(m.who, m.requests[0], "Zqmark on this request.")
	say(m.carl, m.carl.Account, "Who is there?")
	_, err := m.SetRole(t.Context(), keyed(m.olga, "role"), m.who.Account, wire.SetRole{Role: access.RoleReviewer})
	must(t, err)
	m.who.Role = access.RoleReviewer
	_, err = m.Serve(t.Context(), m.who, wire.Serve{Serving: true})
	must(t, err)
	say(m.who, m.carl.Account, "This is Zqmark of the vendor.")
	m.conversations = []string{m.who.Account, m.requests[0], m.carl.Account}
}
