package policy

import (
	"accord/shared/access"
	"accord/shared/wire"
)

// Decide evaluates a request: the rules in order, the first that ends the
// matter wins. The trace holds every rule that was looked at, up to the one that
// decided. Rule 19 always decides, so there is always an outcome.
func Decide(f Facts, r Request) Decision {
	var d Decision
	m := newMatter(&f)
	for i, decide := range rules() {
		said := decide(m, r)
		d.Trace = append(d.Trace, wire.RuleResult{
			Rule: i + 1, Saw: said.saw, Outcome: said.outcome, Status: said.status, Reasons: said.reasons,
		})
		if said.outcome == wire.OutcomeDecide {
			d.Status, d.Reasons, d.Switch = said.status, said.reasons, said.offer
			break
		}
	}
	return d
}

// rule is one row of the domain page's table.
type rule func(m *matter, r Request) said

// rules is the table, in its order, and after it what the table has no row
// for: rule 19 decides on access programmes, and on nothing else.
func rules() []rule {
	return []rule{
		companyMissing,      // 1
		billToNotEligible,   // 2
		unknown,             // 3
		tooNew,              // 4
		inactive,            // 5
		alreadyHeld,         // 6
		duplicate,           // 7
		partnerBranded,      // 8
		noAdministrator,     // 9
		billToReview,        // 10
		orderingReview,      // 11
		locked,              // 12
		domainDenied,        // 13
		domainApproved,      // 14
		downloadsReview,     // 15
		companyMatch,        // 16
		companyOther,        // 17
		companyInsufficient, // 18
		programReview,       // 19
	}
}

// said is what a rule said, and what it saw.
type said struct {
	outcome wire.Outcome
	saw     []wire.Seen
	status  access.Status
	reasons []access.Reason
	offer   access.Level // to ask for instead, in one press
}

// skip: the rule is not for this request.
func skip() said { return said{outcome: wire.OutcomeSkip} }

// pass: the rule looked and has nothing to say.
func pass(saw ...wire.Seen) said { return said{outcome: wire.OutcomePass, saw: saw} }

// to ends the matter.
func (s said) to(status access.Status, reasons ...access.Reason) said {
	s.outcome, s.status, s.reasons = wire.OutcomeDecide, status, reasons
	return s
}

// offering adds the level that may be asked for instead.
func (s said) offering(l access.Level) said {
	s.offer = l
	return s
}

// review gives the matter to the person who decides for the scope: one of its
// administrators or, where there is none but the requester, the vendor. Nobody
// decides their own request (domain page, "Statuses").
func (m *matter) review(s said, reasons ...access.Reason) said {
	switch {
	case !m.Administrators:
		return s.to(access.PendingVendor, reasons...)
	case m.OnlyAdministrator:
		s.saw = append(s.saw, yesNo(sawOnlyAdministrator, true))
		return s.to(access.PendingVendor, append(reasons, access.AdminOwn)...)
	}
	return s.to(access.PendingAdministrator, reasons...)
}

// ofContract reports a request that is judged on a contract in the registry.
func (m *matter) ofContract(r Request) bool {
	return r.Identifier.Kind != access.KindBillTo && m.Contract != nil
}

// grantable reports a request that a rule may approve by itself: downloads or
// full support of a contract. Everything else is a person's to approve.
func (m *matter) grantable(r Request) bool {
	return m.ofContract(r) && (r.Level == access.Downloads || r.Level == access.Full)
}
