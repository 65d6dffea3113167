package desk_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// wantNoFact expects a text in no fact.
func (o *office) wantNoFact(text string) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(0, 0)
		for _, f := range facts {
			if bytes.Contains(f.Data, []byte(text)) {
				o.t.Errorf("fact %d: %s", f.Seq, f.Data)
			}
		}
		return err
	}))
}

// TestNotes_StandInNoFact: what is written with a move is read where it always
// was, and goes with the account of who asked.
func TestNotes_StandInNoFact(t *testing.T) {
	o := open(t)
	pat, ann, abe, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("abe@alpha.example"), o.who("rita@vendor.example")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	want := []string{""}
	say := func(move access.Move) (note string) {
		note = "Marker of " + string(move)
		want = append(want, note)
		return note
	}
	for _, step := range []struct {
		move access.Move
		by   string
	}{
		{access.MovePass, "ann@alpha.example"}, {access.MoveAsk, "rita@vendor.example"},
		{access.MoveConfirm, "pat@mail.example"}, {access.MoveDeny, "ann@alpha.example"},
	} {
		_, err := o.move(o.who(step.by), r.ID, step.move, say(step.move))
		must(t, err)
	}
	notes := func() (notes []string) {
		item, err := o.QueueItem(t.Context(), rita, r.ID)
		must(t, err)
		for _, s := range item.Steps {
			notes = append(notes, s.Note)
		}
		if item.Note != notes[len(notes)-1] {
			t.Errorf("the last note is %q", item.Note)
		}
		return notes
	}
	if got := notes(); !slices.Equal(got, want) {
		t.Errorf("a reviewer reads %q, want %q", got, want)
	}
	own, err := o.Request(t.Context(), pat, r.ID)
	must(t, err)
	told := o.letters(0)
	if own.Note != "Marker of deny" || !strings.Contains(told[len(told)-1].Text, own.Note) {
		t.Errorf("the requester reads %q, and by mail %q", own.Note, told[len(told)-1].Text)
	}

	must(t, o.leave(abe, access.Contract("1001"), wire.LeaveOffice{}))
	must(t, o.leave(ann, access.Contract("1001"), wire.LeaveOffice{Note: "Marker of leaving"}))
	history := func(what string) string {
		h, err := o.OfficeHistory(t.Context(), rita, access.Contract("1001"), "")
		must(t, err)
		i := slices.IndexFunc(h.Events, func(e wire.OfficeEvent) bool { return e.What == what })
		return h.Events[i].Note
	}
	list, err := o.Offices(t.Context(), rita, "", 1)
	must(t, err)
	same(t, "of the decision", history("request"), "Marker of deny")
	same(t, "of the departure", history("left"), "Marker of leaving")
	same(t, "of the vacancy", list.Vacancies[0].Note, "Marker of leaving")
	o.wantNoFact("Marker")

	olga := o.who("olga@vendor.example")
	must(t, o.erase(olga, pat.Account, "pat@mail.example"))
	if got := notes(); !slices.Equal(slices.Compact(got), []string{""}) {
		t.Errorf("erased, a reviewer reads %q", got)
	}
	must(t, o.erase(olga, ann.Account, "ann@alpha.example"))
	same(t, "of the departure, erased", history("left"), "")
}

// TestNotes_OfFactsFromBeforeAreNotShownOnceTheirWriterIsErased: the history of
// a contract tells what happened without them, and so does a mail.
func TestNotes_OfFactsFromBeforeAreNotShownOnceTheirWriterIsErased(t *testing.T) {
	o := open(t)
	pat, abe, olga := o.who("pat@mail.example"), o.who("abe@alpha.example"), o.who("olga@vendor.example")
	scope := access.Contract("1001")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	at := o.since()
	_, err := o.Ledger.Do(t.Context(), ledger.Command{By: event.Actor{Party: access.ByAdministrator, Account: abe.Account}, Run: func(tx *ledger.Tx) (any, error) {
		_, err := tx.Append(&event.RequestMoved{
			Request: r.ID, Reference: r.Reference, Account: pat.Account, Level: r.Level, Identifier: scope, Scope: scope,
			Move: access.MoveDeny, From: r.Status, To: access.Denied, Note: "a word",
		})
		_, wrong := tx.Append(&event.AdministratorLeft{Scope: scope, Account: abe.Account, Note: "a word"})
		return nil, errors.Join(err, wrong)
	}})
	must(t, err)
	shown := func() (notes int) {
		h, err := o.OfficeHistory(t.Context(), o.who("ann@alpha.example"), scope, "")
		must(t, err)
		for _, e := range h.Events {
			if e.Note != "" {
				notes++
			}
		}
		for _, m := range o.letters(at) {
			if strings.Contains(m.Text, "a word") {
				notes++
			}
		}
		return notes
	}
	if n := shown(); n != 3 {
		t.Fatalf("it is shown %d times", n)
	}
	must(t, o.erase(olga, abe.Account, "abe@alpha.example"))
	if n := shown(); n != 0 {
		t.Errorf("it is shown %d times still", n)
	}
}
