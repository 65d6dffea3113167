package desk

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // for machines without it
)

// Calendar says when the vendor's reviewers work; what is promised to be
// answered within a time is promised in this time. The zero value is always.
type Calendar struct {
	days     [7]bool
	from, to time.Duration // since midnight
	zone     *time.Location
	holidays map[string]bool // "2026-12-25"
}

// maxClosed is how many days in a row the vendor may be closed.
const maxClosed = 60

// NewCalendar reads a calendar: days "Mon-Fri" or "Mon,Wed,Sat", hours
// "09:00-18:00" or "always" (then nothing else counts), a zone of the IANA
// list, holidays "2026-12-25". Errors: a form that is none of these, and a
// calendar that is closed for 60 days in a row.
func NewCalendar(days, hours, zone string, holidays []string) (c Calendar, err error) {
	if hours == "always" {
		return c, nil
	}
	if c.days, err = weekdays(days); err != nil {
		return c, err
	}
	if c.from, c.to, err = openingHours(hours); err != nil {
		return c, err
	}
	if c.zone, err = time.LoadLocation(zone); err != nil {
		return c, fmt.Errorf("business zone: %w", err)
	}
	c.holidays = map[string]bool{}
	for _, day := range holidays {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return c, fmt.Errorf("holiday %q is not a date: use one such as 2026-12-25", day)
		}
		c.holidays[day] = true
	}
	for _, day := range holidays {
		first, _ := time.ParseInLocation(time.DateOnly, day, c.zone)
		if _, ok := c.opens(first); !ok {
			return c, fmt.Errorf("the vendor is closed for %d days in a row from %s", maxClosed, day)
		}
	}
	return c, nil
}

// weekdays reads names of days and ranges of them.
func weekdays(text string) (days [7]bool, err error) {
	for part := range strings.SplitSeq(text, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		from, ok := weekday(first)
		to := from
		if ok && isRange {
			to, ok = weekday(last)
		}
		if !ok {
			return days, fmt.Errorf("business days %q are not valid: use days such as Mon-Fri", text)
		}
		for day := from; ; day = (day + 1) % 7 {
			days[day] = true
			if day == to {
				break
			}
		}
	}
	return days, nil
}

func weekday(name string) (int, bool) {
	for day := range 7 {
		if strings.EqualFold(name, time.Weekday(day).String()[:3]) {
			return day, true
		}
	}
	return 0, false
}

func openingHours(text string) (from, to time.Duration, err error) {
	first, last, _ := strings.Cut(text, "-")
	from, errFrom := clockTime(first)
	to, errTo := clockTime(last)
	if errFrom != nil || errTo != nil || from >= to {
		return 0, 0, fmt.Errorf("business hours %q are not valid: use hours such as 09:00-18:00, or %q", text, "always")
	}
	return from, to, nil
}

func clockTime(text string) (time.Duration, error) {
	if text == "24:00" {
		return 24 * time.Hour, nil
	}
	t, err := time.Parse("15:04", text)
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, err
}

// After is the moment at which so much business time has passed since another.
func (c Calendar) After(at time.Time, left time.Duration) time.Time {
	if c.to == 0 {
		return at.Add(left)
	}
	day := at
	for {
		opened, ok := c.opens(day)
		if !ok {
			return at.Add(left) // not with a calendar that NewCalendar has made
		}
		closes := c.moment(opened, c.to)
		if start := later(at, c.moment(opened, c.from)); start.Before(closes) {
			open := closes.Sub(start)
			if open >= left {
				return start.Add(left).UTC()
			}
			left -= open
		}
		day = c.moment(opened, 36*time.Hour) // noon of the next day
	}
}

// opens is the first day, from the given one on, on which the vendor works.
func (c Calendar) opens(day time.Time) (time.Time, bool) {
	day = c.moment(day, 12*time.Hour) // every day has a noon, but not every midnight
	for range maxClosed {
		if c.days[day.Weekday()] && !c.holidays[day.Format(time.DateOnly)] {
			return day, true
		}
		day = c.moment(day, 36*time.Hour)
	}
	return day, false
}

// moment is a time of the clock on the day of t, whatever the clocks do that day.
func (c Calendar) moment(t time.Time, clock time.Duration) time.Time {
	y, m, d := t.In(c.zone).Date()
	return time.Date(y, m, d, 0, int(clock.Minutes()), 0, 0, c.zone)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
