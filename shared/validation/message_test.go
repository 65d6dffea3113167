package validation

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestMessage(t *testing.T) {
	long := strings.Repeat("字", MaxMessage)
	for _, tt := range []struct{ name, in, want, code string }{
		{"KeepsLinesAndJapanese", "契約番号は\n610001 です。", "契約番号は\n610001 です。", ""},
		{"TrimsItsEnds", " \n\u3000hello \t\n\n", "hello", ""},
		{"KeepsNoMoreThanTwoEmptyLines", "a\n\n\n\n\n\nb", "a\n\n\nb", ""},
		{"FoldsEveryLineBreak", "a\r\nb\rc\u2028d", "a\nb\nc\nd", ""},
		{"TakesOutControlsAndWhatTurnsTextAround", "a\x00b\u202ec\u2066d\u200fe\x1b[31m", "abcde[31m", ""},
		{"TakesMarkupAsText", "<b>&amp;</b>", "<b>&amp;</b>", ""},
		{"TakesTheLongest", long, long, ""},
		{"RefusesMore", long + "字", long + "字", codeMessageLong},
		{"RefusesNothing", "", "", codeMessageRequired},
		{"RefusesWhatCannotBeSeen", "\u200b \u202e\n", "", codeMessageRequired},
		{"DropsBrokenBytes", "a\xffb", "ab", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, wrong := Message(tt.in)
			code := ""
			if wrong != nil {
				code = wrong.Code
			}
			if got != tt.want || code != tt.code {
				t.Errorf("got %q and %q, want %q and %q", got, code, tt.want, tt.code)
			}
		})
	}
}

// Whatever is typed, what is kept is stable and holds nothing that turns text
// around.
func FuzzMessage(f *testing.F) {
	for _, seed := range []string{"hello", "a\r\n\n\n\nb", "\u202eabc\u200d", "\xff\x00", "　全角　"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		once, wrong := Message(in)
		if again, _ := Message(once); again != once {
			t.Errorf("%q becomes %q and then %q", in, once, again)
		}
		if wrong == nil && (once == "" || utf8.RuneCountInString(once) > MaxMessage) {
			t.Errorf("took %q", once)
		}
		for _, r := range once {
			if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q keeps %U", once, r)
			}
		}
	})
}
