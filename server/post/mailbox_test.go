package post

import (
	"fmt"
	"testing"
	"time"

	"accord/server/desk"
)

func TestMailbox(t *testing.T) {
	noon := time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC)
	box := NewMailbox(func() time.Time { return noon })
	for i := range kept + 3 {
		box.Send(desk.Mail{To: "a@example.com", Subject: fmt.Sprint("mail ", i+1)})
	}
	mails := box.Mails()
	t.Run("KeepsTheLastFiveHundredNewestFirst", func(t *testing.T) {
		if len(mails) != kept || mails[0].Subject != "mail 503" || mails[kept-1].Subject != "mail 4" {
			t.Errorf("%d mails from %q to %q", len(mails), mails[0].Subject, mails[len(mails)-1].Subject)
		}
	})
	t.Run("FindsAMailByItsNumber", func(t *testing.T) {
		if m, ok := box.Mail(500); !ok || m.Subject != "mail 500" || !m.At.Equal(noon) {
			t.Errorf("got %+v, %t", m, ok)
		}
	})
	t.Run("ForgetsTheOldest", func(t *testing.T) {
		if m, ok := box.Mail(3); ok {
			t.Errorf("mail 3 is still there: %q", m.Subject)
		}
	})
}
