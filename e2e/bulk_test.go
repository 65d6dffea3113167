package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
	"accord/shared/wire"
)

// waits puts one ordering request of each person into the vendor's queue,
// without a browser, and answers the requests' IDs.
func (s *site) waits(emails ...string) (ids []string) {
	s.t.Helper()
	for _, email := range emails {
		sent, err := s.Desk.Submit(s.t.Context(), s.account(email, "en"), wire.Submit{
			Level: access.Ordering, Kind: access.KindBillTo, Identifiers: []string{"5200000101"}, Agreed: true})
		if err != nil || sent.Requests[0].Status != access.PendingVendor {
			s.t.Fatalf("%s: %+v, %v", email, sent.Requests, err)
		}
		ids = append(ids, sent.Requests[0].ID)
	}
	return ids
}

// status is where a request stands now.
func (s *site) status(email, id string) access.Status {
	s.t.Helper()
	r, err := s.Desk.Request(s.t.Context(), s.account(email, "en"), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.Status
}

// A reviewer denies several with one reason and takes it back in time; then
// approves them, one of which a colleague decides within the ten seconds.
func TestBulk_UndoThenOneIsDecidedByAColleague(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	people := []string{hana, tom, felix, mei}
	ids := s.waits(people...)
	customer, reviewer := s.enter(hana), s.enter(iris)
	customer.open("/requests/" + ids[0])
	customer.mark()

	reviewer.open("/queue")
	reviewer.press("Select all shown (4)")
	reviewer.sees("4 selected")
	reviewer.shot("selected")
	reviewer.press("Deny")
	reviewer.sees("Check: Deny, 4 requests")
	reviewer.press("Deny: 4 requests")
	reviewer.sees("Enter the reason")
	reviewer.press("Company not confirmed")
	reviewer.shot("check")
	reviewer.press("Deny: 4 requests")
	reviewer.sees("Nothing is sent yet")
	reviewer.sees("Will be denied")
	reviewer.until("have the focus on Undo", `document.activeElement.id === "batch-undo"`)
	reviewer.press("Undo")
	reviewer.gone("Nothing is sent yet")
	reviewer.sees("4 selected")
	for i, id := range ids {
		if got := s.status(people[i], id); got != access.PendingVendor {
			t.Fatalf("an undone denial left %s at %s", people[i], got)
		}
	}

	reviewer.press("Approve")
	reviewer.sees("Check: Approve, 4 requests")
	reviewer.press("Approve: 4 requests")
	reviewer.sees("Will be approved")
	if _, err := s.Desk.Move(t.Context(), s.account(shun, "en"), ids[1], access.MoveDeny, wire.Moved{Note: "Not a customer."}); err != nil {
		t.Fatal(err)
	}
	reviewer.sees("Denied by Shun Kubo")
	reviewer.click("#batch-now")
	reviewer.sees("3 of 4 done")
	reviewer.sees("Shun Kubo decided first: Denied")
	reviewer.sees("Approved by Iris Lund")
	reviewer.shot("done")
	reviewer.run("take a telephone", chromedp.EmulateViewport(390, 844))
	reviewer.shot("done-narrow")
	customer.sees("Approved")
	customer.unreloaded()
	for i, want := range []access.Status{access.Approved, access.Denied, access.Approved, access.Approved} {
		if got := s.status(people[i], ids[i]); got != want {
			t.Errorf("%s: %s, want %s", people[i], got, want)
		}
	}
}

// Who closes the tab inside the ten seconds has decided: it is sent at once.
func TestBulk_ClosingTheTabSendsAtOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, felix)
	reviewer := s.enter(iris)
	watcher := s.enter(shun)
	watcher.open("/queue")
	reviewer.open("/queue")
	reviewer.press("Select all shown (2)")
	reviewer.press("Approve")
	reviewer.press("Approve: 2 requests")
	reviewer.sees("Nothing is sent yet")
	reviewer.run("leave the portal", chromedp.Navigate("about:blank"))
	watcher.sees("Approved by Iris Lund")
	if got := s.status(hana, ids[0]); got != access.Approved {
		t.Errorf("it stands at %s", got)
	}
}

// An administrator groups the queue and decides one company's requests, in
// Japanese and on a telephone.
func TestBulk_GroupsInJapanese(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(iris, "en")
	s.waits(hana, tom, felix, mei)
	p := s.enter(iris)
	p.open("/queue")
	p.press("日本語")
	p.sees("確認待ちリクエスト")
	p.run("group", chromedp.SetValue(chromedp.CSS("#queue-group"), "domain"))
	script[bool](p, "choose the group", `document.getElementById("queue-group").dispatchEvent(new Event("change", {bubbles: true}))`)
	p.sees("asagirino.example")
	p.shot("grouped")
	p.press("グループを選択 asagirino.example")
	p.sees("1 件を選択中")
	p.run("take a telephone", chromedp.EmulateViewport(390, 844))
	p.shot("grouped-narrow")
	p.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	p.press("却下")
	p.sees("確認: 却下（1 件）")
	p.shot("check-narrow")
}
