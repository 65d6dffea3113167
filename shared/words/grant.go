package words

import (
	"strconv"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// day is a day as the portal's times count it.
const day = 24 * time.Hour

// EndingSoon is how long before its end an access is marked with EndingIn: that
// of the first warning.
const EndingSoon = 14 * day

// Access names an access as its holder knows it: "Contract 1234567"; what a
// third party holds without its contract.
func (w Words) Access(g wire.Grant) string {
	id := access.Identifier{Kind: access.KindWithheld}
	switch {
	case g.Contract != "":
		id = access.Contract(g.Contract)
	case g.BillTo != "":
		id = access.BillTo(g.BillTo)
	case g.Program != "":
		id = access.Identifier{Kind: access.KindProgram, Value: g.Program}
	}
	return w.Identifier(id)
}

// Days words a length of time in days, begun ones counted: "14 days".
func (w Words) Days(d time.Duration) string {
	n := int((d + day - 1) / day)
	if n <= 1 {
		return w.T("time.one_day")
	}
	return w.T("time.days", strconv.Itoa(n))
}

// EndingIn says how soon an access ends: "Ends in 14 days"; at its last day
// "Ends within a day".
func (w Words) EndingIn(left time.Duration) string {
	if left <= day {
		return w.T("grant.ending.day")
	}
	return w.T("grant.ending", w.Days(left))
}

// Confirm says of an access whose administrators were asked whether it is still
// needed what that means for it; "" when they were not, or have answered.
func (w Words) Confirm(g wire.Grant, ended bool) string {
	switch {
	case g.ConfirmBy.IsZero():
		return ""
	case ended:
		return w.T("grant.confirm.ended")
	}
	return w.T("grant.confirm", w.Day(g.ConfirmBy.UTC()))
}

// NotInForce says in one line why an access is not in force, and what to do.
func (w Words) NotInForce(why string, contract *access.Inactive) string {
	key, day := w.inactive("grant.why."+why, why, contract)
	return w.T(key, w.Settings.Vendor, day)
}
