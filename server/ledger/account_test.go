package ledger_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestAccount_IsFoundByItsAddressAlsoAfterItMoved(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	put := func(id, email string) error {
		_, err := b.Do(t.Context(), command(func(tx *ledger.Tx) error { return tx.PutAccount(person(id, email)) }))
		return err
	}
	for _, step := range []struct {
		id, email string
		err       error
	}{
		{"u1", "one@example.com", nil},
		{"u1", "one@example.com", nil},
		{"u2", "one@example.com", ledger.ErrAddressTaken},
		{"u1", "uno@example.com", nil},
		{"u2", "one@example.com", nil},
		{"u1", "one@example.com", ledger.ErrAddressTaken},
	} {
		if err := put(step.id, step.email); !errors.Is(err, step.err) {
			t.Errorf("%s %s: %v", step.id, step.email, err)
		}
	}
	view(t, b, func(r *ledger.Reader) error {
		for email, id := range map[string]string{"uno@example.com": "u1", "one@example.com": "u2"} {
			if a, err := r.AccountByEmail(email); err != nil || a.ID != id {
				t.Errorf("%s is %q: %v", email, a.ID, err)
			}
		}
		if _, err := r.AccountByEmail("none@example.com"); !errors.Is(err, ledger.ErrNotFound) {
			t.Error(err)
		}
		if _, err := r.Account("u3"); !errors.Is(err, ledger.ErrNotFound) {
			t.Error(err)
		}
		return nil
	})
}

func TestAccounts_ArePagedByAddressBelowAPrefix(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		for i, email := range []string{"b@x", "ab@x", "aa@x", "ac@x", "c@x"} {
			if err := tx.PutAccount(person(fmt.Sprint("u", i), email)); err != nil {
				return err
			}
		}
		return nil
	})
	var got []string
	view(t, b, func(r *ledger.Reader) error {
		for cursor, more := "", true; more; more = cursor != "" {
			accounts, next, err := r.Accounts("a", cursor, 2)
			if err != nil {
				return err
			}
			for _, a := range accounts {
				got = append(got, a.Profile.Email)
			}
			cursor = next
		}
		return nil
	})
	want(t, got, []string{"aa@x", "ab@x", "ac@x"})
}

func TestLink_IsGoodOnceAndUntilItExpires(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	put := func(hash string) {
		do(t, b, func(tx *ledger.Tx) error {
			return tx.PutLink(ledger.Link{Hash: hash, Account: "u", ExpiresAt: c.Now().Add(time.Hour)})
		})
	}
	take := func(hash string) error {
		_, err := b.Do(t.Context(), command(func(tx *ledger.Tx) error {
			l, err := tx.TakeLink(hash)
			if err == nil && (l.Account != "u" || l.Hash != hash) {
				t.Errorf("took %+v", l)
			}
			return err
		}))
		return err
	}
	put("first")
	put("second")
	put("third")
	for i, step := range []struct {
		hash string
		err  error
	}{{"first", nil}, {"first", ledger.ErrNotFound}, {"second", nil}} {
		if err := take(step.hash); !errors.Is(err, step.err) {
			t.Errorf("step %d: %v", i, err)
		}
	}
	do(t, b, func(tx *ledger.Tx) error { return tx.DropLinks("u") })
	if err := take("third"); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("one that was dropped: %v", err)
	}
	put("fourth")
	c.Add(time.Hour)
	if err := take("fourth"); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("an hour later: %v", err)
	}
}

func TestSession_EndsByItselfAndByHand(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	ctx := t.Context()
	for i, account := range []string{"u", "u", "u", "v"} {
		s := ledger.Session{ID: fmt.Sprint("s", i), Hash: fmt.Sprint("h", i), Account: account, CreatedAt: c.Now(), ExpiresAt: c.Now().Add(time.Hour)}
		if err := b.PutSession(ctx, s); err != nil {
			t.Fatal(err)
		}
		c.Add(time.Minute)
	}
	list := func() []string {
		all, err := b.SessionsOf(ctx, "u")
		if err != nil {
			t.Fatal(err)
		}
		hashes := []string{}
		for _, s := range all {
			hashes = append(hashes, s.Hash)
		}
		return hashes
	}
	want(t, list(), []string{"h2", "h1", "h0"})
	if err := b.TouchSession(ctx, "h2", c.Now()); err != nil {
		t.Fatal(err)
	}
	if s, err := b.SessionByHash(ctx, "h2"); err != nil || !s.LastSeenAt.Equal(c.Now()) {
		t.Errorf("%+v, %v", s, err)
	}
	if err := b.DropSession(ctx, "h1"); err != nil {
		t.Fatal(err)
	}
	if err := b.TouchSession(ctx, "h1", c.Now()); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("touching brought a session back: %v", err)
	}
	want(t, list(), []string{"h2", "h0"})
	dropped, err := b.DropSessionsOf(ctx, "u", "h2")
	if err != nil || len(dropped) != 1 || dropped[0].Hash != "h0" {
		t.Errorf("dropped %+v, %v", dropped, err)
	}
	want(t, list(), []string{"h2"})
	c.Add(time.Hour)
	want(t, list(), []string{})
	if _, err := b.SessionByHash(ctx, "h2"); !errors.Is(err, ledger.ErrExpired) {
		t.Errorf("an expired session: %v", err)
	}
	if dropped, err := b.DropSessionsOf(ctx, "u", ""); err != nil || len(dropped) != 1 {
		t.Errorf("dropped %+v, %v", dropped, err)
	}
	if _, err := b.SessionByHash(ctx, "h2"); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("one that was ended after it had expired: %v", err)
	}
	want(t, b.Position().Seq, uint64(0))
}

func TestSession_ManyAreAllDropped(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	for i := range 450 {
		s := ledger.Session{Hash: fmt.Sprint("h", i), Account: "u", ExpiresAt: time.Now().Add(time.Hour)}
		if err := b.PutSession(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	dropped, err := b.DropSessionsOf(t.Context(), "u", "h7")
	if err != nil || len(dropped) != 449 {
		t.Errorf("dropped %d, %v", len(dropped), err)
	}
}

func TestProjections_OfGrantsRulesTokensAndTheRegistry(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	c := access.Contract("1")
	do(t, b, func(tx *ledger.Tx) error {
		for _, data := range []event.Data{
			&event.GrantGiven{Grant: "g1", Account: "u", Level: access.Full, Scope: c},
			&event.GrantGiven{Grant: "g2", Account: "u", Level: access.Downloads, Scope: access.BillTo("9")},
			&event.GrantGiven{Grant: "g3", Account: "v", Level: access.Full, Scope: c},
			&event.GrantRevoked{Grant: "g1", Account: "u", Reason: access.RevokedOther, Note: "before"},
			&event.RulesSet{Scope: c, Rules: event.Rules{Locked: true}},
			&event.RulesSet{Scope: c, Rules: event.Rules{Deny: []string{"example.com"}}},
			&event.TokenIssued{Token: "k1", Name: "one", Hash: "h1"},
			&event.TokenIssued{Token: "k2", Name: "two", Hash: "h2"},
			&event.TokenRevoked{Token: "k1"},
			&event.RegistrySwitched{Generation: 1},
			&event.RegistrySwitched{Generation: 2},
		} {
			if _, err := tx.Append(data); err != nil {
				return err
			}
		}
		_, err := tx.PutTrace("r1", []wire.RuleResult{{Rule: 1, Outcome: wire.OutcomePass}})
		return err
	})
	view(t, b, func(r *ledger.Reader) error {
		held := grants(t, r, "u")
		for i := range held {
			held[i].Given, held[i].Certified, held[i].Revocation.At = time.Time{}, time.Time{}, time.Time{} // the moment of the commit
		}
		want(t, held, []ledger.Grant{
			{ID: "g2", Account: "u", Level: access.Downloads, Scope: access.BillTo("9"), Seq: 2},
			{ID: "g1", Account: "u", Level: access.Full, Scope: c, Revoked: true, Seq: 4,
				Revocation: ledger.Revocation{By: event.System(), Reason: access.RevokedOther, Note: "before"}},
		})
		rules, err := r.Rules(c)
		want(t, rules, event.Rules{Deny: []string{"example.com"}})
		if err != nil {
			return err
		}
		none, err := r.Rules(access.BillTo("1"))
		want(t, none, event.Rules{})
		if err != nil {
			return err
		}
		if _, err := r.Token("h1"); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("a revoked token: %v", err)
		}
		tokens, err := r.Tokens()
		if len(tokens) != 1 || tokens[0].ID != "k2" {
			t.Errorf("tokens %+v", tokens)
		}
		if err != nil {
			return err
		}
		last, ok, err := r.Registry()
		want(t, []any{last.Generation, ok}, []any{uint64(2), true})
		if err != nil {
			return err
		}
		switches, err := r.Switches(0)
		if len(switches) != 2 || switches[0].Generation != 2 || switches[1].Generation != 1 || switches[0].At.IsZero() || switches[0].By != event.System() {
			t.Errorf("switches %+v", switches)
		}
		if err != nil {
			return err
		}
		trace, err := r.Trace("r1")
		want(t, trace, []wire.RuleResult{{Rule: 1, Outcome: wire.OutcomePass}})
		return err
	})
	if _, err := b.Do(t.Context(), command(append1(&event.GrantRevoked{Grant: "none"}))); !errors.Is(err, ledger.ErrNotFound) {
		t.Errorf("revoking what was never given: %v", err)
	}
}
