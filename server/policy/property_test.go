package policy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/server/event"
	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/i18n"
)

// anyFacts draws facts and a request of every kind, also such as the forms
// would not let through.
func anyFacts(t *rapid.T) (policy.Facts, policy.Request) {
	pick := func(name string, words ...string) string { return rapid.SampledFrom(words).Draw(t, name) }
	coin := func(name string) bool { return rapid.Bool().Draw(t, name) }
	names := []string{"", "Fennel Bio", "Fennel Bio GmbH", "Fennel Bio AG", "Umi K.K.", "海株式会社", "GmbH"}
	domains := []string{"fennel.example", "umi.example", "gmail.com", "it.fennel.example", "example", ""}
	company := func(name string) *access.Company {
		if !coin(name) {
			return nil
		}
		return &access.Company{
			ID: pick(name+" id", "A", "B", "C"), Kind: access.CompanyKind(pick(name+" kind", "customer", "partner", "vendor")),
			Name: pick(name+" name", names...), NameLocal: pick(name+" local", names...), Domains: []string{pick(name+" domain", domains...)},
		}
	}
	r := policy.Request{
		Level:      access.Level(pick("level", "downloads", "full", "ordering", "other")),
		Identifier: access.Identifier{Kind: access.Kind(pick("kind", "contract", "serial", "bill_to", "other")), Value: "1"},
	}
	f := policy.Facts{
		Now:     asOf(),
		Account: policy.Account{Email: "a@" + pick("mail", domains...), Company: pick("company", names...), CompanyLocal: pick("local", names...), Address: pick("address", "", "1-2-3")},
		Scope:   access.Identifier{Kind: r.Identifier.Kind, Value: "1"},
		Holder:  company("holder"), Parent: company("parent"), Seller: company("seller"), BillToCompany: company("payer"),
		DirectBuyers: []string{pick("buyer", "A", "B")}, Administrators: coin("admins"), Duplicate: pick("duplicate", "", "", "", "r1"),
		PublicDomain: coin("public"),
		Rules: event.Rules{
			Locked: coin("locked"), Deny: []string{pick("deny", domains...)}, Approve: []string{pick("approve", domains...)},
			Names: []string{pick("remembered", names...)}, Standing: []event.Standing{{Address: pick("standing", "a@gmail.com", "umi.example", "")}},
		},
	}
	f.OnlyAdministrator = f.Administrators && coin("only")
	if c := company("domain's"); c != nil {
		f.DomainCompanies = []access.Company{*c}
	}
	if coin("contract") {
		f.Contract = &access.ServiceContract{
			Number: "1", BillToID: "2", Branding: access.Branding(pick("branding", "vendor", "partner")), Support: access.Support(pick("support", "direct", "reseller")),
			IssuedAt: asOf(), Starts: asOf().AddDate(0, 0, -1), Ends: asOf().AddDate(0, 0, rapid.IntRange(-1, 1).Draw(t, "end")),
			Status: access.ContractStatus(pick("status", "active", "active", "active", "pending", "terminated")),
		}
	}
	if coin("bill-to") {
		f.BillTo = &access.BillToParty{ID: "1", CompanyID: "A"}
	}
	return f, r
}

func TestDecide_HoldsForAllFacts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		d := policy.Decide(f, r)
		checkDecision(t, f, r, d)
		if diff := cmp.Diff(d, policy.Decide(f, r)); diff != "" {
			t.Errorf("the same facts are decided otherwise:\n%s", diff)
		}
		if d.Status == access.Approved && (f.Contract == nil || !f.Contract.ActiveAt(f.Now)) {
			t.Errorf("approved without an active contract")
		}
		if len(d.Trace) > policy.Rules() {
			t.Errorf("%d rules", len(d.Trace))
		}
	})
}

func TestDecide_NobodyIsLeftToDecideTheirOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		d := policy.Decide(f, r)
		if f.Administrators = true; d.Status == access.PendingAdministrator {
			f.OnlyAdministrator = true
			d = policy.Decide(f, r)
			if d.Status != access.PendingVendor || d.Reasons[len(d.Reasons)-1] != access.AdminOwn {
				t.Errorf("the only administrator's own request: %s %v", d.Status, d.Reasons)
			}
		}
		if f.OnlyAdministrator && d.Status == access.PendingAdministrator {
			t.Errorf("waits for its own requester: %v", d.Reasons)
		}
	})
}

func TestDecide_APublicDomainIsNeverApprovedByItsCompany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		f.PublicDomain, f.Rules.Standing = true, nil
		if d := policy.Decide(f, r); d.Status == access.Approved {
			t.Errorf("approved: %v", d.Reasons)
		}
	})
}

func TestDecide_TakingTheMailDomainAwayNeverApproves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		f.Account.Email = "a@nobody.invalid"
		if d := policy.Decide(f, r); d.Status == access.Approved {
			t.Errorf("approved: %v", d.Reasons)
		}
	})
}

func TestTrace_EveryFactAndRuleHasAText(t *testing.T) {
	for _, fact := range facts(t) {
		for _, lang := range i18n.Langs() {
			if key := "saw." + fact; i18n.T(lang, key) == key {
				t.Errorf("%s has no text in %s", key, lang)
			}
		}
	}
	for n := 1; n <= policy.Rules(); n++ {
		for _, lang := range i18n.Langs() {
			if key := "rule." + strconv.Itoa(n); i18n.T(lang, key) == key {
				t.Errorf("%s has no text in %s", key, lang)
			}
		}
	}
	if i18n.Has("rule." + strconv.Itoa(policy.Rules()+1)) {
		t.Error("there is a text for a rule that is none")
	}
}

// facts reads the fixed set out of its source.
func facts(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "seen.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.CONST {
			continue
		}
		for _, spec := range group.Specs {
			for _, v := range spec.(*ast.ValueSpec).Values {
				name, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				names = append(names, name)
			}
		}
	}
	if len(names) < 20 || len(slices.Compact(slices.Sorted(slices.Values(names)))) != len(names) {
		t.Fatalf("%d facts: %v", len(names), names)
	}
	return names
}

func BenchmarkDecide(b *testing.B) {
	f, r := sample()
	f.Account.Company = "Somebody Else Inc." // through all eighteen rules
	b.ReportAllocs()
	for b.Loop() {
		if d := policy.Decide(f, r); len(d.Trace) != policy.Rules() {
			b.Fatal(d.Status)
		}
	}
}
