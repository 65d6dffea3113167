package words

import (
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestSpan_PromisesNoMoreThanTheVendorsHours(t *testing.T) {
	for _, c := range []struct {
		minutes  int
		business bool
		en, ja   string
	}{
		{120, false, "2 hours", "2 時間"},
		{120, true, "2 business hours", "2 営業時間"},
		{60, false, "1 hour", "1 時間"},
		{90, false, "90 minutes", "90 分"},
	} {
		for lang, want := range map[i18n.Lang]string{i18n.English: c.en, i18n.Japanese: c.ja} {
			w := Words{Lang: lang, Settings: wire.Settings{VendorReviewMinutes: c.minutes, BusinessHours: c.business}}
			if got := w.Span(); got != want {
				t.Errorf("%d minutes, business %t: %q, want %q", c.minutes, c.business, got, want)
			}
		}
	}
}
