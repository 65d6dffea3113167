package ledger_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

// message makes a message of account u's conversation.
func message(id, conversation string, from access.Party) *event.MessageSent {
	return &event.MessageSent{Message: id, Conversation: conversation, Account: "u", From: from}
}

// conversations are the IDs of what waits, and of all, by their last message.
func conversations(t testing.TB, l ledger.Ledger, limit int) (waiting, recent []string) {
	t.Helper()
	waiting = pages(t, l, func(r *ledger.Reader, cursor string) ([]ledger.Conversation, string, error) {
		return r.WaitingConversations(cursor, limit)
	})
	recent = pages(t, l, func(r *ledger.Reader, cursor string) ([]ledger.Conversation, string, error) {
		return r.RecentConversations(cursor, limit)
	})
	return waiting, recent
}

func pages(t testing.TB, l ledger.Ledger, page func(*ledger.Reader, string) ([]ledger.Conversation, string, error)) []string {
	t.Helper()
	list := []string{}
	for cursor := ""; ; {
		view(t, l, func(r *ledger.Reader) error {
			some, next, err := page(r, cursor)
			for _, c := range some {
				list = append(list, c.ID)
			}
			cursor = next
			return err
		})
		if cursor == "" {
			return list
		}
	}
}

func TestConversation_WaitsFromTheFirstMessageUntilItIsAnsweredOrSettled(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	send := func(d event.Data) {
		c.Add(time.Minute)
		do(t, b, append1(d))
	}
	for i, conversation := range []string{"c1", "c2", "c3", "c1"} {
		send(message(fmt.Sprint("m", i), conversation, access.ByRequester))
	}
	waiting, recent := conversations(t, b, 2)
	want(t, waiting, []string{"c1", "c2", "c3"})
	want(t, recent, []string{"c1", "c3", "c2"})
	view(t, b, func(r *ledger.Reader) error {
		found, err := r.Conversation("c1")
		want(t, found.Waiting, 2)
		n, err2 := r.WaitingCount()
		want(t, n, 3)
		return errors.Join(err, err2)
	})

	send(message("a1", "c1", access.ByReviewer))
	send(&event.ConversationSettled{Conversation: "c2", Account: "u"})
	waiting, recent = conversations(t, b, 1)
	want(t, waiting, []string{"c3"})
	want(t, recent, []string{"c1", "c3", "c2"})

	send(message("m9", "c2", access.ByRequester))
	waiting, _ = conversations(t, b, 1)
	want(t, waiting, []string{"c3", "c2"})
}

func TestMessages_AreListedNewestFirstInPages(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for i := range 5 {
		do(t, b, append1(message(fmt.Sprint("m", i), "c", access.ByRequester)))
	}
	do(t, b, append1(message("other", "d", access.ByRequester)))
	list := []string{}
	for cursor := ""; ; {
		view(t, b, func(r *ledger.Reader) error {
			some, next, err := r.Messages("c", cursor, 2)
			for _, m := range some {
				list = append(list, m.ID)
			}
			cursor = next
			return err
		})
		if cursor == "" {
			break
		}
	}
	want(t, list, []string{"m4", "m3", "m2", "m1", "m0"})
	view(t, b, func(r *ledger.Reader) error {
		if _, _, err := r.Messages("c", "not a cursor", 2); !errors.Is(err, ledger.ErrBadCursor) {
			t.Errorf("got %v", err)
		}
		return nil
	})
}

func TestMessages_ReadMarksCountWhatComesAfterThem(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	answer := func(id string) (seq uint64) {
		do(t, b, func(tx *ledger.Tx) (err error) {
			seq, err = tx.Append(message(id, "c", access.ByReviewer))
			return errors.Join(err, tx.AddUnread("u", "c"))
		})
		return seq
	}
	read := func(upTo uint64) (left int) {
		do(t, b, func(tx *ledger.Tx) (err error) { left, err = tx.MarkRead("u", "c", upTo); return err })
		return left
	}
	first := answer("a1")
	second := answer("a2")
	do(t, b, append1(message("m1", "c", access.ByRequester)))
	third := answer("a3")
	want(t, read(first), 2)
	want(t, read(0), 2) // a mark that comes late takes nothing back
	want(t, read(second), 1)
	view(t, b, func(r *ledger.Reader) error {
		all, err := r.UnreadOf("u")
		want(t, all, []ledger.Unread{{Conversation: "c", Count: 1}})
		return err
	})
	want(t, read(third), 0)
	want(t, read(first), 0)
	view(t, b, func(r *ledger.Reader) error {
		all, err := r.UnreadOf("u")
		want(t, len(all), 0)
		return err
	})
}

func TestMessages_TextsCanBeErased(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	const many = 1_005
	for start := 0; start < many; start += 201 {
		do(t, b, func(tx *ledger.Tx) error {
			for i := start; i < start+201; i++ {
				id := fmt.Sprint("m", i)
				tx.PutMessageText(id, "text")
				if _, err := tx.Append(message(id, fmt.Sprint("c", i%2), access.ByRequester)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	do(t, b, func(tx *ledger.Tx) error {
		tx.PutMessageText("kept", "of somebody else")
		_, err := tx.Append(&event.MessageSent{Message: "kept", Conversation: "v", Account: "v", From: access.ByRequester})
		return err
	})
	var at ledger.TextPlace
	erase := func() (more bool) {
		do(t, b, func(tx *ledger.Tx) (err error) { at, more, err = tx.EraseMessages("u", at); return err })
		return more
	}
	want(t, erase(), true)
	want(t, erase(), false)
	view(t, b, func(r *ledger.Reader) error {
		for i := range many {
			if _, err := r.MessageText(fmt.Sprint("m", i)); !errors.Is(err, ledger.ErrNotFound) {
				t.Fatalf("message %d: %v", i, err)
			}
		}
		kept, err := r.MessageText("kept")
		want(t, kept, "of somebody else")
		return err
	})
}

func TestReviewers_FollowTheRoles(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, append1(&event.AccountCreated{Account: "rita", Role: access.RoleReviewer}))
	do(t, b, append1(&event.AccountCreated{Account: "carl", Role: access.RoleCustomer}))
	do(t, b, append1(&event.AccountCreated{Account: "ron", Role: access.RoleReviewer}))
	do(t, b, append1(&event.RoleSet{Account: "rita", Role: access.RoleOperator}))
	do(t, b, append1(&event.RoleSet{Account: "carl", Role: access.RoleReviewer}))
	view(t, b, func(r *ledger.Reader) error {
		all, err := r.Reviewers()
		want(t, all, []string{"carl", "ron"})
		return err
	})
}

func TestConversation_IsListedForItsCustomerAlone(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for i, of := range [][2]string{{"c1", "u"}, {"c2", "u"}, {"x", "u2"}, {"c3", "u"}, {"c1", "u"}} {
		do(t, b, append1(&event.MessageSent{Message: fmt.Sprint("m", i), Conversation: of[0], Account: of[1], From: access.ByRequester}))
	}
	for account, list := range map[string][]string{"u": {"c1", "c3", "c2"}, "u2": {"x"}, "u3": {}} {
		want(t, pages(t, b, func(r *ledger.Reader, cursor string) ([]ledger.Conversation, string, error) {
			return r.ConversationsOf(account, cursor, 2)
		}), list)
		view(t, b, func(r *ledger.Reader) error {
			want(t, r.Talked(account), len(list) > 0)
			return nil
		})
	}
}
