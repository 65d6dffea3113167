package policy

import (
	"slices"

	"accord/shared/wire"
)

// Explain is a trace as its requester may read it: the rules that looked, in
// order, and what they said. Of what they saw only the requester's own data
// stays, by a list of what may be told, so that a new fact is kept back until
// somebody thinks about it. What is left follows from the request, the
// requester's profile and the decision's status and reasons, which they are
// told anyway: nothing in it tells one contract's holder, domains,
// administrators, terms or rules from another's (domain page, "Privacy").
func Explain(trace []wire.RuleResult) []wire.RuleResult {
	told := []wire.RuleResult{}
	for _, r := range trace {
		if r.Outcome == wire.OutcomeSkip {
			continue
		}
		r.Saw = slices.DeleteFunc(slices.Clone(r.Saw), func(s wire.Seen) bool { return !own(s.Fact) })
		told = append(told, r)
	}
	return told
}

// own reports whether a fact is the requester's own data alone. The mail domain
// is theirs; whose it is besides, and what the names were compared with, is not.
func own(fact string) bool {
	switch fact {
	case sawCompanyGiven, sawAddressGiven, sawMailDomain, sawPublicDomain:
		return true
	}
	return false
}
