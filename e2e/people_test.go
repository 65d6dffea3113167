package e2e

import (
	"testing"

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
