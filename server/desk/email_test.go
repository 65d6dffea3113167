package desk_test

import (
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

const secret = "correct horse battery"

// mover is pat with a password.
func (o *office) mover() desk.Who {
	o.t.Helper()
	who := o.who("pat@mail.example")
	_, err := o.AddAccount(o.t.Context(), "pat@mail.example", secret, "")
	must(o.t, err)
	return who
}

// mailedLink is the token of the newest mail to an address that leads to a page.
func (o *office) mailedLink(to, page string) string {
	o.t.Helper()
	var mails []ledger.Mail
	must(o.t, o.Ledger.View(context.Background(), func(r *ledger.Reader) (err error) {
		mails, _, err = r.MailLog(to, "", "", 1)
		return err
	}))
	if len(mails) == 0 {
		return ""
	}
	m := regexp.MustCompile(regexp.QuoteMeta(page) + `\?token=(\S+)`).FindStringSubmatch(mails[0].Text)
	if m == nil {
		return ""
	}
	return m[1]
}

func (o *office) wantAddress(who desk.Who, want string) {
	o.t.Helper()
	me, err := o.Me(context.Background(), who)
	must(o.t, err)
	if me.Profile.Email != want {
		o.t.Errorf("the address is %s, want %s", me.Profile.Email, want)
	}
}

func (o *office) signIn(email string) (string, error) {
	token, _, err := o.SignIn(context.Background(), "192.0.2.7", "Firefox", wire.SignIn{Email: email, Password: secret})
	return token, err
}

func TestEmail_ChangesOnceTheNewOneIsConfirmed(t *testing.T) {
	o := open(t)
	pat := o.mover()
	elsewhere, err := o.signIn("pat@mail.example")
	must(t, err)
	now, err := o.ChangeEmail(t.Context(), pat, wire.ChangeEmail{Email: "Pat.Poe@Alpha.example", Password: secret})
	must(t, err)
	if now.New != "pat.poe@alpha.example" || now.Grants != 1 {
		t.Errorf("waits as %+v, want one access that the registry names", now)
	}
	o.wantAddress(pat, "pat@mail.example")
	token := o.mailedLink("pat.poe@alpha.example", wire.RouteConfirmEmail)
	_, err = o.ConfirmEmail(t.Context(), wire.EmailToken{Token: token})
	must(t, err)
	o.wantAddress(pat, "pat.poe@alpha.example")
	_, err = o.ConfirmEmail(t.Context(), wire.EmailToken{Token: token})
	refused(t, err, wire.CodeTokenInvalid)
	_, _, err = o.Session(t.Context(), elsewhere)
	refused(t, err, wire.CodeSignInRequired)
	_, err = o.signIn("pat@mail.example")
	refused(t, err, wire.CodeBadCredentials)
	_, err = o.signIn("pat.poe@alpha.example")
	must(t, err)
	if list, err := o.Grants(t.Context(), pat, grantsAll); err != nil || list.Total != 0 {
		t.Errorf("what the registry gives to the former address came along: %+v, %v", list, err)
	}
}

func TestEmail_TheFormerAddressTakesItBack(t *testing.T) {
	o := open(t)
	pat := o.mover()
	for _, address := range []string{"one@evil.example", "two@evil.example"} { // whoever has the password goes on
		_, err := o.ChangeEmail(t.Context(), pat, wire.ChangeEmail{Email: address, Password: secret})
		must(t, err)
		_, err = o.ConfirmEmail(t.Context(), wire.EmailToken{Token: o.mailedLink(address, wire.RouteConfirmEmail)})
		must(t, err)
	}
	undo := wire.EmailToken{Token: o.mailedLink("pat@mail.example", wire.RouteUndoEmail)}
	other, err := o.AddAccount(t.Context(), "pat@mail.example", "", "")
	must(t, err)
	if other.ID != pat.Account {
		t.Error("somebody else got the former address while it can take the change back")
	}
	o.pass(6 * 24 * time.Hour)
	_, err = o.UndoEmail(t.Context(), undo)
	must(t, err)
	o.wantAddress(pat, "pat@mail.example")
	_, err = o.signIn("pat@mail.example")
	refused(t, err, wire.CodeBadCredentials) // the password was known to another
	if mail := o.mails.next(t); mail.To != "pat@mail.example" || !strings.Contains(mail.Text, "/password/set?token=") {
		t.Errorf("the way to a new password went to %s:\n%s", mail.To, mail.Text)
	}
	_, err = o.UndoEmail(t.Context(), undo)
	refused(t, err, wire.CodeTokenInvalid)
	if list, err := o.Grants(t.Context(), pat, grantsAll); err != nil || list.Total != 1 {
		t.Errorf("what the registry gives did not come back: %+v, %v", list, err)
	}
}

func TestEmail_IsRefused(t *testing.T) {
	o := open(t)
	pat := o.mover()
	o.who("carl@alpha.example")
	ask := func(email, password string) error {
		_, err := o.ChangeEmail(t.Context(), pat, wire.ChangeEmail{Email: email, Password: password})
		return err
	}
	for _, c := range []struct{ name, email, password, code string }{
		{"WithAWrongPassword", "new@a.example", "wrong", "password.wrong"},
		{"ForTheSameAddress", "PAT@mail.example", secret, "email.same"},
		{"ForNoAddress", "new", secret, "email.form"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if p := refused(t, ask(c.email, c.password), wire.CodeValidation); p.Fields[0].Code != c.code {
				t.Errorf("got %+v, want %s", p.Fields, c.code)
			}
		})
	}
	t.Run("WithoutTellingThatAnAccountHasIt", func(t *testing.T) {
		must(t, ask("carl@alpha.example", secret))
		now, err := o.Email(t.Context(), pat)
		must(t, err)
		if now.New != "carl@alpha.example" {
			t.Errorf("the answer differs from that for a free address: %+v", now)
		}
		if o.mailedLink("carl@alpha.example", wire.RouteConfirmEmail) != "" {
			t.Error("a link went to an address that another account has")
		}
	})
	t.Run("AfterADay", func(t *testing.T) {
		must(t, ask("late@a.example", secret))
		token := o.mailedLink("late@a.example", wire.RouteConfirmEmail)
		o.pass(24 * time.Hour)
		_, err := o.ConfirmEmail(t.Context(), wire.EmailToken{Token: token})
		refused(t, err, wire.CodeTokenInvalid)
	})
	t.Run("WhenItWasGivenUp", func(t *testing.T) {
		must(t, ask("kept@a.example", secret))
		token := o.mailedLink("kept@a.example", wire.RouteConfirmEmail)
		_, err := o.KeepEmail(t.Context(), pat)
		must(t, err)
		_, err = o.ConfirmEmail(t.Context(), wire.EmailToken{Token: token})
		refused(t, err, wire.CodeTokenInvalid)
	})
	t.Run("WhenAnotherWasFaster", func(t *testing.T) {
		must(t, ask("fast@a.example", secret))
		token := o.mailedLink("fast@a.example", wire.RouteConfirmEmail)
		_, err := o.AddAccount(t.Context(), "fast@a.example", "", access.RoleCustomer)
		must(t, err)
		_, err = o.ConfirmEmail(t.Context(), wire.EmailToken{Token: token})
		refused(t, err, wire.CodeTokenInvalid)
	})
}

func TestSignIn_TellsOfTheOneBefore(t *testing.T) {
	o := open(t)
	pat := o.mover()
	for range 2 {
		_, err := o.signIn("pat@mail.example")
		must(t, err)
	}
	me, err := o.Me(t.Context(), pat)
	must(t, err)
	if me.LastSignInBrowser != "Firefox" || me.LastSignInAddress != "192.0.2.7" || !me.LastSignInAt.Equal(o.clock()) {
		t.Errorf("the last sign-in is %+v", me)
	}
}
