package portal

import (
	"net/url"
	"time"

	"accord/app/page"
	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// draw lets the browser program's own pages draw what the server sends first:
// the one place where both worlds meet.
func draw(at *url.URL, lang i18n.Lang, zone *time.Location, first wire.First) string {
	if zone == nil {
		return page.First(at, lang, session.Zone{}, first)
	}
	return page.First(at, lang, session.Zone{Name: zone.String(), Offset: func(t time.Time) int {
		_, offset := t.In(zone).Zone()
		return offset
	}}, first)
}
