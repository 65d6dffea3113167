package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"accord/server/event"
)

// maxFacts is how many facts a list or a call of a tail holds.
const maxFacts = 1_000

func factKey(seq uint64) string { return key(tableFact) + number(seq) }

// hashOf is the hash by which the next fact names these stored bytes.
func hashOf(stored []byte) string {
	sum := sha256.Sum256(stored)
	return hex.EncodeToString(sum[:])
}

// Append adds a fact and updates every projection of it at once; it returns
// the fact's sequence number. The projections are made from the stored form,
// so that a replay makes the same.
func (tx *Tx) Append(data event.Data) (uint64, error) {
	body, err := json.Marshal(data)
	if err != nil {
		return 0, fmt.Errorf("append %s: %w", data.FactType(), err)
	}
	last, err := tx.head()
	if err != nil {
		return 0, err
	}
	fact := event.Fact{Seq: last.Seq + 1, At: tx.now, By: tx.by, Type: data.FactType(), Data: body, Prev: last.Hash}
	stored, err := json.Marshal(fact)
	if err != nil {
		return 0, fmt.Errorf("append %s: %w", fact.Type, err)
	}
	tx.rows.put(factKey(fact.Seq), stored)
	last.Seq, last.Hash = fact.Seq, hashOf(stored)
	if err := store(tx.rows, key(tableHead), last); err != nil {
		return 0, err
	}
	return fact.Seq, apply(tx.rows, &fact)
}

// apply projects a fact from the stored form of its data.
func apply(r *rows, fact *event.Fact) error {
	data, err := fact.Decode()
	if err != nil {
		return err
	}
	if err := project(r, fact, data); err != nil {
		return fmt.Errorf("project fact %d (%s): %w", fact.Seq, fact.Type, err)
	}
	return nil
}

// Facts lists up to limit (capped at 1,000) facts after a sequence number.
func (r *Reader) Facts(after uint64, limit int) ([]event.Fact, error) {
	limit = capped(limit, maxFacts)
	w := r.rows.walk(key(tableFact))
	defer w.close()
	var facts []event.Fact
	if after == ^uint64(0) {
		return nil, nil
	}
	for w.seek(factKey(after + 1)); w.ok && len(facts) < limit; w.next() {
		fact, err := here[event.Fact](w)
		if err != nil {
			return nil, err
		}
		facts = append(facts, fact)
	}
	return facts, nil
}

// head is what the last fact left: the end of the chain.
func (r *Reader) head() (head, error) {
	h, err := load[head](r.rows, key(tableHead))
	if errors.Is(err, ErrNotFound) {
		return head{}, fmt.Errorf("%w: the database has no head", ErrDamaged)
	}
	return h, err
}

// capped is a list's limit: the most, also when none was named.
func capped(limit, most int) int {
	if limit < 1 || limit > most {
		return most
	}
	return limit
}
