package ledger_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/wire"
)

func TestEraseAccount_FreesItsAddressesAlone(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	a := ledger.Account{ID: "u", Profile: wire.Profile{Email: "now@example.com"}, Undo: []ledger.EmailLink{{Address: "before@example.com"}, {Address: "taken@example.com"}}}
	if err := b.PutSession(t.Context(), ledger.Session{ID: "s", Hash: "s", Account: "u", ExpiresAt: time.Now().Add(ledger.Day)}); err != nil {
		t.Fatal(err)
	}
	do(t, b, func(tx *ledger.Tx) error {
		tx.HoldAddress("before@example.com", "u", ledger.Day)
		return errors.Join(tx.PutAccount(a), tx.AddUnread("u", "c"),
			tx.PutSubscription(ledger.Subscription{Account: "u", Session: "s", Endpoint: "https://push.example/u"}),
			tx.PutAccount(ledger.Account{ID: "other", Profile: wire.Profile{Email: "taken@example.com"}}))
	})
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.Append(&event.AccountErased{Account: "u"})
		return errors.Join(err, tx.EraseAccount(a), second(tx.EraseKept("u")))
	})
	view(t, b, func(r *ledger.Reader) error {
		for _, address := range []string{"now@example.com", "before@example.com"} {
			if _, err := r.AccountHolding(address); !errors.Is(err, ledger.ErrNotFound) {
				t.Errorf("%s is held: %v", address, err)
			}
		}
		other, err := r.AccountByEmail("taken@example.com")
		want(t, other.ID, "other")
		for account, erased := range map[string]bool{"u": true, "other": false} {
			is, wrong := r.Erased(account)
			want(t, is, erased)
			err = errors.Join(err, wrong)
		}
		unread, err2 := r.UnreadOf("u")
		want(t, len(unread), 0)
		devices, wrong := r.Subscriptions("u", time.Time{})
		want(t, len(devices), 0)
		err = errors.Join(err, wrong)
		return errors.Join(err, err2)
	})
}

// second is the error of a command that also says whether there is more.
func second(_ bool, err error) error { return err }

// again runs one command after the other until there is no more, and fails when
// that takes none but the first.
func again(t *testing.T, b ledger.Ledger, run func(*ledger.Tx) (bool, error)) {
	t.Helper()
	commands := 0
	for more := true; more; commands++ {
		do(t, b, func(tx *ledger.Tx) (err error) {
			more, err = run(tx)
			return err
		})
	}
	if commands == 1 {
		t.Error("it was no more than one command takes")
	}
}

// TestErase_GoesThroughMoreThanOneCommandTakes: what lies under an account's ID,
// summaries that hundreds of rows find, and the mails about one request.
func TestErase_GoesThroughMoreThanOneCommandTakes(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for from := 0; from < 18_000; from += 6_000 {
		do(t, b, func(tx *ledger.Tx) error {
			for i := from; i < from+6_000; i++ {
				tx.PutNote("u", uint64(i), "words")
			}
			return nil
		})
	}
	many := make([]string, 200)
	for i := range many {
		many[i] = fmt.Sprint("r", i)
	}
	for from := 0; from < 100; from += 20 {
		do(t, b, func(tx *ledger.Tx) (err error) {
			for i := from; i < from+20; i++ {
				err = errors.Join(err, tx.PutMail(ledger.Mail{ID: fmt.Sprint("summary", i), To: "u@example.com", Requests: many, State: wire.MailSent, CreatedAt: tx.Now()}))
			}
			return err
		})
	}
	do(t, b, func(tx *ledger.Tx) (err error) {
		for i := range 250 {
			err = errors.Join(err, tx.PutMail(ledger.Mail{ID: fmt.Sprint("m", i), To: "v@example.com", Requests: []string{"r"}, State: wire.MailSent, CreatedAt: tx.Now()}))
		}
		return err
	})
	again(t, b, func(tx *ledger.Tx) (bool, error) { return tx.EraseKept("u") })
	again(t, b, func(tx *ledger.Tx) (bool, error) { return tx.EraseMailsTo("u@example.com", "u") })
	again(t, b, func(tx *ledger.Tx) (bool, error) { return tx.EraseRequest("r") })
	view(t, b, func(r *ledger.Reader) error {
		mails, _, err := r.MailLog("", "", "", 100)
		want(t, len(mails), 0)
		for _, i := range []uint64{0, 9_000, 17_999} {
			note, wrong := r.Note("u", i)
			want(t, note, "")
			err = errors.Join(err, wrong)
		}
		return err
	})
}

func TestEraseMails_GoThroughWindows(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		for i := range 250 {
			if err := tx.PutMail(ledger.Mail{ID: fmt.Sprint("m", i), To: "u@example.com", State: wire.MailQueued, CreatedAt: tx.Now(), DueAt: tx.Now()}); err != nil {
				return err
			}
		}
		return tx.PutMail(ledger.Mail{ID: "other", To: "u@example.com.example", About: []string{"u"}, State: wire.MailSent, CreatedAt: tx.Now()})
	})
	for _, left := range []int{51, 1} {
		do(t, b, func(tx *ledger.Tx) error {
			more, err := tx.EraseMailsTo("u@example.com", "u")
			want(t, more, left > 1)
			return err
		})
		view(t, b, func(r *ledger.Reader) error {
			mails, _, err := r.MailLog("", "", "", 100)
			want(t, len(mails), left)
			return err
		})
	}
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.EraseMailsAbout("u")
		return err
	})
	view(t, b, func(r *ledger.Reader) error {
		_, err := r.Mail("other")
		if !errors.Is(err, ledger.ErrNotFound) {
			t.Error("a mail that names the account is there still")
		}
		return nil
	})
}

// TestErased_NothingIsKeptThatWasWrittenMeanwhile: mails to and about the account
// and pushes to it that were made before and are stored afterwards.
func TestErased_NothingIsKeptThatWasWrittenMeanwhile(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		_, err := tx.Append(&event.AccountErased{Account: "u"})
		return errors.Join(err,
			tx.PutMail(ledger.Mail{ID: "to", Account: "u", To: "u@example.com", State: wire.MailQueued, CreatedAt: tx.Now(), DueAt: tx.Now()}),
			tx.PutMail(ledger.Mail{ID: "about", About: []string{"u"}, To: "v@example.com", State: wire.MailQueued, CreatedAt: tx.Now(), DueAt: tx.Now()}),
			tx.PutMail(ledger.Mail{ID: "other", Account: "v", To: "v@example.com", State: wire.MailQueued, CreatedAt: tx.Now(), DueAt: tx.Now()}),
			tx.PutPush(ledger.Push{Account: "u", Session: "s", Topic: "t", DueAt: tx.Now()}))
	})
	view(t, b, func(r *ledger.Reader) error {
		mails, _, err := r.MailLog("", "", "", 9)
		want(t, len(mails), 1)
		pushes, _, wrong := r.DuePushes(time.Now().Add(ledger.Day), 9)
		want(t, len(pushes), 0)
		return errors.Join(err, wrong)
	})
}
