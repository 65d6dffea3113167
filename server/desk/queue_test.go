package desk_test

import (
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

var grantsAll = desk.GrantsQuery{}

func TestDesk_Queue(t *testing.T) {
	o := open(t)
	pat, ann, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example")
	waiting := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)

	t.Run("AdministratorSeesOnlyTheirContracts", func(t *testing.T) {
		q, err := o.Queue(t.Context(), ann, desk.QueueQuery{})
		must(t, err)
		if len(q.Rows) != 1 || q.Rows[0].ID != waiting.ID || q.Counts.Total != 1 || q.Counts.ByLevel[access.Downloads] != 1 {
			t.Errorf("queue %+v, counts %+v", q.Rows, q.Counts)
		}
		q, err = o.Queue(t.Context(), rita, desk.QueueQuery{})
		must(t, err)
		if len(q.Rows) != 0 || q.Counts.Total != 0 {
			t.Errorf("the reviewer sees %+v", q.Rows)
		}
	})
	t.Run("CustomersHaveNone", func(t *testing.T) {
		_, err := o.Queue(t.Context(), pat, desk.QueueQuery{})
		refused(t, err, wire.CodeForbidden)
		_, err = o.QueueItem(t.Context(), pat, waiting.ID)
		refused(t, err, wire.CodeNotFound)
	})
	t.Run("WhoLooksIsSeenInTheQueueThatItWaitsIn", func(t *testing.T) {
		looked := o.one(pat, access.Full, "1002", access.PendingAction)
		for id, want := range map[string]string{waiting.ID: "contract:1001", looked.ID: ""} {
			queue, name, err := o.Looking(t.Context(), rita, id)
			if err != nil || queue != want || name == "" {
				t.Errorf("%q in %q, %v", name, queue, err)
			}
		}
		_, _, err := o.Looking(t.Context(), pat, waiting.ID)
		refused(t, err, wire.CodeNotFound)
	})
	t.Run("DecidersDoNotReadWhatOthersWriteOfTheirOwnRequest", func(t *testing.T) {
		own := o.one(ann, access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(o.who("abe@alpha.example"), own.ID, access.MovePass, "Ann is leaving us")
		must(t, err)
		for who, want := range map[desk.Who]string{ann: "", rita: "Ann is leaving us"} {
			item, err := o.QueueItem(t.Context(), who, own.ID)
			must(t, err)
			if last := item.Steps[len(item.Steps)-1]; item.Note != want || last.Note != want {
				t.Errorf("%s reads %q and %q", who.Role, item.Note, last.Note)
			}
		}
		_, err = o.move(ann, own.ID, access.MoveCancel, "")
		must(t, err)
	})
	t.Run("DeciderSeesTheTraceAndTheFacts", func(t *testing.T) {
		item, err := o.QueueItem(t.Context(), ann, waiting.ID)
		must(t, err)
		last := item.Trace[len(item.Trace)-1]
		if last.Outcome != wire.OutcomeDecide || item.Facts.Holder.Name != "Alpha Works Inc." || item.Facts.Admins != 2 || len(item.Advice) == 0 || item.Advice[0].Percent < 90 {
			t.Errorf("facts %+v advice %+v last rule %+v", item.Facts, item.Advice, last)
		}
		if len(item.Moves) != 3 {
			t.Errorf("may %v", item.Moves)
		}
	})
	t.Run("ABillToIDsCompanyAndContracts", func(t *testing.T) {
		r := o.submit(o.who("carl@alpha.example"), access.Ordering, access.KindBillTo, "9001")[0]
		item, err := o.QueueItem(t.Context(), rita, r.ID)
		must(t, err)
		if f := item.Facts; f.BillToOf.Name != "Gamma Partners Ltd" || f.Contracts == nil || *f.Contracts != 2 || len(item.Advice) != 1 {
			t.Errorf("%+v, %+v", f, item.Advice)
		}
		item, err = o.QueueItem(t.Context(), rita, waiting.ID)
		must(t, err)
		if item.Facts.Contracts != nil {
			t.Errorf("of a contract: %d", *item.Facts.Contracts)
		}
	})
}

func TestDesk_Follow(t *testing.T) {
	o := open(t)
	for email, want := range map[string]string{
		"ann@alpha.example":   "queue:contract:1001",
		"rita@vendor.example": "queue:vendor",
		"olga@vendor.example": desk.TopicOperators,
	} {
		who := o.who(email)
		topics, err := o.Follow(t.Context(), who)
		must(t, err)
		found := map[string]bool{}
		for _, topic := range topics {
			found[topic] = true
		}
		if !found[want] || !found[desk.AccountTopic(who.Account)] {
			t.Errorf("%s follows %v, want %s", email, topics, want)
		}
	}
}
