package desk_test

import (
	"testing"
	"time"

	"accord/server/desk"
)

func TestCalendar_CountsBusinessTimeAlone(t *testing.T) {
	calendar := func(days, hours, zone string, holidays ...string) desk.Calendar {
		c, err := desk.NewCalendar(days, hours, zone, holidays)
		must(t, err)
		return c
	}
	tokyo := calendar("Mon-Fri", "09:00-18:00", "Asia/Tokyo", "2026-11-23", "2027-01-01")
	berlin := calendar("Mon-Sun", "00:00-24:00", "Europe/Berlin")
	for _, c := range []struct {
		name     string
		calendar desk.Calendar
		at       string
		after    time.Duration
		want     string
	}{
		{"always", desk.Calendar{}, "2026-11-28T23:00:00Z", 2 * time.Hour, "2026-11-29T01:00:00Z"},
		{"within the day", tokyo, "2026-11-24T10:00:00+09:00", 2 * time.Hour, "2026-11-24T12:00:00+09:00"},
		{"to the very end", tokyo, "2026-11-24T16:00:00+09:00", 2 * time.Hour, "2026-11-24T18:00:00+09:00"},
		{"over the night", tokyo, "2026-11-24T17:30:00+09:00", 2 * time.Hour, "2026-11-25T10:30:00+09:00"},
		{"before it opens", tokyo, "2026-11-24T05:00:00+09:00", 2 * time.Hour, "2026-11-24T11:00:00+09:00"},
		{"at its close", tokyo, "2026-11-24T18:00:00+09:00", 2 * time.Hour, "2026-11-25T11:00:00+09:00"},
		{"over a weekend and a holiday", tokyo, "2026-11-20T17:00:00+09:00", 2 * time.Hour, "2026-11-24T10:00:00+09:00"},
		{"on a Saturday", tokyo, "2026-11-28T12:00:00+09:00", 2 * time.Hour, "2026-11-30T11:00:00+09:00"},
		{"over several days", tokyo, "2026-11-24T09:00:00+09:00", 20 * time.Hour, "2026-11-26T11:00:00+09:00"},
		{"when the clocks go back", berlin, "2026-10-25T00:00:00+02:00", 25 * time.Hour, "2026-10-26T00:00:00+01:00"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		must(t, err)
		want, err := time.Parse(time.RFC3339, c.want)
		must(t, err)
		if got := c.calendar.After(at, c.after); !got.Equal(want) {
			t.Errorf("%s: %s after %s is %s, want %s", c.name, c.after, c.at, got, c.want)
		}
	}
}

func TestCalendar_RefusesWhatIsNone(t *testing.T) {
	closed := []string{}
	for day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC); len(closed) < 70; day = day.AddDate(0, 0, 1) {
		closed = append(closed, day.Format(time.DateOnly))
	}
	for _, c := range []struct {
		days, hours, zone string
		holidays          []string
	}{
		{"", "09:00-18:00", "UTC", nil},
		{"Mon-Foo", "09:00-18:00", "UTC", nil},
		{"Mon-Fri", "18:00-09:00", "UTC", nil},
		{"Mon-Fri", "9", "UTC", nil},
		{"Mon-Fri", "09:00-18:00", "Mars/Olympus", nil},
		{"Mon-Fri", "09:00-18:00", "UTC", []string{"25.12.2026"}},
		{"Mon-Fri", "09:00-18:00", "UTC", closed},
	} {
		if _, err := desk.NewCalendar(c.days, c.hours, c.zone, c.holidays); err == nil {
			t.Errorf("took %q %q %q", c.days, c.hours, c.zone)
		}
	}
}
