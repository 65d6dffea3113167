package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// Guide ja, "Account Profile", 姓・名 (ローマ字) and (日本語): whoever registers
// writes the name as they do, and each part comes to stand where its script
// belongs; the fields for Latin letters say where Japanese goes.
func TestPeople_名前を日本語で登録する(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "newcomer")
	p.open("/register")
	p.press("日本語")
	p.sees("日本語またはローマ字")
	p.fillID("register-family_name", "山田")
	p.fillID("register-given_name", "太郎")
	p.fillID("register-email", "taro@newcomer.example")
	p.fillID("register-password", "a long enough secret")
	p.shot("register")
	p.click("#register-send")
	p.sees("メールをご確認ください")
	p.run("open the mailbox", chromedp.Navigate(s.URL()+"/dev/mail"))
	p.until("have the mail", `document.body.innerText.includes("アカウントのメールアドレスの確認") || (location.reload(), false)`)
	p.press("Aster Networks アカウントのメールアドレスの確認")
	p.click("pre a")
	p.ready("/signin")
	p.fillID("signin-email", "taro@newcomer.example")
	p.fillID("signin-password", "a long enough secret")
	p.click("#signin-send")
	p.ready("/")
	p.sees("山田 太郎")
	p.open("/personal")
	p.until("have the name in the Japanese fields", `document.getElementById("profile-family_name_local").value === "山田" && document.getElementById("profile-family_name").value === ""`)
	p.fillID("profile-company", "株式会社青葉")
	p.fillID("profile-address", "東京都港区 1-2-3")
	p.click("#profile-save")
	p.until("be told of both fields", `document.querySelectorAll(".error-summary li, [id$=-error]").length >= 2`)
	p.sees("日本語は「会社名 (日本語)」に入力してください。")
	p.sees("日本語は「住所 (日本語)」に入力してください。")
	p.shot("latin")
	p.fillID("profile-company", "Øster & Søn A/S")
	p.fillID("profile-company_local", "株式会社青葉")
	p.fillID("profile-address", "1-2-3 Minato-ku")
	p.click("#profile-save")
	p.sees("プロフィールを保存しました。")
}
