package validation_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

func TestThirdParty(t *testing.T) {
	whole := wire.ThirdParty{
		Level: access.Full, Email: " Ｏｐａｌ@ops.example", Company: " Ops  Ltd ", Message: "Maintenance",
		ApproverEmail: "carl@alpha.example", ApproverName: "森 葉菜", ApproverCompany: "株式会社アルファ",
	}
	both := []access.Level{access.Downloads, access.Full}
	for name, c := range map[string]struct {
		by     access.Party
		levels []access.Level
		change func(*wire.ThirdParty)
		want   []string
	}{
		"to the administrators": {access.ByAdministrator, both, func(t *wire.ThirdParty) { t.Company, t.ApproverEmail, t.ApproverName = "", "", "" }, nil},
		"to the vendor":         {access.ByReviewer, both, func(*wire.ThirdParty) {}, nil},
		"no address":            {access.ByAdministrator, both, func(t *wire.ThirdParty) { t.Email = "" }, []string{"email:third.email"}},
		"no message":            {access.ByAdministrator, both, func(t *wire.ThirdParty) { t.Message = " \n" }, []string{"message:third.message"}},
		"too high a level":      {access.ByAdministrator, both[:1], func(*wire.ThirdParty) {}, []string{"level:level.unknown"}},
		"not all the vendor needs": {access.ByReviewer, both, func(t *wire.ThirdParty) { *t = wire.ThirdParty{Level: access.Full} }, []string{
			"email:third.email", "company:third.company", "approver_email:third.email", "approver_name:third.approver_name",
			"approver_company:third.approver_company", "message:third.message"}},
		"too long": {access.ByReviewer, both, func(t *wire.ThirdParty) { t.Company = strings.Repeat("x", 1000) }, []string{"company:text.long"}},
	} {
		body := whole
		c.change(&body)
		got, wrong := validation.ThirdParty(body, wire.Share{By: c.by, Levels: c.levels})
		var found []string
		for _, w := range wrong {
			found = append(found, w.Field+":"+w.Code)
		}
		if !slices.Equal(found, c.want) {
			t.Errorf("%s: %v, want %v", name, found, c.want)
		}
		if len(c.want) == 0 && (got.Email != "opal@ops.example" || c.by == access.ByReviewer && got.Company != "Ops Ltd") {
			t.Errorf("%s: stored as %+v", name, got)
		}
	}
}

func TestPurpose_NamesNoNumber(t *testing.T) {
	for text, want := range map[string]string{
		"保守運用のため":                "",
		"Phase 1 of the move":    "",
		"":                       "purpose.required",
		"Contract 610001":        "purpose.number",
		"Contract ６１０ 001":       "purpose.number",
		"serial lf-610001-a1":    "purpose.number",
		"the 1001 site":          "purpose.number",
		strings.Repeat("あ", 201): "text.long",
	} {
		_, wrong := validation.Purpose(text, "610001", "LF-610001-A1", "1001", "")
		got := ""
		if wrong != nil {
			got = wrong.Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLastDay(t *testing.T) {
	now := time.Date(2026, 12, 1, 22, 0, 0, 0, time.UTC)
	contract := &access.ServiceContract{Ends: time.Date(2027, 12, 31, 0, 0, 0, 0, time.UTC)}
	latest := validation.LatestDay(now, contract)
	if free := validation.LatestDay(now, nil); !free.Equal(time.Date(2029, 11, 30, 0, 0, 0, 0, time.UTC)) || !latest.Equal(contract.Ends) {
		t.Errorf("latest days: %s, %s", latest, free)
	}
	for text, want := range map[string]string{
		"": "0001-01-01 00:00:00", "2026-12-01": "2026-12-01 23:59:59", "２０２７／１２／３１": "2027-12-31 23:59:59", "2027.1.5": "2027-01-05 23:59:59",
		"2026-11-30": "day.past", "2028-01-01": "day.late", "2027-02-30": "day.form", "31/12/2027": "day.form",
	} {
		day, wrong := validation.LastDay(text, now, latest)
		got := day.Format(time.DateTime)
		if wrong != nil {
			got = wrong.Code
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
