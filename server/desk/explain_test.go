package desk_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestDesk_Explain(t *testing.T) {
	t.Run("TheRequesterReadsTheirOwnDataAlone", func(t *testing.T) {
		o := open(t)
		pat := o.who("pat@mail.example")
		r := o.one(pat, access.Full, "2001", access.PendingAction)
		got, err := o.Request(t.Context(), pat, r.ID)
		must(t, err)
		last := got.Why.Rules[len(got.Why.Rules)-1]
		if got.Why.Policy == "" || !got.Why.At.Equal(o.clock()) || last.Outcome != wire.OutcomeDecide || last.Rule != 18 {
			t.Errorf("why: %+v", got.Why)
		}
		text, err := json.Marshal(got.Why)
		must(t, err)
		for _, other := range []string{"Beta", "ベータ", "beta.example", "certain_company", "administrators", "name_match", "direct"} {
			if strings.Contains(string(text), other) {
				t.Errorf("it tells %q: %s", other, text)
			}
		}
		if !strings.Contains(string(text), "mail.example") {
			t.Errorf("it does not name the requester's own mail domain: %s", text)
		}
	})
	t.Run("ItIsOfTheLastEvaluation", func(t *testing.T) {
		o := open(t)
		bare, rita := o.who("bare@alpha.example"), o.who("rita@vendor.example")
		r := o.one(bare, access.Full, "1002", access.Denied)
		me, err := o.Me(t.Context(), bare)
		must(t, err)
		me.Profile.Company, me.Profile.Address = "Alpha Works", "1 Main St"
		_, err = o.UpdateProfile(t.Context(), bare, wire.ProfileChange{Profile: me.Profile})
		must(t, err)
		o.pass(time.Hour)
		_, err = o.move(bare, r.ID, access.MoveReprocess, "")
		must(t, err)
		got, err := o.Request(t.Context(), bare, r.ID)
		must(t, err)
		item, err := o.QueueItem(t.Context(), rita, r.ID)
		must(t, err)
		if !got.Why.At.Equal(o.clock()) || !item.Evaluated.Equal(o.clock()) || len(got.Why.Rules) < 5 {
			t.Errorf("evaluated at %v and %v: %+v", got.Why.At, item.Evaluated, got.Why.Rules)
		}
	})
}
