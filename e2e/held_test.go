package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// kill ends the tab's process as a phone does that needs the memory: the page
// hears nothing of it.
func (p *person) kill() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Second)
	defer cancel()
	_ = chromedp.Do(ctx, func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, page.Crash, cdp.Empty{}) // no answer comes
		return void, err
	})
}

// holds a decision back on all that waits.
func (p *person) holdApproval(count string) {
	p.t.Helper()
	p.open("/queue")
	p.press("Select all shown (" + count + ")")
	p.press("Approve")
	p.press("Approve: " + count + " requests")
	p.sees("Nothing is sent yet")
	p.until("keep it on the device", `!!localStorage.getItem("accord_held")`)
}

// overdue makes the undo window of what the device keeps one that has passed.
func (p *person) overdue() {
	p.t.Helper()
	script[bool](p, "let the window pass", `(() => {
		const kept = JSON.parse(localStorage.getItem("accord_held"));
		kept.until = "2020-01-01T00:00:00Z";
		localStorage.setItem("accord_held", JSON.stringify(kept));
		return true;
	})()`)
}

// A phone ends the tab inside the ten seconds; on return the decision is sent
// once, and what a colleague decided meanwhile stands.
func TestHeld_ATabThatIsKilledLosesNoDecision(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	people := []string{hana, felix}
	ids := s.waits(people...)
	phone := s.enter(iris)
	phone.holdApproval("2")
	if kept := script[string](phone, "look what is kept", `localStorage.getItem("accord_held")`); len(kept) > 900 {
		t.Errorf("keeps too much: %s", kept)
	}
	phone.overdue()
	back := phone.newTab()
	phone.kill()
	if _, err := s.Desk.Move(t.Context(), s.account(shun, "en"), ids[1], access.MoveDeny, wire.Moved{Note: "Not a customer."}); err != nil {
		t.Fatal(err)
	}
	back.run("take a telephone", chromedp.EmulateViewport(390, 844))
	back.open("/")
	back.sees("1 of 2 done")
	back.sees("it continues here")
	back.sees("Shun Kubo decided first: Denied")
	back.shot("back")
	back.until("leave nothing behind", `!localStorage.getItem("accord_held")`)
	for i, want := range []access.Status{access.Approved, access.Denied} {
		if got := s.status(people[i], ids[i]); got != want {
			t.Errorf("%s: %s, want %s", people[i], got, want)
		}
	}
	back.open("/queue")
	back.gone("of 2 done") // once
}

// Who is back in time can still undo it, in Japanese.
func TestHeld_BackInTimeItCanBeUndone(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	phone := s.enter(iris)
	phone.holdApproval("2")
	script[bool](phone, "have an hour", `(() => {
		const kept = JSON.parse(localStorage.getItem("accord_held"));
		kept.until = new Date(Date.now() + 3600e3).toISOString();
		localStorage.setItem("accord_held", JSON.stringify(kept));
		return true;
	})()`)
	back := phone.newTab()
	phone.kill()
	back.open("/queue")
	back.press("日本語")
	back.sees("まだ送信されていません。取り消すことができます。")
	back.shot("back")
	back.click("#batch-undo")
	back.gone("まだ送信されていません")
	back.until("leave nothing behind", `!localStorage.getItem("accord_held")`)
	if got := s.status(hana, ids[0]); got != access.PendingVendor {
		t.Errorf("what was undone stands at %s", got)
	}
}

// Another tab that is open takes it over when the first one dies, and not before.
func TestHeld_AnotherTabTakesItOver(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	first := s.enter(iris)
	second := first.newTab()
	second.open("/")
	first.holdApproval("2")
	second.gone("Nothing is sent yet")
	first.overdue()
	first.kill()
	second.sees("2 of 2 done")
	if got := s.status(hana, ids[0]); got != access.Approved {
		t.Errorf("it stands at %s", got)
	}
}

// The session runs out before a decision is sent: it is there after signing in
// again, and goes only when the person says so.
func TestHeld_AfterTheSessionRanOutItWaitsForAWord(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	ids := s.waits(hana, felix)
	p := s.enter(iris)
	p.kept()
	p.holdApproval("2")
	s.cable.set(true)
	p.overdue()
	again := p.newTab()
	p.kill()
	clock.pass(s, 31*day)
	s.cable.set(false)
	again.run("open the queue", chromedp.Navigate(s.URL()+"/queue"))
	again.ready("/signin")
	again.signIn(iris, s.password)
	again.sees("Your session expired before this was sent.")
	again.shot("late")
	if got := s.status(hana, ids[0]); got == access.Approved {
		t.Error("it was sent unasked")
	}
	again.press("Try again")
	again.sees("0 of 2 done") // they have expired meanwhile
	again.until("leave nothing behind", `!localStorage.getItem("accord_held")`)
}

// Signing out and somebody else's signing in leave nothing on the device.
func TestHeld_IsNobodyElses(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	p := s.enter(iris)
	p.open("/queue")
	script[bool](p, "leave something", `(() => {
		localStorage.setItem("accord_held", JSON.stringify({account: "somebody else", key: "k-0123456789abcdef", move: "approve",
			until: "2020-01-01T00:00:00Z", items: [{id: `+quote(ids[0])+`}]}));
		return true;
	})()`)
	p.open("/queue")
	p.until("wipe it", `!localStorage.getItem("accord_held")`)
	if got := s.status(hana, ids[0]); got != access.PendingVendor {
		t.Errorf("it was sent for somebody else: %s", got)
	}
}

// Who turns to another page has decided, as who closes the tab.
func TestHeld_OutOfSightItIsSent(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	p := s.enter(iris)
	p.holdApproval("2")
	script[bool](p, "turn away", `(() => {
		Object.defineProperty(document, "visibilityState", {value: "hidden", configurable: true});
		return document.dispatchEvent(new Event("visibilitychange"));
	})()`)
	p.sees("2 of 2 done")
	p.until("leave nothing behind", `!localStorage.getItem("accord_held")`)
	if got := s.status(hana, ids[0]); got != access.Approved {
		t.Errorf("it stands at %s", got)
	}
}

// Who types in the other tab goes on typing when it takes a decision over.
func TestHeld_TakingItOverLeavesWhoTypesAlone(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.waits(hana, felix)
	first := s.enter(iris)
	second := first.newTab()
	second.open("/queue")
	first.holdApproval("2")
	script[bool](first, "have an hour", `(() => {
		const kept = JSON.parse(localStorage.getItem("accord_held"));
		kept.until = new Date(Date.now() + 3600e3).toISOString();
		localStorage.setItem("accord_held", JSON.stringify(kept));
		return true;
	})()`)
	second.run("type", front(), chromedp.Focus(chromedp.CSS("#queue-find")), inserted("Hana"))
	first.kill()
	second.sees("it continues here")
	second.until("go on typing", `!!document.getElementById("batch-undo") && performance.now() > (window.since ??= performance.now()) + 300 && document.activeElement.id === "queue-find"`)
}
