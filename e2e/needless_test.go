package e2e

import (
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// A request for downloads waits while full support of the same contract is given:
// its page says so in front of the requester, its decider reads it, and one press
// cancels it.
func TestNeedless_OnePressCancelsWhatIsNotNeededAnyMore(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ask := func(level access.Level) string {
		sent, err := s.Desk.Submit(t.Context(), s.account(hana, "en"), wire.Submit{Level: level, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true})
		if err != nil {
			t.Fatal(err)
		}
		return sent.Requests[0].ID
	}
	id := ask(access.Downloads)
	p := s.enter(hana)
	p.open("/requests/" + id)
	p.sees("Cancel this request")
	p.mark()
	ask(access.Full)
	p.sees("You have been given “Full support” here in the meantime")
	p.unreloaded()
	p.shot("wide")

	a := s.enterIn(sakura, "ja", 390)
	a.open("/queue/" + id)
	a.sees("すでに「フルサポート」のアクセス権をお持ちです。")
	a.shot("decide")

	p.open("/access/requests")
	p.sees("This request is no longer needed.")
	p.shot("list")
	p.press("No longer needed: cancel it")
	p.gone("This request is no longer needed.")
	if got := s.status(hana, id); got != access.Cancelled {
		t.Errorf("it stands at %s", got)
	}
}
