package desk_test

import (
	"errors"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"accord/shared/wire"
)

// What somebody changed elsewhere while a form was open stays, unless the person
// learned of it and says so.
func TestDesk_UpdateProfile_KeepsWhatWasChangedElsewhere(t *testing.T) {
	o := open(t)
	who := o.who("ann@alpha.example")
	me, err := o.Me(t.Context(), who)
	must(t, err)
	base := me.Profile
	elsewhere := base
	elsewhere.Nickname, elsewhere.Phone, elsewhere.Country = "Annie", "+81312345678", "JP"
	_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: elsewhere})
	must(t, err)
	_, err = o.SetLanguage(t.Context(), who, wire.SetLanguage{Language: "ja"})
	must(t, err)

	mine := base
	mine.JobTitle, mine.Nickname, mine.Country = "Engineer", "Nan", "DE"
	_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: mine, Base: &base})
	var p *wire.Problem
	if !errors.As(err, &p) {
		t.Fatalf("a change of what was changed elsewhere came to %v", err)
	}
	want := []wire.FieldError{
		{Field: "nickname", Code: "profile.changed", Args: []string{"Annie"}},
		{Field: "country", Code: "profile.country", Args: []string{"JP"}},
	}
	if d := diff.Diff(want, p.Fields); d != "" {
		t.Errorf("refused (-want +got):\n%s", d)
	}

	base.Nickname, base.Country = "Annie", "JP" // seen
	me, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: mine, Base: &base})
	must(t, err)
	now := elsewhere
	now.JobTitle, now.Nickname, now.Country, now.Language = "Engineer", "Nan", "DE", "ja"
	if d := diff.Diff(now, me.Profile); d != "" {
		t.Errorf("the profile (-want +got):\n%s", d)
	}
}
