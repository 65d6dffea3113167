package live

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"accord/shared/wire"
)

func TestBackoff(t *testing.T) {
	tests := []struct {
		name     string
		failures int
		spread   float64
		want     time.Duration
	}{
		{"TheFirstTryIsQuick", 1, 0, 250 * time.Millisecond},
		{"TheFirstTryIsAtMostHalfASecond", 1, 1, 500 * time.Millisecond},
		{"ItDoubles", 3, 1, 2 * time.Second},
		{"ItEndsAtThirtySeconds", 40, 1, 30 * time.Second},
		{"NoFailureYetIsAsTheFirst", 0, 1, 500 * time.Millisecond},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Backoff(tt.failures, tt.spread); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestBackoff_StaysInItsLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wait := Backoff(rapid.IntRange(-5, 1<<30).Draw(t, "failures"), rapid.Float64Range(0, 1).Draw(t, "spread"))
		if wait < 250*time.Millisecond || wait > 30*time.Second {
			t.Fatalf("waits %v", wait)
		}
	})
}

func TestStateAfter(t *testing.T) {
	tests := []struct {
		name     string
		failures int
		online   bool
		want     State
	}{
		{"ACutIsReconnecting", 1, true, Reconnecting},
		{"NoNetworkIsOfflineAtOnce", 1, false, Offline},
		{"ManyFailuresAreOffline", 5, true, Offline},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := stateAfter(tt.failures, tt.online); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestProblemOf(t *testing.T) {
	tests := []struct {
		name   string
		status int
		text   string
		want   wire.Code
	}{
		{"TheServersOwnWordCounts", 409, `{"code":"decided","args":["Kim","Approved"]}`, wire.CodeDecided},
		{"AProxysPageIsJudgedByItsStatus", 502, "<html>Bad gateway</html>", wire.CodeUnavailable},
		{"JSONWithoutACodeIsJudgedByItsStatus", 403, `{"error":"no"}`, wire.CodeForbidden},
		{"TheServerSaysThatTheSessionIsOver", 401, `{"code":"session_expired"}`, wire.CodeSessionExpired},
		{"AProxyThatWantsASignInEndsNoSession", 401, `{"error":"unauthorized"}`, wire.CodeUnavailable},
		{"NorDoesANetworkThatWantsOne", 511, "<html>Welcome to the hotel</html>", wire.CodeUnavailable},
		{"AnythingElseIsInternal", 418, "", wire.CodeInternal},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := problemOf(tt.status, tt.text)
			if p.Code != tt.want || p.Status != tt.status {
				t.Errorf("got %q %d, want %q %d", p.Code, p.Status, tt.want, tt.status)
			}
		})
	}
}

func TestFrames_OneThatCannotBeReadIsPassedOver(t *testing.T) {
	got := frames([]string{`{"position":{"epoch":"e","seq":1}}`, `not a frame`, `{"position":{"epoch":"e","seq":2}}`})
	if len(got) != 2 || got[1].Position.Seq != 2 {
		t.Errorf("got %+v", got)
	}
}
