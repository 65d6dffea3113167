package desk_test

import (
	"fmt"
	"testing"

	"accord/shared/access"
	"accord/shared/wire"
)

// TestOfficeAdministrators_OfMany shows the first hundred and the reader, and finds
// the others.
func TestOfficeAdministrators_OfMany(t *testing.T) {
	o := open(t)
	many := files()
	admins := many["administrators.csv"]
	for i := range 150 {
		admins.Data = fmt.Appendf(admins.Data, "%03d@alpha.example,1001,\n", i)
	}
	o.replace(many)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	must(t, o.NameAdministrator(t.Context(), ann, c, wire.NameAdministrator{Email: "zoe@alpha.example"}))
	v, err := o.Office(t.Context(), ann, c)
	must(t, err)
	n := len(v.Administrators)
	if n != wire.AdminsShown+1 || v.Administrators[0].Email != "000@alpha.example" || !v.Administrators[n-1].Self || v.Scope.Administrators != 153 {
		t.Errorf("%d of %d shown, the last %+v", n, v.Scope.Administrators, v.Administrators[n-1])
	}
	for find, want := range map[string]int{"14": 12, "ZOE@": 1, "nobody": 0, "": 153} {
		list, err := o.OfficeAdministrators(t.Context(), ann, c, find)
		must(t, err)
		if list.Total != want || len(list.Administrators) != min(want, 101) {
			t.Errorf("%q: %d, %d of them shown", find, list.Total, len(list.Administrators))
		}
	}
	_, err = o.OfficeAdministrators(t.Context(), o.who("pat@mail.example"), c, "")
	refused(t, err, wire.CodeNotFound)
}

// TestVacancies_AreListedOn behind what the list of contracts begins with.
func TestVacancies_AreListedOn(t *testing.T) {
	o := open(t)
	many := files()
	contracts, admins := many["contracts.csv"], many["administrators.csv"]
	for i := range 30 {
		contracts.Data = fmt.Appendf(contracts.Data, "30%02d,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,active\n", i)
		admins.Data = fmt.Appendf(admins.Data, "ann@alpha.example,30%02d,\n", i)
	}
	o.replace(many)
	ann, rita := o.who("ann@alpha.example"), o.who("rita@vendor.example")
	for i := range 30 {
		must(t, o.leave(ann, access.Contract(fmt.Sprintf("30%02d", i)), wire.LeaveOffice{Note: "bye"}))
	}
	list, err := o.Offices(t.Context(), rita, "", 1)
	must(t, err)
	more, err := o.Vacancies(t.Context(), rita, list.VacanciesNext)
	must(t, err)
	if len(list.Vacancies) != wire.OfficePage || len(more.Vacancies) != 10 || more.Next != "" || more.Vacancies[0].ID != "3020" {
		t.Errorf("%d, then %+v", len(list.Vacancies), more)
	}
	_, err = o.Vacancies(t.Context(), ann, "")
	refused(t, err, wire.CodeForbidden)
	_, err = o.Vacancies(t.Context(), rita, "no cursor")
	refused(t, err, wire.CodeBadRequest)
}
