package e2e

import (
	"strings"
	"testing"
)

// Guide ja, 2, profile: 「メールアドレスの編集」 and 「最終ログイン」.
func TestEmail_メールアドレスの編集(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.account(sakura, "ja")
	elsewhere := newPerson(t, s.URL(), sakura)
	elsewhere.signIn(sakura, s.password)
	elsewhere.open("/personal")
	p := newPerson(t, s.URL(), sakura)
	p.signIn(sakura, s.password)
	p.open("/personal")
	p.press("メールアドレスの編集")
	p.path("/security")
	p.sees("最終ログイン")
	p.sees("127.0.0.1") // where from, as far as it is known
	p.press("メールアドレスの編集")
	p.sees("契約管理者として 5 件") // the registry's naming does not follow
	p.shot("form")
	p.fillID("email-email", "ｓakura@asagirino-foods.example")
	p.fillID("email-password", "wrong password")
	p.click("#email-send")
	p.sees("パスワードが正しくありません")
	p.fillID("email-password", s.password)
	p.click("#email-send")
	p.sees("sakura@asagirino-foods.example に変更するには")
	p.shot("waits")

	m := s.mailTo("sakura@asagirino-foods.example", "新しいメールアドレスの確認")
	p.open(s.linkIn(m, "/email/confirm"))
	p.press("確認して変更する")
	p.sees("メールアドレスを sakura@asagirino-foods.example に変更しました。")
	p.shot("confirmed")
	elsewhere.path("/signin") // signed out there

	m = s.mailTo(sakura, "メールアドレスが変更されました")
	stranger := newPerson(t, s.URL(), "the former mailbox")
	link := s.linkIn(m, "/email/undo")
	stranger.open(link)
	stranger.press("日本語")
	stranger.press("変更を取り消す")
	stranger.sees("メールアドレスを " + sakura + " に戻しました。")
	stranger.shot("undone")
	s.mailTo(sakura, "パスワード設定")
	stranger.open(link)
	stranger.press("変更を取り消す")
	stranger.sees("リンク") // it worked once
	if strings.Contains(stranger.text(), "に戻しました") {
		t.Error("the link worked twice")
	}
}

func TestEmail_ChangeWaitsAndIsGivenUp(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.enter(hana)
	p.open("/security")
	p.sees("This is your first sign-in.")
	p.press("Change the email address")
	p.fillID("email-email", "hana.new@asagirino.example")
	p.fillID("email-password", s.password)
	p.click("#email-send")
	p.sees("To complete the change to hana.new@asagirino.example, open the link")
	p.press("Keep the current address")
	p.sees("Your email address stays the same.")
}
