package page

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
)

// The keys that these pages put together at run time; those that stand whole in
// the code are checked where the catalogue is.
func TestAccesss_HaveATextForEveryWordOfTheDomain(t *testing.T) {
	var keys []string
	for _, s := range access.Statuses() {
		keys = append(keys, "result.group."+string(s))
		if s != access.Denied && s != access.PendingAction && s != access.Approved {
			keys = append(keys, "request.next."+string(s))
		}
		if s.Pending() {
			keys = append(keys, "request.with."+string(s), "request.time."+string(s))
		}
		for _, by := range []access.Party{access.ByRequester, access.ByAdministrator, access.ByReviewer, access.BySystem} {
			keys = append(keys, "move.by."+string(by))
			for _, m := range access.Moves(s, by) {
				if !saysTheStatus(m) {
					keys = append(keys, "move."+string(m)+".done")
				}
			}
		}
	}
	for _, l := range access.Levels() {
		keys = append(keys, "level."+string(l), "level."+string(l)+".long")
	}
	for _, k := range []access.Kind{access.KindContract, access.KindSerial, access.KindBillTo} {
		keys = append(keys, "request."+string(k), kindLabel(k))
	}
	for _, m := range []access.Move{access.MoveCancel, access.MoveConfirm, access.MoveReprocess} {
		keys = append(keys, "move."+string(m))
	}
	keys = append(keys, "request.switch.full", "request.switch.downloads", "move.submit.done")
	for _, key := range keys {
		if !i18n.Has(key) {
			t.Errorf("no text for %s", key)
		}
	}
}

// saysTheStatus reports whether a move's name is that of the status it leads to.
func saysTheStatus(m access.Move) bool {
	return m == access.MoveApprove || m == access.MoveDeny || m == access.MoveCancel || m == access.MoveExpire
}
