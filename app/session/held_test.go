package session

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
)

// sent is a decision as it is sent.
func sent(b Batch) []any {
	path, body := b.Command()
	return []any{path, body}
}

func TestHeld_IsKeptWithoutNamesAndReadByItsOwnerOnly(t *testing.T) {
	b := batch("k", "a", "b")
	b.Move, b.Note, b.EndsOn, b.Purpose = access.MoveApprove, "Known to us.", "2027-01-31", "Runs it"
	b.Until = time.Date(2026, 12, 1, 9, 0, 10, 0, time.UTC)
	b.Items[0].Name = "Hana Mori"
	text := b.keepText("a-1")
	if strings.Contains(text, "Hana") {
		t.Errorf("keeps a name: %s", text)
	}
	got, late, ok := keptBatch(text, "a-1")
	if !ok || late || !got.Found || !got.Until.Equal(b.Until) {
		t.Fatalf("read %+v, %v", got, ok)
	}
	if diff := cmp.Diff(sent(b), sent(got)); diff != "" {
		t.Errorf("is sent otherwise:\n%s", diff)
	}
	b.Review = Review{Scope: access.Contract("610001"), Reason: access.RevokedRoleEnded}
	if got, _, _ := keptBatch(b.keepText("a-1"), "a-1"); cmp.Diff(sent(b), sent(got)) != "" {
		t.Errorf("an answer about accesses is sent otherwise: %+v", sent(got))
	}
	if got.Item("b").Reference != "A-b" || got.Key != b.Key {
		t.Errorf("read %+v", got)
	}
	if got, late, ok := keptBatch(lateText(text), "a-1"); !ok || !late || got.Key != b.Key {
		t.Errorf("after the session has run out: %+v, %t, %t", got, late, ok)
	}
	if text := lateText(""); text != "" {
		t.Errorf("keeps %q of nothing", text)
	}
	for name, c := range map[string][2]string{
		"another account": {text, "a-2"}, "nobody": {text, ""}, "nothing": {"", "a-1"}, "something else": {`{"account":"a-1"}`, "a-1"},
		"a cut text": {text[:len(text)/2], "a-1"},
	} {
		if got, _, ok := keptBatch(c[0], c[1]); ok {
			t.Errorf("%s: read %+v", name, got)
		}
	}
}
