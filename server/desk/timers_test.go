package desk_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

const day = 24 * time.Hour

// tick lets time go by and does what is due then.
func (o *office) tick(after time.Duration) {
	o.t.Helper()
	o.pass(after)
	if _, err := o.Tick(context.Background()); err != nil {
		o.t.Fatal(err)
	}
}

// path is a request's statuses in order, with the reason of the last.
func (o *office) path(who desk.Who, id string) string {
	o.t.Helper()
	r, err := o.Request(context.Background(), who, id)
	must(o.t, err)
	var words []string
	for _, s := range r.Steps {
		words = append(words, string(s.To))
	}
	if len(r.Reasons) > 0 {
		words = append(words, string(r.Reasons[0]))
	}
	return strings.Join(words, " ")
}

// told lists the facts of a kind that are no transitions, by their days.
func (o *office) told() (days []int) {
	o.t.Helper()
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		for after := uint64(0); ; {
			facts, err := r.Facts(after, 0)
			if err != nil || len(facts) == 0 {
				return err
			}
			for _, f := range facts {
				data, err := f.Decode()
				if err != nil {
					return err
				}
				switch e := data.(type) {
				case *event.RequestReminded:
					days = append(days, e.Days)
				case *event.GrantEnding:
					days = append(days, e.Days)
				case *event.GrantEnded:
					days = append(days, 0)
				}
			}
			after = facts[len(facts)-1].Seq
		}
	}))
	return days
}

func (o *office) wantTold(want ...int) {
	o.t.Helper()
	if got := o.told(); !slices.Equal(got, want) {
		o.t.Errorf("told at the days %v, want %v", got, want)
	}
}

func TestTimers_AStopIsNoFault(t *testing.T) {
	var said bytes.Buffer
	o := open(t, func(c *desk.Config) { c.Log = slog.New(slog.NewTextHandler(&said, nil)) })
	ctx, stop := context.WithCancel(t.Context())
	stop()
	_, err := o.Tick(ctx)
	if !errors.Is(err, context.Canceled) || said.Len() > 0 {
		t.Errorf("error %v; it said %s", err, said.String())
	}
}

// TestTimers_OfARequestThatNobodyAnswers holds the portal to the times of the
// domain page, "Statuses".
func TestTimers_OfARequestThatNobodyAnswers(t *testing.T) {
	start := func(t *testing.T) (*office, desk.Who, string) {
		o := open(t)
		pat := o.who("pat@mail.example")
		return o, pat, o.one(pat, access.Downloads, "1001", access.PendingAdministrator).ID
	}
	want := func(o *office, who desk.Who, id, want string) {
		o.t.Helper()
		if got := o.path(who, id); got != want {
			o.t.Errorf("it went %q, want %q", got, want)
		}
	}
	const waits, vendor, over = "PendingAdministrator downloads.review", "PendingAdministrator PendingVendor admin.no_answer", "PendingAdministrator PendingVendor Expired request.expired"

	t.Run("RemindersThenTheVendorThenTheEnd", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(3*day - time.Second)
		o.wantTold()
		o.tick(time.Second)
		o.wantTold(3)
		o.tick(4 * day)
		o.wantTold(3, 7)
		o.tick(7*day - time.Second)
		want(o, pat, id, waits)
		o.tick(time.Second)
		want(o, pat, id, vendor)
		o.tick(14*day - time.Second)
		want(o, pat, id, vendor)
		o.tick(time.Second)
		want(o, pat, id, over)
		o.tick(100 * day)
		want(o, pat, id, over)
		o.wantTold(3, 7)
	})
	t.Run("AfterAWeekSwitchedOffOnlyTheLastReminderIsSent", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(8 * day)
		o.wantTold(7)
		o.tick(7 * day)
		want(o, pat, id, vendor)
		o.wantTold(7)
	})
	t.Run("AfterTwoWeeksOffTheVendorHasItOnce", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(15 * day)
		o.tick(0)
		want(o, pat, id, vendor)
		o.wantTold()
	})
	t.Run("AfterAMonthOffItEndsAtOnce", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(30 * day)
		want(o, pat, id, "PendingAdministrator Expired request.expired")
		o.wantTold()
	})
	t.Run("AClockThatIsSetBackSaysNothingTwice", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(4 * day)
		o.tick(-20 * day)
		o.tick(20 * day)
		o.wantTold(3)
		o.tick(-2 * day)
		want(o, pat, id, waits)
		o.tick(12 * day)
		want(o, pat, id, vendor)
	})
	t.Run("WhatWasAnsweredIsLeftAlone", func(t *testing.T) {
		o, pat, id := start(t)
		_, err := o.move(o.who("ann@alpha.example"), id, access.MoveApprove, "")
		must(t, err)
		o.tick(40 * day)
		want(o, pat, id, "PendingAdministrator Approved admin.approved")
		o.wantTold()
	})
	t.Run("ARequestThatComesBackIsCountedAnew", func(t *testing.T) {
		o, pat, id := start(t)
		o.tick(14 * day)
		_, err := o.move(o.who("rita@vendor.example"), id, access.MoveSendAdmin, "")
		must(t, err)
		o.tick(3 * day)
		o.wantTold(3)
		o.tick(11 * day)
		want(o, pat, id, "PendingAdministrator PendingVendor PendingAdministrator Expired request.expired")
	})
	t.Run("MoreThanOneCommandTakes", func(t *testing.T) {
		o := open(t)
		for i := range 60 {
			o.one(o.client(i), access.Downloads, "1001", access.PendingAdministrator)
		}
		o.tick(15 * day)
		queue, err := o.Queue(t.Context(), o.who("rita@vendor.example"), desk.QueueQuery{})
		must(t, err)
		if queue.Counts.Total != 60 {
			t.Errorf("the vendor has %d of 60", queue.Counts.Total)
		}
	})
}

// more is the registry of files() with further lines of a file.
func more(name, lines string) fstest.MapFS {
	all := files()
	all[name] = &fstest.MapFile{Data: append(slices.Clone(all[name].Data), lines...)}
	return all
}

func TestTimers_ANumberThatAppearsIsDecidedByItself(t *testing.T) {
	const active = "3001,A,,,24x7,vendor,direct,2026-12-01,2026-12-01,2027-12-31,active\n"
	const pending = "3001,A,,,24x7,vendor,direct,2026-12-01,2027-01-01,2027-12-31,pending\n"
	ask := func(t *testing.T, lines string) (*office, desk.Who, wire.Request) {
		o := open(t)
		if lines != "" {
			o.replace(more("contracts.csv", lines))
		}
		o.tick(0)
		carl := o.who("carl@alpha.example")
		r := o.one(carl, access.Full, "3001", access.Denied)
		if r.RetryAt.IsZero() {
			t.Fatal("it is not looked at again")
		}
		return o, carl, r
	}
	want := func(o *office, who desk.Who, id, want string) {
		o.t.Helper()
		if got := o.path(who, id); got != want {
			o.t.Errorf("it went %q, want %q", got, want)
		}
	}
	t.Run("Unknown", func(t *testing.T) {
		o, carl, r := ask(t, "")
		o.tick(time.Hour)
		want(o, carl, r.ID, "Denied contract.unknown")
		o.replace(more("contracts.csv", active))
		o.tick(0)
		want(o, carl, r.ID, "Denied Approved company.match")
	})
	t.Run("UnknownForTooLong", func(t *testing.T) {
		o, carl, r := ask(t, "")
		o.tick(49 * time.Hour)
		after, err := o.Request(t.Context(), carl, r.ID)
		must(t, err)
		if !after.RetryAt.IsZero() || after.Status != access.Denied || after.Seq == r.Seq {
			t.Errorf("still looked for: %+v", after)
		}
		o.replace(more("contracts.csv", active))
		o.tick(0)
		want(o, carl, r.ID, "Denied contract.unknown")
	})
	t.Run("TooNew", func(t *testing.T) {
		o, carl, r := ask(t, pending)
		o.replace(more("contracts.csv", strings.Replace(pending, "24x7", "8x5", 1)))
		o.tick(0)
		want(o, carl, r.ID, "Denied contract.too_new")
		o.replace(more("contracts.csv", active))
		o.tick(0)
		want(o, carl, r.ID, "Denied Approved company.match")
	})
	t.Run("TooNewThenNotNewAnyMore", func(t *testing.T) {
		o, carl, r := ask(t, pending)
		o.tick(48 * time.Hour)
		want(o, carl, r.ID, "Denied Denied contract.inactive")
		o.tick(48 * time.Hour)
		want(o, carl, r.ID, "Denied Denied contract.inactive")
	})
	t.Run("GuessingDoesNotCount", func(t *testing.T) {
		o, carl, r := ask(t, "")
		o.submit(carl, access.Full, access.KindContract, "4001", "4002", "4003", "4004", "4005", "4006", "4007", "4008", "4009")
		_, _ = o.Submit(t.Context(), carl, wire.Submit{Level: access.Full, Kind: access.KindContract, Agreed: true,
			Identifiers: []string{"4011", "4012", "4013", "4014", "4015", "4016", "4017", "4018", "4019", "4020"}})
		o.replace(more("contracts.csv", active))
		o.tick(0)
		want(o, carl, r.ID, "Denied Approved company.match")
	})
}

func TestTimers_WhatWaitsForAdministratorsWhoAreGoneGoesToTheVendor(t *testing.T) {
	o := open(t)
	pat := o.who("pat@mail.example")
	r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
	o.tick(time.Hour)
	o.replace(without("administrators.csv"))
	o.tick(0)
	if got := o.path(pat, r.ID); got != "PendingAdministrator PendingVendor admin.gone" {
		t.Errorf("it went %q", got)
	}
}

func TestTimers_TellOfAGrantsEnd(t *testing.T) {
	give := func(o *office, ends time.Duration) {
		o.t.Helper()
		_, err := o.Ledger.Do(context.Background(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			_, err := tx.Append(&event.GrantGiven{
				Grant: "g-1", Account: o.who1, Level: access.Full, Scope: access.Contract("1001"), Starts: tx.Now(), Ends: tx.Now().Add(ends),
			})
			return nil, err
		}})
		must(o.t, err)
	}
	start := func(t *testing.T) *office {
		o := open(t)
		o.who1 = o.who("pat@mail.example").Account
		return o
	}
	t.Run("FourteenDaysOneDayAndTheEnd", func(t *testing.T) {
		o := start(t)
		give(o, 100*day)
		o.tick(86*day - time.Second)
		o.wantTold()
		o.tick(time.Second)
		o.wantTold(14)
		o.tick(13 * day)
		o.wantTold(14, 1)
		o.tick(day)
		o.wantTold(14, 1, 0)
		o.tick(100 * day)
		o.wantTold(14, 1, 0)
	})
	t.Run("AShortOneIsNotWarnedOfWhenGiven", func(t *testing.T) {
		o := start(t)
		give(o, 7*day)
		o.tick(0)
		o.wantTold()
		o.tick(6 * day)
		o.wantTold(1)
	})
	t.Run("OffUntilAfterTheEndOnlyTheEndIsTold", func(t *testing.T) {
		o := start(t)
		give(o, 20*day)
		o.tick(30 * day)
		o.wantTold(0)
	})
	t.Run("ARestartForgetsAndRepeatsNothing", func(t *testing.T) {
		o := start(t)
		give(o, 100*day)
		for _, wait := range []time.Duration{86*day - time.Second, time.Second, 13 * day, day, 100 * day} {
			o.pass(wait)
			o.restart()
			o.tick(0)
			o.tick(0)
		}
		o.wantTold(14, 1, 0)
	})
	t.Run("OffFromBeforeAWarningUntilAfterTheEnd", func(t *testing.T) {
		o := start(t)
		give(o, 100*day)
		o.tick(80 * day)
		o.pass(30 * day)
		o.restart()
		o.tick(0)
		o.restart()
		o.tick(0)
		o.wantTold(0)
	})
	t.Run("WhatIsExtendedIsWarnedOfAnew", func(t *testing.T) {
		o := start(t)
		give(o, 20*day)
		o.tick(7 * day)
		give(o, 20*day)
		o.tick(7 * day)
		o.wantTold(14, 14)
		o.tick(12 * day)
		o.wantTold(14, 14, 1)
	})
}
