package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// mailsOf is how many mails to somebody the log has.
func (m *marked) mailsOf(who desk.Who, address string) (n int) {
	m.t.Helper()
	must(m.t, m.store.View(m.t.Context(), func(r *ledger.Reader) error {
		mails, _, err := r.MailLog(address, "", "", 100)
		for _, mail := range mails {
			if mail.Account == who.Account || slices.Contains(mail.About, who.Account) {
				n++
			}
		}
		return err
	}))
	return n
}

// gathers reports whether something is gathered for an address.
func (m *marked) gathers(address string) bool {
	m.t.Helper()
	err := m.store.View(m.t.Context(), func(r *ledger.Reader) error {
		_, err := r.Gather(address)
		return err
	})
	return err == nil
}

// mails has somebody be mailed, letters and a link, and something gathered. It
// is how many mails they have.
func (m *marked) mails(who desk.Who, address string) int {
	m.t.Helper()
	must(m.t, m.NameAdministrator(m.t.Context(), m.rita, access.Contract("1002"), wire.NameAdministrator{Email: address}))
	m.one(m.other, access.Downloads, "1002", access.PendingAdministrator)
	must(m.t, m.ForgotPassword(wire.ForgotPassword{Email: address}))
	m.killedAfter(-1) // the link is stored
	m.mailing()
	n := m.mailsOf(who, address)
	if n < 3 || !m.gathers(address) {
		m.t.Fatalf("%d mails, gathered: %t", n, m.gathers(address))
	}
	return n
}

// TestEraseAccount_LeavesTheMailsOfWhoHasTheAddress: an address that the erased
// person wanted or had once, or that the erasure frees, is somebody else's.
func TestEraseAccount_LeavesTheMailsOfWhoHasTheAddress(t *testing.T) {
	erase := func(m *marked) error { return m.erase(m.olga, m.who.Account, markedNow) }
	for name, test := range map[string]struct {
		address string
		before  func(*marked)
		erase   func(*marked) error
	}{
		"wanted": {"carl@alpha.example", func(m *marked) {
			_, err := m.ChangeEmail(t.Context(), m.who, wire.ChangeEmail{Email: "carl@alpha.example", Password: secret})
			must(t, err)
		}, erase},
		"former": {markedOld, func(m *marked) { m.moves(m.carl, markedOld) }, erase},
		"freed": {markedNow, (*marked).cutOffBehindTheRecord, func(m *marked) error {
			_, err := m.Tick(t.Context())
			return err
		}},
	} {
		t.Run(name, func(t *testing.T) {
			m := openMarked(t)
			m.registers()
			m.mailing()
			test.before(m)
			who := m.office.who(test.address)
			want := m.mails(who, test.address)
			must(t, test.erase(m))
			if n := m.mailsOf(who, test.address); n != want || !m.gathers(test.address) {
				t.Errorf("%d mails of %d are left, gathered: %t", n, want, m.gathers(test.address))
			}
			if n := m.mailsOf(m.who, ""); n != 0 || m.erasing() {
				t.Errorf("%d mails to the person are left", n)
			}
		})
	}
}

// got is what one address was mailed, as the local mailbox shows it.
func (m *marked) got(address string) (texts []string) {
	for _, mail := range m.box.Mails() {
		if mail.To == address {
			texts = append(texts, mail.Subject+"\n"+mail.Text)
		}
	}
	return texts
}

// TestEraseAccount_TellsTheReviewersOfAVacancy: that the last administrator is
// gone, at once or with what was gathered, and not who it was.
func TestEraseAccount_TellsTheReviewersOfAVacancy(t *testing.T) {
	for _, gathered := range []bool{false, true} {
		m := openMarked(t)
		m.registers()
		must(t, m.NameAdministrator(t.Context(), m.rita, access.Contract("1002"), wire.NameAdministrator{Email: markedNow}))
		if gathered {
			must(t, m.leave(m.office.who("gil@gamma.example"), access.BillTo("9001"), wire.LeaveOffice{Note: "bye"}))
		}
		m.mailing()
		must(t, m.erase(m.olga, m.who.Account, markedNow))
		m.mailing()
		m.pass(time.Hour)
		m.mailing()
		texts := m.got("rita@vendor.example")
		if len(texts) == 0 || !strings.Contains(texts[0], "No administrator: Contract 1002") || hides([]byte(texts[0]), "zqmark") {
			t.Errorf("gathered: %t: she is mailed %q", gathered, texts)
		}
	}
}

// moves gives somebody an address that is kept for nobody any more.
func (m *marked) moves(who desk.Who, address string) {
	_, err := m.Ledger.Do(m.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.Account(who.Account)
		if err != nil {
			return nil, err
		}
		tx.HoldAddress(address, a.ID, ledger.Day)
		a.Profile.Email = address
		return nil, tx.PutAccount(a)
	}})
	must(m.t, err)
}

// cutOffBehindTheRecord erases the person and is killed before the mails go. The
// desk that runs then has not gone on yet.
func (m *marked) cutOffBehindTheRecord() {
	m.t.Helper()
	m.killedAfter(1)
	if err := m.erase(m.olga, m.who.Account, markedNow); !errors.Is(err, errCut) {
		m.t.Fatal(err)
	}
	for cuts, is := 0, false; !is; cuts++ {
		m.killedAfter(cuts)
		if _, err := m.Tick(m.t.Context()); err != nil && !errors.Is(err, errCut) {
			m.t.Fatal(err)
		}
		must(m.t, m.store.View(m.t.Context(), func(r *ledger.Reader) (err error) {
			is, err = r.Erased(m.who.Account)
			return err
		}))
	}
	if !m.erasing() {
		m.t.Fatal("it went to its end")
	}
	m.killedAfter(-1)
}
