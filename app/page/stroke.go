package page

import "slices"

// press is one key press, as much of it as the shortcuts need to know.
type press struct {
	Key       string // as the browser names it: "j", "Enter", "?"
	Composing bool   // an IME is at work: the key is the IME's
	Field     bool   // something is being typed into
	Control   bool   // a link or button has the focus and knows Enter itself
	Modified  bool   // Ctrl, Alt or Meta is held: the browser's own shortcut
	Dialog    bool   // a dialog is open
}

// stroke is what a key press asks for.
type stroke string

// The strokes of the decider's pages.
const (
	strokeNone    stroke = ""
	strokeNext    stroke = "next"
	strokePrev    stroke = "prev"
	strokeOpen    stroke = "open"
	strokeApprove stroke = "approve"
	strokeDeny    stroke = "deny"
	strokePick    stroke = "pick"
	strokeFind    stroke = "find"
	strokeHelp    stroke = "help"
)

// shortcut is one line of the help.
type shortcut struct {
	Key    string
	Stroke stroke // text in the catalogue: "keys." + stroke
}

// shortcuts lists the keys in the order of the help.
func shortcuts() []shortcut {
	return []shortcut{
		{"j", strokeNext}, {"k", strokePrev}, {"Enter", strokeOpen}, {"a", strokeApprove},
		{"d", strokeDeny}, {"x", strokePick}, {"/", strokeFind}, {"?", strokeHelp},
	}
}

// strokeOf reads a key press. Nothing is a shortcut while something is typed,
// an IME composes, a dialog is open or the person has turned them off (WCAG 2.2,
// 2.1.4); the help has a button, where they are turned on again.
func strokeOf(p press, on bool) stroke {
	if !on || p.Composing || p.Field || p.Modified || p.Dialog {
		return strokeNone
	}
	i := slices.IndexFunc(shortcuts(), func(s shortcut) bool { return s.Key == p.Key })
	if i < 0 {
		return strokeNone
	}
	s := shortcuts()[i].Stroke
	if s == strokeOpen && p.Control {
		return strokeNone
	}
	return s
}

// step moves the cursor among rows by one and stops at the ends. A cursor on
// no row goes to the first.
func step(ids []string, at string, by int) string {
	if len(ids) == 0 {
		return ""
	}
	i := slices.Index(ids, at)
	if i < 0 {
		return ids[0]
	}
	return ids[min(max(i+by, 0), len(ids)-1)]
}
