package i18n_test

import (
	"testing"

	"accord/shared/i18n"
)

func TestT_TakesAnArgumentAsItIs(t *testing.T) {
	got := i18n.T(i18n.English, "problem.decided.detail", "{1}", "Denied")
	if want := "{1} decided first: the request is now “Denied”. Your decision was not applied."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
