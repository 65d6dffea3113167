package words

import (
	"slices"
	"strings"

	"accord/shared/access"
	"accord/shared/wire"
)

// Topic is what questions about a request are about, so that its denial or
// pending state can name the right contact (guide ja, 7 and 9).
func Topic(r wire.Request) string {
	has := func(reason access.Reason) bool { return slices.Contains(r.Reasons, reason) }
	switch {
	case has(access.ProfileCompanyMissing):
		return wire.TopicAccount
	case r.Identifier.Kind == access.KindProgram:
		return wire.TopicProgram
	case r.Level == access.Ordering:
		return wire.TopicOrdering
	case r.Identifier.Kind == access.KindBillTo || has(access.BillToNotEligible):
		return wire.TopicBillTo
	case has(access.ContractInactive), has(access.TermsPartnerBranded):
		return wire.TopicContract
	}
	return wire.TopicRegistration
}

// Contact is whom to ask about a request that is denied or waits; ok is false
// where nobody needs to be asked.
func (w Words) Contact(r wire.Request) (c wire.Contact, ok bool) {
	if r.Status != access.Denied && !r.Status.Pending() {
		return c, false
	}
	return w.Settings.ContactFor(Topic(r)), true
}

// Way words one way to reach a contact: what kind it is and what it is called.
func (w Words) Way(way wire.Way) (kind, name string) {
	scheme, name, _ := strings.Cut(way.To, ":")
	if way.Label != nil {
		name = way.Label.In(string(w.Lang))
	}
	return w.T("help.way." + scheme), name
}
