package policy_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/wire"
)

// asOf is the moment that the cases are written for.
func asOf() time.Time { return time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC) }

// directories are the registries with cases: this package's own, and the one
// that lies beside the repository where it is developed.
func directories() []string {
	return []string{filepath.Join("testdata", "registry"), filepath.Join("..", "..", "..", "shared", "registry")}
}

func TestDecide_CasesComeOutAsWritten(t *testing.T) {
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
				got := []string{string(d.Status)}
				for _, reason := range d.Reasons {
					got = append(got, string(reason))
				}
				want := append([]string{c["status"]}, strings.Split(c["reasons"], ";")...)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("line %d: %s %s %s (%q), -want +got:\n%s\n%v", i+2, c["email"], r.Level, r.Identifier, f.Account.Company, diff, last(d))
				}
				checkDecision(t, f, r, d)
				b.note(c["email"], r, f.Scope, d)
			}
		})
	}
}

func last(d policy.Decision) wire.RuleResult { return d.Trace[len(d.Trace)-1] }

// failer is a *testing.T or a *rapid.T.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}

// checkDecision holds for every decision, whatever the facts are.
func checkDecision(t failer, f policy.Facts, r policy.Request, d policy.Decision) {
	t.Helper()
	if !access.Allowed("", access.ByRequester, access.MoveSubmit, d.Status) {
		t.Errorf("%v: %s is no outcome of a submission", r, d.Status)
	}
	if len(d.Reasons) == 0 {
		t.Errorf("%v: %s without a reason", r, d.Status)
	}
	for i, said := range d.Trace {
		if said.Rule != i+1 {
			t.Errorf("%v: rule %d stands at place %d of the trace", r, said.Rule, i+1)
		}
		if (said.Outcome == wire.OutcomeDecide) != (i == len(d.Trace)-1) {
			t.Errorf("%v: rule %d of %d said %s", r, said.Rule, len(d.Trace), said.Outcome)
		}
		for _, saw := range said.Saw {
			if strings.Contains(saw.Value, "@") || saw.Value == "" && saw.Fact == "" {
				t.Errorf("%v: rule %d saw %+v", r, said.Rule, saw)
			}
		}
	}
	if end := last(d); end.Status != d.Status || !slices.Equal(end.Reasons, d.Reasons) {
		t.Errorf("%v: the trace ends with %s %v, the decision is %s %v", r, end.Status, end.Reasons, d.Status, d.Reasons)
	}
	if slices.Contains(d.Reasons, access.CompanyMatch) && f.PublicDomain {
		t.Errorf("%v: matched a company by a public domain", r)
	}
	if d.Status == access.PendingAdministrator && !f.Administrators {
		t.Errorf("%v: waits for an administrator that there is not", r)
	}
	if d.Switch != "" && d.Status != access.Denied {
		t.Errorf("%v: offers %s although %s", r, d.Switch, d.Status)
	}
}
