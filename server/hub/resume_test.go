package hub_test

import (
	"context"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/server/hub"
	"accord/shared/wire"
)

// reader is one browser: it keeps what it was told and where it is.
type reader struct {
	topics []string
	at     wire.Position
	got    []uint64
	resets int
}

// watch reads until it was told of a position, cutting the line and coming
// back after every so many takes.
func (r *reader) watch(t *testing.T, w world, upTo uint64, cuts func() int) {
	for r.at.Seq < upTo {
		s, err := w.hub.Join(context.Background(), r.topics, r.at)
		if err != nil {
			t.Error(err)
			return
		}
		for left := cuts(); left > 0 && r.at.Seq < upTo; left-- {
			code := r.take(w, s)
			if code != 0 {
				break
			}
		}
		s.Leave()
	}
}

func (r *reader) take(w world, s *hub.Subscriber) int {
	frames, code := w.next(s)
	for _, f := range frames {
		r.at = f.Position
		for _, u := range f.Updates {
			if u.Kind == wire.UpdateReset {
				r.resets++
			}
		}
	}
	r.got = append(r.got, numbers(frames)...)
	return code
}

func TestHub_AThousandCommitsReachReadersThatCutAndResumeOnceInOrder(t *testing.T) {
	const commits, readers = 1_000, 12
	w := newWorld(t)
	start := w.ledger.Position()
	var watching sync.WaitGroup
	all := make([]*reader, readers)
	var seed counter
	for i := range all {
		// Everybody follows "end", so everybody hears of the last commit.
		all[i] = &reader{at: start, topics: []string{[]string{"a", "b"}[i%2], "end"}}
		watching.Go(func() {
			all[i].watch(t, w, commits+1, func() int { return int(seed.next()*2_654_435_761>>5)%7 + 1 })
		})
	}
	for i := range commits {
		w.commit([]string{"a", "b", "nobody"}[i%3])
	}
	w.commit("end")
	watching.Wait()
	for i, r := range all {
		want := []uint64{}
		for n := uint64(1); n <= commits; n++ {
			if int(n-1)%3 == i%2 {
				want = append(want, n)
			}
		}
		if diff := cmp.Diff(append(want, commits+1), r.got); diff != "" || r.resets > 0 {
			t.Errorf("reader %d, %d resets: %s", i, r.resets, diff)
		}
	}
}

// Whatever is committed and whenever a reader cuts and comes back, it is told
// of each fact of its topics once and in order.
func TestHub_ResumeIsExact(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(rt *rapid.T) {
		r := &reader{topics: []string{"a", "b"}, at: w.settle()}
		s := w.join(r.at, r.topics...)
		want, began := []uint64{}, r.at.Seq
		rt.Repeat(map[string]func(*rapid.T){
			"commit": func(rt *rapid.T) {
				topics := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 1, 4).Draw(rt, "topics")
				first := w.ledger.Position().Seq + 1
				w.commit(topics...)
				for i, topic := range topics {
					if topic != "c" {
						want = append(want, first+uint64(i))
					}
				}
			},
			"cut and resume": func(*rapid.T) {
				s.Leave()
				s = w.join(r.at, r.topics...)
			},
			"read": func(*rapid.T) {
				s.Leave() // what is queued is still read
				r.take(w, s)
				s = w.join(r.at, r.topics...)
			},
		})
		s.Leave()
		w.settle()
		s = w.join(r.at, r.topics...)
		r.take(w, s)
		s.Leave()
		if now := w.ledger.Position().Seq; r.at.Seq != now {
			rt.Fatalf("told up to %d of %d, began at %d", r.at.Seq, now, began)
		}
		if diff := cmp.Diff(want, append([]uint64{}, r.got...)); diff != "" {
			rt.Fatal(diff)
		}
	})
}
