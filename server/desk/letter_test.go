package desk_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words"
)

// letters are those of every fact after a position, as mails.
func (o *office) letters(after uint64) []desk.Mail {
	o.t.Helper()
	var mails []desk.Mail
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		return o.Registry.Use(func(g *registry.Generation) error {
			facts, err := r.Facts(after, 1000)
			if err != nil {
				return err
			}
			for _, f := range facts {
				letters, err := o.Letters(r, g, f)
				if err != nil {
					return err
				}
				for _, l := range letters {
					mails = append(mails, o.Rendered(l))
				}
			}
			return nil
		})
	}))
	return mails
}

// invitation is the only mail to an address since a position, and the token of the
// link in it, which then works.
func (o *office) invitation(after uint64, address string) (m desk.Mail, token string) {
	o.t.Helper()
	mails := to(o.letters(after), address)
	if len(mails) != 1 || mails[0].Link == nil {
		o.t.Fatalf("%d mails to %s, want one with a link: %+v", len(mails), address, mails)
	}
	m = mails[0]
	_, err := o.Ledger.Do(o.t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) { return nil, tx.PutLink(*m.Link) }})
	must(o.t, err)
	return m, link(o.t.(*testing.T), m, `/password/set\?token=`)
}

// since is the position before what comes.
func (o *office) since() uint64 { return o.Ledger.Position().Seq }

// to are the mails to one address.
func to(mails []desk.Mail, address string) []desk.Mail {
	return slices.DeleteFunc(slices.Clone(mails), func(m desk.Mail) bool { return m.To != address })
}

func TestLetters_OneMailForASubmissionThenOneAChange(t *testing.T) {
	o := open(t)
	pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
	at := o.since()
	sent := o.submit(pat, access.Full, access.KindContract, "1001", "1002", "777")
	mails := to(o.letters(at), "pat@mail.example")
	if len(mails) != 1 || len(mails[0].Requests) != 3 {
		t.Fatalf("a submission of three made %d mails: %+v", len(mails), mails)
	}
	for _, r := range sent {
		if !strings.Contains(mails[0].Text, r.Reference) {
			t.Errorf("the mail does not name %s", r.Reference)
		}
	}

	at = o.since()
	_, err := o.move(pat, sent[0].ID, access.MoveConfirm, "")
	must(t, err)
	all := o.letters(at)
	if got := to(all, "pat@mail.example"); len(got) != 1 || !strings.Contains(got[0].Text, "Pending Contract Administrator Review") {
		t.Errorf("the change was mailed as %+v", got)
	}
	for _, address := range []string{"ann@alpha.example", "abe@alpha.example"} {
		got := to(all, address)
		if len(got) != 1 || !strings.Contains(got[0].Text, o.Origin+wire.QueueRoute(sent[0].ID)) ||
			!strings.Contains(got[0].Text, "Pat Poe") {
			t.Errorf("%s was mailed %+v", address, got)
		}
	}

	at = o.since()
	_, err = o.move(ann, sent[0].ID, access.MoveApprove, "")
	must(t, err)
	if got := o.letters(at); len(got) != 1 || !strings.HasPrefix(got[0].Subject, "Approved") {
		t.Errorf("the approval was mailed as %+v", got)
	}
}

// TestLetters_SayWhatTheScreenSays holds mail and screen together: the page is
// made of the same sentences. request_letter_test.go holds every request's mail
// to them, and app/page every card.
func TestLetters_SayWhatTheScreenSays(t *testing.T) {
	o := open(t)
	pat := o.who("pat@mail.example")
	for _, lang := range i18n.Langs() {
		_, err := o.SetLanguage(t.Context(), pat, wire.SetLanguage{Language: string(lang)})
		must(t, err)
		at := o.since()
		sent := o.submit(pat, access.Full, access.KindContract, "1001", "1002", "777", "2001")
		mail := to(o.letters(at), "pat@mail.example")[0]
		w := words.Words{Lang: lang, Settings: o.Settings}
		for _, r := range sent {
			var lines []string
			for _, l := range w.Explained(r.Status, "", r) {
				lines = append(lines, l.Text)
			}
			lines = append(lines, w.Heading(r.Status, r), w.Identifier(r.Identifier))
			lines = append(lines, w.Reasons(r, r.Reasons...)...)
			lines = append(lines, w.Next(r)...)
			for _, line := range lines {
				if !strings.Contains(mail.Text, line) {
					t.Errorf("the screen says %q in %s and the mail does not:\n%s", line, lang, mail.Text)
				}
			}
			if _, err := o.move(pat, r.ID, access.MoveCancel, ""); err != nil && r.Status.Pending() {
				t.Fatal(err)
			}
		}
	}
}

func TestLetters_NamesCannotTurnAMailAround(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	me, err := o.Me(t.Context(), carl)
	must(t, err)
	p := me.Profile
	p.GivenName, p.Company = "Carl\u202E<b>", "Alpha\u2066Works\u200F"
	a := ledger.Account{}
	_, err = o.Ledger.Do(context.Background(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		var err error
		if a, err = tx.Account(carl.Account); err != nil {
			return nil, err
		}
		p.GivenName += "\r\nBcc: all@example.com" // as a hostile registry might
		a.Profile = p
		return nil, tx.PutAccount(a)
	}})
	must(t, err)
	at := o.since()
	o.submit(carl, access.Downloads, access.KindContract, "1001")
	mails := o.letters(at)
	if len(mails) != 3 {
		t.Fatalf("%d mails, want the requester's and two administrators'", len(mails))
	}
	for _, m := range mails {
		if strings.ContainsAny(m.Subject+m.Text+m.HTML, "\u202E\u2066\u200F\r") || strings.Contains(m.Subject, "\n") ||
			strings.Contains(m.Text, "\nBcc") || strings.Contains(m.HTML, "<b>") {
			t.Errorf("a name turned the mail around: %q\n%s", m.Subject, m.Text)
		}
	}
}
