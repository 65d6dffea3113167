package desk_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// unknown is a submission of n contract numbers that nobody holds.
func unknown(n int) wire.Submit {
	ids := []string{}
	for i := range n {
		ids = append(ids, fmt.Sprint(500+i))
	}
	return wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: ids, Agreed: true}
}

func TestDesk_Guessing(t *testing.T) {
	t.Run("IsStopped", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		o.guess(carl, 10)
		o.guess(carl, 10)
		_, err := o.Submit(t.Context(), carl, unknown(1))
		if p := refused(t, err, wire.CodeGuessing); p.RetryAfter < 1 {
			t.Errorf("retry after %d s", p.RetryAfter)
		}
		o.pass(10 * time.Minute)
		o.one(carl, access.Full, "1001", access.Approved)
	})
	t.Run("IsStoppedForSerialsAndBillToIDsToo", func(t *testing.T) {
		o := open(t, func(c *desk.Config) { c.Guesses.PerAccount = 2 })
		carl := o.who("carl@alpha.example")
		o.submit(carl, access.Full, access.KindSerial, "NONE-1")
		o.submit(carl, access.Ordering, access.KindBillTo, "404")
		_, err := o.Submit(t.Context(), carl, unknown(1))
		refused(t, err, wire.CodeGuessing)
	})
	t.Run("IsStoppedPerNetworkOfTheNewKind", func(t *testing.T) {
		o := open(t, func(c *desk.Config) { c.Guesses = desk.Guesses{PerAccount: 100, PerNetwork: 10} })
		carl, pat := o.who("carl@alpha.example"), o.who("pat@mail.example")
		carl.Network, pat.Network = "2001:db8::1", "2001:db8::2"
		o.guess(carl, 10)
		_, err := o.Submit(t.Context(), pat, unknown(1))
		refused(t, err, wire.CodeGuessing)
		pat.Network = "2001:db8:1::2"
		o.guess(pat, 1)
	})
	t.Run("IsStoppedForManyWhoTryAtOnce", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		var answered, stopped atomic.Int64
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				_, err := o.Submit(t.Context(), carl, unknown(10))
				var p *wire.Problem
				switch {
				case err == nil:
					answered.Add(1)
				case errors.As(err, &p) && p.Code == wire.CodeGuessing:
					stopped.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		all.Wait()
		if answered.Load() != 2 || stopped.Load() != 18 {
			t.Errorf("%d submissions of ten were answered, %d stopped", answered.Load(), stopped.Load())
		}
	})
	t.Run("CountsForOneWhoHangsUp", func(t *testing.T) {
		m := &meanwhile{}
		o := open(t, m.between)
		carl := o.who("carl@alpha.example")
		for range 2 {
			ctx, hangUp := context.WithCancel(t.Context())
			m.after = hangUp
			_, err := o.Submit(ctx, carl, unknown(10))
			must(t, err)
			if ctx.Err() == nil {
				t.Fatal("did not hang up")
			}
		}
		_, err := o.Submit(t.Context(), carl, unknown(1))
		refused(t, err, wire.CodeGuessing)
	})
	t.Run("DoesNotCountARepeat", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		carl.Key = "key-0123456789abcdef"
		first, err := o.Submit(t.Context(), carl, unknown(10))
		must(t, err)
		for range 3 {
			again, err := o.Submit(t.Context(), carl, unknown(10))
			must(t, err)
			if again.ID != first.ID {
				t.Errorf("a repeat made another submission")
			}
		}
		carl.Key = ""
		o.guess(carl, 10)
	})
	t.Run("RepeatsTheFirstAnswerToOneWhoIsStopped", func(t *testing.T) {
		o := open(t)
		carl := o.who("carl@alpha.example")
		o.guess(carl, 10)
		carl.Key = "key-0123456789abcdef"
		first, err := o.Submit(t.Context(), carl, unknown(10))
		must(t, err)
		again, err := o.Submit(t.Context(), carl, unknown(10))
		must(t, err)
		if again.ID != first.ID {
			t.Errorf("a repeat made another submission")
		}
	})
	t.Run("CountsAReprocess", func(t *testing.T) {
		o := open(t, func(c *desk.Config) { c.Guesses.PerAccount = 3 })
		carl := o.who("carl@alpha.example")
		r := o.submit(carl, access.Full, access.KindContract, "404")[0]
		for range 2 {
			_, err := o.move(carl, r.ID, access.MoveReprocess, "")
			must(t, err)
		}
		_, err := o.move(carl, r.ID, access.MoveReprocess, "")
		refused(t, err, wire.CodeGuessing)
	})
}

func (o *office) guess(who desk.Who, n int) {
	o.t.Helper()
	_, err := o.Submit(o.t.Context(), who, unknown(n))
	must(o.t, err)
}
