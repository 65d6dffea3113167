package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"accord/shared/access"
)

// An administrator pastes rows: the bad one is named with its line, and once it
// is left out the rest is done as a whole; the history tells it, live.
func TestOffice_RowsAreCheckedThenDone(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.holds(hana, "610001")
	administrator, fellow := s.enter(sakura), s.enter(takumi)
	fellow.open("/office/contract/610001/history")
	fellow.sees("History")
	fellow.mark()

	administrator.open("/office/contract/610001")
	administrator.press("Many users (CSV)")
	administrator.path("/office/contract/610001/batch")
	administrator.sees("Download the users")
	administrator.shot("empty")
	administrator.fillID("batch-text", "email;action\nnew.one@asagirino.example,add\n")
	administrator.click("#batch-check")
	administrator.sees("Line 2 separates its values differently.")
	administrator.fillID("batch-text", "email\nsam@operator.example\n")
	administrator.click("#batch-check")
	administrator.sees("Enter what the user at the other company needs the access for.")
	administrator.fillID("batch-text", "email,action\nnew.one@asagirino.example,add\nno address,add\n"+hana+",remove\n")
	administrator.click("#batch-check")
	administrator.sees("Rows with an error: 1")
	administrator.sees("This is not an email address.")
	administrator.sees("Add or change: 1. Remove: 1. No change: 0.")
	administrator.shot("checked")
	administrator.click("#batch-skip")
	administrator.click("#batch-do")
	administrator.sees("Choose the reason")
	administrator.shot("no reason")
	administrator.choose("No longer needed for the work")
	administrator.fillID("batch-do-note", "She has moved to another department.")
	administrator.click("#batch-do")
	administrator.sees("Done")
	administrator.shot("done")
	administrator.press("See the users")
	administrator.path("/office/contract/610001")
	administrator.sees("new.one@asagirino.example")
	administrator.gone(hana)

	fellow.sees("No longer needed for the work")
	fellow.sees("She has moved to another department.")
	fellow.sees("new.one@asagirino.example was given “Full support”")
	fellow.unreloaded()
	fellow.shot("history")
	if level := s.level(hana, "610001"); level != "" {
		t.Errorf("removed, and has %q", level)
	}
}

// In Japanese on a telephone: a file that a Japanese Excel saved.
func TestOffice_CSVファイルでユーザを追加する(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	administrator := s.enterIn(sakura, "ja", 390)
	file := filepath.Join(t.TempDir(), "users.csv")
	// Shift_JIS: email,name,level
	text := "email,name,level\r\nnew.one@asagirino.example,\x8eR\x93c,downloads\r\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	administrator.open("/office/contract/610001/batch")
	administrator.sees("複数ユーザの追加・削除")
	administrator.shot("empty")
	administrator.run("choose a file", chromedp.SetUploadFiles(chromedp.CSS("#batch-file"), []string{file}))
	administrator.until("see the file's text", `document.getElementById("batch-text").value.includes("山田")`)
	administrator.click("#batch-check")
	administrator.sees("追加・変更: 1 件")
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("checked")
	administrator.click("#batch-do")
	administrator.sees("完了しました")
	administrator.pressIn(".page nav", "履歴")
	administrator.path("/office/contract/610001/history")
	administrator.sees("new.one@asagirino.example 様に「ダウンロードのみ」を付与")
	administrator.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	administrator.shot("history")
	administrator.run("take a desk's screen", chromedp.EmulateViewport(1280, 900))
	administrator.shot("history wide")
	if level := s.level("new.one@asagirino.example", "610001"); level != access.Downloads {
		t.Errorf("the file gave %q", level)
	}
}

// level is what a person's one access through a contract gives, "" for none.
func (s *site) level(email, contract string) access.Level {
	s.t.Helper()
	list, err := s.Desk.OfficeUsers(s.t.Context(), s.account(sakura, "en"), access.Contract(contract), email, 1)
	if err != nil {
		s.t.Fatal(err)
	}
	if len(list.Users) == 0 {
		return ""
	}
	return list.Users[0].Level
}

// holdsBack keeps the page's next questions to a path until they are let go.
func (p *person) holdsBack(path string) {
	p.t.Helper()
	script[bool](p, "hold "+path+" back", `(() => {
		const send = window.fetch;
		const held = new Promise(go => { window.letGo = go; });
		window.fetch = async (to, ...rest) => {
			if (String(to).endsWith(`+quote(path)+`)) { window.asked = true; await held; }
			return send(to, ...rest);
		};
		return true;
	})()`)
}

// Rows that are changed while they are checked are not those that would be done.
func TestOffice_RowsChangedDuringTheirCheckAreCheckedAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	administrator := s.enter(sakura)
	administrator.open("/office/contract/610001/batch")
	administrator.sees("Download the users")
	administrator.holdsBack("/batch")
	administrator.fillID("batch-text", "new.one@asagirino.example,add\n")
	administrator.click("#batch-check")
	administrator.until("wait for the answer", `window.asked === true`)
	administrator.fillID("batch-text", "new.two@asagirino.example,add\nnew.three@asagirino.example,add\n")
	script[bool](administrator, "let go", `(letGo(), true)`)
	administrator.until("be able to check again", `document.querySelector("#batch-check").getAttribute("aria-disabled") !== "true"`)
	administrator.gone("Add or change: 1")
	administrator.click("#batch-check")
	administrator.sees("Add or change: 2")
}
