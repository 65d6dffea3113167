package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// maxSubscriptions is how many devices of one account are pushed to: the oldest
// gives way.
const maxSubscriptions = 20

// Subscription is where a push service takes what is told to one device. It is
// no fact. It ends with the session that it was made in.
type Subscription struct {
	Account   string    `json:"account"`
	Session   string    `json:"session"` // public ID
	Endpoint  string    `json:"endpoint"`
	P256dh    string    `json:"p256dh"`
	Auth      string    `json:"auth"`
	CreatedAt time.Time `json:"created_at"`
	Until     time.Time `json:"until"` // when the session ends by itself
}

func subscriptionKey(account, session string) string {
	return key(tableSubscription, account, session)
}

func (s *Subscription) key() string { return subscriptionKey(s.Account, s.Session) }

func (s *Subscription) endpointKey() string {
	sum := sha256.Sum256([]byte(s.Endpoint))
	return key(tableEndpoint, hex.EncodeToString(sum[:]))
}

// PutSubscription stores the subscription of a session, in place of its former
// one. A device that somebody else's session has left behind changes hands.
// Errors: ErrNotFound when the session has ended.
func (tx *Tx) PutSubscription(s Subscription) error {
	sessions, err := tx.sessionsOf(s.Account, "", notExpired(tx.now))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(sessions, func(of Session) bool { return of.ID == s.Session })
	if at < 0 {
		return fmt.Errorf("put subscription: %w", ErrNotFound)
	}
	s.Until, s.CreatedAt = sessions[at].ExpiresAt, tx.now
	if err := tx.makeWay(s); err != nil {
		return err
	}
	value, err := json.Marshal(s)
	if err != nil {
		return fmt.Errorf("put subscription: %w", err)
	}
	ttl := s.Until.Sub(tx.now)
	tx.rows.putFor(s.key(), value, ttl)
	tx.rows.putFor(s.endpointKey(), []byte(s.key()), ttl)
	return nil
}

// makeWay drops what a subscription takes the place of.
func (tx *Tx) makeWay(s Subscription) error {
	holder, err := tx.rows.text(s.endpointKey())
	if err != nil {
		return err
	}
	if holder != "" {
		tx.rows.drop(holder)
	}
	if err := tx.DropSubscription(s.Account, s.Session); err != nil {
		return err
	}
	all, err := tx.Subscriptions(s.Account, tx.now)
	if err != nil || len(all) < maxSubscriptions {
		return err
	}
	return tx.DropSubscription(s.Account, all[0].Session)
}

// DropSubscription ends the subscription of a session; one that is not there is
// no error.
func (tx *Tx) DropSubscription(account, session string) error {
	s, err := load[Subscription](tx.rows, subscriptionKey(account, session))
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	tx.rows.drop(s.key())
	tx.rows.drop(s.endpointKey())
	return nil
}

// DropSubscriptions ends all of an account's, for its erasure.
func (tx *Tx) DropSubscriptions(account string) error {
	all, err := tx.Subscriptions(account, time.Time{})
	for _, s := range all {
		err = errors.Join(err, tx.DropSubscription(account, s.Session))
	}
	return err
}

// Subscriptions lists those of an account that are good at a moment, the oldest
// first.
func (r *Reader) Subscriptions(account string, now time.Time) (all []Subscription, err error) {
	w := r.rows.walk(key(tableSubscription, account))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		s, err := load[Subscription](r.rows, w.key)
		if err != nil {
			return nil, fmt.Errorf("list subscriptions: %w", err)
		}
		if now.Before(s.Until) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b Subscription) int { return a.CreatedAt.Compare(b.CreatedAt) })
	return all, nil
}

// Subscription returns a session's. Errors: ErrNotFound.
func (r *Reader) Subscription(account, session string) (Subscription, error) {
	return load[Subscription](r.rows, subscriptionKey(account, session))
}
