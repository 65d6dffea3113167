package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// asked puts a request of a person before a reviewer, who asks them something,
// and answers its ID.
func (s *site) asked(email, language, question string) string {
	s.t.Helper()
	who := s.account(email, language)
	sent, err := s.Desk.Submit(s.t.Context(), who, wire.Submit{
		Level: access.Full, Kind: access.KindContract, Identifiers: []string{"610012"}, Agreed: true})
	if err != nil {
		s.t.Fatal(err)
	}
	id := sent.Requests[0].ID
	if _, err = s.Desk.Move(s.t.Context(), who, id, access.MoveConfirm, wire.Moved{}); err == nil {
		_, err = s.Desk.Move(s.t.Context(), s.account(iris, "en"), id, access.MoveAsk, wire.Moved{Note: question})
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return id
}

// A reviewer's question is answered in words beside it: what is typed outlives a
// reload and the network, and is read where the decision is made.
func TestAnswer_TheReviewerReadsWhatTheRequesterWrote(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	id := s.asked(pat, "en", "On whose behalf do you need it?")
	p := s.enterKept(pat)
	p.open("/access/requests")
	p.press("Answer the question")
	p.path("/requests/" + id)
	p.sees("On whose behalf do you need it?")
	p.gone("My information is correct")
	p.click("#reply-send-" + id)
	p.sees("Enter your answer")
	p.fillID("reply-"+id, "For Lindenfall Works,\nwho has us run its network.")
	p.shot("typed")
	p.open("/requests/" + id)
	p.until("have the draft", `document.getElementById("reply-`+id+`")?.value.includes("run its network")`)
	s.cable.set(true)
	p.click("#reply-send-" + id)
	p.sees("Saved on this device, not yet sent")
	p.goes("/unsent")
	p.sees("Answer to the question")
	p.sees("who has us run its network.")
	s.cable.set(false)
	p.gone("Saved on this device")
	p.goes("/requests/" + id)
	p.sees("Question answered")
	p.sees("For Lindenfall Works,")
	p.shot("answered")

	r := s.enter(iris)
	r.open("/queue/" + id)
	r.sees("Requester answered the question")
	r.sees("On whose behalf do you need it?")
	r.sees("For Lindenfall Works, who has us run its network.")
	r.shot("decide")
}

// What is typed goes with a correction of the account as well.
func TestAnswer_日本語で回答しアカウント情報も修正する(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	id := s.asked(pat, "ja", "どの会社の代理で必要ですか？")
	p := s.enterIn(pat, "ja", 390)
	p.open("/requests/" + id)
	p.sees("どの会社の代理で必要ですか？")
	p.fillID("reply-"+id, "運用を委託されています。")
	p.shot("narrow")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	p.dark()
	p.click("#account-edit")
	p.fillID("account-address", "1 New Street")
	p.shot("correct")
	p.click("#account-save")
	p.sees("再処理しました")
	p.sees("運用を委託されています。")
	p.until("keep no draft", `!Object.keys(localStorage).some(k => k.includes("reply/"))`)
	r := s.enterIn(iris, "ja", 390)
	r.run("take a telephone", chromedp.EmulateViewport(390, 844))
	r.open("/queue/" + id)
	r.sees("申請者の回答")
	r.sees("運用を委託されています。")
	r.shot("decide")
}
