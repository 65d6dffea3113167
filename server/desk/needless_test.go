package desk_test

import (
	"slices"
	"testing"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// toldOf are the views of a request that grants bring about after a position.
func (o *office) toldOf(id string, after uint64) (told []wire.Request) {
	o.t.Helper()
	must(o.t, o.Ledger.View(o.t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(after, 0)
		for _, f := range facts {
			notices, err := o.Announce(r, f)
			must(o.t, err)
			for _, n := range notices {
				if n.Update.Request != nil && n.Update.Request.ID == id && f.Type != event.TypeRequestMoved {
					told = append(told, *n.Update.Request)
				}
			}
		}
		return err
	}))
	return told
}

// TestDesk_Needless: a request for downloads that waits is not needed any more
// once its requester has full support of the same contract, and is again when
// that is taken away.
func TestDesk_Needless(t *testing.T) {
	heldOf := func(o *office, who desk.Who, id string) access.Level {
		list, err := o.Requests(t.Context(), who, "", "", "")
		must(t, err)
		own, err := o.Request(t.Context(), who, id)
		must(t, err)
		i := slices.IndexFunc(list.Requests, func(r wire.Request) bool { return r.ID == id })
		if list.Requests[i].Held != own.Held {
			t.Errorf("the list says %q, the page %q", list.Requests[i].Held, own.Held)
		}
		return own.Held
	}
	t.Run("OnceMoreIsHeld", func(t *testing.T) {
		o := open(t)
		carl, ann := o.who("carl@alpha.example"), o.who("ann@alpha.example")
		waits := o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
		same(t, "before", heldOf(o, carl, waits.ID), access.Level(""))
		at := o.since()
		full := o.one(carl, access.Full, "1001", access.Approved)
		same(t, "held", heldOf(o, carl, waits.ID), access.Full)
		same(t, "of what is approved", heldOf(o, carl, full.ID), access.Level(""))
		item, err := o.QueueItem(t.Context(), ann, waits.ID)
		must(t, err)
		same(t, "the decider reads", item.Facts.HeldLevel, access.Full)

		told := o.toldOf(waits.ID, at)
		if len(told) != 1 || told[0].Held != access.Full || told[0].Seq <= waits.Seq {
			t.Errorf("told %+v", told)
		}
	})
	t.Run("AThirdPartyDoesNotLearnWhatTheirAccessIsOn", func(t *testing.T) {
		o := open(t)
		pat, ann := o.who("pat@mail.example"), o.who("ann@alpha.example")
		waits := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		third := o.sponsored("1001", access.Full, "pat@mail.example")
		at := o.since()
		_, err := o.approveFor(ann, third.ID, wire.Moved{Purpose: "Operating the network"})
		must(t, err)
		same(t, "held", heldOf(o, pat, waits.ID), access.Level(""))
		if told := o.toldOf(waits.ID, at); len(told) > 0 {
			t.Errorf("told %+v", told)
		}
	})
	t.Run("NotWhenItIsTakenAway", func(t *testing.T) {
		o := open(t)
		carl, ann := o.who("carl@alpha.example"), o.who("ann@alpha.example")
		waits := o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
		full := o.one(carl, access.Full, "1001", access.Approved)
		must(t, o.Revoke(t.Context(), ann, "g-"+full.ID, wire.Revoke{Scope: access.Contract("1001"), Reason: access.RevokedByMistake}))
		same(t, "held", heldOf(o, carl, waits.ID), access.Level(""))
	})
	t.Run("NotOfAnotherContractOrALowerLevel", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		waits := o.one(carl, access.Downloads, "1001", access.PendingAdministrator)
		other := o.submit(carl, access.Full, access.KindContract, "1002")[0]
		if other.Status == access.Approved {
			same(t, "held", heldOf(o, carl, waits.ID), access.Level(""))
		}
	})
}
