package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"accord/server/event"
)

// maxSessions is how many sessions of an account are listed, and dropped in
// one transaction.
const maxSessions = 200

// sessionTrace is how long it is known of a session that it has run out, and was
// not ended by anybody: its browser keeps what was not sent then.
const sessionTrace = 60 * 24 * time.Hour

// Sessions keeps the browsers that are signed in. They are no facts: nothing
// is announced and no position changes. A session ends by itself at its
// ExpiresAt.
type Sessions interface {
	// PutSession stores a new session.
	PutSession(ctx context.Context, s Session) error

	// TouchSession notes that a session was seen. It never brings back one that
	// was ended meanwhile. Errors: as SessionByHash.
	TouchSession(ctx context.Context, hash string, seen time.Time) error

	// SessionByHash returns a session. Errors: ErrExpired for 60 days after it has
	// run out, but for one of a shared computer; ErrNotFound.
	SessionByHash(ctx context.Context, hash string) (Session, error)

	// SessionsOf lists an account's sessions, newest first (bounded at 200).
	SessionsOf(ctx context.Context, account string) ([]Session, error)

	// DropSession ends a session; one that is not there is no error. It works
	// on a read-only ledger.
	DropSession(ctx context.Context, hash string) error

	// DropSessionsOf ends all sessions of an account but one ("" for none) and
	// returns what it ended. It works on a read-only ledger.
	DropSessionsOf(ctx context.Context, account, exceptHash string) (dropped []Session, err error)
}

func sessionKey(hash string) string { return key(tableSession, hash) }

// PutSession stores a new session.
func (b *Badger) PutSession(ctx context.Context, s Session) error {
	return b.beside(ctx, false, func(tx *Tx) error { return tx.putSession(s) })
}

// TouchSession notes that a session was seen. Errors: as SessionByHash.
func (b *Badger) TouchSession(ctx context.Context, hash string, seen time.Time) error {
	return b.beside(ctx, false, func(tx *Tx) error {
		s, err := tx.session(hash, tx.now)
		if err != nil {
			return err
		}
		s.LastSeenAt = seen
		return tx.putSession(s)
	})
}

// SessionByHash returns a session. Errors: ErrExpired for 60 days after it has
// run out, but for one of a shared computer; ErrNotFound.
func (b *Badger) SessionByHash(ctx context.Context, hash string) (s Session, err error) {
	err = b.View(ctx, func(r *Reader) error {
		s, err = r.session(hash, b.Now())
		return err
	})
	return s, err
}

// SessionsOf lists an account's sessions, newest first (bounded at 200).
func (b *Badger) SessionsOf(ctx context.Context, account string) (all []Session, err error) {
	err = b.View(ctx, func(r *Reader) error {
		all, err = r.sessionsOf(account, "", notExpired(b.Now()))
		return err
	})
	return all, err
}

// DropSession ends a session; one that is not there is no error.
func (b *Badger) DropSession(ctx context.Context, hash string) error {
	return b.beside(ctx, true, func(tx *Tx) error {
		s, err := load[Session](tx.rows, sessionKey(hash))
		if errors.Is(err, ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		return tx.dropSession(s)
	})
}

// DropSessionsOf ends all sessions of an account but one ("" for none) and
// returns what it ended.
func (b *Badger) DropSessionsOf(ctx context.Context, account, exceptHash string) (dropped []Session, err error) {
	for {
		var some []Session
		err := b.beside(ctx, true, func(tx *Tx) (err error) {
			some, err = tx.sessionsOf(account, exceptHash, everySession)
			for _, s := range some {
				err = errors.Join(err, tx.dropSession(s))
			}
			return err
		})
		if err != nil {
			return dropped, fmt.Errorf("end sessions of %s: %w", account, err)
		}
		if dropped = append(dropped, some...); len(some) < maxSessions {
			return dropped, nil
		}
	}
}

// beside runs a change that is no fact in the writer, so that it shares the
// batch's way to the disk and nothing comes between its reads and its writes.
func (b *Badger) beside(ctx context.Context, vital bool, change func(*Tx) error) error {
	_, err := b.do(&call{ctx: ctx, vital: vital, cmd: Command{
		By:  event.System(),
		Run: func(tx *Tx) (any, error) { return nil, change(tx) },
	}})
	return err
}

func (tx *Tx) putSession(s Session) error {
	value, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("put session: %w", err)
	}
	ttl := s.ExpiresAt.Sub(tx.now)
	if !s.Shared {
		ttl += sessionTrace
	}
	tx.rows.putFor(sessionKey(s.Hash), value, ttl)
	tx.rows.putFor(key(tableSignedIn, s.Account, s.Hash), []byte(s.Hash), ttl)
	return nil
}

// dropSession ends a session, and what is pushed to its device.
func (tx *Tx) dropSession(s Session) error {
	tx.rows.drop(sessionKey(s.Hash))
	tx.rows.drop(key(tableSignedIn, s.Account, s.Hash))
	return tx.DropSubscription(s.Account, s.ID)
}

func (r *Reader) session(hash string, now time.Time) (Session, error) {
	s, err := load[Session](r.rows, sessionKey(hash))
	if err != nil {
		return Session{}, err
	}
	switch {
	case now.Before(s.ExpiresAt):
		return s, nil
	case s.Shared:
		return Session{}, ErrNotFound
	}
	return Session{}, ErrExpired
}

func notExpired(now time.Time) func(Session) bool {
	return func(s Session) bool { return now.Before(s.ExpiresAt) }
}

func everySession(Session) bool { return true }

// sessionsOf lists those sessions of an account that it is asked for, but one.
func (r *Reader) sessionsOf(account, except string, wanted func(Session) bool) ([]Session, error) {
	w := r.rows.walk(key(tableSignedIn, account))
	defer w.close()
	var all []Session
	for w.seek(""); w.ok && len(all) < maxSessions; w.next() {
		hash, err := w.value()
		if err != nil {
			return nil, fmt.Errorf("list sessions: %w", err)
		}
		s, err := load[Session](r.rows, sessionKey(string(hash)))
		if errors.Is(err, ErrNotFound) || (err == nil && (s.Hash == except || !wanted(s))) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("list sessions: %w", err)
		}
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b Session) int { return b.CreatedAt.Compare(a.CreatedAt) })
	return all, nil
}
