package access

import (
	"testing"
	"time"
)

func TestServiceContract_IsActiveFromItsFirstDayToItsLast(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	c := ServiceContract{Status: ContractActive, Starts: day("2026-01-10T00:00:00Z"), Ends: day("2026-03-20T00:00:00Z")}
	for at, want := range map[string]bool{
		"2026-01-09T23:59:59Z":      false,
		"2026-01-10T00:00:00Z":      true,
		"2026-03-20T23:59:59Z":      true,
		"2026-03-21T00:00:00Z":      false,
		"2026-03-21T08:00:00+09:00": true, // still the 20th in UTC
	} {
		if got := c.ActiveAt(day(at)); got != want {
			t.Errorf("active at %s: %v", at, got)
		}
	}
	c.Status = ContractTerminated
	if c.ActiveAt(day("2026-02-01T00:00:00Z")) {
		t.Error("a terminated contract is active")
	}
}

func TestServiceContract_IsTooNewForTwoDaysWhilePending(t *testing.T) {
	issued := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	c := ServiceContract{Status: ContractPending, IssuedAt: issued}
	if !c.TooNewAt(issued.Add(TooNew - time.Second)) {
		t.Error("not too new after 47:59:59")
	}
	if c.TooNewAt(issued.Add(TooNew)) {
		t.Error("too new after 48 hours")
	}
	c.Status = ContractActive
	if c.TooNewAt(issued) {
		t.Error("an active contract is too new")
	}
}

func TestLevel_FullHoldsDownloadsAndNothingHoldsOrdering(t *testing.T) {
	for _, held := range []Level{Downloads, Full, Ordering} {
		for _, asked := range []Level{Downloads, Full, Ordering} {
			want := held == asked || held == Full && asked == Downloads
			if held.Covers(asked) != want {
				t.Errorf("%s covers %s: %v", held, asked, !want)
			}
		}
	}
	if Downloads.Allows(ActionCase) || Ordering.Allows(ActionDownload) || !Full.Allows(ActionRMA) || Full.Allows("other") ||
		Full.Allows(ActionUse) || !Programme.Allows(ActionUse) || Programme.Allows(ActionDownload) {
		t.Error("an action is allowed by the wrong level")
	}
}
