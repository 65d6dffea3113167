package desk_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/ledger/ledgertest"
	"accord/shared/access"
)

// rows closes everything and reads the store as it lies on the disk.
func (m *marked) rows() []ledgertest.Row {
	m.t.Helper()
	must(m.t, m.store.Verify())
	m.Close()
	must(m.t, m.store.Close())
	rows := ledgertest.Rows(m.t, m.dir)
	m.reopen()
	return rows
}

// reopen starts the ledger and the desk again after rows.
func (m *marked) reopen() {
	m.t.Helper()
	store, err := ledger.Open(m.dir, ledger.Options{Now: m.clock, Random: m.Random, Log: m.Log})
	must(m.t, err)
	c := m.Config
	m.store, c.Ledger, c.Sessions = store, store, store
	m.outbox.Ledger = store
	m.Desk = desk.New(c)
	m.outbox.Write(m.Desk)
}

// tablesWith are the tables with a row that holds a marker, in whatever form.
func tablesWith(rows []ledgertest.Row, marker string) []string {
	found := []string{}
	for _, row := range rows {
		table, _, _ := strings.Cut(string(row.Key), "\x00")
		for _, part := range [][]byte{row.Key, row.Value} {
			if hides(part, marker) && !slices.Contains(found, table) {
				found = append(found, table)
			}
		}
	}
	return found
}

// hides looks for a text as it is, in other cases, and in the forms in which it
// might be kept: hex, base64 at each offset, of a URL and escaped.
func hides(in []byte, text string) bool {
	in = bytes.ToLower(in)
	forms := []string{text, url.QueryEscape(text), hex.EncodeToString([]byte(text)), strings.Trim(strconv.QuoteToASCII(text), `"`)}
	for _, form := range forms {
		if bytes.Contains(in, []byte(strings.ToLower(form))) {
			return true
		}
	}
	for _, spelled := range []string{text, strings.ToUpper(text[:1]) + text[1:]} {
		for offset := range 3 {
			coded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("x", offset) + spelled))
			from := (offset*8 + 5) / 6 // the whole characters
			to := (offset + len(spelled)) * 8 / 6
			if bytes.Contains(in, []byte(strings.ToLower(coded[from:to]))) {
				return true
			}
		}
	}
	return false
}

// TestEraseAccount_LeavesNoRowOfThePerson walks every row of the store: of a
// person who is holder, requester, administrator, decider and partner of
// conversations at once, none holds an address, a name or a text of theirs. The
// chain of facts is whole, and the pages that tell of what they did work.
func TestEraseAccount_LeavesNoRowOfThePerson(t *testing.T) {
	m := openMarked(t)
	m.plant()
	planted := tablesWith(m.rows(), "zqmark")
	for _, table := range []string{"a", "c", "e", "gn", "gp", "m", "ma", "mg", "n", "s", "w", "wp"} {
		if !slices.Contains(planted, table) {
			t.Errorf("nothing was planted in %q", table)
		}
	}
	must(t, m.erase(m.olga, m.who.Account, markedNow))
	m.mailing() // what is written about the erasure itself
	m.wantNoRow()
	for _, mail := range m.box.Mails() {
		if hides([]byte(mail.To+mail.Subject+mail.Text+mail.HTML), "zqmark") {
			t.Errorf("the local mailbox shows %q to %s", mail.Subject, mail.To)
		}
	}
	m.wantPages()
}

// wantNoRow walks the store.
func (m *marked) wantNoRow() {
	m.t.Helper()
	own := []string{"a", "cs", "cu", "gn", "gp", "lo", "n", "o", "s", "sa", "w", "wp", "x"} // tables by account
	for _, row := range m.rows() {
		table, rest, _ := strings.Cut(string(row.Key), "\x00")
		if slices.Contains(own, table) && strings.HasPrefix(rest, m.who.Account) {
			m.t.Errorf("the row %q is left", row.Key)
		}
		for _, marker := range markers() {
			if hides(row.Key, marker) || hides(row.Value, marker) {
				m.t.Errorf("%s is in %q: %.400q", marker, row.Key, row.Value)
			}
		}
	}
}

// wantPages opens what tells of the person.
func (m *marked) wantPages() {
	t := m.t
	for _, id := range m.requests {
		_, err := m.QueueItem(t.Context(), m.rita, id)
		must(t, err)
		_, err = m.RequestMails(t.Context(), m.rita, id)
		must(t, err)
	}
	for _, scope := range []access.Identifier{access.Contract("1001"), access.Contract("1002"), access.BillTo("9001")} {
		_, err := m.OfficeHistory(t.Context(), m.rita, scope, "")
		must(t, err)
		_, err = m.Office(t.Context(), m.rita, scope)
		must(t, err)
		_, err = m.OfficeUsers(t.Context(), m.rita, scope, "", 1)
		must(t, err)
		_, err = m.OfficeCSV(t.Context(), m.rita, scope)
		must(t, err)
	}
	for _, id := range m.conversations {
		page, err := m.Conversation(t.Context(), m.rita, id, "")
		must(t, err)
		for _, said := range page.Messages {
			if said.Text != "" && said.Text != "Who is there?" {
				t.Errorf("it still says %q", said.Text)
			}
		}
	}
	_, err := m.Conversations(t.Context(), m.rita, true, "")
	must(t, err)
	_, err = m.Queue(t.Context(), m.rita, desk.QueueQuery{})
	must(t, err)
	_, err = m.People(t.Context(), m.olga, "", "")
	must(t, err)
	_, err = m.MailLog(t.Context(), m.olga, "", "", "")
	must(t, err)
	for _, who := range []desk.Who{m.other, m.carl, m.office.who(opal), m.office.who("new@mail.example"), m.office.who("gone@mail.example")} {
		_, err := m.Grants(t.Context(), who, grantsAll)
		must(t, err)
		_, err = m.Requests(t.Context(), who, "", "", "")
		must(t, err)
	}
}
