package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"accord/server/registry"
)

// files copies the example registry to a folder, changed a little.
func files(t *testing.T, change func(name, text string) string) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, registry.Example()); err != nil {
		t.Fatal(err)
	}
	all, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range all {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(change(filepath.Base(file), string(text))), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func (p *person) upload(files []string) {
	p.t.Helper()
	p.open("/operator/registry")
	p.run("choose files", chromedp.SetUploadFiles(chromedp.CSS("#registry-files"), files))
	p.sees("contracts.csv")
	p.click("#registry-check")
}

func TestOperator_ImportsARegistryWhileServing(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	operator, customer := s.enter(dana), s.enter(hana)

	operator.upload(files(t, func(name, text string) string {
		if name == "contracts.csv" {
			return text + "77AB,K999,,,x,vendor,direct,2025-01-01,2025-01-01,2036-12-31,active\n"
		}
		return text
	}))
	operator.sees("Bad rows: 1.")
	operator.sees("Unchanged")
	operator.shot("bad")

	customer.ask("full", "contracts", "699999")
	customer.sees("Denied")
	customer.mark()
	operator.upload(files(t, func(name, text string) string {
		if name != "contracts.csv" {
			return text
		}
		for line := range strings.Lines(text) {
			if rest, ok := strings.CutPrefix(line, "610001,"); ok {
				return text + "699999," + rest
			}
		}
		return text
	}))
	operator.sees("Checked, ready to import")
	operator.click("#registry-apply")
	operator.sees("The new registry is in use.")
	operator.shot("done")

	customer.sees("Approved / added") // the portal looks again by itself
	customer.unreloaded()

	phone := s.enterIn(dana, "ja", 390)
	phone.open("/operator/registry")
	phone.sees("新しいレジストリの使用を開始しました。")
	phone.until("see what changed", `document.querySelector('[data-label="変更なし"]') !== null`)
	phone.until("fit the screen", `document.documentElement.scrollWidth <= 390`)
	phone.shot("done")
}

func TestOperator_MakesATokenAndChangesARole(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	operator := s.enter(dana)
	s.account(hana, "en")
	operator.open("/operator/tokens")
	operator.fillID("token-name", "Download server")
	operator.click("#token-make")
	operator.until("see the secret once", `[...document.querySelectorAll("input,code")].some(e => (e.value || e.innerText).startsWith("accord_"))`)
	operator.shot("token")
	operator.open("/operator/people")
	operator.sees("hana.mori@asagirino.example")
	operator.shot("people")

	operator.open("/operator/people?find=tom")
	operator.sees("From the registry, no account yet")
	operator.press("Change role : Tom Hale")
	operator.sees("Tom Hale has no account yet")
	operator.choose("Reviewer")
	operator.click("#role-do")
	operator.sees("Tom Hale is now: Reviewer")
	operator.gone("no account yet")
	operator.sees("Erase account")
	operator.shot("taken over")
}

// An account is erased before its person's eyes; what they asked for is over, and
// the address can begin anew.
func TestOperator_ErasesAnAccount(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	operator, customer, administrator := s.enter(dana), s.enter(ada), s.enter(sakura)
	customer.ask("downloads", "contracts", "610001")
	customer.sees("Pending Contract Administrator Review")
	administrator.open("/queue")
	administrator.sees("Ada Quinn")
	administrator.mark()

	operator.open("/operator/people?find=ada")
	operator.press("Erase account : Ada Quinn")
	operator.sees("Erase the account of Ada Quinn?")
	operator.click("#erase-do")
	operator.sees("This is not the email address of the account")
	operator.shot("question")
	operator.fillID("erase-email", ada)
	operator.click("#erase-do")
	operator.sees("The account of " + ada + " was erased")
	operator.sees("From the registry, no account yet")
	operator.shot("erased")

	customer.sees("Sign in")
	administrator.sees("No longer in this queue")
	administrator.unreloaded()
	customer.open("/register")

	s.account(hana, "en")
	ja := s.enterIn(dana, "ja", 390)
	ja.open("/operator/people?find=hana")
	ja.press("アカウントを消去 : Hana Mori")
	ja.sees("確認のため " + hana + " と入力してください")
	ja.shot("question in Japanese")
}
