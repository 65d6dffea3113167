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

// history reads all pages of an account's requests.
func history(t *testing.T, b ledger.Ledger, status access.Status, find string, size int) (all []string) {
	t.Helper()
	view(t, b, func(r *ledger.Reader) error {
		for cursor, more := "", true; more; more = cursor != "" {
			requests, next, err := r.Requests("u", status, find, cursor, size)
			if err != nil {
				return err
			}
			all, cursor = append(all, ids(requests)...), next
		}
		return nil
	})
	return all
}

func TestRequests_AreNewestFirstWithTheirFilters(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	first := submitted("r0", "u", access.Full, "100", access.PendingVendor)
	do(t, b, append1(first))
	do(t, b, append1(submitted("other", "v", access.Full, "100", access.PendingVendor)))
	for i := 1; i < 5; i++ {
		do(t, b, append1(submitted(fmt.Sprint("r", i), "u", access.Full, fmt.Sprint(10*i), access.Denied)))
	}
	do(t, b, append1(then(first, access.MoveDeny, access.Denied))) // keeps its place
	for _, size := range []int{1, 2, 200} {
		want(t, history(t, b, "", "", size), []string{"r4", "r3", "r2", "r1", "r0"})
		want(t, history(t, b, access.Denied, "10", size), []string{"r1", "r0"})
		want(t, history(t, b, access.PendingVendor, "", size), []string(nil))
		want(t, history(t, b, "", "a-r3", size), []string{"r3"})
	}
	view(t, b, func(r *ledger.Reader) error {
		n, err := r.RequestCount("u")
		want(t, n, 5)
		if _, _, err := r.Requests("u", "", "", "xx", 1); !errors.Is(err, ledger.ErrBadCursor) {
			t.Errorf("a bad cursor: %v", err)
		}
		return err
	})
}

func TestRequests_LookAtAThousandAPage(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for i := range 30 {
		do(t, b, func(tx *ledger.Tx) error {
			for j := range 50 {
				number := "2"
				if i == 0 && j == 0 {
					number = "1"
				}
				if _, err := tx.Append(submitted(fmt.Sprint("r", i, "-", j), "u", access.Full, number, access.Denied)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	view(t, b, func(r *ledger.Reader) error {
		requests, next, err := r.Requests("u", "", "1", "", 10)
		if len(requests) != 0 || next == "" {
			t.Errorf("the first page of a rare find: %d rows, next %q", len(requests), next)
		}
		return err
	})
	want(t, history(t, b, "", "1", 10), []string{"r0-0"})
}

func TestRequest_KeepsItsStepsAndWhereItIsPending(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	first := submitted("r1", "u", access.Full, "1", access.PendingAction)
	first.Policy, first.Generation = "2026-11", 7
	do(t, b, append1(first))
	pending := func() (id string) {
		view(t, b, func(r *ledger.Reader) (err error) {
			id, err = r.Pending("u", access.Full, access.Contract("1"))
			return err
		})
		return id
	}
	want(t, pending(), "r1")
	c.Add(time.Hour)
	second := then(first, access.MoveConfirm, access.PendingVendor)
	second.Policy, second.Generation, second.Reasons = "", 0, []access.Reason{access.RequesterConfirmed}
	do(t, b, append1(second))
	want(t, pending(), "r1")
	c.Add(time.Hour)
	third := then(second, access.MoveDeny, access.Denied)
	third.Note, third.Reasons = "no", []access.Reason{access.VendorDenied}
	_, err := b.Do(t.Context(), ledger.Command{By: event.Actor{Party: access.ByReviewer, Account: "v"}, Run: func(tx *ledger.Tx) (any, error) {
		return tx.Append(third)
	}})
	if err != nil {
		t.Fatal(err)
	}
	want(t, pending(), "")
	view(t, b, func(r *ledger.Reader) error {
		q, err := r.Request("r1")
		start := newClock().Now()
		want(t, q, ledger.Request{
			ID: "r1", Submission: "sub-r1", Reference: "A-r1", Account: "u", Level: access.Full,
			Identifier: access.Contract("1"), Scope: access.Contract("1"),
			Status: access.Denied, Reasons: []access.Reason{access.VendorDenied}, Note: "no",
			SubmittedAt: start, ChangedAt: start.Add(2 * time.Hour), Policy: "2026-11", Generation: 7, Seq: 3,
			Steps: []ledger.Step{
				{At: start, By: event.System(), Move: access.MoveSubmit, To: access.PendingAction, Reasons: first.Reasons},
				{At: start.Add(time.Hour), By: event.System(), Move: access.MoveConfirm, From: access.PendingAction, To: access.PendingVendor, Reasons: second.Reasons},
				{At: start.Add(2 * time.Hour), By: event.Actor{Party: access.ByReviewer, Account: "v"}, Move: access.MoveDeny, From: access.PendingVendor, To: access.Denied, Reasons: third.Reasons, Note: "no"},
			},
		})
		if _, err := r.Request("none"); !errors.Is(err, ledger.ErrNotFound) {
			t.Error(err)
		}
		return err
	})
}

func TestRequest_KeepsTheFirstAndTheLastSteps(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	d := submitted("r1", "u", access.Full, "1", access.Denied)
	do(t, b, append1(d))
	do(t, b, func(tx *ledger.Tx) error {
		for range 210 {
			d = then(d, access.MoveReprocess, access.Denied)
			if _, err := tx.Append(d); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, b, func(r *ledger.Reader) error {
		q, err := r.Request("r1")
		if len(q.Steps) != 200 || q.Steps[0].Move != access.MoveSubmit {
			t.Errorf("%d steps, the first %s", len(q.Steps), q.Steps[0].Move)
		}
		return err
	})
}

func TestSubmission_ListsItsRequestsInTheirOrder(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		for _, id := range []string{"b", "a", "c"} {
			d := submitted(id, "u", access.Full, id, access.Denied)
			d.Submission = "s"
			if _, err := tx.Append(d); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, b, func(r *ledger.Reader) error {
		requests, err := r.Submission("s")
		want(t, ids(requests), []string{"b", "a", "c"})
		if _, err := r.Submission("none"); !errors.Is(err, ledger.ErrNotFound) {
			t.Error(err)
		}
		return err
	})
}
