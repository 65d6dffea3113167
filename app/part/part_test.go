package part

import (
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// drawn draws a part as text without the indentation between elements. go-app
// writes the value "true" of an attribute by leaving it out; in a browser it is set.
func drawn(ui app.UI) string {
	var b strings.Builder
	for line := range strings.Lines(app.HTMLString(ui)) {
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

func tokyo(lang i18n.Lang) session.Model {
	return session.Model{
		Phase: session.SignedIn, Lang: lang,
		Settings: wire.Settings{Vendor: "Aster Networks", SupportEmail: "help@aster.example"},
		Me:       &wire.Me{Role: access.RoleReviewer, Profile: wire.Profile{GivenName: "Hanako", FamilyName: "Sato", GivenNameLocal: "花子", FamilyNameLocal: "佐藤"}},
		Zone:     session.Zone{Name: "Asia/Tokyo", Offset: func(time.Time) int { return 9 * 3600 }},
		Now:      time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC),
	}
}

func mustHold(t *testing.T, got string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(got, w) {
			t.Errorf("missing %q in:\n%s", w, got)
		}
	}
}

func TestField(t *testing.T) {
	got := drawn(Field(FieldProps{ID: "signin-email", Name: "email", Type: "email", Label: "Email", Hint: "Business", Error: "Enter it", AutoComplete: "username", Value: "a@b.example"}))
	t.Run("TheLabelHintAndErrorBelongToTheInput", func(t *testing.T) {
		mustHold(t, got, `for="signin-email"`, `aria-describedby="signin-email-hint signin-email-error"`,
			`id="signin-email-hint"`, `id="signin-email-error"`, `aria-invalid`, `autocomplete="username"`, `value="a@b.example"`)
	})
	t.Run("WithoutErrorNothingIsInvalid", func(t *testing.T) {
		if got := drawn(Field(FieldProps{ID: "x", Label: "X"})); strings.Contains(got, "aria-invalid") || strings.Contains(got, "aria-describedby") {
			t.Errorf("a good field is described as wrong:\n%s", got)
		}
	})
}

func TestSelect_AnEmptyChoiceIsNotItsLabel(t *testing.T) {
	got := drawn(Select(ChoiceProps{ID: "x", Label: "X", Choices: []Choice{{Value: "", Label: "All"}, {Value: "a", Label: "A"}}}))
	mustHold(t, got, `value="`+noValue+`"`, `value="a"`)
	for shown, want := range map[string]string{noValue: "", "a": "a"} {
		if value := chosen(shown); value != want {
			t.Errorf("an option with the value %q counts as %q, want %q", shown, value, want)
		}
	}
}

func TestErrorSummary(t *testing.T) {
	t.Run("EachErrorLinksToItsField", func(t *testing.T) {
		got := drawn(ErrorSummary("There is a problem", []FormError{{"a-name", "Enter a name"}, {"", "Try later"}}))
		mustHold(t, got, `id="error-summary"`, `tabindex="-1"`, `href="#a-name"`, "Enter a name", "Try later")
	})
	t.Run("NoErrorsShowNothing", func(t *testing.T) {
		if ErrorSummary("There is a problem", nil) != nil {
			t.Error("a summary of nothing is shown")
		}
	})
}

func TestButton(t *testing.T) {
	t.Run("ABusyButtonKeepsTheFocusAndIsNotDisabled", func(t *testing.T) {
		got := drawn(Button(ButtonProps{ID: "save", Label: "Save", Kind: Primary, Busy: true}))
		mustHold(t, got, `aria-disabled`, `type="submit"`)
		if strings.Contains(got, " disabled") {
			t.Errorf("the button is disabled, which loses the focus:\n%s", got)
		}
	})
}

func TestStatusTag(t *testing.T) {
	for _, s := range access.Statuses() {
		for _, lang := range i18n.Langs() {
			m := tokyo(lang)
			mustHold(t, drawn(StatusTag(m, s)), m.T("status."+string(s), "Aster Networks"), `aria-hidden`)
		}
	}
}

func TestTable(t *testing.T) {
	got := drawn(Table("My requests", []Column{{Label: "Contract"}, {Label: "Days", Number: true}},
		[]TableRow{{ID: "r1", Changed: true, Cells: []app.UI{app.Text("1234567"), app.Text("3")}}}))
	t.Run("EachCellCarriesItsColumnForNarrowScreens", func(t *testing.T) {
		mustHold(t, got, `data-label="Contract"`, `data-label="Days"`, `id="row-r1"`, "changed", "<caption", "My requests")
	})
}

func TestPager(t *testing.T) {
	tests := []struct {
		name string
		p    PagerProps
		want string
	}{
		{"NothingIsZeroToZero", PagerProps{Size: 10, Page: 1}, "Showing 0 to 0 of 0 entries"},
		{"TheFirstPage", PagerProps{From: 1, Shown: 10, Total: 23, Size: 10, Page: 1}, "Showing 1 to 10 of 23 entries"},
		{"TheLastPage", PagerProps{From: 21, Shown: 3, Total: 23, Size: 10, Page: 3}, "Showing 21 to 23 of 23 entries"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { mustHold(t, drawn(Pager(tokyo("en"), tt.p)), tt.want) })
	}
}

func TestShell(t *testing.T) {
	t.Run("TheNavigationIsTheGuidesAndADecidersHasTheQueue", func(t *testing.T) {
		got := drawn(Shell(tokyo("ja"), ShellProps{Title: "設定", Active: wire.RouteSettings}))
		mustHold(t, got, "ホーム", "個人", "アカウントセキュリティ", "設定条件", "アクセス管理", "確認待ち", "佐藤 花子", "プロフィールの管理", `aria-current="page"`)
		if strings.Contains(got, "サービストークン") {
			t.Error("a reviewer is offered the operator's pages")
		}
	})
	t.Run("SignedOutPeopleSeeTheWaysInAndNoPrivatePage", func(t *testing.T) {
		m := tokyo("en")
		m.Phase, m.Me = session.SignedOut, nil
		got := drawn(Shell(m, ShellProps{Title: "Secret"}, Text("private content")))
		mustHold(t, got, `href="/signin"`, `href="/register"`)
		if strings.Contains(got, "private content") {
			t.Error("the page's content is shown to who is signed out")
		}
	})
	t.Run("AFailedStartOffersAnotherTry", func(t *testing.T) {
		m := tokyo("en")
		m.Phase, m.Me, m.Problem = session.Failed, nil, &wire.Problem{Code: wire.CodeOffline}
		mustHold(t, drawn(Shell(m, ShellProps{Title: "Home"})), `id="retry-start"`)
	})
}

func TestWindowTitle(t *testing.T) {
	m := tokyo("en")
	if got, want := windowTitle(m, ShellProps{Title: "Sign in", Errors: true}), "Error: Sign in – Aster Networks access portal"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestName(t *testing.T) {
	both := wire.Profile{GivenName: "Hanako", FamilyName: "Sato", GivenNameLocal: "花子", FamilyNameLocal: "佐藤"}
	tests := []struct {
		name string
		p    wire.Profile
		lang i18n.Lang
		want string
	}{
		{"EnglishHasTheGivenNameFirst", both, i18n.English, "Hanako Sato"},
		{"JapaneseHasTheFamilyNameFirstInItsScript", both, i18n.Japanese, "佐藤 花子"},
		{"JapaneseWithoutALocalNameHasTheLatinOneAsItIs", wire.Profile{GivenName: "Hanako", FamilyName: "Sato"}, i18n.Japanese, "Hanako Sato"},
		{"OneNameIsEnough", wire.Profile{GivenName: "Hanako"}, i18n.English, "Hanako"},
		{"NoNameIsTheAddress", wire.Profile{Email: "h@a.example"}, i18n.English, "h@a.example"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Name(tt.p, tt.lang); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
