// Package words says in sentences what an access request's status means: its
// heading, why, what comes next, what is possible now. A screen and a mail are
// made from the same sentences, so that they never tell two stories (guide ja,
// 「システムメール」: what the screen shows is mailed as well).
package words

import (
	"slices"
	"strconv"
	"time"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Words are one reader's: the language and what the portal is set to.
type Words struct {
	Lang     i18n.Lang
	Settings wire.Settings
	Zone     *time.Location // of Moment; nil where it is not known
}

// Line is one paragraph. With Support the address of support follows it.
type Line struct {
	Text    string
	Support bool
}

// T is a text of the catalogue.
func (w Words) T(key string, args ...string) string { return i18n.T(w.Lang, key, args...) }

// Identifier names what a request asks for: "Contract 1234567", "Partner
// registration: P-1001".
func (w Words) Identifier(id access.Identifier) string {
	if label, entered, ok := w.Settings.ProgramName(string(w.Lang), id); ok {
		return w.T("request.program", label, entered)
	}
	return w.T("request."+string(id.Kind), id.Value)
}

// Asked is what a submission asked for, in full: the level in the words of the
// guides' dialog, or the access programme.
func (w Words) Asked(l access.Level, id access.Identifier) string {
	if label, _, ok := w.Settings.ProgramName(string(w.Lang), id); ok {
		return label
	}
	return w.T("level."+string(l)+".long", w.Settings.Vendor)
}

// by is the key of a text about requests of a status. The guides speak of "your
// company's" administrators. Where that is not certain of all the requests, the
// texts are those of ".other", for another company's may decide.
func by(key string, s access.Status, of []wire.Request) string {
	key += string(s)
	if s == access.PendingAdministrator && slices.ContainsFunc(of, func(r wire.Request) bool { return !r.Belongs }) {
		key += ".other"
	}
	return key
}

// Heading is the guides' heading over the requests of a status.
func (w Words) Heading(s access.Status, of ...wire.Request) string {
	return w.T(by("result.group.", s, of), w.Settings.Vendor)
}

// Explained says what a status means for its requests, in the guides' words,
// and whom to write to. told is how far the mail to administrators has come, ""
// where that is not known.
func (w Words) Explained(s access.Status, told wire.MailState, of ...wire.Request) []Line {
	text := by("result.text.", s, of)
	switch s {
	case access.PendingAdministrator:
		said := text
		if key := text + "." + string(told); i18n.Has(key) {
			said = key
		}
		return []Line{{Text: w.T(said)}, {w.T(text + ".more"), true}}
	case access.PendingVendor:
		return []Line{{Text: w.T(text, w.Settings.Vendor, w.Span())}, {w.T(text + ".more"), true}}
	case access.Denied:
		return []Line{{w.T(text), true}}
	case access.PendingAction, access.Cancelled, access.Expired:
		return []Line{{Text: w.T(text)}}
	}
	return nil
}

// VendorReasons are why a request may need the vendor's eyes (guide ja,
// "Pending Cisco Review"). They are general: a requester never learns what the
// registry says of the holder. There are none where no contract is asked for:
// bill-to IDs and access programmes are always looked at.
func (w Words) VendorReasons(of []wire.Request) (title string, reasons []string) {
	if !slices.ContainsFunc(of, func(r wire.Request) bool {
		return r.Extends == nil && r.Identifier.Kind == access.KindContract || r.Identifier.Kind == access.KindSerial
	}) {
		return "", nil
	}
	for _, key := range []string{"result.reasons.name", "result.reasons.behalf", "result.reasons.party"} {
		reasons = append(reasons, w.T(key, w.Settings.Vendor))
	}
	return w.T("result.reasons"), reasons
}

// Reasons say in plain words why a request has its status, one line a reason.
func (w Words) Reasons(of wire.Request, reasons ...access.Reason) []string {
	lines := make([]string, 0, len(reasons))
	for _, r := range reasons {
		key, day := w.inactive("reason."+string(r), string(r), of.Inactive)
		lines = append(lines, w.T(key, w.Identifier(of.Identifier), w.Settings.Vendor, day))
	}
	return lines
}

// inactive is the key of a text about a reason and the day that it names: of a
// contract that is not in force the one that says why, where that is known.
func (w Words) inactive(key, reason string, i *access.Inactive) (of, day string) {
	if reason != string(access.ContractInactive) || i == nil || i.Day.IsZero() && i.Term != access.TermTerminated {
		return key, ""
	}
	return key + "." + string(i.Term), w.Day(i.Day.UTC())
}

// Next says what the requester can do now: what mends each of its reasons where
// it is theirs to act, else what its status waits for.
func (w Words) Next(r wire.Request) []string {
	if r.Status == access.Approved && r.For != "" {
		return []string{w.T(w.Settings.Mailed("third.next.approved"), r.For)}
	}
	if r.Status == access.Approved || r.Held != "" {
		return nil // UsesOf says what is possible instead; what is held already needs nothing
	}
	if r.Status != access.Denied && r.Status != access.PendingAction {
		return []string{w.T(by("request.next.", r.Status, []wire.Request{r}), w.Settings.Vendor)}
	}
	var lines []string
	for _, reason := range r.Reasons {
		if reason == access.RequestDuplicate && r.Earlier != nil {
			lines = append(lines, w.T("request.duplicate.follow", r.Earlier.Reference, w.Identifier(r.Earlier.Identifier)))
			continue
		}
		key, day := w.inactive("reason."+string(reason), string(reason), r.Inactive)
		if key += ".mend"; i18n.Has(key) {
			lines = append(lines, w.T(key, w.Identifier(r.Identifier), w.Settings.Vendor, day))
		}
	}
	return lines
}

// Uses are what a level lets its holder do (guide ja, "Approved"); what an
// access programme does stands in the settings.
func (w Words) Uses(l access.Level, id access.Identifier) []string {
	var lines []string
	if program, _ := id.Program(); id.Kind == access.KindProgram {
		if p := w.Settings.Program(program); p != nil {
			lines = append(lines, p.Grants.In(string(w.Lang)))
		}
	}
	if l.Allows(access.ActionCase) {
		lines = append(lines, w.T("level.case"))
	}
	if l.Allows(access.ActionDownload) {
		lines = append(lines, w.T("level.download"))
	}
	if l == access.Ordering {
		lines = append(lines, w.T("level.order"))
	}
	return lines
}

// UsesOf are what an approved request lets its requester do: nothing of what
// was given to a user at another company or was taken away since.
func (w Words) UsesOf(r wire.Request) []string {
	if r.Status != access.Approved || r.For != "" || r.Revoked != nil {
		return nil
	}
	return w.Uses(r.Level, r.Identifier)
}

// Holder says who has the request now, "" when nobody has.
func (w Words) Holder(r wire.Request) string {
	if !r.Status.Pending() {
		return ""
	}
	return w.T(by("request.with.", r.Status, []wire.Request{r}), w.Settings.Vendor)
}

// HowLong says when somebody answers a pending request.
func (w Words) HowLong(s access.Status) string {
	return w.T("request.time."+string(s), w.Settings.Vendor, w.Span())
}

// Why are the reasons as a decider reads them, one line a reason. That the
// company cannot be told goes without saying where another reason says why.
func (w Words) Why(reasons []access.Reason) []string {
	var lines []string
	for _, r := range reasons {
		if r != access.CompanyInsufficient || len(reasons) == 1 {
			lines = append(lines, w.T("why."+string(r), w.Settings.Vendor))
		}
	}
	return lines
}

// Span words the promised time of the vendor's review.
func (w Words) Span() string {
	minutes := w.Settings.VendorReviewMinutes
	switch {
	case minutes%60 == 0 && w.Settings.BusinessHours:
		return w.T("request.business_hours", strconv.Itoa(minutes/60))
	case minutes == 60:
		return w.T("request.hour")
	case minutes%60 == 0:
		return w.T("request.hours", strconv.Itoa(minutes/60))
	}
	return w.T("request.minutes", strconv.Itoa(minutes))
}

// Day is a date without the time of day.
func (w Words) Day(t time.Time) string {
	month := strconv.Itoa(int(t.Month()))
	if w.Lang == i18n.English {
		month = t.Month().String()[:3]
	}
	return w.T("time.day", strconv.Itoa(t.Year()), month, strconv.Itoa(t.Day()))
}

// Exact is a moment as the guides write it, in the zone that it is given in,
// which is named: "2019年9月4日(水) 15:24 JST".
func (w Words) Exact(t time.Time, zone string) string {
	weekday := w.T("time.weekday" + strconv.Itoa(int(t.Weekday())))
	return w.T("time.exact", w.Day(t), weekday, t.Format("15:04"), zone)
}

// Moment is a moment in the reader's zone. Where that is not known it is Japan's
// for readers of Japanese, else UTC.
func (w Words) Moment(t time.Time) string {
	t = t.UTC()
	switch {
	case w.Zone != nil:
		t = t.In(w.Zone)
	case w.Lang == i18n.Japanese:
		t = t.In(time.FixedZone(tokyo, 9*60*60))
	}
	_, offset := t.Zone()
	return w.Exact(t, ZoneName(t.Location().String(), offset))
}

const tokyo = "Asia/Tokyo"

// ZoneName is "JST" for Tokyo, as the guides have it, else the distance from UTC
// in seconds as "UTC+5:30", which needs no table.
func ZoneName(name string, offset int) string {
	switch {
	case offset == 0:
		return "UTC"
	case name == tokyo:
		return "JST"
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	text := "UTC" + sign + strconv.Itoa(offset/3600)
	if minutes := offset % 3600 / 60; minutes != 0 {
		text += ":" + strconv.Itoa(100 + minutes)[1:]
	}
	return text
}
