package hub_test

import (
	"context"
	"maps"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/hub"
)

// told is what each topic was last told.
type told struct {
	mu    sync.Mutex
	names map[string][]string
}

func (l *told) note(notices ...hub.Notice) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, n := range notices {
		l.names[n.Topic] = n.Update.Viewers.Names
	}
}

func (l *told) all() map[string][]string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return maps.Clone(l.names)
}

func TestViewing(t *testing.T) {
	newViewing := func(ctx context.Context) (*hub.Viewing, *told) {
		last := &told{names: map[string][]string{}}
		v := hub.NewViewing(last.note, time.Now)
		go v.Run(ctx)
		return v, last
	}
	ann := hub.Viewer{Topic: "session:ann", Account: "1", Name: "Ann"}
	bob := hub.Viewer{Topic: "session:bob", Account: "2", Name: "Bob"}
	bubble := func(name string, test func(*testing.T, *hub.Viewing, *told)) {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				v, last := newViewing(ctx)
				v.Start("r", "queue:vendor", ann)
				v.Start("r", "queue:vendor", bob)
				test(t, v, last)
			})
		})
	}
	bubble("TellsTheQueueEveryNameAndViewersTheOthers", func(t *testing.T, v *hub.Viewing, last *told) {
		want := map[string][]string{"queue:vendor": {"Ann", "Bob"}, "session:ann": {"Bob"}, "session:bob": {"Ann"}}
		if diff := cmp.Diff(want, last.all()); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"Bob"}, v.Others("r", "1")); diff != "" {
			t.Error(diff)
		}
	})
	bubble("TellsWhenSomebodyLeaves", func(t *testing.T, v *hub.Viewing, last *told) {
		v.Stop("r", "session:bob")
		if diff := cmp.Diff([]string{"Ann"}, last.all()["queue:vendor"]); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{}, last.all()["session:ann"]); diff != "" {
			t.Error(diff)
		}
	})
	bubble("ForgetsWhoDoesNotRenew", func(t *testing.T, v *hub.Viewing, last *told) {
		time.Sleep(20 * time.Second) // the bubble's clock
		v.Start("r", "queue:vendor", ann)
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if diff := cmp.Diff([]string{"Ann"}, last.all()["queue:vendor"]); diff != "" {
			t.Error(diff)
		}
		time.Sleep(20 * time.Second)
		synctest.Wait()
		if diff := cmp.Diff([]string{}, last.all()["queue:vendor"]); diff != "" {
			t.Error(diff)
		}
		if others := v.Others("r", "2"); others != nil {
			t.Errorf("still there: %v", others)
		}
	})
}
