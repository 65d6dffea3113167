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

// Staff find on Home what there is to do, not what customers come for; a count
// changes in front of them.
func TestHome_StaffSeeWhatThereIsToDo(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.waits(hana)
	r := s.enter(iris)
	r.sees("1 request is waiting for your decision.")
	r.gone("Add Access")
	s.waits(felix)
	r.sees("2 requests are waiting for your decision.")
	r.shot("reviewer")
	o := s.enterIn(dana, "ja", 390)
	o.sees("世代 1")
	o.sees("過去 7 日間に送信できなかったメールはありません。")
	o.gone("アクセス権の追加")
	o.dark()
	o.shot("operator")
	o.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	o.press("レジストリをインポート")
	o.path("/operator/registry")
}
