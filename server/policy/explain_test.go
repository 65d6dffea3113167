package policy_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// TestExplain_FollowsFromWhatTheRequesterKnows puts the same person's same
// request to two sets of facts about others. Where the decisions look the same,
// so do the explanations: nobody learns from them which of the two it was.
func TestExplain_FollowsFromWhatTheRequesterKnows(t *testing.T) {
	alike := 0
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		g, _ := anyFacts(t)
		g.Account, g.PublicDomain, g.Now = f.Account, f.PublicDomain, f.Now
		f.Held, g.Held = anyHeld(t), f.Held
		a, b := policy.Decide(f, r), policy.Decide(g, r)
		if a.Status != b.Status || !slices.Equal(a.Reasons, b.Reasons) {
			return
		}
		alike++
		if diff := cmp.Diff(policy.Explain(a.Trace), policy.Explain(b.Trace), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%v: two decisions %s %v are told apart:\n%s", r, a.Status, a.Reasons, diff)
		}
	})
	if alike < 10 {
		t.Errorf("only %d pairs of decisions looked the same", alike)
	}
}

func anyHeld(t *rapid.T) []policy.Held {
	if !rapid.Bool().Draw(t, "holds") {
		return nil
	}
	return []policy.Held{{
		Level: rapid.SampledFrom([]access.Level{access.Downloads, access.Full}).Draw(t, "held"),
		Scope: rapid.SampledFrom([]access.Identifier{access.Contract("1"), access.BillTo("2")}).Draw(t, "held scope"),
	}}
}

// TestExplain_NamesNobodyElse looks through the explanation of every case for
// what the registry holds of others.
func TestExplain_NamesNobodyElse(t *testing.T) {
	for _, dir := range directories() {
		t.Run(filepath.ToSlash(dir), func(t *testing.T) {
			if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
				t.Skip("no registry there")
			}
			b := openBook(t, dir, asOf())
			for i, c := range rows(t, dir, "cases.csv") {
				r := policy.Request{
					Level:      access.Level(c["level"]),
					Identifier: access.Identifier{Kind: access.Kind(c["kind"]), Value: c["identifier"]},
				}
				f := b.facts(t, c["email"], r)
				d := policy.Decide(f, r)
				b.note(c["email"], r, f.Scope, d)
				text, err := json.Marshal(policy.Explain(d.Trace))
				if err != nil {
					t.Fatal(err)
				}
				for _, secret := range secrets(f) {
					if strings.Contains(string(text), secret) {
						t.Errorf("line %d: the explanation names %q: %s", i+2, secret, text)
					}
				}
			}
		})
	}
}

// secrets are the words that only others' data can have brought in.
func secrets(f policy.Facts) []string {
	var words []string
	own := f.Account.Email[strings.LastIndexByte(f.Account.Email, '@')+1:]
	companies := []*access.Company{f.Holder, f.Parent, f.Seller, f.BillToCompany}
	for i := range f.DomainCompanies {
		companies = append(companies, &f.DomainCompanies[i])
	}
	for _, c := range companies {
		if c == nil {
			continue
		}
		words = append(words, c.Names()...)
		for _, d := range c.Domains {
			if !strings.HasSuffix(own, d) {
				words = append(words, d)
			}
		}
	}
	if f.Contract != nil {
		words = append(words, f.Contract.Number, f.Contract.BillToID)
	}
	return slices.DeleteFunc(words, func(w string) bool { return len(w) < 3 })
}

// TestExplain_EveryRuleThatPassesHasASentence and no other: a rule that decides
// is told by its reasons.
func TestExplain_EveryRuleThatPassesHasASentence(t *testing.T) {
	worded := map[int]bool{}
	for n := 1; n <= policy.Rules(); n++ {
		worded[n] = i18n.Has("explain." + strconv.Itoa(n))
	}
	rapid.Check(t, func(t *rapid.T) {
		f, r := anyFacts(t)
		for _, said := range policy.Explain(policy.Decide(f, r).Trace) {
			if said.Outcome == wire.OutcomePass && !worded[said.Rule] {
				t.Errorf("rule %d passed and has no sentence", said.Rule)
			}
		}
	})
	for _, always := range []int{10, 11, 15, 18} {
		if worded[always] {
			t.Errorf("rule %d never passes and has a sentence", always)
		}
	}
}
