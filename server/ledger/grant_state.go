package ledger

import (
	"fmt"
	"iter"

	"accord/shared/access"
)

// GrantState tells the grants of a contract or bill-to ID apart, so that those
// that go on are found behind however many that are gone. What was taken away
// has none.
type GrantState string

// The states of a grant.
const (
	GrantGoing GrantState = "going" // it goes on, or will begin
	GrantAsked GrantState = "asked" // it waits to be confirmed
	GrantEnded GrantState = "ended" // its end was told
)

func (g *Grant) state() GrantState {
	switch {
	case g.ID == "" || g.Revoked:
		return ""
	case g.Ended:
		return GrantEnded
	case g.Waits():
		return GrantAsked
	}
	return GrantGoing
}

// restate moves a grant that is stored at a key among those of its scope. In
// each state they keep the order of giving, which is the end of the key.
func restate(r *rows, at string, old, now *Grant) {
	from, to := old.state(), now.state()
	if from == to {
		return
	}
	given := number(^numberOf(at[len(at)-8:]))
	if from != "" {
		r.drop(stateKey(old.Scope, from) + given)
	}
	if to != "" {
		r.put(stateKey(now.Scope, to)+given, []byte(now.ID))
	}
}

func stateKey(scope access.Identifier, s GrantState) string {
	return key(tableGrantOf, scope.String(), string(s))
}

// GrantsOf reads the grants in a state of exactly this contract or bill-to ID,
// one by one in the order of giving, until who reads stops. With an error it
// ends.
func (r *Reader) GrantsOf(scope access.Identifier, s GrantState) iter.Seq2[Grant, error] {
	return func(yield func(Grant, error) bool) {
		w := r.rows.walk(stateKey(scope, s))
		defer w.close()
		for w.seek(""); w.ok; w.next() {
			g, err := r.grantOf(w)
			if err != nil {
				yield(g, fmt.Errorf("list grants of a scope: %w", err))
				return
			}
			if !yield(g, nil) {
				return
			}
		}
	}
}

// grantOf is the grant that a walker's row names.
func (r *Reader) grantOf(w *walker) (Grant, error) {
	id, err := w.value()
	if err != nil {
		return Grant{}, err
	}
	return r.Grant(string(id))
}
