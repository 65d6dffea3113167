package ledger

import (
	"fmt"

	"accord/server/event"
)

// project brings every projection up to a fact. It decides nothing: the fact
// holds the outcome.
func project(r *rows, f *event.Fact, data event.Data) error {
	if err := tell(r, f, data); err != nil {
		return err
	}
	projectWritten(r, f, data)
	switch d := data.(type) {
	case *event.RequestMoved:
		return projectMoved(r, f, d)
	case *event.GrantGiven:
		return projectGiven(r, f, d)
	case *event.GrantRevoked:
		return projectRevoked(r, f, d)
	case *event.RequestReminded:
		return projectReminded(r, d)
	case *event.WatchEnded:
		return projectWatchEnded(r, f, d)
	case *event.GrantEnding:
		return projectEnding(r, f, d)
	case *event.GrantEnded:
		return projectEnded(r, f, d)
	case *event.GrantConfirmed:
		return projectConfirmed(r, f, d)
	case *event.RecertificationAsked:
		return projectAsked(r, f, d)
	case *event.RecertificationReminded:
		return projectRecertifyReminded(r, d)
	case *event.RecertificationDropped:
		return projectDropped(r, f, d)
	case *event.RulesSet:
		return store(r, rulesKey(d.Scope), d.Rules)
	case *event.AdministratorNamed:
		return projectNamed(r, f, d)
	case *event.AdministratorLeft:
		return projectLeft(r, f, d)
	case *event.RegistrySwitched:
		return projectSwitched(r, f, d)
	case *event.TokenIssued:
		return projectIssued(r, f, d)
	case *event.TokenRevoked:
		return projectTokenRevoked(r, d)
	case *event.MessageSent:
		return projectMessage(r, f, d)
	case *event.ConversationSettled:
		return projectSettled(r, f, d)
	case *event.AccountCreated:
		projectRole(r, d.Account, d.Role, false)
		return nil
	case *event.RoleSet:
		projectRole(r, d.Account, d.Role, true)
		return nil
	case *event.AccountErased:
		projectErased(r, d)
		return nil
	case *event.AccountChanged:
		return nil // the account record itself says it (PutAccount)
	}
	return fmt.Errorf("no projection of %T", data)
}
