package e2e

import (
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// A decider goes through the queue by keys: a row that somebody else decides
// does not send them back to the top.
func TestKeys_GoOnFromARowThatLeft(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ids := s.waits(hana, tom, felix)
	p := s.enter(iris)
	at := func(id string) string { return `document.activeElement.id === "open-` + id + `"` }
	p.open("/queue")
	p.sees("Review")
	p.hits("j", 'J', 0)
	p.until("be at the first", at(ids[0]))
	p.hits("j", 'J', 0)
	p.until("be at the second", at(ids[1]))
	if _, err := s.Desk.Move(t.Context(), s.account(shun, "en"), ids[1], access.MoveDeny, wire.Moved{Note: "No such company."}); err != nil {
		t.Fatal(err)
	}
	p.sees("Denied by Shun Kubo")
	p.hits("j", 'J', 0)
	p.until("be at the third", at(ids[2]))
}
