package desk_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// told are the notices of the facts after a position, as topic and kind.
func told(t *testing.T, m *meanwhile, o *office, after uint64) (topics []string) {
	t.Helper()
	must(t, m.View(t.Context(), func(r *ledger.Reader) error {
		facts, err := r.Facts(after, 0)
		for _, f := range facts {
			notices, err := o.Announce(r, f)
			must(t, err)
			for _, n := range notices {
				topics = append(topics, n.Topic+" "+string(n.Update.Kind))
			}
		}
		return err
	}))
	return topics
}

func TestDesk_Announce(t *testing.T) {
	t.Run("ReachesTheRequesterAndEachQueueOnItsWay", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		pat, ann, rita := o.who("pat@mail.example"), o.who("ann@alpha.example"), o.who("rita@vendor.example")
		start := m.Position().Seq
		r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		_, err := o.move(ann, r.ID, access.MovePass, "")
		must(t, err)
		_, err = o.move(rita, r.ID, access.MoveApprove, "")
		must(t, err)
		mine := desk.AccountTopic(pat.Account)
		want := []string{ // told late: where it does not wait any more there is no row
			mine + " request", "queue:vendor office",
			mine + " request", "queue:contract:1001 left", "queue:vendor office",
			mine + " request", "queue:vendor left", mine + " grant", "queue:contract:1001 office", "queue:vendor office",
		}
		if diff := cmp.Diff(want, told(t, m, o, start)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("MakesEveryoneLoadAgainAfterAnImport", func(t *testing.T) {
		m := &meanwhile{}
		published := []string{}
		o := open(t, m.between, func(c *desk.Config) {
			c.Publish = func(topic string, u wire.Update) { published = append(published, topic+" "+string(u.Kind)) }
		})
		start := m.Position().Seq
		published = nil
		o.replace(without("administrators.csv"))
		if diff := cmp.Diff([]string{"everyone reset", "everyone me"}, published); diff != "" {
			t.Errorf("those who are there: %s", diff)
		}
		if diff := cmp.Diff([]string{"operators registry", "everyone reset"}, told(t, m, o, start)); diff != "" {
			t.Errorf("those who come back: %s", diff)
		}
	})
	t.Run("MakesOneLoadAgainWhoseRoleChanged", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		olga, carl := o.who("olga@vendor.example"), o.who("carl@alpha.example")
		start := m.Position().Seq
		_, err := o.SetRole(t.Context(), olga, carl.Account, wire.SetRole{Role: access.RoleReviewer})
		must(t, err)
		mine := desk.AccountTopic(carl.Account)
		if diff := cmp.Diff([]string{mine + " reset", mine + " me"}, told(t, m, o, start)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("RefusesAFactThatItDoesNotKnow", func(t *testing.T) {
		o := open(t)
		if _, err := o.Announce(nil, event.Fact{Seq: 1, Type: "weather.changed"}); err == nil {
			t.Error("it was taken")
		}
	})
}
