package desk_test

import (
	"context"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// timed is what the rules of time say of one request (domain page, "Statuses").
type timed struct {
	id                  string
	status              access.Status
	since, expires, due time.Time
	retry               time.Time // looked at again until
	reminded            int
}

// script plays with one account's requests: one for a contract that has
// administrators, one for a contract that may appear.
type script struct {
	*office
	*rapid.T
	who             desk.Who
	ann, rita       desk.Who
	waiting         *timed // for 1001
	watched         *timed // for 3001
	admins, appears bool   // as the registry has it
	looked          bool   // the timers have seen this registry
	came            bool   // waiting came to the vendor in this step
}

func (s *script) enter(r *timed, status access.Status) {
	now := s.clock()
	if r.status != status {
		r.since, r.reminded = now, 0
		s.came = s.came || status == access.PendingVendor
	}
	r.status = status
	switch status {
	case access.PendingVendor:
		r.due = now.Add(desk.VendorReview)
	case access.PendingAdministrator:
		r.due = now.Add(desk.NoAnswer)
	default:
		r.due = time.Time{}
	}
	if !status.Pending() {
		r.expires = time.Time{}
	} else if r.expires.IsZero() {
		r.expires = now.Add(desk.Expiry)
	}
}

// submit asks for what is not asked for yet.
func (s *script) submit() {
	if s.waiting == nil && s.admins {
		s.waiting = &timed{id: s.one(s.who, access.Downloads, "1001", access.PendingAdministrator).ID}
		s.enter(s.waiting, access.PendingAdministrator)
	}
	if s.watched == nil && !s.appears {
		s.watched = &timed{status: access.Denied, retry: s.clock().Add(desk.RetryWindow)}
		s.watched.id = s.one(s.who, access.Full, "3001", access.Denied).ID
	}
}

// decide makes a move that the table allows.
func (s *script) decide() {
	if s.waiting == nil {
		return
	}
	by, moves := s.rita, map[access.Move]access.Status{access.MoveDeny: access.Denied, access.MoveAsk: access.PendingAction}
	switch s.waiting.status {
	case access.PendingAdministrator:
		by, moves = s.ann, map[access.Move]access.Status{access.MoveDeny: access.Denied, access.MovePass: access.PendingVendor}
		if !s.admins {
			return
		}
	case access.PendingVendor:
		if s.admins {
			moves[access.MoveSendAdmin] = access.PendingAdministrator
		}
	default:
		return
	}
	for move, to := range moves {
		if rapid.Bool().Draw(s.T, string(move)) {
			_, err := s.move(by, s.waiting.id, move, "because")
			must(s.t, err)
			s.enter(s.waiting, to)
			return
		}
	}
}

// imports replaces the registry.
func (s *script) imports() {
	s.admins, s.appears = rapid.Bool().Draw(s.T, "admins"), rapid.Bool().Draw(s.T, "appears")
	s.replace(s.registry())
	s.looked = false
}

func (s *script) registry() fstest.MapFS {
	all := files()
	if s.appears {
		all = more("contracts.csv", "3001,A,,,24x7,vendor,direct,2026-12-01,2026-01-01,2099-12-31,active\n")
	}
	if !s.admins {
		all["administrators.csv"] = without("administrators.csv")["administrators.csv"]
	}
	return all
}

// wait lets time go by, backwards too, and does what is due.
func (s *script) wait() {
	s.tick(time.Duration(rapid.SampledFrom([]int{-200, -1, 0, 1, 24, 47, 71, 73, 97, 169, 337, 673}).Draw(s.T, "hours")) * time.Hour)
	now := s.clock()
	if !s.looked {
		if s.watched != nil && s.appears && !s.watched.retry.IsZero() {
			s.watched.status, s.watched.retry = access.Approved, time.Time{}
		}
		if s.waiting != nil && s.waiting.status == access.PendingAdministrator && !s.admins {
			s.enter(s.waiting, access.PendingVendor)
		}
		s.looked = true
	}
	if r := s.watched; r != nil && !r.retry.IsZero() && !now.Before(r.retry) {
		r.retry = time.Time{}
	}
	if s.waiting != nil && s.waiting.status.Pending() {
		s.press(s.waiting, now)
	}
}

func (s *script) press(r *timed, now time.Time) {
	switch {
	case !now.Before(r.expires):
		s.enter(r, access.Expired)
	case r.status == access.PendingAdministrator && !now.Before(r.due):
		s.enter(r, access.PendingVendor)
	case r.status == access.PendingAdministrator:
		for _, days := range []int{3, 7} {
			if !now.Before(r.since.Add(time.Duration(days) * day)) {
				r.reminded = max(r.reminded, days)
			}
		}
	}
}

// compare holds the ledger against the model.
func (s *script) compare() {
	must(s.t, s.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		for _, want := range []*timed{s.waiting, s.watched} {
			if want == nil {
				continue
			}
			got, err := r.Request(want.id)
			if err != nil {
				return err
			}
			if got.Status != want.status || !got.DueAt.Equal(want.due) || !got.RetryAt.Equal(want.retry) || !got.ExpiresAt.Equal(want.expires) {
				s.Fatalf("at %s it is %s %v due %s expires %s retry %s, want %+v",
					s.clock(), got.Status, got.Reasons, got.DueAt, got.ExpiresAt, got.RetryAt, *want)
			}
			if want.status == access.PendingAdministrator && got.Reminded != want.reminded {
				s.Fatalf("reminded after %d days, want %d", got.Reminded, want.reminded)
			}
		}
		return nil
	}))
}

// mailed holds what reviewers were written since a position against the model:
// one letter when the request came to them and is still theirs.
func (s *script) mailed(after uint64) {
	if s.waiting == nil {
		return
	}
	got, want := 0, 0
	for _, m := range to(s.letters(after), "rita@vendor.example") {
		if m.Kind == desk.LetterQueue && m.Requests[0] == s.waiting.id {
			got++
		}
	}
	if s.came && s.waiting.status == access.PendingVendor {
		want = 1
	}
	if got != want {
		s.Fatalf("reviewers got %d letters about %+v, want %d", got, s.waiting, want)
	}
}

// TestTimers_HoldToTheRulesOfTime plays submissions, decisions, imports, clock
// jumps in both directions and restarts in any order against a model.
func TestTimers_HoldToTheRulesOfTime(t *testing.T) {
	o := open(t)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	played := 0
	rapid.Check(t, func(t *rapid.T) {
		played++
		o.pass(time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC).Sub(o.clock())) // the contracts end some day
		who := o.who(fmt.Sprintf("player%d@alpha.example", played))
		who.Network = fmt.Sprint(played)
		_, err := o.UpdateProfile(context.Background(), who, wire.ProfileChange{Profile: wire.Profile{
			GivenName: "Pia", FamilyName: "Player", Company: "Alpha Works Inc.", Address: "1 Road", Language: "en",
		}})
		must(o.t, err)
		s := &script{office: o, T: t, who: who, ann: ann, rita: rita, admins: true}
		s.replace(s.registry())
		for range rapid.IntRange(1, 15).Draw(t, "steps") {
			at := o.since()
			s.came = false
			switch rapid.SampledFrom([]string{"submit", "decide", "import", "wait", "wait", "wait", "restart"}).Draw(t, "step") {
			case "submit":
				s.submit()
			case "decide":
				s.decide()
			case "import":
				s.imports()
			case "wait":
				s.wait()
				s.compare()
			case "restart":
				o.Desk = desk.New(o.Config)
				s.looked = false
			}
			s.mailed(at)
		}
	})
}
