package e2e

import (
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"accord/shared/wire"
)

// mail opens the newest mail of the local mailbox and follows its link.
func (p *person) mail(subject string) {
	p.t.Helper()
	p.run("open the mailbox", chromedp.Navigate(p.site+wire.PathDevMail))
	p.until("have the mail", `document.body.innerText.includes(`+quote(subject)+`) || (location.reload(), false)`)
	p.press(subject)
	p.sees("within 24 hours")
	p.click("pre a")
}

// mails waits until so many mails to an address are in the local mailbox.
func (p *person) mails(to string, n int) {
	p.t.Helper()
	p.until("be mailed "+strconv.Itoa(n)+" times", `(() => {
		const ask = new XMLHttpRequest();
		ask.open("GET", "`+wire.PathDevMail+`", false);
		ask.send();
		return ask.responseText.split("<span>`+to+`</span>").length - 1 === `+strconv.Itoa(n)+`;
	})()`)
}

func TestPeople_RegisterConfirmAndSignIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "newcomer")
	p.open("/register")
	p.click("#register-send")
	p.sees("Password") // the summary names what is missing
	p.until("say in the title that something is wrong", `document.title.startsWith("Error:")`)
	p.fillID("register-given_name", "Noa")
	p.fillID("register-family_name", "Newcomer")
	p.fillID("register-email", "ｎｏａ@newcomer.example")
	p.fillID("register-password", "a long enough secret")
	p.click("#register-send")
	p.sees("Check your email")
	p.mail("Confirm your email address")
	p.ready("/signin")
	p.fillID("signin-email", "noa@newcomer.example")
	p.fillID("signin-password", "a long enough secret")
	p.click("#signin-send")
	p.ready("/")
	p.sees("Noa Newcomer")
	p.open("/personal")
	p.until("see the generated username", `/NoaNewcomer\d{6}/.test(document.body.innerText)`)
	p.until("choose among all countries", `document.querySelectorAll("#profile-country option").length === 250`)
	p.press("日本語")
	p.until("find them by their reading", `(list => list.indexOf("日本") === list.indexOf("西サハラ") + 1)([...document.querySelectorAll("#profile-country option")].map(o => o.innerText))`)
	p.shot("personal")
}

func TestPeople_ForgottenPasswordIsSetByTheMailedLink(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "hana")
	p.open("/password/forgot")
	p.fillID("forgot-email", hana) // known to the registry only
	p.click("#forgot-send")
	p.sees("we are sending a link to that address")
	p.mail("Set your password")
	p.ready("/password/set")
	p.fillID("set-password", "a brand new secret")
	p.click("#set-send")
	p.sees("Your password is set")
	p.signIn(hana, "a brand new secret")
}

// A browser that is signed out from another one leaves at once.
func TestPeople_AnotherBrowserIsSignedOut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	here := s.enter(hana)
	there := newPerson(t, s.URL(), "elsewhere")
	there.signIn(hana, s.password)
	there.open("/access")
	here.open("/security")
	here.sees("This browser")
	here.shot("sessions")
	here.pressIn("main", "Sign out")
	there.path("/signin")
	here.sees("That browser has been signed out.")
}

// A newcomer who signs in before the mailed link was opened: nothing more is
// mailed by itself, and what was mailed before stays good.
func TestPeople_SignInBeforeTheLinkWasOpened(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := newPerson(t, s.URL(), "newcomer")
	p.open("/register")
	p.sees("emails are not sent, but appear in the Local mailbox")
	p.fillID("register-given_name", "Noa")
	p.fillID("register-email", "noah@newcomer.example")
	p.fillID("register-password", "a long enough secret")
	p.click("#register-send")
	p.sees("We are sending an email to noah@newcomer.example. Open the link in it by")
	p.shot("registered")
	p.click("#register-wrong")
	p.until("keep what was typed", `document.querySelector("#register-email")?.value === "noah@newcomer.example" && document.activeElement.id === "register-email"`)
	p.fillID("register-email", "noa@newcomer.example")
	p.fillID("register-password", "a long enough secret")
	p.click("#register-send")
	p.sees("We are sending an email to noa@newcomer.example.")

	p.open("/signin")
	p.fillID("signin-email", "noa@newcomer.example")
	p.fillID("signin-password", "a long enough secret")
	p.click("#signin-send")
	p.sees("Before you can sign in, open the link in the email that we sent to noa@newcomer.example. It works until")
	p.shot("waits")
	p.mails("noa@newcomer.example", 1)
	p.click("#confirmation-again")
	p.sees("We are sending the email again.")
	p.mails("noa@newcomer.example", 2)
	for n := range 4 {
		p.click("#confirmation-again")
		p.mails("noa@newcomer.example", 3+n)
	}
	p.click("#confirmation-again")
	p.sees("Too many emails were requested for this address")
	p.shot("too_many")

	p.run("open the mailbox", chromedp.Navigate(p.site+wire.PathDevMail))
	p.until("see all of them", `document.querySelectorAll("a[href^='/dev/mail/']").length === 7 || (location.reload(), false)`)
	p.run("open the oldest mail", chromedp.Navigate(p.site+wire.PathDevMail+"/2"))
	p.sees("noa@newcomer.example")
	p.click("pre a")
	p.ready("/signin")
	p.fillID("signin-email", "noa@newcomer.example")
	p.fillID("signin-password", "a long enough secret")
	p.click("#signin-send")
	p.ready("/")
}

func TestPeople_確認メールのリンクを開く前にログインする(t *testing.T) {
	t.Parallel()
	s, clock := newSiteAt(t)
	p := newPerson(t, s.URL(), "新規のお客様")
	p.run("take a phone", chromedp.EmulateViewport(390, 844))
	p.open("/register")
	p.press("日本語")
	p.click("#register-send")
	p.until("see at the first name what is missing", `document.querySelector("#register-family_name-error")?.innerText.includes("姓または名") && !document.querySelector("#register-given_name-error")`)
	p.fillID("register-given_name", "望")
	p.until("need one name only", `!document.querySelector("#register-family_name-error")`)
	p.shot("お名前")
	p.fillID("register-family_name", "新谷")
	p.fillID("register-email", "noa@newcomer.example")
	p.fillID("register-password", "a long enough secret")
	p.click("#register-send")
	p.sees("noa@newcomer.example にメールをお送りします。")
	p.shot("登録後")
	clock.pass(s, 25*time.Hour)
	p.open("/signin")
	p.fillID("signin-email", "noa@newcomer.example")
	p.fillID("signin-password", "a long enough secret")
	p.click("#signin-send")
	p.sees("リンクの有効期限が切れたため、新しいリンクをお送りします。")
	p.shot("ログイン")
	p.mails("noa@newcomer.example", 2)
	p.run("read the mail", chromedp.Navigate(p.site+wire.PathDevMail+"/2"))
	p.click("summary")
	p.until("scroll down only", `document.documentElement.scrollWidth <= 390`)
	p.shot("メール")
}
