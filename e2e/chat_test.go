package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"accord/shared/wire"
)

// types types into the message field and leaves it as it is.
func (p *person) types(text string) {
	p.t.Helper()
	p.until("find the message field", `!!document.querySelector("#chat-text")`)
	p.run("type "+text, front(), chromedp.Focus(chromedp.CSS("#chat-text")), inserted(text))
}

func inserted(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// hits presses a key in the field that has the focus.
func (p *person) hits(key string, code int64, modifiers int64) {
	p.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		p.run("press "+key, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, input.DispatchKeyEventParams{
				Type: kind, Key: key, Code: key, WindowsVirtualKeyCode: code, Modifiers: modifiers,
			})
			return err
		}))
	}
}

// says sends a message with Enter.
func (p *person) says(text string) {
	p.t.Helper()
	p.types(text)
	p.hits("Enter", 13, 0)
	p.reads(text)
}

// reads waits until a message stands in the conversation, written.
func (p *person) reads(text string) {
	p.t.Helper()
	p.until("read "+text, `[...document.querySelectorAll(".message:not(.unsent) .message-text")].some(e => e.innerText === `+quote(text)+`)`)
}

// holds waits until the message field has a text.
func (p *person) holds(text string) {
	p.t.Helper()
	p.until("have "+text+" in the field", `document.querySelector("#chat-text")?.value === `+quote(text))
}

// badge waits for the number beside the navigation's entry, "" for none.
func (p *person) badge(route, count string) {
	p.t.Helper()
	p.until("see "+count+" at "+route, `(document.querySelector(".nav-link[href='`+route+`'] .badge")?.firstChild?.data ?? "") === `+quote(count))
}

// Guide ja, 3 and 4, "For Access Issues": "chat with an agent", who is there.
func TestChat_BothWaysWithAnAgentWhoIsThere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer, agent := s.enter(hana), s.enter(iris)
	customer.open("/access")
	customer.sees("Chat Offline")
	agent.open("/chats")
	agent.sees("No one is waiting for an answer")
	agent.press("Go online for chat")
	agent.sees("You are available")
	customer.sees("Chat Online") // by itself
	customer.shot("for-access-issues")
	customer.press("Chat with an agent")
	customer.path("/chat")
	customer.sees("An agent of Aster Networks is available now")
	customer.says("Which contract do I need?")

	agent.sees("Which contract do I need?") // in the list, by itself
	agent.badge("/chats", "1")
	agent.sees("Connected now")
	agent.shot("list")
	agent.pressIn("#chats", "Open")
	agent.path("/chat/")
	agent.sees("your answer appears there at once")
	agent.reads("Which contract do I need?")
	agent.sees("Asagirino")
	agent.says("The one on your invoice.")
	agent.badge("/chats", "")
	agent.sees("Answered")
	customer.reads("The one on your invoice.")
	customer.sees("Aster Networks support")
	customer.badge("/chat", "") // what is read at once is not unread

	// Elsewhere, the answer is counted; what was being typed is still there.
	customer.mark()
	customer.types("It is 61")
	customer.press("Home")
	customer.ready("/")
	agent.says("Do you have it?")
	customer.badge("/chat", "1")
	customer.shot("unread")
	customer.click(".nav-link[href='/chat']")
	customer.path("/chat")
	customer.reads("Do you have it?")
	customer.badge("/chat", "")
	customer.holds("It is 61")
	customer.unreloaded()
	customer.open("/chat")
	customer.holds("It is 61")
	customer.shot("conversation")

	// What arrives disturbs neither the text nor the focus; Shift+Enter breaks
	// the line, and nothing of the agent's name is shown.
	customer.types("0001")
	agent.says("Take your time.")
	customer.reads("Take your time.")
	customer.holds("It is 610001")
	customer.hits("Enter", 13, 8)
	customer.hits("Enter", 13, 0)
	customer.reads("It is 610001")
	customer.holds("")
	customer.gone("Iris")
	agent.reads("It is 610001")
	agent.shot("agent")

	agent.press("Mark as settled (no answer needed)")
	agent.sees("A new message moves the conversation back to waiting")
	agent.press("Conversations")
	agent.path("/chats")
	agent.press("Go offline for chat")
	customer.sees("Chat Offline")
	agent.press("Go online for chat")
	customer.sees("Chat Online")
	agent.click("#person-name")
	agent.click("#signout")
	customer.sees("Chat Offline")
}

// Nobody is there: the message is kept, waits in the agents' list and is mailed;
// so is the answer that finds the customer gone.
func TestChat_OfflineLeavesAMessageThatIsAnsweredByMail(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(iris, "en") // a reviewer is mailed once the portal knows them
	customer := s.enter(felix)
	customer.ask("full", "contracts", "610011")
	customer.sees("Pending Further Action")
	customer.sees("Chat Offline")
	customer.shot("result")
	customer.press("Leave a message")
	id := customer.path("/chat/")
	customer.sees("No one is available right now")
	customer.types("AG and GmbH are the same company.")
	customer.click("#chat-send")
	customer.reads("AG and GmbH are the same company.")
	customer.sees("No one was available. Aster Networks support will read it in the portal")
	customer.shot("left")
	mail := s.mailTo(iris, "Message from Felix Roth")
	if !strings.Contains(mail.Text, "> AG and GmbH are the same company.") || !strings.Contains(mail.Text, s.URL()+wire.ChatRoute(id)) {
		t.Errorf("the agent is mailed:\n%s", mail.Text)
	}
	customer.close()

	agent := s.enter(iris)
	agent.badge("/chats", "1")
	agent.open("/chats")
	agent.sees("Felix Roth")
	agent.run("take a telephone", chromedp.EmulateViewport(390, 844))
	agent.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	agent.shot("list-on-a-telephone")
	agent.pressIn("#chats", "Open")
	agent.path("/chat/")
	agent.sees("No one was available, and no mail server is set up to tell the agents by email.")
	agent.sees("The customer is not connected, and reads your answer when they come back")
	agent.says("We have seen it. Please reprocess.")
	agent.sees("The customer was not connected. They will read it in the portal")
	agent.press("Open the request")
	agent.path("/queue/")
	agent.press("Chat with the customer")
	agent.path("/chat/")

	agent.shot("answered")
	answer := s.mailTo(felix, "Aster Networks support has answered you")
	if !strings.Contains(answer.Text, s.URL()+wire.ChatRoute(id)) || strings.Contains(answer.Text, "Iris") {
		t.Errorf("the customer is mailed:\n%s", answer.Text)
	}
	back := newPerson(t, s.URL(), "felix-again")
	back.signIn(felix, s.password)
	agent.sees("your answer appears there at once") // live
	back.badge("/chat", "1")
	back.open(wire.RequestRoute(id))
	back.sees("Chat about this request")
	back.sees("1 new")
	back.shot("request")
	back.open(wire.ChatRoute(id))
	back.reads("We have seen it. Please reprocess.")
	back.badge("/chat", "")

	// He goes while the agent has no connection: that is asked once it is back.
	agent.mark()
	s.cable.set(true)
	agent.gone("your answer appears there at once")
	back.close()
	s.cable.set(false)
	agent.sees("The customer is not connected, and reads your answer when they come back")
	agent.unreloaded()

	// Nobody else reads it, whoever has the address.
	other := s.enter(hana)
	other.open("/chat")
	script[bool](other, "go there", `history.pushState(null, "", `+quote(wire.ChatRoute(id))+`), dispatchEvent(new PopStateEvent("popstate")), true`)
	other.sees("Conversation not found")
}

// What is pressed while there is no connection waits, and is sent once.
func TestChat_WhatIsPressedOfflineIsSentOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	customer := s.enter(hana)
	customer.open("/chat")
	customer.sees("Chat Offline")
	s.cable.set(true)
	customer.sees("No connection.")
	customer.types("Sent in a tunnel")
	customer.hits("Enter", 13, 0)
	customer.holds("")
	customer.sees("Saved on this device, not yet sent")
	customer.shot("unsent")
	s.cable.set(false)
	customer.reads("Sent in a tunnel")
	customer.gone("Saved on this device, not yet sent")
	customer.open("/chat")
	customer.reads("Sent in a tunnel")
	customer.until("read it once", `document.querySelectorAll(".message").length === 1`)
}

// アカウントプロフィールガイド 3「Pending Further Action: Chat Online / Chat Offline」
func TestChat_日本語のチャット(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(felix, "ja")
	agent := s.enter(iris)
	p := newPerson(t, s.URL(), "felix")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.signIn(felix, s.password)
	p.ask("full", "contracts", "610011")
	p.sees("チャット オフライン (Chat Offline)")
	agent.open("/chats")
	agent.press("Go online for chat")
	p.sees("チャット オンライン (Chat Online)")
	p.shot("result")
	p.press("今すぐチャットする")
	p.path("/chat/")
	p.sees("担当者が対応しています")

	// 変換中に届いたメッセージも Enter も、入力を妨げない。
	p.run("compose", front(), chromedp.Focus(chromedp.CSS("#chat-text")), chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "しゃめい", SelectionStart: 4, SelectionEnd: 4})
		return err
	}))
	agent.open("/queue")
	agent.press("Conversations")
	agent.path("/chats")
	id := script[string](p, "read the address", `location.pathname`)
	agent.open(id)
	agent.says("How can I help?")
	p.reads("How can I help?")
	p.holds("しゃめい")
	p.hits("Enter", 229, 0)
	p.holds("しゃめい")
	p.run("convert", inserted("社名を確認してください。"))
	p.holds("社名を確認してください。")
	p.hits("Enter", 13, 0)
	p.reads("社名を確認してください。")
	agent.reads("社名を確認してください。")
	p.shot("chat")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	p.open("/access")
	p.sees("アクセスに関する問題が生じた場合")
	p.shot("access")
}

// All of one's conversations stand below the general one: what each is about, its
// newest message and what is new, as it comes.
func TestChat_AllConversationsAreListed(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	agent, customer := s.enter(iris), s.enter(felix)
	customer.ask("full", "contracts", "610011")
	customer.sees("Pending Further Action")
	list := customer.newTab()
	list.open("/chat")
	list.sees("Conversations about your requests")
	list.mark()
	customer.press("Leave a message")
	id := customer.path("/chat/")
	customer.says("AG and GmbH are the same company.")
	list.sees("Contract 610011")
	list.sees("AG and GmbH are the same company.")
	list.gone("1 new")

	customer.open("/access")
	agent.open(wire.ChatRoute(id))
	agent.says("We have seen it. Please reprocess.")
	list.until("see the answer", `document.querySelector("#own-talks").innerText.includes("We have seen it.")`)
	list.sees("1 new")
	list.unreloaded()
	list.shot("list")
	list.pressIn("#own-talks", "Contract 610011")
	list.path("/chat/" + id)
	list.reads("We have seen it. Please reprocess.")
	list.press("All your conversations")
	list.path("/chat")
	list.sees("Contract 610011")
	list.gone("1 new")

	ja := s.enterIn(felix, "ja", 390)
	ja.open("/chat")
	ja.sees("ほかの会話")
	ja.sees("契約 610011")
	ja.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	ja.shot("list")
}

// A message that was refused waits with its words while its writer looks at
// another page.
func TestChat_WhatWasRefusedIsNotLost(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.open("/chat")
	p.until("have the message field", `!!document.querySelector("#chat-text")`)
	script[bool](p, "refuse messages", `(() => {
		const send = window.fetch;
		window.fetch = async (to, ...rest) => String(to).endsWith("/messages")
			? new Response(JSON.stringify({code: "too_many", status: 429, title: "Too many"}), {status: 429}) : send(to, ...rest);
		window.relent = () => { window.fetch = send; };
		return true;
	})()`)
	p.types("Which contract is mine?")
	p.hits("Enter", 13, 0)
	p.until("be refused", `!!document.querySelector("#chat-discard")`)
	p.press("Access Management")
	p.path("/access")
	script[bool](p, "relent", `(relent(), true)`)
	p.press("Chat")
	p.path("/chat")
	p.reads("Which contract is mine?")
	p.until("keep it once", `!Object.keys(sessionStorage).some(k => k.includes("sending"))`)
}

// Messages are pressed and the next one is half typed while the network hangs, and
// the tab is killed: each is sent once and in order, and what was typed is there.
func TestChat_AKilledTabLosesNoMessage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enterKept(hana)
	p.open("/chat")
	p.sees("Live")
	s.cable.hang(true)
	for _, text := range []string{"Good morning.", "Which contract is mine?"} {
		p.types(text)
		p.hits("Enter", 13, 0)
		p.holds("")
	}
	p.types("It says 61")
	p.saved(2)
	again := p.newTab()
	p.kill()
	s.cable.hang(false)
	again.open("/chat")
	again.reads("Good morning.")
	again.reads("Which contract is mine?")
	again.holds("It says 61")
	again.saved(0)
	again.open("/chat")
	again.until("read each once, in order", `[...document.querySelectorAll(".message-text")].map(e => e.innerText).join() === "Good morning.,Which contract is mine?"`)
}
