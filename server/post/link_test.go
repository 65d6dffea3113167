package post_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/post"
)

// taken says whether a one-time link works, and uses it.
func (o *office) taken(hash string) bool {
	o.t.Helper()
	_, err := o.ledger.Do(o.t.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		return tx.TakeLink(hash)
	}})
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		o.t.Fatal(err)
	}
	return err == nil
}

// A mail with a one-time link and the link are stored together; the text is
// wiped once sent, and another one is put in where the mail is written anew.
func TestOutbox_AOneTimeLinkIsStoredWithItsMail(t *testing.T) {
	for _, anew := range []bool{false, true} {
		s := newServer(t)
		o := newOffice(t, s.settings(post.NoTLS, time.Now))
		o.author.link = "first"
		o.issue("1", "hana@example.com")
		o.take()
		hash := "first"
		if anew {
			hash, o.author.link = "second", "second"
			must(t, o.Forget(t.Context(), "quoted", func(context.Context) error { return nil }))
		}
		if m := o.log()[0]; !m.Secret || m.Text == "" {
			t.Errorf("waits as %+v", m)
		}
		if !o.taken(hash) {
			t.Errorf("written anew %v: the link does not work", anew)
		}
		o.deliver()
		if m := o.log()[0]; m.Text != "" || m.HTML != "" {
			t.Errorf("its text stays: %q", m.Text)
		}
	}
}
