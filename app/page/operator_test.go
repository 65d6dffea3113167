package page

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func operatorOf(lang i18n.Lang) session.Model {
	m := customer(lang)
	m.Me = &wire.Me{ID: "op", Role: access.RoleOperator}
	return m
}

func TestSortOut_FindsTheRegistrysFiles(t *testing.T) {
	got := sortOut([]string{"export/Contracts.CSV", "export/notes.txt", "companies.csv", "contracts.csv.bak"})
	want := chosen{Known: []string{"companies.csv", "contracts.csv"}, Unknown: []string{"export/notes.txt", "contracts.csv.bak"},
		Missing: []string{"bill_to.csv", "covered_products.csv", "administrators.csv", "accounts.csv", "grants.csv"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sortOut (-want +got):\n%s", diff)
	}
}

func TestSortOut_EveryRegistryFileIsKnownOrMissing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom(registryFiles()), rapid.String())).Draw(t, "names")
		c := sortOut(names)
		if len(c.Known)+len(c.Missing) != len(registryFiles()) {
			t.Fatalf("%d known, %d missing", len(c.Known), len(c.Missing))
		}
	})
}

func TestRegistryPage_ShowsEveryBadRow(t *testing.T) {
	errors := make([]wire.RowError, 60)
	for i := range errors {
		errors[i] = wire.RowError{File: "contracts.csv", Line: i + 2, Column: "ends_at", Code: "date"}
	}
	list := wire.ImportList{Imports: []wire.Import{
		{ID: "2", State: wire.ImportInvalid, By: "Ops", At: noon(), Rows: map[string]int{"contracts.csv": 12345}, Errors: errors, ErrorCount: 700, BadRows: 350,
			Changes: map[string]wire.RowChanges{"contracts.csv": {New: 3, Changed: 21, Gone: 0, Same: 12321}}},
		{ID: "1", State: wire.ImportDone, By: "command line", At: noon(), Generation: 3},
	}}
	p := &Registry{m: operatorOf(i18n.English), errors: errorsStep, list: answer[wire.ImportList]{Here: true, Value: list}}
	html := expect(t, p.Render(), "Errors: 700. Bad rows: 350. Nothing was imported.", "12,321", "row-bad-49", "and 650 more", "12,345", "Generation 3",
		"Leave out the bad rows and import the rest")
	refuse(t, html, "row-bad-50", "registry-apply")
	p.skip = true
	expect(t, p.Render(), "Import without the bad rows")
	p.m.Lang = i18n.Japanese
	expect(t, p.Render(), "エラーが 700 件、エラーのある行が 350 行あります", "ほか 650 件")
}

func TestRegistryPage_ImportsWhatWasChecked(t *testing.T) {
	for state, want := range map[wire.ImportState]string{
		wire.ImportChecked:  "registry-apply",
		wire.ImportChecking: "Checking the files",
		wire.ImportLoading:  "Importing: 1,000 of 2,000 keys",
		wire.ImportSame:     "You do not need to do anything",
		wire.ImportDone:     "The new registry is in use",
		wire.ImportFailed:   "The portal was stopped during the import",
	} {
		t.Run(string(state), func(t *testing.T) {
			p := &Registry{m: operatorOf(i18n.English), list: answer[wire.ImportList]{Here: true, Value: wire.ImportList{
				Imports: []wire.Import{{ID: "1", State: state, Done: 1000, Total: 2000, Failure: "stopped"}}}}}
			html := expect(t, p.Render(), want)
			if state != wire.ImportChecked {
				refuse(t, html, "registry-apply")
			}
		})
	}
}

func TestRegistryPage_KeepsWhatItShowsWhileAnotherIsChecked(t *testing.T) {
	mine, other := wire.Import{ID: "1", State: wire.ImportChecked}, wire.Import{ID: "2", State: wire.ImportChecked}
	p := &Registry{m: operatorOf(i18n.English)}
	p.pin()
	p.list.Value.Imports = []wire.Import{mine}
	p.pin()
	p.list.Value.Imports = []wire.Import{other, mine}
	p.pin()
	if i, ok := p.current(); !ok || i.ID != mine.ID {
		t.Errorf("Import would import %q", i.ID)
	}
}

func TestRegistryPage_IsForOperators(t *testing.T) {
	html := expect(t, (&Registry{m: reviewer(i18n.English)}).Render(), "This page is for operators")
	refuse(t, html, registryPick)
}

func TestInUse_IsTheNewestGeneration(t *testing.T) {
	list := []wire.Import{{ID: "a", State: wire.ImportChecked}, {ID: "b", State: wire.ImportDone, Generation: 2},
		{ID: "c", State: wire.ImportDone, Generation: 5}, {ID: "d", State: wire.ImportFailed, Generation: 9}}
	if i, ok := inUse(list); !ok || i.ID != "c" {
		t.Errorf("in use is %q, want c", i.ID)
	}
	if _, ok := inUse(nil); ok {
		t.Error("something is in use of no imports")
	}
}

func TestUpserted_KeepsTheOrder(t *testing.T) {
	list := []wire.Import{{ID: "b"}, {ID: "a"}}
	got := upserted(list, wire.Import{ID: "a", State: wire.ImportDone})
	if diff := cmp.Diff([]wire.Import{{ID: "b"}, {ID: "a", State: wire.ImportDone}}, got); diff != "" {
		t.Error(diff)
	}
	if got := upserted(list, wire.Import{ID: "c"}); got[0].ID != "c" || len(got) != 3 || list[1].State != "" {
		t.Errorf("upserted = %+v", got)
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 12345: "12,345", 1234567: "1,234,567"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestRoleChange_SendsAnotherRoleOnce(t *testing.T) {
	keys := counter()
	c := roleChange{Person: wire.Person{ID: "p", Role: access.RoleCustomer}, Role: access.RoleCustomer}
	if c, ok := c.send(keys); ok || !c.Unchosen {
		t.Errorf("the same role was sent: %+v", c)
	}
	c.Role = access.RoleReviewer
	c, ok := c.send(keys)
	if !ok || !c.Busy || c.Unchosen {
		t.Fatalf("send = %+v, %v", c, ok)
	}
	if _, ok := c.send(keys); ok {
		t.Error("a second press was sent")
	}
	c.Busy = false
	if again, _ := c.send(keys); again.key != c.key {
		t.Error("the retry has a new key")
	}
}

func TestPeoplePage_NeverOffersToChangeOnesOwnRole(t *testing.T) {
	p := &People{m: operatorOf(i18n.English), list: answer[wire.PersonList]{Here: true}, people: []wire.Person{
		{ID: "op", Email: "op@aster.example", Role: access.RoleOperator}, {ID: "p", Email: "hana@aoba.example", Name: "Hana Sato", Role: access.RoleCustomer}}}
	html := expect(t, p.Render(), "This is you", "Change role", ": Hana Sato", "Reviewer")
	refuse(t, html, `"role-op"`)
}

func TestPeoplePage_SaysWhoHasNoAccountYet(t *testing.T) {
	p := &People{m: operatorOf(i18n.English), list: answer[wire.PersonList]{Here: true}, people: []wire.Person{
		{Email: "hana@aoba.example", Name: "Hana Sato", Role: access.RoleCustomer}}}
	html := expect(t, p.Render(), "From the registry, no account yet", "Change role")
	refuse(t, html, "Erase account:", "0001")
}

func TestTokensPage_ShowsASecretOnce(t *testing.T) {
	p := &Tokens{m: operatorOf(i18n.English), made: &wire.ServiceToken{ID: "t", Name: "Download server", Secret: "s3cret"},
		list: answer[wire.ServiceTokenList]{Here: true, Value: wire.ServiceTokenList{Tokens: []wire.ServiceToken{{ID: "t", Name: "Download server"}}}}}
	expect(t, p.Render(), "s3cret", "shown only once", "Revoke the token “Download server”")
	p.made = nil
	refuse(t, expect(t, p.Render(), "Download server"), "s3cret")
	p.sure = "t"
	expect(t, p.Render(), "refused at once", "Yes, revoke")
}

func TestTokenName(t *testing.T) {
	long := ""
	for range tokenNameMost + 1 {
		long += "あ"
	}
	for typed, want := range map[string]string{"": "token.name.missing", "  ": "token.name.missing", long: "token.name.long", " ok ": ""} {
		if _, wrong := tokenName(typed); wrong != want {
			t.Errorf("tokenName(%.10q) = %q, want %q", typed, wrong, want)
		}
	}
}

func TestRoleChange_AnAnswerIsNotForSomebodyElse(t *testing.T) {
	key := func() string { return "first" }
	ann, ben := wire.Person{ID: "a", Email: "ann@x.example"}, wire.Person{ID: "b", Email: "ben@x.example"}
	sent, _ := roleChange{Person: ann, Role: access.RoleReviewer}.send(key)
	if next, over := sent.answered(sent, ann, nil); !over || next.Done == nil || next.Busy {
		t.Errorf("its own answer: %+v, %v", next, over)
	}
	refused := errors.New("refused")
	if next, over := sent.answered(sent, wire.Person{}, refused); over || next.Busy || next.Failure == nil || next.Person.ID != "a" {
		t.Errorf("its own refusal: %+v, %v", next, over)
	}
	waiting := roleChange{Person: ben, Role: access.RoleOperator}
	onItsWay, _ := waiting.send(func() string { return "second" })
	for _, c := range []roleChange{waiting, onItsWay} {
		for _, err := range []error{nil, refused} {
			next, over := c.answered(sent, ann, err)
			if over || next.Person.ID != "b" || next.Role != access.RoleOperator || next.Busy != c.Busy || next.Failure != nil || (next.Done != nil) != (err == nil) {
				t.Errorf("%v: %+v, %v", err, next, over)
			}
		}
	}
}

func TestRegistryPage_TellsTheUploadInQuarters(t *testing.T) {
	p, said := &Registry{m: operatorOf(i18n.English), upload: upload{Busy: true}}, map[string]bool{}
	for p.upload.Percent = range 101 {
		said[expect(t, p.sendingTold())] = true
	}
	if len(said) != 5 {
		t.Errorf("said %d things", len(said))
	}
	p.upload.Percent = 33
	expect(t, p.sending(), "33%")
}
