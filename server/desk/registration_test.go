package desk_test

import (
	"testing"
	"time"

	"accord/server/ledger"
	"accord/shared/wire"
)

const confirmLink = `/signin\?confirm=`

func (o *office) register(b wire.Register) {
	o.t.Helper()
	_, err := o.Register(o.t.Context(), b)
	must(o.t, err)
}

// newcomer registers an address and returns the mailed link's token.
func (o *office) newcomer(t *testing.T, email string) (token string) {
	t.Helper()
	o.register(wire.Register{Email: email, Password: password, GivenName: "Nina", Language: "en"})
	return link(t, o.mails.next(t), confirmLink)
}

func (o *office) enter(email, password, token string) error {
	_, _, err := o.SignIn(o.t.Context(), "", "", wire.SignIn{Email: email, Password: password, Confirm: token})
	return err
}

// quiet fails when something was mailed after all that goes on has ended.
func (o *office) quiet(t *testing.T) {
	t.Helper()
	o.Close()
	if n := len(o.mails.sent); n > 0 {
		t.Errorf("%d more mails, the first: %q", n, (<-o.mails.sent).Subject)
	}
}

func TestDesk_SignIn_BeforeTheLinkWasOpenedMailsNothingWhileItIsGood(t *testing.T) {
	o := open(t)
	first := o.newcomer(t, "new@alpha.example")
	for range 3 {
		p := refused(t, o.enter("new@alpha.example", password, ""), wire.CodeEmailUnconfirmed)
		if want := o.clock().Add(24 * time.Hour); !p.Until.Equal(want) || p.Mailed {
			t.Errorf("good until %v, want %v; mailed now: %v", p.Until, want, p.Mailed)
		}
	}
	refused(t, o.enter("new@alpha.example", "a wrong password", first), wire.CodeBadCredentials)
	must(t, o.enter("new@alpha.example", password, first))
	must(t, o.enter("new@alpha.example", password, ""))
	o.quiet(t)
}

func TestDesk_SendConfirmation_LeavesTheOlderLinkGood(t *testing.T) {
	for name, use := range map[string]int{"Older": 0, "Newer": 1} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			tokens := []string{o.newcomer(t, "new@alpha.example"), ""}
			o.pass(time.Hour)
			mailed, err := o.SendConfirmation(wire.SendConfirmation{Email: " NEW@alpha.example", Language: "ja"})
			must(t, err)
			m := o.mails.next(t)
			tokens[1] = link(t, m, confirmLink)
			if m.Lang != "ja" || !mailed.Until.Equal(o.clock().Add(24*time.Hour)) {
				t.Errorf("mailed in %s, good until %v", m.Lang, mailed.Until)
			}
			must(t, o.enter("new@alpha.example", password, tokens[use]))
			refused(t, o.SetPassword(t.Context(), wire.SetPassword{Token: tokens[1-use], Password: "a long password"}), wire.CodeTokenInvalid)
			must(t, o.enter("new@alpha.example", password, tokens[1-use])) // the address is confirmed: it does no harm
		})
	}
}

func TestDesk_SignIn_AfterTheLinksTimeMailsAnother(t *testing.T) {
	o := open(t)
	old := o.newcomer(t, "new@alpha.example")
	o.pass(25 * time.Hour)
	p := refused(t, o.enter("new@alpha.example", password, old), wire.CodeEmailUnconfirmed)
	if !p.Mailed || !p.Until.Equal(o.clock().Add(24*time.Hour)) {
		t.Errorf("mailed %v, good until %v", p.Mailed, p.Until)
	}
	fresh := link(t, o.mails.next(t), confirmLink)
	refused(t, o.enter("new@alpha.example", password, old), wire.CodeEmailUnconfirmed)
	must(t, o.enter("new@alpha.example", password, fresh))
}

func TestDesk_SignIn_SaysWhenAnotherLinkMayBeMailed(t *testing.T) {
	o := open(t)
	o.newcomer(t, "new@alpha.example")
	o.pass(25 * time.Hour)
	for range 6 {
		must(t, o.ForgotPassword(wire.ForgotPassword{Email: "new@alpha.example"}))
	}
	p := refused(t, o.enter("new@alpha.example", password, ""), wire.CodeEmailUnconfirmed)
	if !p.Until.IsZero() || p.RetryAfter < 1 {
		t.Errorf("good until %v, again in %d s", p.Until, p.RetryAfter)
	}
}

// TestDesk_Register_AndSignIn_SayTheSameForAKnownAddress: whoever chooses the
// password must not learn from it whether the address has an account.
func TestDesk_Register_AndSignIn_SayTheSameForAKnownAddress(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	ask := func(email, token string, good time.Time) {
		t.Helper()
		p := refused(t, o.enter(email, "the one I chose", token), wire.CodeEmailUnconfirmed)
		if !p.Until.Equal(good) || p.RetryAfter != 0 {
			t.Errorf("%s: good until %v, want %v; wait %d", email, p.Until, good, p.RetryAfter)
		}
		refused(t, o.enter(email, "another password", token), wire.CodeBadCredentials)
	}
	day := 24 * time.Hour
	for email, subject := range map[string]string{
		"carl@alpha.example": "You already have an account with Vendor", "stranger@alpha.example": "Confirm your email address for Vendor",
	} {
		begun := o.clock()
		heard := func() {
			t.Helper()
			if m := o.mails.next(t); m.Subject != subject {
				t.Errorf("%s was mailed %q", email, m.Subject)
			}
		}
		o.register(wire.Register{Email: email, Password: "the one I chose", GivenName: "Eve", Language: "en"})
		heard()
		ask(email, "", begun.Add(day))
		ask(email, "0123", begun.Add(day))
		o.pass(time.Hour)
		_, err := o.SendConfirmation(wire.SendConfirmation{Email: email, Language: "en"})
		must(t, err)
		heard()
		ask(email, "", begun.Add(time.Hour+day))
		o.pass(2 * day)
		ask(email, "", o.clock().Add(day)) // which mails another
		heard()
		o.pass(8 * day)
		refused(t, o.enter(email, "the one I chose", ""), wire.CodeBadCredentials)
	}
	must(t, o.enter("carl@alpha.example", password, ""))
}

// A link is its mailbox's proof; who registered the address in between with a
// password of their own does not get in by it.
func TestDesk_Register_OfAnothersAddressOpensNothing(t *testing.T) {
	o := open(t)
	token := o.newcomer(t, "new@alpha.example")
	o.register(wire.Register{Email: "other@alpha.example", Password: "a password of mine", GivenName: "Eve", Language: "en"})
	others := link(t, o.mails.next(t), confirmLink)
	refused(t, o.enter("new@alpha.example", password, others), wire.CodeEmailUnconfirmed)
	refused(t, o.enter("other@alpha.example", "a password of mine", token), wire.CodeEmailUnconfirmed)
	must(t, o.enter("new@alpha.example", password, token))
}

// TestDesk_SignIn_WithAPasswordOfAnEarlierVersion: that kept it in the account.
func TestDesk_SignIn_WithAPasswordOfAnEarlierVersion(t *testing.T) {
	o := open(t)
	o.newcomer(t, "new@alpha.example")
	o.pass(8 * 24 * time.Hour) // nothing is known of the registration any more
	carl, err := o.AddAccount(t.Context(), "carl@alpha.example", "a long password", "")
	must(t, err)
	_, err = o.Ledger.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.AccountByEmail("new@alpha.example")
		a.Password = carl.Password
		if err != nil {
			return nil, err
		}
		c, err := tx.Account(carl.ID)
		a.Password = c.Password
		if err != nil {
			return nil, err
		}
		return nil, tx.PutAccount(a)
	}})
	must(t, err)
	if p := refused(t, o.enter("new@alpha.example", "a long password", ""), wire.CodeEmailUnconfirmed); !p.Mailed {
		t.Error("nothing was mailed")
	}
	must(t, o.enter("new@alpha.example", "a long password", link(t, o.mails.next(t), confirmLink)))
}
