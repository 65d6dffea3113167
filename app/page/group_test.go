package page

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestGroupByStatus_FollowsTheGuidesOrderAndKeepsEveryRequest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statuses := rapid.SliceOf(rapid.SampledFrom(access.Statuses())).Draw(t, "statuses")
		var requests []wire.Request
		for i, s := range statuses {
			requests = append(requests, wire.Request{ID: string(rune('a' + i)), Status: s})
		}
		place, count := -1, 0
		for _, g := range groupByStatus(requests) {
			at := slices.Index(access.Statuses(), g.Status)
			if at <= place {
				t.Fatalf("%s comes too late", g.Status)
			}
			place = at
			last := ""
			for _, r := range g.Requests {
				if r.Status != g.Status || r.ID <= last {
					t.Fatalf("%s in group %s after %q", r.ID, g.Status, last)
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
