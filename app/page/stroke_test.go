package page

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestStrokeOf(t *testing.T) {
	for name, c := range map[string]struct {
		press press
		off   bool
		want  stroke
	}{
		"JGoesToTheNextRow":             {press: press{Key: "j"}, want: strokeNext},
		"KGoesToThePreviousRow":         {press: press{Key: "k"}, want: strokePrev},
		"EnterOpensTheRow":              {press: press{Key: "Enter"}, want: strokeOpen},
		"EnterOnALinkIsTheLinks":        {press: press{Key: "Enter", Control: true}, want: strokeNone},
		"JOnALinkStillMoves":            {press: press{Key: "j", Control: true}, want: strokeNext},
		"AAsksForApproval":              {press: press{Key: "a"}, want: strokeApprove},
		"DAsksForDenial":                {press: press{Key: "d"}, want: strokeDeny},
		"SlashFinds":                    {press: press{Key: "/"}, want: strokeFind},
		"QuestionMarkHelps":             {press: press{Key: "?"}, want: strokeHelp},
		"AnInputMethodKeepsItsKeys":     {press: press{Key: "a", Composing: true}, want: strokeNone},
		"TypingIsNotAShortcut":          {press: press{Key: "d", Field: true}, want: strokeNone},
		"TheBrowsersShortcutsAreItsOwn": {press: press{Key: "a", Modified: true}, want: strokeNone},
		"ADialogKeepsItsKeys":           {press: press{Key: "j", Dialog: true}, want: strokeNone},
		"OffMeansOff":                   {press: press{Key: "a"}, off: true, want: strokeNone},
		"OffMeansOffForHelpToo":         {press: press{Key: "?"}, off: true, want: strokeNone},
		"OtherKeysAreNothing":           {press: press{Key: "z"}, want: strokeNone},
		"CapitalsAreNothing":            {press: press{Key: "A"}, want: strokeNone},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strokeOf(c.press, !c.off); got != c.want {
				t.Errorf("strokeOf(%+v) = %q, want %q", c.press, got, c.want)
			}
		})
	}
}

func TestStep_StaysOnTheRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,4}`), 1, 20, rapid.ID).Draw(t, "ids")
		at := rapid.OneOf(rapid.SampledFrom(ids), rapid.Just("")).Draw(t, "at")
		by := rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")
		got := step(ids, at, by)
		was, is := slices.Index(ids, at), slices.Index(ids, got)
		if is < 0 {
			t.Fatalf("step left the rows: %q", got)
		}
		want := min(max(was+by, 0), len(ids)-1)
		if was < 0 {
			want = 0
		}
		if is != want {
			t.Fatalf("from row %d by %d came to %d, want %d", was, by, is, want)
		}
	})
}

func TestStep_HasNowhereToGoInAnEmptyQueue(t *testing.T) {
	if got := step(nil, "a", 1); got != "" {
		t.Errorf("step = %q, want none", got)
	}
}
