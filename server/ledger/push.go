package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"accord/shared/wire"
)

// Push is what waits to be told to one device. It is no fact.
type Push struct {
	Account string          `json:"account"`
	Session string          `json:"session"` // of the subscription
	Topic   string          `json:"topic"`   // what it is about
	Payload json.RawMessage `json:"payload"` // wire.Push
	Seq     uint64          `json:"seq"`     // of its fact
	At      time.Time       `json:"at"`      // of its fact
	Tries   int             `json:"tries,omitempty"`
	DueAt   time.Time       `json:"due_at"` // of the next try
}

func (p *Push) key() string { return key(tablePush, p.Account, p.Session, p.Topic) }

func (p *Push) dueKey() string {
	return key(tablePushDue) + moment(p.DueAt) + strings.TrimPrefix(p.key(), key(tablePush))
}

// PutPush stores a push, new or to be tried again. What an older fact has to say
// to the same device about the same thing gives way. One for an account that was
// erased meanwhile is not kept.
func (tx *Tx) PutPush(p Push) error {
	if erased, err := tx.Erased(p.Account); err != nil || erased {
		return err
	}
	old, err := load[Push](tx.rows, p.key())
	switch {
	case errors.Is(err, ErrNotFound):
	case err != nil:
		return err
	case old.Seq > p.Seq:
		return nil
	default:
		tx.rows.drop(old.dueKey())
	}
	tx.rows.put(p.dueKey(), nil)
	return store(tx.rows, p.key(), p)
}

// DropPush ends the waiting of a push, unless a newer one has its place.
func (tx *Tx) DropPush(p Push) error {
	now, err := load[Push](tx.rows, p.key())
	if errors.Is(err, ErrNotFound) || err == nil && now.Seq != p.Seq {
		return nil
	}
	if err != nil {
		return err
	}
	tx.rows.drop(now.key())
	tx.rows.drop(now.dueKey())
	return nil
}

// dropPushes ends the waiting of all of an account's, for its erasure; more says
// that there is more than the command has room for.
func (tx *Tx) dropPushes(account string) (more bool, err error) {
	w := tx.rows.walk(key(tablePush, account))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		if !tx.Room() {
			return true, nil
		}
		p, err := load[Push](tx.rows, w.key)
		if err != nil {
			return false, fmt.Errorf("drop pushes: %w", err)
		}
		tx.rows.drop(p.key())
		tx.rows.drop(p.dueKey())
	}
	return false, nil
}

// DuePushes lists up to limit pushes (capped at 200) whose next try has come, the
// longest due first, and the moment of the try after those, zero when there is
// none.
func (r *Reader) DuePushes(now time.Time, limit int) (due []Push, next time.Time, err error) {
	limit = capped(limit, maxList)
	w := r.rows.walk(key(tablePushDue))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		at := momentOf(w.rest())
		if at.After(now) || len(due) == limit {
			return due, at, nil
		}
		p, err := load[Push](r.rows, key(tablePush)+w.rest()[8:])
		if err != nil {
			return nil, next, fmt.Errorf("list pushes: %w", err)
		}
		due = append(due, p)
	}
	return due, next, nil
}

// PushCursor is how far push has read the facts. Errors: ErrNotFound before it
// began.
func (r *Reader) PushCursor() (wire.Position, error) {
	return load[wire.Position](r.rows, key(tablePushCursor))
}

// SetPushCursor says how far push has read, together with what it wrote.
func (tx *Tx) SetPushCursor(p wire.Position) error { return store(tx.rows, key(tablePushCursor), p) }

// PushKey is the pair of keys by which push services know the portal (RFC 8292),
// in base64url. Subscriptions are good for this one only.
type PushKey struct {
	Private string `json:"private"`
	Public  string `json:"public"`
}

// PushKey returns the portal's. Errors: ErrNotFound before its first start.
func (r *Reader) PushKey() (PushKey, error) { return load[PushKey](r.rows, key(tablePushKey)) }

// PutPushKey stores the portal's.
func (tx *Tx) PutPushKey(k PushKey) error { return store(tx.rows, key(tablePushKey), k) }
