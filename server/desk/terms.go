package desk

import (
	"errors"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// terms are what an approval says of its grant.
type terms struct {
	ends    time.Time // zero for no end
	purpose string    // of a third party's
}

// approvable is what an approval may need to know of the registry.
type approvable struct {
	latest time.Time      // the last day that it may be given for
	billTo string         // of the contract
	third  ledger.Account // to be made when the third party has no account yet
	given  ledger.Grant   // of an extension: what the registry gives
}

// approvable looks it up.
func (d *Desk) approvable(r *ledger.Reader, g *registry.Generation, request ledger.Request) (a approvable, err error) {
	var contract *access.ServiceContract
	if request.Scope.Kind == access.KindContract {
		if contract, err = g.Contract(request.Scope.Value); err != nil {
			return a, err
		}
	}
	if a.latest = validation.LatestDay(d.Now(), contract); contract != nil {
		a.billTo = contract.BillToID
	}
	if request.Extends != nil {
		a.given, err = registered(r, g, request)
		return a, err
	}
	if request.For == "" {
		return a, nil
	}
	t, err := r.ThirdParty(request.ID)
	if err != nil {
		return a, err
	}
	sponsor, err := r.Account(request.Account)
	if err != nil && !errors.Is(err, ledger.ErrNotFound) {
		return a, err
	}
	a.third, _, err = d.newAccount(g, t.Email, &wire.Profile{Language: sponsor.Profile.Language})
	if err != nil {
		return a, err
	}
	erased, err := r.Erased(request.For)
	if !erased {
		a.third.ID = request.For
	}
	return a, err
}

// terms checks what an approver said of the grant. Errors: validation.
func (a approvable) terms(request ledger.Request, now time.Time, body wire.Moved) (t terms, err error) {
	var wrong []wire.FieldError
	if body.NoEnd {
		body.EndsOn = "" // what was said expressly counts
	}
	ends, bad := validation.LastDay(body.EndsOn, now, a.latest)
	if bad == nil && request.Extends != nil {
		bad = validation.NewEnd(ends, body.NoEnd, request.Extends.Until)
	}
	if t.ends = ends; bad != nil {
		wrong = append(wrong, *bad)
	}
	if request.For != "" {
		purpose, bad := validation.Purpose(body.Purpose, request.Scope.Value, request.Identifier.Value, a.billTo)
		if t.purpose = purpose; bad != nil {
			wrong = append(wrong, *bad)
		}
	}
	if len(wrong) > 0 {
		return t, invalid(wrong...)
	}
	return t, nil
}

// approve writes an approval and its grant; a third party without an account
// gets one, which they take over by a mailed link.
func (d *Desk) approve(tx *ledger.Tx, m event.RequestMoved, a approvable, t terms) error {
	if m.Extends != nil {
		return d.approveExtension(tx, m, a, t)
	}
	if m.For != "" {
		account, err := thirdAccount(tx, m.Request, a.third)
		if err != nil {
			return err
		}
		m.For = account
	}
	return d.moveWith(tx, m, t)
}

// thirdAccount is the account that a grant for a third party goes to: the one
// that was asked for, or that the address has got since, or a new one.
func thirdAccount(tx *ledger.Tx, request string, fresh ledger.Account) (string, error) {
	_, err := tx.Account(fresh.ID)
	if !errors.Is(err, ledger.ErrNotFound) {
		return fresh.ID, err
	}
	third, err := tx.ThirdParty(request)
	if err != nil {
		return "", err
	}
	a, err := tx.AccountByEmail(third.Email)
	if !errors.Is(err, ledger.ErrNotFound) {
		return a.ID, err
	}
	if err := tx.PutAccount(fresh); err != nil {
		return "", err
	}
	_, err = tx.Append(&event.AccountCreated{Account: fresh.ID, Role: fresh.Role})
	return fresh.ID, err
}

// approveExtension writes an approval and that the grant goes on. One that was
// taken away meanwhile does not. Errors: no_extension.
func (d *Desk) approveExtension(tx *ledger.Tx, m event.RequestMoved, a approvable, t terms) error {
	g, err := extended(&tx.Reader, ledger.Request{Extends: m.Extends}, a.given)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && g.Revoked {
		return problem(wire.CodeNoExtension)
	}
	if err != nil {
		return err
	}
	e := *m.Extends
	e.Ends = t.ends
	m.Extends = &e
	if err := d.moveWith(tx, m, t); err != nil {
		return err
	}
	_, err = tx.Append(goOn(g, m.Request, t.ends))
	return err
}
