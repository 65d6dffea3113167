package page

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestVerdict_DenyingNeedsAReason(t *testing.T) {
	v, _, ok := verdict{}.open(access.MoveDeny).typed("  ").send(7, counter())
	if ok || v.Wrong == nil || v.Sending {
		t.Fatalf("a denial without a reason went through: %+v", v)
	}
	v, body, ok := v.typed("no contract with us").send(7, counter())
	if !ok || v.Wrong != nil || !v.Sending || body.Note != "no contract with us" || body.Seq != 7 {
		t.Fatalf("send = %+v, %+v, %v", v, body, ok)
	}
}

func TestVerdict_ApprovingNeedsNoNote(t *testing.T) {
	if _, body, ok := (verdict{}.open(access.MoveApprove).send(3, counter())); !ok || body.Note != "" {
		t.Fatalf("send = %+v, %v", body, ok)
	}
}

func TestVerdict_ARetryKeepsItsKey(t *testing.T) {
	keys := counter()
	v, _, _ := verdict{}.open(access.MoveDeny).typed("why").send(1, keys)
	v = v.failed(&wire.Problem{Code: wire.CodeOffline})
	if v.Move != access.MoveDeny || v.Note != "why" || v.Sending {
		t.Fatalf("after no answer came: %+v", v)
	}
	again, _, _ := v.send(1, keys)
	if again.key != "key1" {
		t.Errorf("the retry has key %s, want the first press's", again.key)
	}
	other, _, _ := v.typed("why not").send(1, keys)
	if other.key == "key1" {
		t.Error("other words were sent under the same key")
	}
}

func TestVerdict_PressingTwiceSendsOnce(t *testing.T) {
	v, _, _ := verdict{}.open(access.MoveApprove).send(1, counter())
	if _, _, ok := v.send(1, counter()); ok {
		t.Error("a second press was sent")
	}
	if w := v.open(access.MoveDeny); w.Move != access.MoveApprove {
		t.Error("the question changed while its answer was on the way")
	}
}

func TestVerdict_ASecondDeciderKeepsTheirNote(t *testing.T) {
	v, _, _ := verdict{}.open(access.MoveDeny).typed("my reason").send(1, counter())
	v = v.failed(&wire.Problem{Code: wire.CodeDecided, Args: []string{"Ito", "Approved"}})
	if v.Move != "" || v.Note != "my reason" || v.Refused == nil {
		t.Fatalf("after losing the race: %+v", v)
	}
}

func TestVerdict_AMoveThatIsNoLongerPossibleClosesItsQuestion(t *testing.T) {
	v := verdict{}.open(access.MoveDeny).typed("half a sen").allowed(nil)
	if v.Move != "" || v.Note != "half a sen" {
		t.Fatalf("allowed = %+v", v)
	}
	v = verdict{}.open(access.MoveDeny).allowed([]access.Move{access.MoveDeny})
	if v.Move != access.MoveDeny {
		t.Fatal("the question of a possible move was closed")
	}
}

func TestVerdict_AReadyTextFollowsWhatWasTyped(t *testing.T) {
	if v := (verdict{}.typed("First.").insert("Second.")); v.Note != "First.\nSecond." {
		t.Errorf("note = %q", v.Note)
	}
	if v := (verdict{}.insert("Only.")); v.Note != "Only." {
		t.Errorf("note = %q", v.Note)
	}
}

func TestVerdict_ANoteSurvivesEverythingButSuccess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := verdict{}.open(access.MoveDeny).typed("kept")
		keys := counter()
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				v = v.open(rapid.SampledFrom(append(access.DeciderMoves(), "")).Draw(t, "move"))
			case 1:
				v, _, _ = v.send(1, keys)
			case 2:
				v = v.failed(&wire.Problem{Code: rapid.SampledFrom([]wire.Code{
					wire.CodeDecided, wire.CodeOffline, wire.CodeInternal, wire.CodeTransition}).Draw(t, "code")})
			case 3:
				v = v.allowed(nil)
			case 4:
				v = v.allowed(access.DeciderMoves())
			}
			if v.Note != "kept" {
				t.Fatalf("the note became %q", v.Note)
			}
		}
	})
}

func TestOffers_KeepsTheOrderOfTheButtons(t *testing.T) {
	got := offers([]access.Move{access.MoveSendAdmin, access.MoveCancel, access.MoveDeny, access.MoveApprove})
	want := []access.Move{access.MoveApprove, access.MoveDeny, access.MoveSendAdmin}
	if len(got) != len(want) {
		t.Fatalf("offers = %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("offers = %v, want %v", got, want)
		}
	}
}

func TestVerdict_AnApprovalForAThirdPartySaysWhatFor(t *testing.T) {
	now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	latest := now.AddDate(1, 0, 0)
	for name, c := range map[string]struct {
		ends, purpose string
		third         bool
		wrong         string
	}{
		"no purpose":      {"", " ", true, "purpose"},
		"a purpose":       {"", "Operations", true, ""},
		"one's own":       {"", "", false, ""},
		"an end too late": {"2028-01-01", "", false, "ends_on"},
		"an end":          {"2027-01-01", "Operations", true, ""},
	} {
		v := verdict{}.open(access.MoveApprove).granted(c.ends, c.purpose)
		v.Wrong = v.grantable(now, latest, c.third)
		got := ""
		if v.Wrong != nil {
			got = v.Wrong.Field
		}
		if got != c.wrong {
			t.Errorf("%s: wrong is %q, want %q", name, got, c.wrong)
		}
		if v.mended(c.wrong).Wrong != nil {
			t.Errorf("%s: what was mended is still wrong", name)
		}
	}
}

func TestVerdict_OnlyAnApprovalSaysWhatOfTheGrant(t *testing.T) {
	keys := counter()
	v := verdict{Note: "why"}.granted("2027-01-01", "Operations")
	_, body, _ := v.open(access.MoveDeny).send(1, keys)
	if body.EndsOn != "" || body.Purpose != "" {
		t.Errorf("a denial says %+v", body)
	}
	first, body, _ := v.open(access.MoveApprove).send(1, keys)
	if body.EndsOn != "2027-01-01" || body.Purpose != "Operations" {
		t.Errorf("an approval says %+v", body)
	}
	again, _, _ := first.failed(&wire.Problem{Code: wire.CodeOffline}).granted("2027-02-01", "Operations").send(1, keys)
	if again.key == first.key {
		t.Error("another end was sent under the same key")
	}
}
