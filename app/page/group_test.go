package page

import (
	"testing"

	"pgregory.net/rapid"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestWithStatus_PutsEveryRequestInOneGroupAndKeepsTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statuses := rapid.SliceOf(rapid.SampledFrom(access.Statuses())).Draw(t, "statuses")
		var requests []wire.Request
		for i, s := range statuses {
			requests = append(requests, wire.Request{ID: string(rune('a' + i)), Status: s})
		}
		count := 0
		for _, s := range access.Statuses() {
			last := ""
			for _, r := range withStatus(requests, s) {
				if r.Status != s || r.ID <= last {
					t.Fatalf("%s in group %s after %q", r.ID, s, last)
				}
				last = r.ID
				count++
			}
		}
		if count != len(requests) {
			t.Fatalf("%d of %d requests are shown", count, len(requests))
		}
	})
}

func TestLacksCompany_FindsOnlyWhatACompanyNameWouldMend(t *testing.T) {
	retry := []access.Move{access.MoveReprocess}
	got := lacksCompany([]wire.Request{
		{ID: "mend", Status: access.Denied, Moves: retry, Reasons: []access.Reason{access.ProfileCompanyMissing}},
		{ID: "unknown", Status: access.Denied, Moves: retry, Reasons: []access.Reason{access.ContractUnknown}},
		{ID: "waits", Status: access.PendingAction, Moves: retry, Reasons: []access.Reason{access.CompanyInsufficient}},
		{ID: "over", Status: access.Denied, Reasons: []access.Reason{access.ProfileCompanyMissing}},
	})
	if len(got) != 1 || got[0].ID != "mend" {
		t.Errorf("got %+v", got)
	}
}
