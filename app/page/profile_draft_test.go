package page

import (
	"testing"

	"accord/app/part"
	"accord/shared/wire"
)

// A draft is taken up, and the account is heard of before the fields themselves
// have said what was put back: what it was changed from is not forgotten.
func TestPersonal_ADraftKnowsWhatItWasChangedFrom(t *testing.T) {
	now := wire.Profile{Nickname: "Hanako", Phone: "+8131"}
	p := Personal{base: now, draft: now}
	p.restored(part.Values{"nickname": "Hana"}, part.Values{"nickname": ""})
	p.base, p.draft = follow(p.base, p.draft, now)
	_, clash := wire.ProfileChange{Profile: p.draft, Base: &p.base}.Merge(now)
	if len(clash) != 1 || clash[0].Name != "nickname" || p.draft.Nickname != "Hana" || p.draft.Phone != now.Phone {
		t.Errorf("the form says %+v of %+v, refused %v", p.draft, p.base, clash)
	}
}
