package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/limit"
	"accord/server/registry"
	"accord/shared/validation"
	"accord/shared/wire"
)

const (
	sessionLife      = 30 * 24 * time.Hour // from signing in
	sharedLife       = 8 * time.Hour       // the same, on a shared computer: a working day
	sessionTouch     = time.Minute         // LastSeenAt is this exact
	signInsPerMinute = 20                  // tries, of one address
)

// SignIn checks address and password and opens a session. The token is the
// cookie's value; only its hash is kept. Errors: bad_credentials (the same for
// an unknown address), email_unconfirmed, too_many.
func (d *Desk) SignIn(ctx context.Context, network, browser string, b wire.SignIn) (token string, me wire.Me, err error) {
	email, wrong := validation.Email(b.Email)
	if wrong != nil {
		return "", me, invalid(*wrong)
	}
	if err := d.tryPassword(email); err != nil {
		return "", me, err
	}
	account, waits, err := d.credentials(ctx, email, b.Password)
	if err == nil && waits != nil {
		account, err = d.confirm(ctx, account, *waits, b.Confirm)
	}
	if err != nil {
		return "", me, err
	}
	if account, err = d.enter(ctx, account, b, ledger.Place{Browser: browser, Address: network}); err != nil {
		return "", me, err
	}
	token, hash := d.secret()
	now, life := d.Now(), sessionLife
	if b.Shared {
		life = sharedLife
	}
	s := ledger.Session{
		ID: d.id(), Hash: hash, Account: account.ID, Browser: browser, Address: network,
		CreatedAt: now, LastSeenAt: now, ExpiresAt: now.Add(life), Shared: b.Shared,
	}
	if err := d.Sessions.PutSession(ctx, s); err != nil {
		return "", me, commandError(err)
	}
	me, err = d.Me(ctx, Who{Account: account.ID, Session: s.ID, Shared: s.Shared, Role: account.Role})
	return token, me, err
}

// tryPassword counts a try with the password of an address. Errors: too_many.
func (d *Desk) tryPassword(email string) error {
	wait := d.signIns.Try(email)
	if wait == 0 {
		return nil
	}
	p := problem(wire.CodeTooMany)
	p.RetryAfter = limit.Seconds(wait)
	return p
}

// credentials finds the account of an address by its password. With that of a
// registration that waits for its link it returns that one too, after as much
// work for an address that has an account as for one that had none.
// Errors: bad_credentials.
func (d *Desk) credentials(ctx context.Context, email, password string) (account ledger.Account, waits *ledger.Registration, err error) {
	var registration ledger.Registration
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		var missing error
		account, missing = r.AccountByEmail(email)
		registration, err = d.registrationOf(r, account, email)
		if errors.Is(err, ledger.ErrNotFound) {
			err = nil
		}
		if !errors.Is(missing, ledger.ErrNotFound) {
			err = errors.Join(missing, err)
		}
		return err
	})
	if err != nil {
		return account, nil, err
	}
	own := ""
	if account.Confirmed {
		own = account.Password
	}
	ok, err := d.passwords.matches(ctx, own, password)
	if ok || err != nil {
		return account, nil, err
	}
	ok, err = d.passwords.matches(ctx, registration.Password, password)
	if err == nil && !ok {
		err = problem(wire.CodeBadCredentials)
	}
	return account, &registration, err
}

// enter notes the sign-in. Errors: bad_credentials.
func (d *Desk) enter(ctx context.Context, account ledger.Account, b wire.SignIn, from ledger.Place) (ledger.Account, error) {
	_, err := d.Ledger.Do(ctx, ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
		a, err := tx.Account(account.ID)
		if err != nil {
			return nil, err
		}
		if a.Password != account.Password {
			return nil, problem(wire.CodeBadCredentials) // changed since it was checked
		}
		a.LastSignInAt, a.SignedInAt = a.SignedInAt, tx.Now()
		a.LastSignInBy, a.SignedInBy = a.SignedInBy, from
		if a.Zone == "" && zoneOf(b.Zone) != nil {
			a.Zone = b.Zone // the browser's, until they choose
		}
		account = a
		return nil, tx.PutAccount(a)
	}})
	return account, commandError(err)
}

// Session says who a cookie's token is. Errors: sign_in_required,
// session_expired.
func (d *Desk) Session(ctx context.Context, token string) (Who, ledger.Session, error) {
	s, err := d.Sessions.SessionByHash(ctx, hashOf(token))
	if err != nil {
		return Who{}, s, sessionError(err)
	}
	account, err := d.account(ctx, s.Account)
	if err != nil {
		return Who{}, s, err
	}
	now := d.Now()
	if now.Sub(s.LastSeenAt) >= sessionTouch {
		err := d.Sessions.TouchSession(ctx, s.Hash, now)
		if err != nil && !errors.Is(err, ledger.ErrReadOnly) {
			return Who{}, s, sessionError(err)
		}
	}
	return Who{Account: account.ID, Role: account.Role, Session: s.ID, Shared: s.Shared}, s, nil
}

// sessionError makes a session that is gone the person's business.
func sessionError(err error) error {
	switch {
	case errors.Is(err, ledger.ErrNotFound):
		return problem(wire.CodeSignInRequired)
	case errors.Is(err, ledger.ErrExpired):
		return problem(wire.CodeSessionExpired)
	}
	return err
}

// Me describes the signed-in person.
func (d *Desk) Me(ctx context.Context, who Who) (me wire.Me, err error) {
	err = d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		a, err := r.Account(who.Account)
		if err != nil {
			return err
		}
		scopes, err := d.administers(r, g, a)
		me = wire.Me{
			ID: a.ID, Profile: a.Profile, Role: a.Role, Administers: len(scopes) > 0,
			LastSignInAt: a.LastSignInAt, LastSignInBrowser: a.LastSignInBy.Browser, LastSignInAddress: a.LastSignInBy.Address, SessionID: who.Session, Shared: who.Shared, Position: r.Position(),
			AdministratorMail: a.AdministratorMail, Zone: a.Zone,
		}
		return err
	})
	return me, sessionError(err)
}

// SignOut ends the person's own session, in every tab.
// A reviewer is not available for chat any more.
func (d *Desk) SignOut(ctx context.Context, who Who) error {
	if err := d.endSession(ctx, who, who.Session, "signed_out"); err != nil {
		return err
	}
	return d.rest(ctx, who)
}

// EndSession ends one of the account's sessions. Errors: not_found.
func (d *Desk) EndSession(ctx context.Context, who Who, id string) error {
	return d.endSession(ctx, who, id, "revoked")
}

func (d *Desk) endSession(ctx context.Context, who Who, id, why string) error {
	sessions, err := d.Sessions.SessionsOf(ctx, who.Account)
	if err != nil {
		return err
	}
	for _, s := range sessions {
		if s.ID == id {
			if err := d.Sessions.DropSession(ctx, s.Hash); err != nil {
				return err
			}
			d.ended(s, why)
			return nil
		}
	}
	return problem(wire.CodeNotFound)
}

// endSessions ends every session of an account but one (its ID, "" for none).
func (d *Desk) endSessions(ctx context.Context, account, except string) error {
	sessions, err := d.Sessions.SessionsOf(ctx, account)
	if err != nil {
		return err
	}
	keep := ""
	for _, s := range sessions {
		if s.ID == except {
			keep = s.Hash
		}
	}
	dropped, err := d.Sessions.DropSessionsOf(ctx, account, keep)
	for _, s := range dropped {
		d.ended(s, "revoked")
	}
	return err
}

// ended tells the session's open pages.
func (d *Desk) ended(s ledger.Session, why string) {
	d.Publish(SessionTopic(s.ID), wire.Update{Kind: wire.UpdateSignedOut, ReasonWhy: why})
}

// ListSessions lists the account's sessions, last seen first.
func (d *Desk) ListSessions(ctx context.Context, who Who) ([]wire.Session, error) {
	sessions, err := d.Sessions.SessionsOf(ctx, who.Account)
	views := []wire.Session{}
	for _, s := range sessions {
		views = append(views, wire.Session{
			ID: s.ID, Browser: s.Browser, Address: s.Address,
			CreatedAt: s.CreatedAt, LastSeenAt: s.LastSeenAt, Current: s.ID == who.Session,
		})
	}
	slices.SortFunc(views, func(a, b wire.Session) int { return b.LastSeenAt.Compare(a.LastSeenAt) })
	return views, err
}
