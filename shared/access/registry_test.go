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
}

func TestServiceContract_TermAt(t *testing.T) {
	today := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	tests := []struct {
		name         string
		status       ContractStatus
		starts, ends int // days from today
		want         Term
	}{
		{"Active", ContractActive, -1, 1, TermActive},
		{"FirstAndLastDay", ContractActive, 0, 0, TermActive},
		{"NotStarted", ContractActive, 1, 2, TermNotStarted},
		{"Pending", ContractPending, -1, 1, TermNotStarted},
		{"Expired", ContractActive, -2, -1, TermExpired},
		{"PendingUntilItsEnd", ContractPending, -2, -1, TermExpired},
		{"TerminatedBeforeItsEnd", ContractTerminated, -1, 1, TermTerminated},
		{"TerminatedAndOver", ContractTerminated, -2, -1, TermTerminated},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := ServiceContract{Status: tt.status, Starts: today.AddDate(0, 0, tt.starts), Ends: today.AddDate(0, 0, tt.ends)}
			if got := c.TermAt(today); got != tt.want || c.ActiveAt(today) != (tt.want == TermActive) {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
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
