package part

import (
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/words"
)

// Time is a moment in words relative to now ("3 minutes ago"), with the exact
// time in the person's zone on hover and in the datetime attribute.
func Time(m session.Model, t time.Time) app.UI {
	if t.IsZero() {
		return app.Text("–")
	}
	return app.Time().Class("time").DateTime(t.UTC().Format(time.RFC3339)).
		Title(Exact(m, t)).Text(Relative(m, t))
}

// Day is a date without the time of day, in the zone that t is in: UTC for those
// that contracts begin and end on, m.Zone.In for that of a moment.
func Day(m session.Model, t time.Time) app.UI {
	if t.IsZero() {
		return app.Text("–")
	}
	return app.Time().DateTime(t.Format(time.DateOnly)).Text(dayText(m, t))
}

// Exact is a moment as the guides write it: "2019年9月4日(水) 15:24 JST".
func Exact(m session.Model, t time.Time) string {
	local := m.Zone.In(t)
	_, offset := local.Zone()
	return m.Words().Exact(local, words.ZoneName(m.Zone.Name, offset))
}

func dayText(m session.Model, t time.Time) string { return m.Words().Day(t) }

// Relative words a moment by its distance from now; after a month it is a date.
func Relative(m session.Model, t time.Time) string {
	d := m.Now.Sub(t)
	future := d < 0
	if future {
		d = -d
	}
	if d < 45*time.Second {
		return m.T("time.now")
	}
	if d > 30*24*time.Hour {
		return dayText(m, m.Zone.In(t))
	}
	key := "time.ago"
	if future {
		key = "time.in"
	}
	return m.T(key, Duration(m, d))
}

// Duration words a length of time in its largest unit: minutes, hours or days,
// rounded.
func Duration(m session.Model, d time.Duration) string {
	count := func(unit time.Duration, one, many string) string {
		n := int((d + unit/2) / unit)
		if n <= 1 {
			return m.T(one)
		}
		return m.T(many, strconv.Itoa(n))
	}
	switch {
	case d < 59*time.Minute+30*time.Second:
		return count(time.Minute, "time.minute", "time.minutes")
	case d < 23*time.Hour+30*time.Minute:
		return count(time.Hour, "time.hour", "time.hours")
	}
	return count(24*time.Hour, "time.one_day", "time.days")
}
