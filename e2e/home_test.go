package e2e

import (
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// What a person sees on Home is there without a network as well, whatever else
// they opened before.
func TestHome_OpensWithoutANetworkAsItWas(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	who := s.account(hana, "en")
	if _, err := s.Desk.Submit(t.Context(), who, wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"610001"}, Agreed: true}); err != nil {
		t.Fatal(err)
	}
	p := s.enter(hana)
	p.kept()
	p.sees("1 entry")
	p.copied("610001")
	again := p.newTab()
	p.kill()
	s.cable.set(true)
	again.goes("/")
	again.sees("1 entry")
	again.shot("offline")
}
