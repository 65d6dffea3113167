package session

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	diff "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/shared/wire"
)

func TestOutgoing_Answered(t *testing.T) {
	tests := []struct {
		name  string
		tries int
		code  wire.Code
		want  outcome
		state OutState
	}{
		{"ASuccessIsDone", 0, "", outSent, OutWaiting},
		{"WithoutANetworkItWaits", 0, wire.CodeOffline, outLater, OutWaiting},
		{"WithoutAServerItWaits", 0, wire.CodeUnavailable, outLater, OutWaiting},
		{"AFullDiskIsWaitedFor", 0, wire.CodeReadOnly, outLater, OutWaiting},
		{"TooManyIsWaitedFor", 0, wire.CodeTooMany, outLater, OutWaiting},
		{"AFaultIsTriedAgain", 0, wire.CodeInternal, outLater, OutWaiting},
		{"AFaultIsNotTriedForEver", maxFaults - 1, wire.CodeInternal, outSetBack, OutRefused},
		{"AnyOtherNoIsARefusal", 0, wire.CodeValidation, outSetBack, OutRefused},
		{"SomebodyWhoWasFirstIsARefusal", 0, wire.CodeDecided, outSetBack, OutRefused},
		{"WithoutASessionNothingIsSent", 0, wire.CodeSignInRequired, outOver, OutWaiting},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p *wire.Problem
			if tt.code != "" {
				p = &wire.Problem{Code: tt.code}
			}
			got, what := Outgoing{State: OutWaiting, Tries: tt.tries}.answered(p)
			if what != tt.want || got.State != tt.state || (got.State == OutRefused) != (got.Problem != nil) {
				t.Errorf("got %d, %+v", what, got)
			}
		})
	}
}

func TestOutgoing_IsReadAsItWasKept(t *testing.T) {
	o := Outgoing{Account: "me", Key: "k", At: noon(), What: WhatSubmit, About: "610001", Route: "/access/add/full",
		Method: "POST", Path: wire.PathSubmissions, Body: []byte(`{"level":"full"}`), State: OutRefused, Problem: &wire.Problem{Code: wire.CodeValidation}}
	got, ok := outgoingOf(7, o.text())
	o.ID = 7
	if !ok || diff.Diff(o, got) != "" {
		t.Errorf("%t (-want +got):\n%s", ok, diff.Diff(o, got))
	}
	if _, ok := outgoingOf(8, `{"of":"a newer release"}`); ok {
		t.Error("reads what it did not write")
	}
}

// box is a Box in memory.
type box struct {
	rows []Outgoing
	made int
}

func (b *box) add(o Outgoing) {
	b.made++
	o.ID, o.State = b.made, cmp.Or(o.State, OutWaiting)
	b.rows = append(b.rows, o)
}

func (b *box) Rows() ([]Outgoing, error) { return slices.Clone(b.rows), nil }

func (b *box) Put(o Outgoing) error {
	for i := range b.rows {
		if b.rows[i].ID == o.ID {
			b.rows[i] = o
		}
	}
	return nil
}

func (b *box) Drop(id int) error {
	b.rows = slices.DeleteFunc(b.rows, func(o Outgoing) bool { return o.ID == id })
	return nil
}

// office is a server that counts each key once.
type office struct {
	done   []string // keys, in the order in which they counted
	refuse map[string]bool
}

func (s *office) take(o Outgoing) error {
	if s.refuse[o.Key] {
		return &wire.Problem{Code: wire.CodeDecided}
	}
	if !slices.Contains(s.done, o.Key) {
		s.done = append(s.done, o.Key)
	}
	return nil
}

// Whatever is cut off, and whenever the tab dies, every command counts once and
// in the order in which it was pressed; one that is refused is kept and holds
// up no other; a draft is never sent.
func TestCourier_ExactlyOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, s := &box{}, &office{refuse: map[string]bool{}}
		var want, refused []string
		for i := range rapid.IntRange(0, 8).Draw(t, "commands") {
			o := Outgoing{Account: "me", Key: fmt.Sprint("k", i), State: OutWaiting}
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				s.refuse[o.Key], refused = true, append(refused, o.Key)
			case 1:
				o.State = OutDraft
			case 2:
				o.Account = "another"
			default:
				want = append(want, o.Key)
			}
			b.add(o)
		}
		died := errors.New("the tab has died")
		run := func(cut func() string) (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = died
				}
			}()
			c := Courier{Box: b, Account: "me", Spread: func() float64 { return 0 }, Send: func(o Outgoing) (string, error) {
				switch cut() {
				case "before":
					return "", &wire.Problem{Code: wire.CodeOffline}
				case "after":
					_ = s.take(o)
					return "", &wire.Problem{Code: wire.CodeOffline}
				case "killed":
					_ = s.take(o)
					panic(died)
				}
				return "", s.take(o)
			}}
			_, err = c.Run(0)
			return err
		}
		for range rapid.IntRange(0, 10).Draw(t, "tries") {
			_ = run(func() string {
				return rapid.SampledFrom([]string{"", "before", "after", "killed"}).Draw(t, "cut")
			})
		}
		if err := run(func() string { return "" }); err != nil {
			t.Fatal(err)
		}
		if d := diff.Diff(want, s.done); d != "" {
			t.Fatalf("counted (-want +got):\n%s", d)
		}
		for _, o := range b.rows {
			if o.Account == "me" && o.State == OutWaiting || (o.State == OutRefused) != slices.Contains(refused, o.Key) {
				t.Fatalf("left over: %+v", o)
			}
		}
	})
}

func TestCourier_WaitsAsLongAsItIsTold(t *testing.T) {
	b := &box{}
	b.add(Outgoing{Account: "me", Key: "k"})
	c := Courier{Box: b, Account: "me", Spread: func() float64 { return 1 }, Send: func(Outgoing) (string, error) {
		return "", &wire.Problem{Code: wire.CodeTooMany, RetryAfter: 42}
	}}
	if wait, err := c.Run(0); wait != 42*time.Second || err != nil {
		t.Errorf("waits %v, %v", wait, err)
	}
}
