package access

import (
	"slices"
	"strings"
	"testing"
)

// TestTransitions_AreTheTable holds the code to the domain page's table, row by
// row; what is not named here must be refused.
func TestTransitions_AreTheTable(t *testing.T) {
	evaluated := "Approved Denied PendingAdministrator PendingVendor PendingAction"
	table := map[[3]string]string{
		{"", "requester", "submit"}:                          evaluated,
		{"PendingAction", "requester", "confirm"}:            "PendingAdministrator PendingVendor",
		{"PendingAction", "requester", "reprocess"}:          evaluated,
		{"Denied", "requester", "reprocess"}:                 evaluated,
		{"PendingAdministrator", "requester", "cancel"}:      "Cancelled",
		{"PendingVendor", "requester", "cancel"}:             "Cancelled",
		{"PendingAction", "requester", "cancel"}:             "Cancelled",
		{"PendingAdministrator", "administrator", "approve"}: "Approved",
		{"PendingAdministrator", "administrator", "deny"}:    "Denied",
		{"PendingAdministrator", "administrator", "pass"}:    "PendingVendor",
		{"PendingAdministrator", "system", "no_answer"}:      "PendingVendor",
		{"PendingVendor", "reviewer", "approve"}:             "Approved",
		{"PendingVendor", "reviewer", "deny"}:                "Denied",
		{"PendingVendor", "reviewer", "ask"}:                 "PendingAction",
		{"PendingVendor", "reviewer", "send_admin"}:          "PendingAdministrator",
		{"PendingAdministrator", "system", "expire"}:         "Expired",
		{"PendingVendor", "system", "expire"}:                "Expired",
		{"PendingAction", "system", "expire"}:                "Expired",
		{"Denied", "system", "appeared"}:                     evaluated,

		// Beside the page, which does not speak of erased accounts.
		{"PendingAdministrator", "system", "cancel"}: "Cancelled",
		{"PendingVendor", "system", "cancel"}:        "Cancelled",
		{"PendingAction", "system", "cancel"}:        "Cancelled",
	}
	statuses := append([]Status{""}, Statuses()...)
	parties := []Party{ByRequester, ByAdministrator, ByReviewer, BySystem}
	moves := []Move{
		MoveSubmit, MoveConfirm, MoveReprocess, MoveCancel, MoveApprove, MoveDeny,
		MovePass, MoveAsk, MoveSendAdmin, MoveNoAnswer, MoveExpire, MoveAppeared,
	}
	for _, from := range statuses {
		for _, by := range parties {
			for _, move := range moves {
				want := table[[3]string{string(from), string(by), string(move)}]
				got := ""
				for _, to := range Statuses() {
					if Allowed(from, by, move, to) {
						got += " " + string(to)
					}
				}
				if !sameWords(got, want) {
					t.Errorf("%q by %s: %s leads to%s, want %s", from, by, move, got, want)
				}
				if listed := slices.Contains(Moves(from, by), move); listed != (want != "") {
					t.Errorf("%q by %s: %s listed %v", from, by, move, listed)
				}
			}
		}
	}
}

func sameWords(a, b string) bool {
	return slices.Equal(slices.Sorted(strings.FieldsSeq(a)), slices.Sorted(strings.FieldsSeq(b)))
}
