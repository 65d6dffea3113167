package page

import (
	"strconv"

	"accord/app/session"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// identifierText names what a request asks for: "Contract 1234567".
func identifierText(m session.Model, id access.Identifier) string {
	return m.T("request."+string(id.Kind), id.Value)
}

// nextTexts say what the requester can do now: what mends each of its reasons
// where it is theirs to act, else what its status waits for.
func nextTexts(m session.Model, r wire.Request) []string {
	if r.Status == access.Approved {
		return nil // the card says what is possible instead
	}
	if r.Status != access.Denied && r.Status != access.PendingAction {
		return []string{m.T("request.next."+string(r.Status), m.Vendor())}
	}
	var texts []string
	for _, reason := range r.Reasons {
		if key := "reason." + string(reason) + ".mend"; i18n.Has(key) {
			texts = append(texts, m.T(key, identifierText(m, r.Identifier), m.Vendor()))
		}
	}
	return texts
}

// holder says who has the request now, "" when nobody has.
func holder(m session.Model, s access.Status) string {
	if !s.Pending() {
		return ""
	}
	return m.T("request.with."+string(s), m.Vendor())
}

// spanText words the promised time of the vendor's review.
func spanText(m session.Model) string {
	minutes := m.Settings.VendorReviewMinutes
	switch {
	case minutes == 60:
		return m.T("request.hour")
	case minutes%60 == 0:
		return m.T("request.hours", strconv.Itoa(minutes/60))
	}
	return m.T("request.minutes", strconv.Itoa(minutes))
}

// late reports whether the vendor's answer is overdue.
func late(m session.Model, r wire.Request) bool {
	return r.Status == access.PendingVendor && !r.DueAt.IsZero() && m.Now.After(r.DueAt)
}

// retries reports whether sending the denied request through the evaluation
// again can help: not where nothing is missing, and not where the terms say no
// and another level is offered instead.
func retries(r wire.Request) bool {
	return may(r, access.MoveReprocess) && r.Status == access.Denied && r.Switch == "" &&
		!has(r, access.AccessAlreadyHeld) && !has(r, access.RequestDuplicate)
}

// countText chooses between the text for one and the text for another number.
func countText(m session.Model, n int, one, many string) string {
	if n == 1 {
		return m.T(one)
	}
	return m.T(many, strconv.Itoa(n))
}
