package desk_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

const password = "correct horse battery"

func link(t *testing.T, m desk.Mail, pattern string) string {
	t.Helper()
	found := regexp.MustCompile(pattern + `([0-9a-f]{64})`).FindStringSubmatch(m.Text)
	if found == nil {
		t.Fatalf("no link in %q", m.Text)
	}
	return found[1]
}

func TestDesk_Register(t *testing.T) {
	o := open(t)
	ctx := context.Background()
	email := "new@alpha.example"
	o.register(wire.Register{Email: email, Password: password, GivenName: "Nina", FamilyName: "New", Language: "en"})
	token := link(t, o.mails.next(t), `/signin\?confirm=`)
	_, me, err := o.SignIn(ctx, "", "", wire.SignIn{Email: "NEW@alpha.example", Password: password, Confirm: token})
	must(t, err)
	if !regexp.MustCompile(`^NinaNew\d{6}$`).MatchString(me.Profile.Username) {
		t.Errorf("username %q", me.Profile.Username)
	}

	o.register(wire.Register{Email: email, Password: "another long one", GivenName: "Eve", FamilyName: "Evil", Language: "en"})
	if m := o.mails.next(t); m.Subject != "You already have an account with Vendor" {
		t.Errorf("a known address was mailed %q", m.Subject)
	}
	if _, _, err := o.SignIn(ctx, "", "", wire.SignIn{Email: email, Password: password}); err != nil {
		t.Errorf("registering again changed the password: %v", err)
	}
}

func TestDesk_ForgotPassword(t *testing.T) {
	o := open(t)
	ctx := context.Background()
	must(t, o.ForgotPassword(wire.ForgotPassword{Email: "nobody@nowhere.example"}))
	must(t, o.ForgotPassword(wire.ForgotPassword{Email: "carl@alpha.example", Language: "ja"}))
	m := o.mails.next(t) // the only one: a registry person gets a link, a stranger nothing
	if m.To != "carl@alpha.example" || m.Lang != "ja" {
		t.Fatalf("mailed %+v", m)
	}
	token := link(t, m, `/password/set\?token=`)
	refused(t, o.SetPassword(ctx, wire.SetPassword{Token: token, Password: "carl@alpha.example"}), wire.CodeValidation)
	must(t, o.SetPassword(ctx, wire.SetPassword{Token: token, Password: password}))
	refused(t, o.SetPassword(ctx, wire.SetPassword{Token: token, Password: password}), wire.CodeTokenInvalid)
	cookie, me, err := o.SignIn(ctx, "192.0.2.1", "Firefox", wire.SignIn{Email: "carl@alpha.example", Password: password})
	must(t, err)
	who, _, err := o.Session(ctx, cookie)
	must(t, err)
	if who.Account != me.ID || me.Profile.Company != "Alpha Works" {
		t.Errorf("signed in as %+v", me)
	}
	must(t, o.SignOut(ctx, who))
	_, _, err = o.Session(ctx, cookie)
	refused(t, err, wire.CodeSignInRequired)
}

func TestDesk_SignIn_LastsADayOnASharedComputer(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	shared, me, err := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: password, Shared: true})
	must(t, err)
	own, _, err := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: password})
	must(t, err)
	if !me.Shared {
		t.Error("the page does not learn of it")
	}
	o.pass(8 * time.Hour)
	_, _, err = o.Session(t.Context(), shared)
	refused(t, err, wire.CodeSignInRequired)
	_, _, err = o.Session(t.Context(), own)
	must(t, err)
}

func TestDesk_SignIn_SaysTheSameForAnUnknownAddress(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	_, _, wrong := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: "wrong wrong wrong"})
	_, _, unknown := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "nobody@alpha.example", Password: "wrong wrong wrong"})
	refused(t, wrong, wire.CodeBadCredentials)
	refused(t, unknown, wire.CodeBadCredentials)
	for range 30 {
		_, _, wrong = o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: "wrong wrong wrong"})
	}
	refused(t, wrong, wire.CodeTooMany)
}

func TestDesk_NobodyIsFloodedWithMail(t *testing.T) {
	o := open(t)
	for _, email := range []string{"carl@alpha.example", "nobody@nowhere.example"} { // both are told the same
		for i := range 20 {
			err := o.ForgotPassword(wire.ForgotPassword{Email: email})
			if i < 6 {
				must(t, err)
			} else if p := refused(t, err, wire.CodeTooManyMails); p.Args[0] != "10" {
				t.Errorf("again in %s minutes", p.Args)
			}
		}
		_, err := o.Register(t.Context(), wire.Register{Email: email, Password: password, GivenName: "Eve", Language: "en"})
		refused(t, err, wire.CodeTooManyMails)
		_, err = o.SendConfirmation(wire.SendConfirmation{Email: email})
		refused(t, err, wire.CodeTooManyMails)
	}
	o.Close() // all that goes on after its answer is done
	if n := len(o.mails.sent); n != 6 {
		t.Errorf("%d mails in one hour", n)
	}
	good := 0
	for len(o.mails.sent) > 0 {
		token := regexp.MustCompile(`=([0-9a-f]{64})`).FindStringSubmatch((<-o.mails.sent).Text)
		if o.SetPassword(t.Context(), wire.SetPassword{Token: token[1], Password: password}) == nil {
			good++
		}
	}
	if good != 1 {
		t.Errorf("%d links worked, want the one that was opened first", good)
	}
}

func TestDesk_ChangePassword_EndsAMailedLink(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	must(t, o.ForgotPassword(wire.ForgotPassword{Email: "carl@alpha.example"}))
	token := link(t, o.mails.next(t), `/password/set\?token=`)
	must(t, o.ChangePassword(t.Context(), o.who("carl@alpha.example"), wire.ChangePassword{Current: password, Password: "a new long password"}))
	refused(t, o.SetPassword(t.Context(), wire.SetPassword{Token: token, Password: password}), wire.CodeTokenInvalid)
}

func TestDesk_ChangePassword_IsNoWayToGuessIt(t *testing.T) {
	o := open(t)
	carl := o.who("carl@alpha.example")
	var err error
	for range 21 {
		err = o.ChangePassword(t.Context(), carl, wire.ChangePassword{Current: "a guess", Password: "a new long password"})
	}
	refused(t, err, wire.CodeTooMany)
}

func TestDesk_ChangePassword_EndsTheOtherSessions(t *testing.T) {
	o := open(t)
	ctx := t.Context()
	_, err := o.AddAccount(ctx, "carl@alpha.example", password, "")
	must(t, err)
	signIn := func(password string) (string, desk.Who) {
		cookie, _, err := o.SignIn(ctx, "", "", wire.SignIn{Email: "carl@alpha.example", Password: password})
		must(t, err)
		who, _, err := o.Session(ctx, cookie)
		must(t, err)
		return cookie, who
	}
	here, who := signIn(password)
	there, _ := signIn(password)
	refused(t, o.ChangePassword(ctx, who, wire.ChangePassword{Current: "no", Password: "a new long password"}), wire.CodeValidation)
	must(t, o.ChangePassword(ctx, who, wire.ChangePassword{Current: password, Password: "a new long password"}))
	if _, _, err := o.Session(ctx, here); err != nil {
		t.Errorf("this session ended: %v", err)
	}
	_, _, err = o.Session(ctx, there)
	refused(t, err, wire.CodeSignInRequired)
}

func TestDesk_Operator(t *testing.T) {
	o := open(t)
	olga, carl := o.who("olga@vendor.example"), o.who("carl@alpha.example")
	_, err := o.SetRole(t.Context(), carl, carl.Account, wire.SetRole{Role: access.RoleOperator})
	refused(t, err, wire.CodeForbidden)
	_, err = o.SetRole(t.Context(), olga, olga.Account, wire.SetRole{Role: access.RoleCustomer})
	refused(t, err, wire.CodeValidation)
	p, err := o.SetRole(t.Context(), olga, carl.Account, wire.SetRole{Role: access.RoleReviewer})
	must(t, err)
	if p.Role != access.RoleReviewer {
		t.Errorf("carl is %s", p.Role)
	}
	list, err := o.People(t.Context(), olga, "CARL@", "")
	must(t, err)
	if len(list.People) != 1 || list.People[0].Name != "Carl Cole" {
		t.Errorf("found %+v", list.People)
	}
}

func TestDesk_Entitlement(t *testing.T) {
	o := open(t)
	olga, carl := o.who("olga@vendor.example"), o.who("carl@alpha.example")
	token, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Download server"})
	must(t, err)
	o.one(carl, access.Full, "1001", access.Approved)
	for _, c := range []struct {
		name  string
		query desk.EntitlementQuery
		want  wire.Entitlement
	}{
		{"FullOpensCases", desk.EntitlementQuery{Email: "carl@alpha.example", Serial: "SER-1001", Action: access.ActionCase}, wire.Entitlement{Entitled: true, Reason: "grant.active", Level: access.Full, Contract: "1001"}},
		{"DownloadsDoNotOpenCases", desk.EntitlementQuery{Email: "pat@mail.example", Contract: "2001", Action: access.ActionCase}, wire.Entitlement{Reason: "level.insufficient", Level: access.Downloads, Contract: "2001"}},
		{"RegistryGrantCounts", desk.EntitlementQuery{Email: "pat@mail.example", Contract: "2001", Action: access.ActionDownload}, wire.Entitlement{Entitled: true, Reason: "grant.active", Level: access.Downloads, Contract: "2001"}},
		{"OtherContract", desk.EntitlementQuery{Email: "carl@alpha.example", Contract: "1002", Action: access.ActionDownload}, wire.Entitlement{Reason: "grant.none", Contract: "1002"}},
		{"UnknownContract", desk.EntitlementQuery{Email: "carl@alpha.example", Contract: "404", Action: access.ActionDownload}, wire.Entitlement{Reason: "contract.unknown"}},
		{"UnknownAccount", desk.EntitlementQuery{Email: "nobody@alpha.example", Contract: "1002", Action: access.ActionDownload}, wire.Entitlement{Reason: "account.unknown", Contract: "1002"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := o.Entitlement(t.Context(), token.Secret, c.query)
			must(t, err)
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	for name, code := range map[string]string{" ": "token.required", strings.Repeat("あ", 101): "text.long"} {
		_, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: name})
		if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != code {
			t.Errorf("refused for %s, want %s", p.Fields[0].Code, code)
		}
	}
	must(t, o.RevokeToken(t.Context(), olga, token.ID))
	refused(t, o.RevokeToken(t.Context(), olga, token.ID), wire.CodeNotFound)
	_, err = o.Entitlement(t.Context(), token.Secret, desk.EntitlementQuery{Email: "carl@alpha.example", Contract: "1001", Action: access.ActionRMA})
	refused(t, err, wire.CodeSignInRequired)
}

// TestDesk_NewToken_MakesNoMoreThanAreListed: one that is not could not be revoked.
func TestDesk_NewToken_MakesNoMoreThanAreListed(t *testing.T) {
	o := open(t)
	olga := o.who("olga@vendor.example")
	for range ledger.MaxTokens {
		_, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Download server"})
		must(t, err)
	}
	_, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Download server"})
	if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != "token.too_many" {
		t.Errorf("refused for %s", p.Fields[0].Code)
	}
	list, err := o.Tokens(t.Context(), olga)
	must(t, err)
	must(t, o.RevokeToken(t.Context(), olga, list.Tokens[0].ID))
	_, err = o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Download server"})
	must(t, err)
}

func TestDesk_NewAccount_LeavesOneThatIsThereAlone(t *testing.T) {
	o := open(t)
	_, err := o.NewAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	_, err = o.NewAccount(t.Context(), " CARL@alpha.example", "another long password", access.RoleOperator)
	if !errors.Is(err, desk.ErrHasAccount) {
		t.Errorf("error %v", err)
	}
	_, me, err := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: password})
	must(t, err)
	if me.Role != access.RoleCustomer {
		t.Errorf("is %s", me.Role)
	}
}

func TestDesk_ResetPassword_EndsTheSessionsOfTheOldOne(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "carl@alpha.example", password, "")
	must(t, err)
	cookie, _, err := o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: password})
	must(t, err)
	_, err = o.ResetPassword(t.Context(), "carl@alpha.example", "another long password")
	must(t, err)
	_, _, err = o.Session(t.Context(), cookie)
	refused(t, err, wire.CodeSignInRequired)
	_, _, err = o.SignIn(t.Context(), "", "", wire.SignIn{Email: "carl@alpha.example", Password: "another long password"})
	must(t, err)
	_, err = o.ResetPassword(t.Context(), "nobody@alpha.example", password)
	refused(t, err, wire.CodeNotFound)
}
