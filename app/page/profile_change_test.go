package page

import (
	"testing"

	"pgregory.net/rapid"

	"accord/shared/wire"
)

// Whatever happens to an account while its form is filled in: a field that was
// not touched follows, one that was touched keeps what was typed, and the portal
// refuses it just where somebody else has changed it to something else.
func TestProfileChange_Follow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		profile := func(name string) (p wire.Profile) {
			for _, f := range p.Fields() {
				*f.Value = rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, name)
			}
			return p
		}
		was, typed, now := profile("was"), profile("typed"), profile("now")
		base, form := follow(was, typed, now)
		merged, clash := wire.ProfileChange{Profile: form, Base: &base}.Merge(now)
		clashes := map[string]bool{}
		for _, f := range clash {
			clashes[f.Name] = true
		}
		before, wanted, is, result := was.Fields(), typed.Fields(), now.Fields(), merged.Fields()
		for i, f := range form.Fields() {
			want := *is[i].Value
			touched := *wanted[i].Value != *before[i].Value
			if touched {
				want = *wanted[i].Value
			}
			if *f.Value != want || *result[i].Value != want {
				t.Errorf("%s: the form says %q and the portal %q, want %q", f.Name, *f.Value, *result[i].Value, want)
			}
			if want := touched && *is[i].Value != *before[i].Value && *is[i].Value != *wanted[i].Value; clashes[f.Name] != want {
				t.Errorf("%s: refused %t, want %t", f.Name, clashes[f.Name], want)
			}
		}
	})
}
