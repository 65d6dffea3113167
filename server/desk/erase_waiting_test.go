package desk_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"accord/server/post"
	"accord/shared/access"
	"accord/shared/wire"
)

// down is a mail server that is not reached.
type down struct{ *post.Mailbox }

func (down) Open(context.Context) (post.Carrier, error) {
	return nil, &post.Failure{Class: "connection", Server: true, Err: errors.New("nobody answers")}
}

// TestEraseAccount_WhatWaitsForOthersIsWrittenAnew: mails that quote or name the
// person and were written before the erasure, while no mail server was reached.
func TestEraseAccount_WhatWaitsForOthersIsWrittenAnew(t *testing.T) {
	for name, test := range map[string]struct {
		happens func(*marked)
		to      string
		want    []string
	}{
		"a decision": {func(m *marked) {
			r := m.one(m.other, access.Downloads, "1002", access.PendingAdministrator)
			_, err := m.move(m.who, r.ID, access.MoveDeny, "Zqmark says no.")
			must(t, err)
		}, "pat@mail.example", []string{"Denied"}},
		"an access with its purpose": {func(m *marked) {
			must(t, m.AddOfficeUser(t.Context(), m.who, access.Contract("1002"), wire.AddUser{
				Email: "new@mail.example", Level: access.Full, Employer: wire.EmployerOther, Purpose: "For Zqmark",
			}))
		}, "new@mail.example", []string{"Full"}},
		"a vacancy": {func(m *marked) {
			must(t, m.LeaveOffice(t.Context(), m.who, access.Contract("1002"), wire.LeaveOffice{Note: "Zqmark leaves."}))
		}, "rita@vendor.example", []string{"No administrator: Contract 1002"}},
		"a summary": {func(m *marked) {
			for _, who := range []string{"pat@mail.example", "carl@alpha.example", markedNow} {
				m.one(m.office.who(who), access.Downloads, "1001", access.PendingAdministrator)
			}
			m.mailing()
			m.pass(time.Hour)
		}, "ann@alpha.example", []string{"carl@alpha.example"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := openMarked(t)
			m.registers()
			must(t, m.NameAdministrator(t.Context(), m.rita, access.Contract("1002"), wire.NameAdministrator{Email: markedNow}))
			m.mailing()
			m.outbox.Transport = down{m.box}
			test.happens(m)
			m.mailing()
			if len(m.got(test.to)) > 0 {
				t.Fatal("it does not wait")
			}
			must(t, m.erase(m.olga, m.who.Account, markedNow))
			m.wantNoRow()
			m.outbox.Transport = m.box
			m.pass(time.Hour)
			m.mailing()
			all := strings.Join(m.got(test.to), "\n")
			for _, text := range test.want {
				if !strings.Contains(all, text) {
					t.Errorf("%s was mailed %q, which does not say %q", test.to, all, text)
				}
			}
			if hides([]byte(all), "zqmark") {
				t.Errorf("%s was mailed %q", test.to, all)
			}
		})
	}
}
