package desk_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

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
