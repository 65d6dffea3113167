package page

import (
	"testing"

	"accord/app/session"
	"accord/shared/i18n"
)

func TestScripts_TheReadersFirst(t *testing.T) {
	tests := []struct {
		name                        string
		lang                        i18n.Lang
		latin, local, first, second string
	}{
		{"EnglishReadsLatin", i18n.English, "Hana Mori", "森 花", "Hana Mori", "森 花"},
		{"JapaneseReadsTheLocalScript", i18n.Japanese, "Hana Mori", "森 花", "森 花", "Hana Mori"},
		{"JapaneseReadsLatinWhereThatIsAll", i18n.Japanese, "Ada Quinn", "", "Ada Quinn", ""},
		{"EnglishReadsLocalWhereThatIsAll", i18n.English, "", "森 花", "森 花", ""},
		{"TheSameTwiceIsSaidOnce", i18n.Japanese, "Asagirino", "Asagirino", "Asagirino", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			first, second := scripts(session.Model{Lang: tt.lang}, tt.latin, tt.local)
			if first != tt.first || second != tt.second {
				t.Errorf("got %q, %q, want %q, %q", first, second, tt.first, tt.second)
			}
		})
	}
}
