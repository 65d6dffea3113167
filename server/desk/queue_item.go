package desk

import (
	"context"

	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// QueueItem answers all that a decider needs of a request, also after the
// decision. Reviewers see every request, administrators those of their
// contracts and bill-to IDs. Errors: not_found.
func (d *Desk) QueueItem(ctx context.Context, who Who, id string) (wire.QueueItem, error) {
	var item wire.QueueItem
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		moves, err := d.deciderMoves(r, g, who, request)
		if err != nil {
			return err
		}
		item, err = d.viewItem(r, g, request)
		item.Moves = moves
		if err != nil {
			return err
		}
		mine, err := own(r, request, who.Account)
		if mine {
			hideNotes(&item, request)
		}
		return err
	})
	return item, notFound(err)
}

// hideNotes leaves a decider's own request the notes that any requester reads:
// what administrator and vendor write to each other is not for them.
func hideNotes(item *wire.QueueItem, request ledger.Request) {
	item.Note = shownNote(request)
	for i, s := range request.Steps {
		if !forRequester(s.Move) && s.By.Party != access.ByRequester {
			item.Steps[i].Note = ""
		}
	}
}

// asDecider refuses one who may not look at a request as its decider, and reports
// whether they administer what it is on. Errors: ErrNotFound.
func (d *Desk) asDecider(r *ledger.Reader, g *registry.Generation, who Who, request ledger.Request) (administers bool, err error) {
	account, err := r.Account(who.Account)
	if err != nil {
		return false, err
	}
	administers, err = d.manages(r, g, account, request.Scope)
	if err == nil && !administers && who.Role != access.RoleReviewer {
		err = ledger.ErrNotFound
	}
	return administers, err
}

// Looking answers one who has a request open: the queue in which it waits, "" when
// it waits in none, and the name by which others there know them. Errors:
// not_found.
func (d *Desk) Looking(ctx context.Context, who Who, id string) (queue, name string, err error) {
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		if _, err = d.asDecider(r, g, who, request); err != nil {
			return err
		}
		account, err := r.Account(who.Account)
		queue, name = request.Queue(), account.Profile.Name()
		return err
	})
	return queue, name, notFound(err)
}

// deciderMoves lists what the person may do to a request. Errors: ErrNotFound
// for one who may not even look.
func (d *Desk) deciderMoves(r *ledger.Reader, g *registry.Generation, who Who, request ledger.Request) ([]access.Move, error) {
	administers, err := d.asDecider(r, g, who, request)
	if err != nil {
		return nil, err
	}
	var moves []access.Move
	if mine, err := own(r, request, who.Account); mine || err != nil {
		return moves, err
	}
	if administers {
		moves = append(moves, access.Moves(request.Status, access.ByAdministrator)...)
	}
	if who.Role == access.RoleReviewer {
		moves = append(moves, access.Moves(request.Status, access.ByReviewer)...)
	}
	return d.sendable(r, g, request, moves)
}

// sendable leaves out what needs an administrator when none may decide it.
func (d *Desk) sendable(r *ledger.Reader, g *registry.Generation, request ledger.Request, moves []access.Move) ([]access.Move, error) {
	admins, err := d.administrators(r, g, request.Scope)
	if err != nil {
		return nil, err
	}
	if admins, err = decidersOf(r, request, admins); err != nil || len(admins) > 0 {
		return moves, err
	}
	var rest []access.Move
	for _, m := range moves {
		if m != access.MoveSendAdmin {
			rest = append(rest, m)
		}
	}
	return rest, nil
}

func (d *Desk) viewItem(r *ledger.Reader, g *registry.Generation, request ledger.Request) (wire.QueueItem, error) {
	item := wire.QueueItem{Policy: request.Policy, Generation: request.Generation, Note: request.Note, Position: r.Position(), Evaluated: evaluatedAt(request)}
	account, err := whoever(r, request.Account)
	if err != nil {
		return item, err
	}
	item.Profile = account.Profile
	if item.Row, err = d.viewRow(r, request); err != nil {
		return item, err
	}
	if item.Trace, err = r.Trace(request.ID); err != nil {
		return item, err
	}
	for _, s := range request.Steps {
		item.Steps = append(item.Steps, wire.Step{
			At: s.At, From: s.From, To: s.To, By: s.By.Party, Name: d.nameOf(r, s.By),
			Move: s.Move, Reasons: s.Reasons, Note: s.Note,
		})
	}
	may, err := d.approvable(r, g, request)
	if err != nil {
		return item, err
	}
	item.LatestEnd = may.latest
	if request.Extends != nil {
		if item.Extended, err = d.viewExtended(r, g, request, may.latest); err != nil {
			return item, err
		}
	}
	if request.For != "" {
		if err := d.viewThirdParty(r, g, request, &item); err != nil {
			return item, err
		}
	}
	if err := d.addGiven(r, g, &item, request); err != nil {
		return item, err
	}
	return item, d.viewFacts(r, g, account, request, &item)
}

// viewFacts adds what the registry holds now, and how close the names are.
func (d *Desk) viewFacts(r *ledger.Reader, g *registry.Generation, a ledger.Account, request ledger.Request, item *wire.QueueItem) error {
	l, err := d.look(g, a, policy.Request{Level: request.Level, Identifier: request.Identifier})
	if err != nil {
		return err
	}
	given, err := r.GrantsOn(a.ID, scopesOf(l.facts)...)
	if err != nil {
		return err
	}
	f := &l.facts
	if f.BillTo != nil {
		if f.BillToCompany, err = g.Company(f.BillTo.CompanyID); err != nil {
			return err
		}
	}
	item.Facts = wire.ContractFacts{
		Contract: f.Contract,
		Holder:   companyName(f.Holder), Parent: companyName(f.Parent),
		Seller: companyName(f.Seller), BillToOf: companyName(f.BillToCompany),
	}
	if f.Contract != nil {
		item.Facts.BillTo = f.Contract.BillToID
	} else if f.BillTo != nil {
		item.Facts.BillTo = f.BillTo.ID
		contracts, known, err := g.ContractsOf(f.BillTo.ID, wire.MostContracts)
		if err != nil {
			return err
		}
		if known {
			item.Facts.Contracts = &contracts
		}
	}
	admins, err := d.administrators(r, g, f.Scope)
	if err != nil {
		return err
	}
	item.Facts.Admins = len(admins)
	for _, h := range held(given, l.granted, f.Now) {
		if item.Facts.HeldLevel == "" || h.Level.Covers(item.Facts.HeldLevel) {
			item.Facts.HeldLevel = h.Level
		}
	}
	item.Advice = advice(a.Profile, f.Holder, f.Parent, f.BillToCompany)
	return nil
}

func companyName(c *access.Company) wire.CompanyName {
	if c == nil {
		return wire.CompanyName{}
	}
	return wire.CompanyName{Name: c.Name, NameLocal: c.NameLocal}
}

// advice says how close the person's company names are to each entitled
// company's. It helps to see and never approves.
func advice(p wire.Profile, entitled ...*access.Company) []wire.Similarity {
	var list []wire.Similarity
	seen := map[string]bool{}
	for _, c := range entitled {
		if c == nil || seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		best := 0
		for _, name := range c.Names() {
			best = max(best, policy.Similarity(p.Company, name), policy.Similarity(p.CompanyLocal, name))
		}
		list = append(list, wire.Similarity{Company: firstOf(c.Name, c.NameLocal), Percent: best})
	}
	return list
}
