package desk_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// held is what the rules of recertification say of one access.
type held struct {
	id, email               string
	certified, ends, before time.Time
	asked, ended, revoked   bool
}

func (h *held) waits() bool { return h.asked && !h.ended && !h.revoked }

// review plays with the users of one contract.
type review struct {
	*office
	*rapid.T
	scope  access.Identifier
	rita   desk.Who // may do everything, and holds nothing
	every  time.Duration
	admins []string // who administers it now
	listed bool     // the registry names ann
	looked bool     // the timers have seen who administers it
	all    []*held
}

// give gives one of three people access, unless they have it.
func (v *review) give() {
	email := fmt.Sprintf("user%d@alpha.example", rapid.IntRange(0, 2).Draw(v.T, "user"))
	if slices.ContainsFunc(v.all, func(h *held) bool { return h.email == email && !h.revoked && !h.ended }) {
		return
	}
	h := &held{id: fmt.Sprint(v.scope.Value, "-", len(v.all)), email: email, certified: v.clock()}
	v.office.give(event.GrantGiven{Grant: h.id, Account: v.who(email).Account, Level: access.Full, Scope: v.scope})
	v.all = append(v.all, h)
}

// any is an access that was not taken away.
func (v *review) any() *held {
	var left []*held
	for _, h := range v.all {
		if !h.revoked {
			left = append(left, h)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return rapid.SampledFrom(left).Draw(v.T, "access")
}

func (v *review) answer(needed bool) {
	h := v.any()
	if h == nil {
		return
	}
	results, err := v.Confirm(context.Background(), v.rita, v.scope, wire.Confirm{Grants: []string{h.id}, Needed: needed, Reason: access.RevokedRoleEnded})
	must(v.t, err)
	over := !h.ends.IsZero() && !v.clock().Before(h.ends)
	fails := !h.waits() && (!needed || over)
	if got := results[0].Problem != nil; got != fails {
		v.Fatalf("answered %t: %+v, for %+v", needed, results[0].Problem, h)
	}
	switch {
	case !h.waits():
	case needed:
		h.asked, h.ends, h.before, h.certified = false, h.before, time.Time{}, v.clock()
	default:
		h.revoked = true
	}
}

func (v *review) setEnd() {
	h := v.any()
	if h == nil {
		return
	}
	day := access.Day(v.clock()).AddDate(0, 0, rapid.SampledFrom([]int{5, 40, 150}).Draw(v.T, "days"))
	must(v.t, v.SetOfficeEnd(context.Background(), v.rita, v.scope, h.id, wire.SetEnd{EndsOn: day.Format(time.DateOnly)}))
	ends := day.Add(24*time.Hour - time.Second)
	if !h.ends.Equal(ends) {
		*h = held{id: h.id, email: h.email, certified: v.clock(), ends: ends}
	}
}

// name makes one of the users an administrator, or ends it.
func (v *review) name() {
	email := "user0@alpha.example"
	if i := slices.Index(v.admins, email); i >= 0 {
		must(v.t, v.LeaveOffice(context.Background(), v.rita, v.scope, wire.LeaveOffice{Email: email, Note: "left"}))
		v.admins = slices.Delete(v.admins, i, i+1)
	} else {
		must(v.t, v.NameAdministrator(context.Background(), v.rita, v.scope, wire.NameAdministrator{Email: email}))
		v.admins = append(v.admins, email)
	}
	v.looked = false
}

// imports names ann in the registry, or nobody.
func (v *review) imports() {
	v.listed = !v.listed
	v.admins = slices.DeleteFunc(v.admins, func(a string) bool { return a == "ann@alpha.example" })
	if v.listed {
		v.admins = append(v.admins, "ann@alpha.example")
	}
	v.replace(v.registry())
	v.looked = false
}

func (v *review) registry() fstest.MapFS {
	all := files()
	all["contracts.csv"].Data = append(all["contracts.csv"].Data, v.scope.Value+",A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2099-12-31,active\n"...)
	text := "email,contract_number,bill_to_id\n"
	if v.listed {
		text += "ann@alpha.example," + v.scope.Value + ",\n"
	}
	all["administrators.csv"].Data = []byte(text)
	return all
}

// wait lets time go by, backwards too, and does what is due.
func (v *review) wait() {
	v.tick(time.Duration(rapid.SampledFrom([]int{-3, 0, 1, 6, 9, 14, 31, 60, 91}).Draw(v.T, "days")) * day)
	now := v.clock()
	if !v.looked {
		for _, h := range v.all {
			if h.waits() && (v.every == 0 || len(v.admins) == 0 || slices.Contains(v.admins, h.email)) {
				h.asked, h.ends, h.before = false, h.before, time.Time{}
			}
		}
		v.looked = true
	}
	for _, h := range v.all {
		if !h.ends.IsZero() && !now.Before(h.ends) && !h.revoked {
			h.ended = true
		}
	}
	if v.every > 0 && len(v.admins) > 0 {
		v.ask(now)
	}
}

func (v *review) ask(now time.Time) {
	until := access.Day(now.Add(30 * day)).Add(24*time.Hour - time.Second)
	may := func(h *held) bool {
		return !h.asked && !h.ended && !h.revoked && (h.ends.IsZero() || h.ends.After(until)) && !slices.Contains(v.admins, h.email)
	}
	if !slices.ContainsFunc(v.all, func(h *held) bool { return may(h) && !now.Before(h.certified.Add(v.every)) }) {
		return
	}
	for _, h := range v.all {
		if may(h) && !now.Add(30*day).Before(h.certified.Add(v.every)) {
			h.asked, h.before, h.ends = true, h.ends, until
		}
	}
}

// compare holds the ledger against the model.
func (v *review) compare() {
	waiting := 0
	must(v.t, v.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		for _, want := range v.all {
			g, err := r.Grant(want.id)
			if err != nil {
				return err
			}
			if !g.Ends.Equal(want.ends) || !g.Before.Equal(want.before) || g.Asked.IsZero() == want.asked ||
				g.Revoked != want.revoked || g.Ended != want.ended || !g.Certified.Equal(want.certified) {
				v.Fatalf("at %s every %s it is %+v, want %+v", v.clock(), v.every, g, *want)
			}
			if want.waits() {
				waiting++
			}
		}
		c, err := r.Recertification(v.scope)
		if err == nil && c.Waiting != waiting || err != nil && waiting > 0 {
			v.Fatalf("%d of %d wait: %v", c.Waiting, waiting, err)
		}
		return nil
	}))
}

// restart begins anew with another setting, sometimes with the ledger as well,
// which takes its time.
func (v *review) restart() {
	v.every = time.Duration(rapid.SampledFrom([]int{0, 90, 90, 120}).Draw(v.T, "every")) * day
	if rapid.IntRange(0, 5).Draw(v.T, "ledger") == 5 {
		v.office.restart(func(c *desk.Config) { c.Recertify = v.every })
	} else {
		c := v.Config
		c.Recertify = v.every
		v.Desk = desk.New(c)
	}
	v.looked = false
}

// TestRecertify_HoldsToTheRules plays giving, answers, ends, administrators who
// come and go, imports, clock jumps in both directions, and restarts with
// another setting, in any order against a model.
func TestRecertify_HoldsToTheRules(t *testing.T) {
	o := open(t)
	rita, played := o.who("rita@vendor.example"), 0
	for i := range 3 {
		_, err := o.AddAccount(t.Context(), fmt.Sprintf("user%d@alpha.example", i), "a long password", "")
		must(t, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		played++
		o.pass(time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC).Sub(o.clock()))
		v := &review{office: o, T: t, rita: rita, scope: access.Contract(fmt.Sprint(5000 + played))}
		v.imports()
		v.restart()
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"give", "give", "needed", "gone", "end", "name", "import", "wait", "wait", "wait", "restart"}).Draw(t, "step") {
			case "give":
				v.give()
			case "needed":
				v.answer(true)
			case "gone":
				v.answer(false)
			case "end":
				v.setEnd()
			case "name":
				v.name()
			case "import":
				v.imports()
			case "wait":
				v.wait()
			case "restart":
				v.restart()
			}
			v.compare()
		}
	})
}
