package desk_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/wire"
)

// TestOfficeUsers_APageIsAPartOfTheWhole: by addresses alone the pages hold what a
// find that everybody matches does, which reads everything.
func TestOfficeUsers_APageIsAPartOfTheWhole(t *testing.T) {
	o := open(t)
	many := files()
	grants := many["grants.csv"]
	for i := range 30 {
		grants.Data = fmt.Appendf(grants.Data, "%02d@beta.example,full,2001,,2026-01-01,\n", i)
	}
	o.replace(many)
	rita, c := o.who("rita@vendor.example"), access.Contract("2001")
	for i := range 30 {
		must(t, o.AddOfficeUser(t.Context(), rita, c, wire.AddUser{Email: fmt.Sprintf("%02d-here@beta.example", i), Level: access.Downloads}))
	}
	must(t, o.SetOfficeEnd(t.Context(), rita, c, o.user(rita, c, "03@beta.example").Grant, wire.SetEnd{EndsOn: "2026-12-31"}))
	for _, email := range []string{"05@beta.example", "07-here@beta.example"} {
		must(t, o.Revoke(t.Context(), rita, o.user(rita, c, email).Grant, wire.Revoke{Scope: c, Reason: access.RevokedRoleEnded}))
	}
	for page := range 5 {
		byIndex, err := o.OfficeUsers(t.Context(), rita, c, "", page)
		must(t, err)
		whole, err := o.OfficeUsers(t.Context(), rita, c, "@", page)
		must(t, err)
		if diff := cmp.Diff(whole, byIndex); diff != "" || whole.Total != 59 {
			t.Errorf("page %d of %d:\n%s", page, whole.Total, diff)
		}
	}
}
