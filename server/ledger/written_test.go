package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

func TestWrittenBy_ListsWhatAnAccountWroteToOthers(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	agent, other := event.Actor{Party: access.ByReviewer, Account: "v"}, event.Actor{Party: access.ByReviewer, Account: "w"}
	say := func(by event.Actor, data event.Data) {
		t.Helper()
		_, err := b.Do(t.Context(), ledger.Command{By: by, Run: func(tx *ledger.Tx) (any, error) { return tx.Append(data) }})
		if err != nil {
			t.Fatal(err)
		}
	}
	one := access.Contract("1")
	say(agent, &event.GrantGiven{Grant: "g", Account: "u", Level: access.Full, Scope: one}) // 1
	say(agent, &event.GrantGiven{Grant: "g", Account: "u", Level: access.Full, Scope: one, Change: event.GrantEnd})
	say(other, &event.GrantRevoked{Grant: "g", Account: "u"})
	say(agent, &event.AdministratorLeft{Scope: one, Account: "u", Last: true, Noted: true}) // 4
	say(agent, &event.AdministratorLeft{Scope: one, Account: "u"})
	say(agent, &event.MessageSent{Message: "m", Conversation: "u", Account: "u", From: access.ByReviewer}) // 6
	say(agent, &event.MessageSent{Message: "n", Conversation: "v", Account: "v", From: access.ByRequester})
	say(agent, &event.GrantRevoked{Grant: "g", Account: "u"}) // 8
	for after, want := range map[uint64][]uint64{0: {1, 4, 6, 8}, 4: {6, 8}, 8: nil} {
		view(t, b, func(r *ledger.Reader) error {
			facts, err := r.WrittenBy("v", after)
			var got []uint64
			for _, f := range facts {
				got = append(got, f.Seq)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("after %d:\n%s", after, diff)
			}
			return err
		})
	}
}
