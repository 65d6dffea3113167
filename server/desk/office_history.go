package desk

import (
	"context"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// OfficeHistory tells what happened to a contract or bill-to ID, newest first,
// 50 at a time. Errors: not_found.
func (d *Desk) OfficeHistory(ctx context.Context, who Who, scope access.Identifier, cursor string) (wire.OfficeHistory, error) {
	h := wire.OfficeHistory{Events: []wire.OfficeEvent{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		h.Position = r.Position()
		if _, err := d.officeOf(r, g, who, scope); err != nil {
			return err
		}
		facts, next, err := r.Story(scope, cursor, pageSize)
		if err != nil {
			return err
		}
		h.Next = next
		for _, f := range facts {
			e, err := d.viewEvent(r, f)
			if err != nil {
				return err
			}
			h.Events = append(h.Events, e)
		}
		return nil
	})
	return h, notFound(err)
}

// viewEvent words a fact for an administrator. Who was erased has no name.
func (d *Desk) viewEvent(r *ledger.Reader, f event.Fact) (wire.OfficeEvent, error) {
	v := wire.OfficeEvent{Seq: f.Seq, At: f.At, By: f.By.Party, ByName: d.nameOf(r, f.By)}
	data, err := f.Decode()
	if err != nil {
		return v, err
	}
	switch e := data.(type) {
	case *event.RequestMoved:
		v.What, v.Who, v.Level, v.Status = "request", shownAccount(r, e.Account), e.Level, e.To
		v.Reference, v.Request = e.Reference, e.Request
		if f.By.Party == access.ByRequester { // written to who decides
			return v, nil
		}
		if v.Note, err = r.Unerased(e.Note, e.Account, f.By.Account); e.Noted {
			v.Note, err = r.Note(e.Request, f.Seq)
		}
	case *event.GrantGiven:
		v.What, v.Who, v.Level, v.EndsAt = "grant", shownAccount(r, e.Account), e.Level, e.Ends
		if e.Change == event.GrantEnd {
			v.What = "end"
		}
	case *event.GrantRevoked:
		g, err := r.Grant(e.Grant)
		if err != nil {
			return v, err
		}
		v.What, v.Who, v.Level, v.Reason = "revoked", shownAccount(r, e.Account), g.Level, e.Reason
		if v.Note, err = r.WrittenOf(g); err != nil {
			return v, err
		}
	case *event.GrantConfirmed:
		g, err := r.Grant(e.Grant)
		if err != nil {
			return v, err
		}
		v.What, v.Who, v.Level = "confirmed", shownAccount(r, e.Account), g.Level
	case *event.RecertificationAsked:
		v.What, v.Count, v.EndsAt = "asked", len(e.Grants), e.Until
	case *event.RecertificationDropped:
		v.What, v.Count = "dropped", len(e.Grants)
	case *event.RulesSet:
		v.What, v.Rule, v.Value, v.Removed = "rule", string(e.Change.Rule), e.Change.Value, e.Change.Removed
		if e.Change.Account != "" {
			v.Value = shownAccount(r, e.Change.Account)
		}
	case *event.AdministratorNamed:
		v.What, v.Who = "named", shownAccount(r, e.Account)
	case *event.AdministratorLeft:
		v.What, v.Who, v.Last = "left", shownAccount(r, e.Account), e.Last
		if v.Note, err = r.Unerased(e.Note, e.Account, f.By.Account); e.Noted {
			v.Note, err = r.Note(e.Account, f.Seq)
		}
	}
	return v, err
}
