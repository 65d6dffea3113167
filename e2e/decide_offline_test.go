package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// Decided without a network, on what the device keeps of the queue: nothing is
// sent by itself. When the network is back, the person learns who was first, and
// confirms what can still be sent.
func TestDecide_WithoutANetworkItIsADraft(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	p := s.enter(iris)
	p.kept()
	p.copied(ids[1])
	s.cable.set(true)
	again := p.newTab()
	p.kill()

	again.goes("/queue")
	again.sees("Hana Mori")
	again.sees("No connection to the portal.")
	again.shot("queue")
	again.press("Review")
	again.path("/queue/" + ids[0])
	again.sees("This device keeps only what the queue shows.")
	again.click("#decide-deny")
	again.fillID("decide-note", "Please order through your partner.")
	again.click("#decide-send")
	again.sees("Decision not yet sent. It is checked before you send it.")
	again.shot("draft")
	again.goes(wire.QueueRoute(ids[1]))
	again.click("#decide-approve")
	again.click("#decide-send")
	again.sees("Decision not yet sent")
	again.sees("Decisions not yet sent: 2")

	if _, err := s.Desk.Move(t.Context(), s.account(shun, "en"), ids[1], access.MoveDeny, wire.Moved{Note: "Not a customer."}); err != nil {
		t.Fatal(err)
	}
	s.cable.set(false)
	again.open("/unsent")
	again.sees("Nothing has happened to this request since. Send your decision?")
	again.sees("Shun Kubo decided first: Denied. Your decision has not been sent.")
	again.sees("Please order through your partner.")
	again.shot("checked")
	again.press("日本語")
	again.sees("Shun Kubo 様が先に処理しました")
	again.run("take a telephone", chromedp.EmulateViewport(390, 844))
	again.dark()
	again.shot("checked-ja")
	again.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	if got := s.status(hana, ids[0]); got != access.PendingVendor {
		t.Fatalf("it was sent without a word: %s", got)
	}
	again.press("判断を送信する")
	again.gone("判断を送信する")
	again.until("keep the other alone", `document.querySelectorAll(".unsent-row").length === 1`)
	if got := s.status(hana, ids[0]); got != access.Denied {
		t.Errorf("it stands at %s", got)
	}
	again.press("破棄する")
	again.sees("未送信の操作はありません")
}

// Messages written without a network wait in their order, also when the tab is
// killed, and arrive once.
func TestChat_MessagesWaitInOrder(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.kept()
	p.open("/chat")
	p.types("The first, with a network")
	p.hits("Enter", 13, 0)
	p.reads("The first, with a network")
	p.copied("The first, with a network")
	s.cable.set(true)
	again := p.newTab()
	p.kill()
	again.goes("/chat")
	again.reads("The first, with a network")
	for _, text := range []string{"The second, in a tunnel", "The third, in a tunnel"} {
		again.types(text)
		again.hits("Enter", 13, 0)
		again.holds("")
		again.sees(text)
	}
	again.saved(2)
	again.sees("Saved on this device, not yet sent: 2")
	again.shot("tunnel")
	last := again.newTab()
	again.kill()
	s.cable.set(false)
	last.open("/chat")
	last.gone("not yet sent")
	last.until("read each once, in order", `[...document.querySelectorAll(".message-text")].map(e => e.innerText).join() ===
		"The first, with a network,The second, in a tunnel,The third, in a tunnel"`)
}
