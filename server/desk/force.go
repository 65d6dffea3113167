package desk

import (
	"time"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
)

// force says whether a grant is in force and until when that holds.
type force struct {
	why      string           // it is not, "" when it is: the reasons of an entitlement check
	changes  time.Time        // when that changes by itself, zero for never
	contract *access.Inactive // why the contract is not, for those who may know
}

// grantRevoked is the reason of a grant that was taken away. An entitlement
// check does not give it: such a grant is none.
const grantRevoked = "grant.revoked"

// programUnknown is the reason of a grant whose access programme the settings
// have no more.
const programUnknown = string(access.ProgramUnknown)

// soonAfter is how long after midnight a third party's page looks again: it is
// not told which midnight is the contract's.
const soonAfter = 5 * time.Second

// force judges a grant: it is in force while it runs and its contract is
// active; that of a bill-to ID is as good as each contract under it, that of an
// access programme as long as the settings have the programme.
func (d *Desk) force(g *registry.Generation, grant ledger.Grant) (f force, err error) {
	now := d.Now()
	switch {
	case grant.Revoked:
		return force{why: grantRevoked}, nil
	case now.Before(grant.Starts):
		return force{why: grantNotStarted, changes: grant.Starts}, nil
	case !running(grant, now):
		return force{why: grantEnded}, nil
	}
	f.changes = grant.Ends
	switch grant.Scope.Kind {
	case access.KindProgram:
		if id, _ := grant.Scope.Program(); d.Settings.Program(id) == nil {
			f.why = programUnknown
		}
	case access.KindBillTo:
		party, err := g.BillTo(grant.Scope.Value)
		if party == nil {
			f.why = string(access.BillToUnknown)
		}
		return f, err
	default:
		contract, err := g.Contract(grant.Scope.Value)
		if err != nil {
			return f, err
		}
		if contract == nil || !contract.ActiveAt(now) {
			f.why = string(access.ContractInactive)
		}
		if contract != nil && !grant.ThirdParty {
			f.contract = contract.InactiveAt(now)
		}
		f.changes = earlier(f.changes, contractChanges(contract, grant.ThirdParty, now))
	}
	return f, nil
}

// contractChanges is when a contract begins or ends by itself: at midnight UTC.
// A third party may not know the day and gets the next midnight.
func contractChanges(c *access.ServiceContract, thirdParty bool, now time.Time) time.Time {
	switch {
	case c == nil || c.Status != access.ContractActive || now.After(c.Ends.Add(ledger.Day)):
		return time.Time{}
	case thirdParty:
		return access.Day(now).Add(ledger.Day + soonAfter)
	case now.Before(c.Starts):
		return access.Day(c.Starts)
	}
	return access.Day(c.Ends).Add(ledger.Day)
}

// earlier is the earlier of two moments; zero stands for never.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
