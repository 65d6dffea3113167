package e2e

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"

	"accord/server/desk"
	"accord/server/portal"
	"accord/shared/access"
	"accord/shared/wire"
)

// requested lists what a person has requested, in the order of the requests.
func (s *site) requested(email string) []string {
	s.t.Helper()
	list, err := s.Desk.Requests(s.t.Context(), s.account(email, "en"), "", "", "")
	if err != nil {
		s.t.Fatal(err)
	}
	var values []string
	for _, r := range slices.Backward(list.Requests) {
		values = append(values, r.Identifier.Value)
	}
	return values
}

// once fails unless a person has requested exactly this, in this order.
func (s *site) once(email string, want ...string) {
	s.t.Helper()
	if got := s.requested(email); !slices.Equal(got, want) {
		s.t.Errorf("%s has requested %v, want %v", email, got, want)
	}
}

// submits sends a request for downloads; the connection may be cut.
func (p *person) submits(number string) {
	p.t.Helper()
	p.fillsIn(number)
	p.press("Submit")
}

// fillsIn gets as far as Submit.
func (p *person) fillsIn(number string) {
	p.t.Helper()
	p.goes("/access/add/downloads")
	p.kind("downloads", "contracts")
	p.fillID("contracts", number)
	p.sees("What you entered")
	p.choose("I have reviewed")
	p.click("#continue")
	p.sees("Check your answers")
}

// saved waits until the outbox of the device holds so many rows.
func (p *person) saved(rows int) {
	p.t.Helper()
	p.until("keep what was done", storeScript("outbox")+` && window.e2eRows?.length === `+quoteInt(rows))
}

// Submitted without a network: it is kept in order, never looks submitted, and
// is sent once when the network is back, also by a page that was opened later.
func TestOutbox_SentWhenTheNetworkIsBack(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.set(true)
	p.submits("610001")
	p.path("/unsent")
	p.sees("Saved on this device, not yet sent")
	p.gone("Submitted")
	p.submits("610010")
	p.path("/unsent")
	p.saved(2)
	p.shot("wide")
	p.goes("/access/requests")
	p.sees("Saved on this device, not yet sent: 2")
	p.shot("bar")
	p.goes("/unsent")
	p.press("日本語")
	p.sees("この端末に保存済み（未送信）")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.shot("narrow")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	p.dark()
	p.shot("dark")

	again := p.newTab() // the tab is killed
	p.kill()
	s.cable.set(false)
	again.open("/unsent")
	again.saved(0)
	again.sees("未送信の操作はありません") // the language is the account's now
	s.once(hana, "610001", "610010")
}

// The server has done it and the answer is lost: it counts once.
func TestOutbox_TheAnswerIsLost(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.loseAnswer("POST " + wire.PathSubmissions)
	p.submits("610001")
	p.path("/unsent")
	s.once(hana, "610001")
	p.saved(1)
	again := p.newTab()
	p.kill()
	s.cable.set(false)
	again.open("/unsent")
	again.sees("Everything has been sent")
	again.saved(0)
	s.once(hana, "610001")
}

// The portal's disk is full: what was submitted waits on the device until the
// portal takes it.
func TestOutbox_TheDiskOfThePortalIsFull(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	free := s.config.MinFree
	s.restart(func(c *portal.Config) { c.MinFree = 1 << 60 })
	p.sees("Live")
	p.submits("610001")
	p.path("/unsent")
	p.sees("Saved on this device, not yet sent")
	p.saved(1)
	s.restart(func(c *portal.Config) { c.MinFree = free })
	p.sees("Everything has been sent")
	p.saved(0)
	s.once(hana, "610001")
}

// The network hangs, and the line seems to stand: the press does not wait for it.
func TestOutbox_TheNetworkHangs(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	p.fillsIn("610001")
	p.sees("Live")
	s.cable.hang(true)
	p.press("Submit")
	p.path("/unsent")
	p.sees("Saved on this device, not yet sent")
	s.cable.hang(false)
	p.sees("Everything has been sent")
	p.saved(0)
	s.once(hana, "610001")
}

// Submit is pressed twice before anything can happen: it is kept once.
func TestOutbox_PressedTwice(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.set(true)
	p.fillsIn("610001")
	script[bool](p, "press twice", `(b => (b.click(), b.click(), true))(document.getElementById("send"))`)
	p.path("/unsent")
	p.saved(1)
	s.cable.set(false)
	p.sees("Everything has been sent")
	s.once(hana, "610001")
}

// Two tabs have something to send: one of them sends it all.
func TestOutbox_TwoTabs(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	tab := p.newTab()
	tab.open("/access")
	s.cable.set(true)
	p.submits("610001")
	p.path("/unsent")
	tab.submits("610010")
	tab.path("/unsent")
	p.sees("610010") // the tabs tell each other
	s.cable.set(false)
	p.sees("Everything has been sent")
	tab.sees("Everything has been sent")
	s.once(hana, "610001", "610010")
}

// No page is open: the service worker sends it (Background Sync).
func TestOutbox_TheWorkerSends(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	other := p.newTab() // keeps the browser open, on a page without the program
	other.run("open a page without the program", chromedp.Navigate(s.URL()+"/healthz"))
	s.cable.set(true)
	p.submits("610001")
	p.path("/unsent")
	p.kill()
	s.cable.set(false)
	other.networkIsBack()
	other.saved(0)
	s.once(hana, "610001")
}

// No page is open, and the answer to the worker is lost; what the portal does not
// accept is told by the next page. Each counts once.
func TestOutbox_TheWorkerIsCutOff(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	other := p.newTab()
	other.run("open a page without the program", chromedp.Navigate(s.URL()+"/healthz"))
	s.cable.set(true)
	for _, number := range []string{"610001", "610010", "610003"} {
		p.submits(number)
		p.path("/unsent")
	}
	p.spoil("610010", `row.body.agreed = false`)
	p.kill()
	s.cable.loseAnswer("POST " + wire.PathSubmissions)
	s.cable.set(false)
	other.networkIsBack()
	s.until(func() bool { return len(s.requested(hana)) == 1 }, "the first is there")
	other.saved(3)
	s.cable.set(false)
	other.networkIsBack()
	other.saved(1)
	s.once(hana, "610001", "610003")
	other.open("/unsent")
	other.sees("Not accepted")
	other.press("Correct it")
	other.path("/access/add/downloads")
	other.sees("There is a problem")
	other.until("have what was typed", `document.getElementById("contracts").value === "610010"`)
}

// spoil changes a row of the outbox that is about something, by a line of script.
func (p *person) spoil(about, change string) {
	p.t.Helper()
	script[bool](p, "spoil what is kept", `(() => {
		const opened = indexedDB.open("accord");
		opened.onsuccess = () => {
			const box = opened.result.transaction("outbox", "readwrite").objectStore("outbox");
			box.openCursor().onsuccess = (e) => {
				const cursor = e.target.result;
				if (!cursor) return;
				const row = JSON.parse(cursor.value);
				if ((row.about || "") === `+quote(about)+`) {
					`+change+`;
					cursor.update(JSON.stringify(row)).onsuccess = () => { window.e2eSpoiled = true; };
				}
				cursor.continue();
			};
		};
		return true;
	})()`)
	p.until("spoil it", `window.e2eSpoiled === true`)
}

// networkIsBack tells the service worker what a browser tells it that has found
// its network again (Background Sync).
func (p *person) networkIsBack() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	updates := chromedp.Events(ctx, serviceworker.WorkerRegistrationUpdated)
	p.run("watch the service worker", func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		if _, err = cdp.Call(ctx, t, serviceworker.Disable, cdp.Empty{}); err != nil { // it tells what is there once
			return void, err
		}
		_, err = cdp.Call(ctx, t, serviceworker.Enable, cdp.Empty{})
		return void, err
	})
	for update, err := range updates {
		if err != nil {
			p.t.Fatalf("no service worker: %v", err)
		}
		for _, r := range update.Registrations {
			if r.IsDeleted || !strings.HasPrefix(r.ScopeURL, p.site) {
				continue
			}
			p.run("have it send", func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
				_, err = cdp.Call(ctx, t, serviceworker.DispatchSyncEvent, serviceworker.DispatchSyncEventParams{
					Origin: p.site, RegistrationID: r.RegistrationID, Tag: "accord-outbox", LastChance: true})
				return void, err
			})
			return
		}
	}
}

// dark turns to the dark theme.
func (p *person) dark() {
	p.t.Helper()
	p.run("turn dark", func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		_, err = cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
		return void, err
	})
}

// What the server does not accept comes back to its form with what was typed.
func TestOutbox_ARefusalComesBackToItsForm(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	p.open("/personal")
	s.cable.set(true)
	p.fillID("profile-nickname", "Hana")
	p.click("#profile-save")
	p.sees("Your changes are saved on this device, not yet sent.")
	p.goes("/unsent")
	p.saved(1)
	// The rules have changed by the time it is sent.
	p.spoil("", `row.body.phone = "not a number"`)
	s.cable.set(false)
	p.sees("Not accepted")
	p.shot("refused")
	p.press("Correct it")
	p.path("/personal")
	p.until("have what was typed", `document.getElementById("profile-nickname").value === "Hana" && document.getElementById("profile-phone").value === "not a number"`)
	p.sees("There is a problem")
	p.shot("form")
	p.fillID("profile-phone", "03-1234-5678")
	p.click("#profile-save")
	p.sees("Your profile is saved")
	p.saved(0)
}

// The profile is edited without a network, and elsewhere meanwhile: what only one
// of them changed holds, and over the other the person decides.
func TestOutbox_AProfileThatWasChangedElsewhere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	who := s.account(hana, "en")
	p := s.enterKept(hana)
	p.open("/personal")
	s.cable.set(true)
	p.fillID("profile-nickname", "Hana")
	p.fillID("profile-job_title", "Network engineer")
	p.click("#profile-save")
	p.sees("Your changes are saved on this device, not yet sent.")
	p.goes("/unsent")
	p.saved(1)
	s.edit(who, func(now *wire.Profile) { now.Nickname, now.Phone = "Hanako", "+81312345678" })
	s.cable.set(false)
	p.sees("Not accepted")
	p.press("Correct it")
	p.path("/personal")
	p.sees("This has been changed elsewhere to “Hanako”.")
	p.until("have what was typed beside what is new", `document.getElementById("profile-nickname").value === "Hana" && document.getElementById("profile-phone").value === "+81312345678"`)
	p.shot("clash")
	s.edit(who, func(now *wire.Profile) { now.Phone = "+81387654321" })
	p.until("follow what is not touched", `document.getElementById("profile-phone").value === "+81387654321"`)
	p.click("#profile-save")
	p.sees("Your profile is saved")
	p.saved(0)
	me, err := s.Desk.Me(t.Context(), who)
	if now := me.Profile; err != nil || now.Nickname != "Hana" || now.JobTitle != "Network engineer" || now.Phone != "+81387654321" {
		t.Errorf("the profile is %+v, %v", now, err)
	}
}

// What was half typed is taken up after the field was changed elsewhere: saving it
// does not put the newer value away unseen.
func TestPersonal_ADraftOfWhatWasChangedElsewhere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	who := s.account(hana, "en")
	p := s.enter(hana)
	p.open("/personal")
	p.typing("profile-nickname", "Hana")
	p.open("/settings")
	s.edit(who, func(now *wire.Profile) { now.Nickname = "Hanako" })
	p.open("/personal")
	p.sees("We restored what you had typed")
	p.click("#profile-save")
	p.sees("This has been changed elsewhere to “Hanako”.")
	p.click("#profile-save")
	p.sees("Your profile is saved")
	me, err := s.Desk.Me(t.Context(), who)
	if err != nil || me.Profile.Nickname != "Hana" {
		t.Errorf("the profile is %+v, %v", me.Profile, err)
	}
}

// edit changes a person's profile elsewhere.
func (s *site) edit(who desk.Who, change func(now *wire.Profile)) {
	s.t.Helper()
	me, err := s.Desk.Me(s.t.Context(), who)
	if err != nil {
		s.t.Fatal(err)
	}
	change(&me.Profile)
	if _, err := s.Desk.UpdateProfile(s.t.Context(), who, wire.ProfileChange{Profile: me.Profile}); err != nil {
		s.t.Fatal(err)
	}
}

// A cancellation comes too late, and the person is told.
func TestOutbox_ACancellationThatCameTooLate(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(felix)
	p := s.enter(felix)
	p.kept()
	p.copied(ids[0])
	p.open("/access/requests")
	s.cable.set(true)
	p.press("Cancel this request")
	p.press("Yes, cancel")
	p.sees("Saved on this device, not yet sent")
	p.sees("Pending")
	p.shot("waits")
	s.decide(iris, access.MoveApprove)
	s.cable.set(false)
	p.sees("Not accepted: 1")
	p.sees("Approved")
	p.goes("/unsent")
	p.shot("late")
	p.press("Discard")
	p.sees("Everything has been sent")
	if got := s.status(felix, ids[0]); got != access.Approved {
		t.Errorf("it stands at %s", got)
	}
}

// What waits can be given up; signing out asks before.
func TestOutbox_Discard(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	s.cable.set(true)
	p.submits("610001")
	p.path("/unsent")
	p.press("Discard")
	p.sees("Everything has been sent")
	p.saved(0)
	p.submits("610010")
	p.path("/unsent")
	p.press("Hana Mori")
	p.press("Sign out")
	p.sees("You are still signed in")
	p.shot("signout")
	p.press("Discard all and sign out")
	p.ready("/signin")
	p.keepsNothing()
	s.cable.set(false)
	s.once(hana)
}

func quoteInt(n int) string { return strings.Repeat("1+", n) + "0" }

// Access for a user at another company is asked for without a network; sent once.
func TestOutbox_AUserAtAnotherCompany(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(hana, "en")
	s.holds(hana, "610001")
	p := s.enter(hana)
	p.kept()
	p.copied("610001")
	s.cable.set(true)
	p.goes("/access")
	p.press("Contract Administrators")
	p.path("/access/others/")
	p.fillID("third-email", "sol@operations.example")
	p.fillID("third-message", "They operate and maintain our network.")
	p.click("#third-send")
	p.path("/unsent")
	p.sees("Request access for a user at another company: sol@operations.example")
	p.saved(1)
	s.cable.set(false)
	p.sees("Everything has been sent")
	s.once(hana, "610001", "610001")
}

// A proxy on the way wants a sign-in of its own: that is not the portal's word that
// the session is over, and nothing is wiped for it.
func TestOutbox_AProxyThatWantsASignIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	p.open("/personal")
	p.typing("profile-nickname", "Hanako")
	s.cable.set(true)
	p.submits("610001")
	p.path("/unsent")
	p.saved(1)
	s.cable.proxy("HTTP/1.1 401 Unauthorized\r\nContent-Type: text/html\r\nContent-Length: 7\r\nConnection: close\r\n\r\nSign in")
	s.cable.set(false)
	p.until("have asked in vain", `(fetch("/api/session").then(a => window.e2eStatus = a.status), window.e2eStatus === 401)`)
	p.press("Try again")
	p.sees("Offline since")
	p.saved(1)
	s.cable.proxy("")
	p.sees("Everything has been sent")
	s.once(hana, "610001")
	p.open("/personal")
	p.until("have what was typed", `document.getElementById("profile-nickname").value === "Hanako"`)
}
