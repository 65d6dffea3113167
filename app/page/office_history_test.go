package page

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestJoined_PutsWhatIsNewAboveTheRest(t *testing.T) {
	events := func(seqs ...uint64) (all []wire.OfficeEvent) {
		for _, s := range seqs {
			all = append(all, wire.OfficeEvent{Seq: s})
		}
		return all
	}
	for name, c := range map[string]struct {
		window, older, want []wire.OfficeEvent
		n                   int
	}{
		"First":       {events(9, 8), nil, events(9, 8), 2},
		"NothingNew":  {events(9, 8), events(9, 8, 7, 6), events(9, 8, 7, 6), 0},
		"TwoNew":      {events(11, 10, 9), events(9, 8, 7), events(11, 10, 9, 8, 7), 2},
		"TooMany":     {events(30, 29), events(9, 8, 7), events(30, 29), -1},
		"NothingLeft": {nil, events(9), events(9), 0},
	} {
		t.Run(name, func(t *testing.T) {
			got, n := joined(c.window, c.older)
			if diff := cmp.Diff(c.want, got); diff != "" || n != c.n {
				t.Errorf("%d new: %s", n, diff)
			}
		})
	}
}

// TestEventText_IsASentenceInBothLanguages: no event is shown by its key.
func TestEventText_IsASentenceInBothLanguages(t *testing.T) {
	events := []wire.OfficeEvent{
		{What: "request", Who: "Hana", Level: access.Full, Status: access.Approved},
		{What: "grant", Who: "Hana", Level: access.Full}, {What: "grant", Who: "Hana", Level: access.Full, EndsAt: time.Now()},
		{What: "end", Who: "Hana", Level: access.Downloads}, {What: "end", Who: "Hana", Level: access.Downloads, EndsAt: time.Now()},
		{What: "revoked", Level: access.Ordering}, {What: "named", Who: "Hana"}, {What: "left", Who: "Hana"}, {What: "left", Last: true},
	}
	for _, rule := range []string{"lock", "deny", "approve", "standing", "name"} {
		events = append(events, wire.OfficeEvent{What: "rule", Rule: rule, Value: "x.example"}, wire.OfficeEvent{What: "rule", Rule: rule, Removed: true})
	}
	for _, lang := range i18n.Langs() {
		m := session.Model{Lang: lang}
		for _, e := range events {
			for _, text := range []string{eventText(m, e), byText(m, e)} {
				if text == "" || strings.HasPrefix(text, "history.") {
					t.Errorf("%+v is %q in %s", e, text, lang)
				}
			}
		}
	}
}
