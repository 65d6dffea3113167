package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// imports brings in the example registry with another line for contract 610001:
// its end and its status.
func (s *site) imports(t *testing.T, end string) {
	t.Helper()
	all := files(t, func(_, text string) string {
		return strings.Replace(text, "2025-01-01,2036-12-31,active\n610002", "2025-01-01,"+end+"\n610002", 1)
	})
	if _, err := s.Desk.ImportNow(t.Context(), os.DirFS(filepath.Dir(all[0])), false, nil); err != nil {
		t.Fatal(err)
	}
}

// Guide ja, 2: 「契約更新の場合…改めて契約登録を行う必要はありません」. A contract that ends
// shows so at once; renewed under the same number it is back, with no action and
// no reload.
func TestGrant_更新された契約のアクセス権はそのまま使える(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.holds(hana, "610001")
	hanas := s.enterIn(hana, "ja", 1280)
	hanas.open("/access")
	hanas.sees("サポートケースをオープンする")
	hanas.mark()
	s.imports(t, "2036-12-31,terminated")
	hanas.sees("現在は無効です")
	hanas.sees("同じ契約番号で更新されると、お手続きなしで再びご利用いただけます")
	hanas.gone("サポートケースをオープンする")
	hanas.shot("ended")
	s.imports(t, "2038-12-31,active")
	hanas.sees("サポートケースをオープンする")
	hanas.gone("現在は無効です")
	hanas.unreloaded()
	hanas.shot("renewed")
}

// A third party is not told when the contract ends. Their page finds out by
// itself, a few seconds after the midnight that ends it.
func TestGrant_AContractEndsOnTheThirdPartysPage(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	last := time.Date(2036, 12, 31, 23, 59, 52, 0, time.UTC)
	clock.pass(s, last.Sub(clock.now()))
	third := s.enter(pat)
	third.open("/access")
	third.sees("No access yet")
	third.mark()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.Desk.AddOfficeUser(t.Context(), s.account(sakura, "en"), access.Contract("610001"),
		wire.AddUser{Email: pat, Level: access.Full, Purpose: "Operating the branch network"}))
	third.sees("Operating the branch network")
	third.sees("Open a support case")
	third.gone("Open a support case")
	third.gone("610001")
	third.unreloaded()
	third.shot("ended")
}
