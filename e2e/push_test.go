package e2e

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	permission "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/serviceworker"
	"github.com/chromedp/chromedp"

	"accord/server/post/pushtest"
	"accord/shared/access"
	"accord/shared/wire"
)

// pushSite is a portal that pushes to a service in this process.
func pushSite(t testing.TB) (*site, *pushtest.Service) {
	t.Helper()
	s, service := newSite(t), pushtest.New(t)
	s.stop()
	s.deps.PushClient = service.Client()
	s.start()
	return s, service
}

// lets answers the browser's question for notifications, before it is put:
// "granted", "denied", or "prompt" for none.
func (p *person) lets(answer permission.PermissionSetting) {
	p.t.Helper()
	p.run("let notifications be "+answer.String(), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		c := chromedp.FromContext(p.ctx)
		_, err := cdp.Call(ctx, c.Browser, permission.SetPermission, permission.SetPermissionParams{
			Permission: &permission.PermissionDescriptor{Name: "notifications"}, Setting: answer, BrowserContextID: c.BrowserContextID,
		})
		return err
	}))
}

// subscribes takes the place of the browser's push service, which a Chromium
// without Google's keys has not: it subscribes the device at the test's. It
// counts how often the page asks the person.
func (p *person) subscribes(s wire.PushSubscription) {
	p.t.Helper()
	text, err := json.Marshal(s)
	if err != nil {
		p.t.Fatal(err)
	}
	source := `(() => {
		const is = () => localStorage.getItem("e2e_subscribed") ? {
			toJSON: () => (` + string(text) + `),
			unsubscribe: async () => { localStorage.removeItem("e2e_subscribed"); return true; },
		} : null;
		PushManager.prototype.subscribe = async () => { localStorage.setItem("e2e_subscribed", "1"); return is(); };
		PushManager.prototype.getSubscription = async () => is();
		const ask = Notification.requestPermission;
		Notification.requestPermission = function () {
			sessionStorage.setItem("e2e_asked", "1");
			return ask.call(Notification);
		};
	})()`
	p.run("stand in for the push service", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
		return err
	}))
}

func (p *person) asked() bool {
	p.t.Helper()
	return script[bool](p, "look whether the browser was asked", `sessionStorage.getItem("e2e_asked") === "1"`)
}

// registration is the site's service worker as the browser numbers it.
func (p *person) registration() (id serviceworker.RegistrationID) {
	p.t.Helper()
	p.kept()
	p.run("find the service worker", func(ctx context.Context, t *chromedp.Target) (void chromedp.Void, err error) {
		enable := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, serviceworker.Enable, cdp.Empty{})
			return err
		})
		match := func(e serviceworker.EventWorkerRegistrationUpdated) bool {
			for _, r := range e.Registrations {
				if strings.HasPrefix(r.ScopeURL, p.site) {
					id = r.RegistrationID
				}
			}
			return id != ""
		}
		_, err = chromedp.WaitEvent(serviceworker.WorkerRegistrationUpdated, match, enable)(ctx, t)
		return void, err
	})
	return id
}

// pushed gives the service worker what the device got, as the browser does.
func (p *person) pushed(id serviceworker.RegistrationID, told pushtest.Told) {
	p.t.Helper()
	p.run("push", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, serviceworker.DeliverPushMessage, serviceworker.DeliverPushMessageParams{
			Origin: p.site, RegistrationID: id, Data: told.Text,
		})
		return err
	}))
}

// worker is the site's service worker, for scripts to run in.
type worker struct {
	*person
	ctx context.Context
}

func (p *person) worker() worker {
	p.t.Helper()
	infos, err := chromedp.Targets(p.ctx)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, info := range infos {
		if info.Type == "service_worker" && strings.HasPrefix(info.URL, p.site) {
			ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(info.TargetID))
			p.t.Cleanup(cancel)
			if err := chromedp.Do(ctx); err != nil { // the target lives as long as its first context
				p.t.Fatal(err)
			}
			return worker{p, ctx}
		}
	}
	p.t.Fatalf("no service worker among %+v", infos)
	return worker{}
}

// says runs the body of an async function in the worker and answers its text.
func (w worker) says(what, body string) string {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](`(async () => {`+body+`})()`, chromedp.EvalAwaitPromise))
	if err != nil {
		w.t.Fatalf("%s's service worker: %s: %v", w.tab, what, err)
	}
	return text
}

// alone waits until no page is left that would show a change by itself.
func (w worker) alone() {
	w.t.Helper()
	w.says("see no page", `for (;;) {
		const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
		if (!pages.some((page) => page.visibilityState === "visible")) return "";
		await new Promise((resolve) => setTimeout(resolve, 50));
	}`)
}

// shown waits for the one notification.
func (w worker) shown(title string) {
	w.t.Helper()
	w.says("show "+title, `for (;;) {
		const all = await registration.getNotifications();
		if (all.length === 1 && all[0].title === `+quote(title)+`) return "";
		await new Promise((resolve) => setTimeout(resolve, 50));
	}`)
}

// Asked for after the first submission, pressed for, decided while no page is
// open, encrypted for the device, shown, and pressed.
func TestPush_AskedAfterTheFirstSubmissionAndOpensTheRequest(t *testing.T) {
	t.Parallel()
	s, service := pushSite(t)
	s.account(hana, "en")
	p := newPerson(t, s.URL(), hana)
	p.lets(permission.PermissionSettingPrompt)
	p.subscribes(service.Subscribe(s.Desk.Settings.PushKey))
	p.signIn(hana, s.password)
	p.gone("Notify me of the decision")
	p.ask("downloads", "contracts", "610001")
	p.sees("Notify me of the decision on this device")
	p.shot("asks")
	if p.asked() {
		t.Error("the browser asked before anything was pressed")
	}
	p.lets(permission.PermissionSettingGranted)
	p.press("Turn on")
	p.sees("We will notify you on this device")
	p.shot("on")
	p.press("Settings")
	p.ready("/settings")
	p.until("be on in the settings", `document.getElementById("push-on")?.checked === true`)
	p.shot("settings")

	id, worker := p.registration(), p.worker()
	p.run("close the portal", chromedp.Navigate("about:blank"))
	worker.alone()
	s.decide(sakura, access.MoveApprove)
	told := service.Next()
	p.pushed(id, told)
	var push wire.Push
	if err := json.Unmarshal([]byte(told.Text), &push); err != nil || strings.Contains(told.Text, "610001") {
		t.Fatalf("pushed %s: %v", told.Text, err)
	}
	worker.shown(push.Title)
	opened := worker.says("press it", `
		let opened = "";
		self.clients.openWindow = async (url) => { opened = url; };
		const [shown] = await registration.getNotifications();
		await openPage(shown.data.url);
		return opened;`)
	if opened != push.URL || !strings.HasPrefix(opened, "/requests/") {
		t.Errorf("opened %q", opened)
	}
	p.open(opened)
	p.sees("Approved")
}

// An open page is brought to the request without being loaded again, and what
// was typed in it stays.
func TestPush_AnOpenPageGoesThereAndKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.kept()
	p.ask("downloads", "contracts", "610001")
	p.click(".request-head a")
	request := "/requests/" + p.path("/requests/")
	p.open("/personal")
	p.typing("profile-nickname", "Head of the harbour")
	p.mark()
	worker := p.worker()
	worker.says("press a notification", `
		await openPage(`+quote(request)+`).catch(() => {}); // only a true press may take the focus
		return "";`)
	p.path(request)
	p.unreloaded()
	p.press("Personal")
	p.path("/personal")
	p.until("have what was typed", `document.getElementById("profile-nickname").value === "Head of the harbour"`)

	beside := worker.says("get a push while a page is in sight", `
		await notify({ title: "Approved", body: "", tag: "r", url: "/" });
		return String((await registration.getNotifications()).length);`)
	if beside != "0" {
		t.Errorf("%s notifications beside a page that is in sight", beside)
	}
}

func TestPush_端末への通知を断り設定で切り替える(t *testing.T) {
	t.Parallel()
	s, service := pushSite(t)
	s.account(hana, "ja")
	p := newPerson(t, s.URL(), hana)
	p.lets(permission.PermissionSettingPrompt)
	p.subscribes(service.Subscribe(s.Desk.Settings.PushKey))
	p.signIn(hana, s.password)
	p.open("/access/add/downloads")
	p.kind("downloads", "contracts")
	p.fillID("contracts", "610001")
	p.sees("入力された番号")
	p.choose("サービスの説明の条項を確認し")
	p.click("#continue")
	p.press("送信")
	submission := "/submissions/" + p.path("/submissions/")
	p.sees("結果をこの端末に通知する")
	p.shot("尋ねる")
	p.press("今はしない")
	p.gone("結果をこの端末に通知する")
	p.open(submission)
	p.sees("受付番号")
	p.open("/settings")
	p.until("be off", `document.getElementById("push-off")?.checked === true`)
	if p.asked() {
		t.Error("the browser asked before anything was pressed")
	}
	p.lets(permission.PermissionSettingGranted)
	p.click("#push-on")
	p.until("be subscribed", `localStorage.getItem("e2e_subscribed") === "1"`)
	p.shot("オン")
	p.open("/settings")
	p.until("still be on", `document.getElementById("push-on")?.checked === true`)
	p.click("#push-off")
	p.until("be unsubscribed", `localStorage.getItem("e2e_subscribed") === null`)
	p.lets(permission.PermissionSettingDenied)
	p.open("/settings")
	p.sees("ブラウザがこのサイトの通知をブロックしています")
	p.shot("ブロック")
}

// Signing out ends it on the device.
func TestPush_EndsWithSigningOut(t *testing.T) {
	t.Parallel()
	s, service := pushSite(t)
	p := newPerson(t, s.URL(), hana)
	s.account(hana, "en")
	p.lets(permission.PermissionSettingGranted)
	p.subscribes(service.Subscribe(s.Desk.Settings.PushKey))
	p.signIn(hana, s.password)
	p.open("/settings")
	p.click("#push-on")
	p.until("be subscribed", `localStorage.getItem("e2e_subscribed") === "1" && localStorage.getItem("accord_push") !== null`)
	p.press("Hana Mori")
	p.press("Sign out")
	p.ready("/signin")
	p.until("be unsubscribed", `localStorage.getItem("e2e_subscribed") === null && localStorage.getItem("accord_push") === null`)
}

// Who is on another page sees what changed, without losing the place.
func TestPush_AToastOnAnotherPage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.ask("downloads", "contracts", "610001")
	p.press("Personal")
	p.path("/personal")
	p.typing("profile-nickname", "Head of the harbour")
	s.decide(sakura, access.MoveApprove)
	p.until("be told", `document.querySelector("#toast")?.innerText.includes("Approved")`)
	p.until("keep the focus", `document.activeElement.id === "profile-nickname"`)
	p.shot("wide")
	p.run("on a phone", chromedp.EmulateViewport(390, 844))
	p.shot("narrow")
	p.press("See it")
	p.path("/requests/")
	p.until("be told no more", `!document.querySelector("#toast")`)
}
