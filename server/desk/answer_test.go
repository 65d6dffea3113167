package desk_test

import (
	"slices"
	"strings"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// questioned puts a request before a reviewer who asks its requester something.
func (o *office) questioned(identifier string) (pat desk.Who, id string) {
	o.t.Helper()
	pat = o.who("pat@mail.example")
	r := o.one(pat, access.Full, identifier, access.PendingAction)
	id = r.ID
	for _, step := range []struct {
		by   string
		move access.Move
		note string
	}{{"pat@mail.example", access.MoveConfirm, ""}, {"ann@alpha.example", access.MovePass, ""}, {"rita@vendor.example", access.MoveAsk, "On whose behalf?"}} {
		_, err := o.move(o.who(step.by), id, step.move, step.note)
		must(o.t, err)
	}
	return pat, id
}

// TestDesk_Answer: what the requester answers in words travels with the move
// that completes the request, to whoever decides.
func TestDesk_Answer(t *testing.T) {
	t.Run("TheDeciderReadsIt", func(t *testing.T) {
		o := open(t)
		pat, id := o.questioned("1001")
		at := o.since()
		got, err := o.move(pat, id, access.MoveConfirm, "For Alpha, who has us run its network.")
		must(t, err)
		if !slices.Equal(got.Reasons, []access.Reason{access.RequesterAnswered}) || got.Note != "" {
			t.Errorf("the requester is told %v, %q", got.Reasons, got.Note)
		}
		for _, email := range []string{"rita@vendor.example", "ann@alpha.example"} {
			item, err := o.QueueItem(t.Context(), o.who(email), id)
			must(t, err)
			if item.Note != "For Alpha, who has us run its network." {
				t.Errorf("%s reads %q", email, item.Note)
			}
		}
		own, err := o.Request(t.Context(), pat, id)
		must(t, err)
		same(t, "in the requester's own history", own.Steps[len(own.Steps)-1].Note, "For Alpha, who has us run its network.")
		for _, l := range o.letters(at) {
			if strings.Contains(l.Text, "run its network") {
				t.Errorf("a mail to %s quotes it", l.To)
			}
		}
		o.wantNoFact("run its network")
		must(t, o.erase(o.who("olga@vendor.example"), pat.Account, "pat@mail.example"))
		item, err := o.QueueItem(t.Context(), o.who("rita@vendor.example"), id)
		must(t, err)
		if slices.ContainsFunc(item.Steps, func(s wire.Step) bool { return strings.Contains(s.Note, "network") }) {
			t.Error("it outlives the account")
		}
	})
	t.Run("WithoutWordsItIsConfirmed", func(t *testing.T) {
		o := open(t)
		pat, id := o.questioned("1001")
		got, err := o.move(pat, id, access.MoveConfirm, "")
		must(t, err)
		if !slices.Equal(got.Reasons, []access.Reason{access.RequesterConfirmed}) {
			t.Errorf("got %v", got.Reasons)
		}
	})
	t.Run("ItTravelsWithACorrection", func(t *testing.T) {
		o := open(t)
		pat, id := o.questioned("1001")
		_, err := o.move(pat, id, access.MoveReprocess, "I have corrected the address.")
		must(t, err)
		item, err := o.QueueItem(t.Context(), o.who("rita@vendor.example"), id)
		must(t, err)
		same(t, "the decider's", item.Note, "I have corrected the address.")
	})
	t.Run("ItIsBounded", func(t *testing.T) {
		o := open(t)
		pat, id := o.questioned("1001")
		_, err := o.move(pat, id, access.MoveConfirm, strings.Repeat("a", validation.MaxNote+1))
		refused(t, err, wire.CodeValidation)
	})
	t.Run("TheContractsHistoryKeepsItToItself", func(t *testing.T) {
		o := open(t)
		pat, id := o.questioned("1001")
		_, err := o.move(pat, id, access.MoveConfirm, "An answer.")
		must(t, err)
		_, err = o.move(pat, id, access.MoveCancel, "Never mind.")
		must(t, err)
		h, err := o.OfficeHistory(t.Context(), o.who("ann@alpha.example"), access.Contract("1001"), "")
		must(t, err)
		for _, e := range h.Events {
			if e.Note != "" {
				t.Errorf("%s shows %q", e.What, e.Note)
			}
		}
	})
}
