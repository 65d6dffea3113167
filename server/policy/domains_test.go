package policy_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"accord/server/policy"
)

func publicDomains(t testing.TB, extra, except []string) *policy.PublicDomains {
	t.Helper()
	p, err := policy.NewPublicDomains(extra, except)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPublicDomains(t *testing.T) {
	p := publicDomains(t, []string{"Guild.Example", "ｗｉｄｅ．example"}, []string{"proton.me", "corp.gmail.com"})
	for domain, want := range map[string]bool{
		"gmail.com": true, "yahoo.co.jp": true, "docomo.ne.jp": true, "yopmail.com": true, "icloud.com": true, "outlook.jp": true,
		"ezweb.ne.jp": true, "softbank.ne.jp": true, "nifty.com": true, "qq.com": true, "outlook.com": true, "hotmail.com": true,
		"ocn.ne.jp": true, "hey.com": true, "mailinator.com": true, "i.softbank.jp": true, "rakuten.jp": true, "163.com": true, "naver.com": true,
		"sub.yopmail.com": true, "a.b.gmail.com": true,
		"notgmail.com": false, "gmail.com.example": false, "com": false, "co.jp": false, "ne.jp": false, "": false, ".": false, "gmail": false,
		"cisco.com": false, "sony.co.jp": false, "toyota.co.jp": false, "kestrelanalytics.com.example": false, "umisangyo.co.jp.example": false,
		"guild.example": true, "wide.example": true, "x.guild.example": true,
		"proton.me": false, "x.proton.me": false, "corp.gmail.com": false, "x.corp.gmail.com": false,
	} {
		if got := p.Contains(domain); got != want {
			t.Errorf("Contains(%q) = %v, want %v", domain, got, want)
		}
	}
}

func TestPublicDomains_RefusesWhatIsNoDomain(t *testing.T) {
	for _, entry := range []string{"", "com", "a b.com", "x@y.com", "-a.com"} {
		if _, err := policy.NewPublicDomains([]string{entry}, nil); !errors.Is(err, policy.ErrDomain) {
			t.Errorf("%q: got %v", entry, err)
		}
	}
	if _, err := policy.NewPublicDomains([]string{"a.example"}, []string{"A.example"}); err == nil {
		t.Error("an addition that is an exception was taken")
	}
}

func TestPublicDomains_FindsEveryLineOfSortedLists(t *testing.T) {
	p := publicDomains(t, nil, nil)
	for name, list := range policy.Lists() {
		lines := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
		if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s is not sorted, or has doubles", name)
		}
		for _, line := range lines {
			if !p.Contains(line) {
				t.Fatalf("%s: %q is not found", name, line)
			}
		}
	}
}

func BenchmarkPublicDomains_Contains(b *testing.B) {
	p := publicDomains(b, nil, nil)
	for b.Loop() {
		p.Contains("mail.umisangyo.co.jp.example")
	}
}
