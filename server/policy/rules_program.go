package policy

import (
	"accord/shared/access"
	"accord/shared/wire"
)

// programReview is rule 19: the settings say who decides on an access
// programme. What the registry holds has no part in it; rules 1, 3, 6 and 7
// have looked at the account, the programme and what the account has already.
// What was taken away from the account is a person's to give back, as in rule 12.
func programReview(m *matter, _ Request) said {
	if m.Program == nil { // rule 3 has ended the matter
		return pass(yesNo(sawOffered, false)).to(access.Denied, access.ProgramUnknown)
	}
	s := pass(word(sawDecides, m.Program.Decides), yesNo(sawRevoked, m.Revoked))
	switch {
	case m.Revoked:
		return s.to(access.PendingVendor, access.AccessRevoked)
	case m.Program.Decides == wire.DecidesNobody:
		return s.to(access.Approved, access.ProgramAtOnce)
	}
	return s.to(access.PendingVendor, access.ProgramReview)
}
