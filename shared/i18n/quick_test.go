package i18n

import "testing"

func TestQuickIn(t *testing.T) {
	en, ja := T(English, "decide.quick.deny.1"), T(Japanese, "decide.quick.deny.1")
	for name, c := range map[string]struct {
		lang             Lang
		move, note, want string
	}{
		"OfAnotherLanguage":   {Japanese, "deny", en, ja},
		"OfTheReadersOwn":     {English, "deny", en, en},
		"BesideWhatIsWritten": {English, "deny", "Sorry.\n" + ja + "\n" + ja + " ", "Sorry.\n" + en + "\n" + ja + " "},
		"OfAnotherMove":       {Japanese, "ask", en, en},
		"Nothing":             {Japanese, "deny", "", ""},
	} {
		if got := QuickIn(c.lang, c.move, c.note); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if n := len(QuickKeys("deny")); n < 2 || len(QuickKeys("approve")) != 0 {
		t.Errorf("%d ready texts of a denial", n)
	}
}
