package part

import (
	"testing"
	"time"

	"accord/app/session"
	"accord/shared/i18n"
)

func TestExact(t *testing.T) {
	moment := time.Date(2019, 9, 4, 6, 24, 0, 0, time.UTC)
	tests := []struct {
		name string
		lang i18n.Lang
		zone session.Zone
		want string
	}{
		{"JapaneseIsAsTheGuideWritesIt", i18n.Japanese, tokyo("ja").Zone, "2019年9月4日(水) 15:24 JST"},
		{"EnglishNamesTheMonth", i18n.English, tokyo("en").Zone, "Wed, 4 Sep 2019, 15:24 JST"},
		{"NoZoneIsUTC", i18n.English, session.Zone{}, "Wed, 4 Sep 2019, 06:24 UTC"},
		{"HalfHoursAreTold", i18n.English, session.Zone{Name: "Asia/Kolkata", Offset: func(time.Time) int { return 5*3600 + 1800 }}, "Wed, 4 Sep 2019, 11:54 UTC+5:30"},
		{"WestIsMinus", i18n.English, session.Zone{Name: "America/New_York", Offset: func(time.Time) int { return -4 * 3600 }}, "Wed, 4 Sep 2019, 02:24 UTC−4"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := tokyo(tt.lang)
			m.Zone = tt.zone
			if got := Exact(m, moment); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestRelative(t *testing.T) {
	tests := []struct {
		name string
		ago  time.Duration
		lang i18n.Lang
		want string
	}{
		{"AMomentAgo", 20 * time.Second, i18n.English, "just now"},
		{"AMinuteAgo", 70 * time.Second, i18n.English, "1 minute ago"},
		{"MinutesAreRounded", 89*time.Minute + 10*time.Second, i18n.English, "1 hour ago"},
		{"Hours", 5 * time.Hour, i18n.Japanese, "5 時間前"},
		{"AheadInJapanese", -2 * time.Hour, i18n.Japanese, "あと 2 時間"},
		{"AheadInEnglish", -48 * time.Hour, i18n.English, "in 2 days"},
		{"AlmostADayIsADay", 23*time.Hour + 45*time.Minute, i18n.English, "1 day ago"},
		{"LongAgoIsADate", 40 * 24 * time.Hour, i18n.Japanese, "2026年10月22日"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := tokyo(tt.lang)
			if got := Relative(m, m.Now.Add(-tt.ago)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestDay_IsThatOfTheZoneItIsGivenIn(t *testing.T) {
	m, moment := tokyo("en"), time.Date(2026, 11, 30, 23, 30, 0, 0, time.UTC)
	mustHold(t, drawn(Day(m, moment)), `datetime="2026-11-30"`, "30 Nov 2026")
	mustHold(t, drawn(Day(m, m.Zone.In(moment))), `datetime="2026-12-01"`, "1 Dec 2026")
}
