package desk_test

import (
	"strings"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestZone_TimesInMailAreInTheReaders(t *testing.T) {
	o := open(t)
	ann, pat := o.who("ann@alpha.example"), o.who("pat@mail.example")
	mailed := func() string {
		at := o.since()
		r := o.one(pat, access.Downloads, "1001", access.PendingAdministrator)
		text := to(o.letters(at), "ann@alpha.example")[0].Text
		_, err := o.move(pat, r.ID, access.MoveCancel, "")
		must(t, err)
		return text
	}
	if text := mailed(); !strings.Contains(text, "15 Dec 2026, 09:00 UTC") {
		t.Errorf("while it is not known:\n%s", text)
	}
	for zone, want := range map[string]string{
		"Asia/Tokyo": "15 Dec 2026, 18:00 JST", "America/New_York": "15 Dec 2026, 04:00 UTC−5", "Asia/Kolkata": "15 Dec 2026, 14:30 UTC+5:30",
	} {
		me, err := o.SetZone(t.Context(), ann, wire.SetZone{Zone: zone})
		must(t, err)
		if text := mailed(); me.Zone != zone || !strings.Contains(text, want) {
			t.Errorf("in %s:\n%s", me.Zone, text)
		}
	}
	for _, wrong := range []string{"", "Local", "Mars/Olympus", "../etc/passwd", strings.Repeat("x", 100)} {
		_, err := o.SetZone(t.Context(), ann, wire.SetZone{Zone: wrong})
		if p := refused(t, err, wire.CodeValidation); p.Fields[0].Code != "zone.unknown" {
			t.Errorf("%q: %+v", wrong, p.Fields)
		}
	}
}

func TestZone_TheFirstSignInBringsTheBrowsers(t *testing.T) {
	o := open(t)
	_, err := o.AddAccount(t.Context(), "pat@mail.example", "a long enough secret", "")
	must(t, err)
	in := func(zone string) string {
		_, me, err := o.SignIn(t.Context(), "192.0.2.9", "", wire.SignIn{Email: "pat@mail.example", Password: "a long enough secret", Zone: zone})
		must(t, err)
		return me.Zone
	}
	for _, step := range [][2]string{{"Mars/Olympus", ""}, {"Europe/Berlin", "Europe/Berlin"}, {"Asia/Tokyo", "Europe/Berlin"}} {
		if got := in(step[0]); got != step[1] {
			t.Errorf("after signing in from %q: %q, want %q", step[0], got, step[1])
		}
	}
	_, err = o.SetZone(t.Context(), desk.Who{Account: o.who("pat@mail.example").Account}, wire.SetZone{Zone: "Asia/Tokyo"})
	must(t, err)
	if got := in("Europe/Berlin"); got != "Asia/Tokyo" {
		t.Errorf("after choosing: %q", got)
	}
}
