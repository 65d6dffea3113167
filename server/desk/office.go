package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/policy"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// office is what is known of a contract or bill-to ID, and of who manages it,
// before the writer runs. What the ledger says is asked again inside.
type office struct {
	scope      access.Identifier
	registered []string // the registry's administrators
	listed     bool     // the registry names the person as one
	mine       bool     // the person administers it
	exists     bool     // the registry has it
	held       []registry.HeldGrant
	latest     time.Time // the last day that access may be given for
	domains    []string  // mail domains of the companies that it is for
	hidden     []string  // numbers that a third party may not read
	language   string    // of the person
	fresh      map[string]ledger.Account
}

// officeOf finds a contract or bill-to ID for one who administers it or
// reviews. Errors: ErrNotFound for everybody else.
func (d *Desk) officeOf(r *ledger.Reader, g *registry.Generation, who Who, scope access.Identifier) (office, error) {
	o, err := d.rightOf(r, g, who, scope)
	if err == nil && !o.exists {
		err = ledger.ErrNotFound
	}
	return o, err
}

// rightOf is officeOf for whatever access can be on: also an access programme,
// and what the registry has no more.
func (d *Desk) rightOf(r *ledger.Reader, g *registry.Generation, who Who, scope access.Identifier) (office, error) {
	o := office{scope: scope}
	contract, exists, err := d.exists(g, scope)
	if err != nil {
		return o, err
	}
	o.exists, o.latest, o.hidden = exists, latestDay(d.Now(), contract), []string{scope.Value}
	if contract != nil && contract.BillToID != "" {
		o.hidden = append(o.hidden, contract.BillToID)
	}
	account, err := r.Account(who.Account)
	if err != nil {
		return o, err
	}
	o.language = account.Profile.Language
	if o.registered, err = g.Administrators(scope); err != nil {
		return o, err
	}
	if o.listed, err = g.IsAdministrator(scope, registryEmail(account)); err != nil {
		return o, err
	}
	if o.mine, err = administersNow(r, scope, who.Account, o.listed); err != nil {
		return o, err
	}
	if !o.mine && account.Role != access.RoleReviewer {
		return o, ledger.ErrNotFound
	}
	if o.domains, err = d.domainsOf(g, scope); err != nil { // not before: the time it takes would tell that there is such a contract
		return o, err
	}
	o.held, err = g.GrantsOf(scope)
	return o, err
}

// exists looks a contract or bill-to ID up; contract is nil for the latter.
func (d *Desk) exists(g *registry.Generation, scope access.Identifier) (contract *access.ServiceContract, known bool, err error) {
	switch scope.Kind {
	case access.KindContract:
		contract, err = g.Contract(scope.Value)
		return contract, contract != nil, err
	case access.KindBillTo:
		b, err := g.BillTo(scope.Value)
		return nil, b != nil, err
	}
	return nil, false, nil
}

// domainsOf are the mail domains of the companies that a contract or bill-to ID
// is for, the public ones left out (bounded at wire.MaxDomains).
func (d *Desk) domainsOf(g *registry.Generation, scope access.Identifier) ([]string, error) {
	l := lookup{request: policy.Request{Identifier: scope}}
	err := l.scope(g)
	if err == nil {
		err = l.companies(g)
	}
	if err == nil && l.facts.BillTo != nil {
		l.facts.BillToCompany, err = g.Company(l.facts.BillTo.CompanyID)
	}
	domains := slices.DeleteFunc(policy.Domains(l.facts), d.Public.Contains)
	return domains[:min(len(domains), wire.MaxDomains)], err
}

// latestDay is validation.LatestDay, but for a contract that has ended: what is
// given for it counts once it is renewed, so only the longest term bounds it.
func latestDay(now time.Time, contract *access.ServiceContract) time.Time {
	if contract != nil && contract.Ends.Before(now) {
		contract = nil
	}
	return validation.LatestDay(now, contract)
}

// party is as whom the person acts here.
func (o *office) party() access.Party {
	if o.mine {
		return access.ByAdministrator
	}
	return access.ByReviewer
}

// still refuses one who lost the right since it was looked up. It is asked
// inside the writer.
func (o *office) still(tx *ledger.Tx) error {
	account, err := tx.Account(tx.By().Account)
	if err != nil {
		return err
	}
	mine, err := administersNow(&tx.Reader, o.scope, account.ID, o.listed)
	if err != nil {
		return err
	}
	if mine != o.mine {
		return errStale
	}
	if !mine && account.Role != access.RoleReviewer {
		return ledger.ErrNotFound
	}
	return nil
}

// reading reads what was typed by what the registry says of a contract or
// bill-to ID, before the writer runs and anew for each registry; people are
// addresses that may need an account.
type reading func(office) (people []string, err error)

// naming is the reading of what names these people, whatever the registry says.
func naming(people ...string) reading {
	return func(office) ([]string, error) { return people, nil }
}

// manage makes one change to a contract or bill-to ID: for its administrators
// and for reviewers. Errors: read's and run's own, not_found.
func (d *Desk) manage(ctx context.Context, who Who, scope access.Identifier, what string, body any, read reading, run func(*ledger.Tx, office) (any, error)) (ledger.Answer, error) {
	answer, err := retryStale(func() (answer ledger.Answer, err error) {
		return answer, d.Registry.Use(func(g *registry.Generation) error {
			o, err := d.prepareOffice(ctx, g, who, scope, read)
			if err != nil {
				return err
			}
			answer, err = d.Ledger.Do(ctx, ledger.Command{
				By:          event.Actor{Party: o.party(), Account: who.Account},
				Key:         who.Key,
				Fingerprint: fingerprint("office "+what+" "+scope.String(), body),
				Run: func(tx *ledger.Tx) (any, error) {
					if err := d.current(g); err != nil {
						return nil, err
					}
					if err := o.still(tx); err != nil {
						return nil, err
					}
					return run(tx, o)
				},
			})
			return commandError(err)
		})
	})
	return answer, notFound(err)
}

// change is manage for what answers nothing.
func (d *Desk) change(ctx context.Context, who Who, scope access.Identifier, what string, body any, read reading, run func(*ledger.Tx, office) error) error {
	_, err := d.manage(ctx, who, scope, what, body, read, func(tx *ledger.Tx, o office) (any, error) { return nil, run(tx, o) })
	return err
}

func (d *Desk) prepareOffice(ctx context.Context, g *registry.Generation, who Who, scope access.Identifier, read reading) (o office, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		o, err = d.officeOf(r, g, who, scope)
		return err
	})
	if err != nil {
		return o, err
	}
	people, err := read(o)
	if err != nil {
		return o, err
	}
	return o, d.freshen(g, &o, people...)
}

// freshen makes ready the accounts that addresses may need.
func (d *Desk) freshen(g *registry.Generation, o *office, people ...string) (err error) {
	o.fresh = make(map[string]ledger.Account, len(people))
	for _, email := range people {
		if o.fresh[email], _, err = d.newAccount(g, email, &wire.Profile{Language: o.language}); err != nil {
			return err
		}
	}
	return nil
}

// person returns the account of an address, making it when there is none.
func (o *office) person(tx *ledger.Tx, email string) (ledger.Account, error) {
	a, err := tx.AccountByEmail(email)
	if !errors.Is(err, ledger.ErrNotFound) {
		return a, err
	}
	a = o.fresh[email]
	return a, createAccount(tx, a)
}

// announceOffice tells who works a contract's queue, and the reviewers, that
// something of the contract changed.
func announceOffice(f event.Fact, scope access.Identifier) []Notice {
	u := officeUpdate(f, scope)
	return []Notice{{QueueTopic(scope.String()), u}, {QueueTopic(ledger.VendorQueue), u}}
}

func officeUpdate(f event.Fact, scope access.Identifier) wire.Update {
	return wire.Update{Kind: wire.UpdateOffice, Office: &wire.OfficeChange{Scope: scope.String(), Seq: f.Seq}}
}

// announceRight tells one whose contracts changed to load everything again; the
// connection comes back with its new rights.
func announceRight(f event.Fact, account string, scope access.Identifier) []Notice {
	return append(announceOffice(f, scope),
		Notice{AccountTopic(account), wire.Update{Kind: wire.UpdateReset}},
		Notice{AccountTopic(account), wire.Update{Kind: wire.UpdateMe}})
}
