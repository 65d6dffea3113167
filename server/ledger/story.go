package ledger

import (
	"errors"
	"fmt"

	"accord/server/event"
	"accord/shared/access"
)

// tell files a fact under the contract or bill-to ID that it tells of: requests
// that were decided, grants and whether they are still needed, rules,
// administrators. The grant that a decision gives is told with the decision.
func tell(r *rows, f *event.Fact, data event.Data) error {
	var scope access.Identifier
	switch d := data.(type) {
	case *event.RequestMoved:
		if !d.To.Pending() {
			scope = d.Scope
		}
	case *event.GrantGiven:
		known, err := r.text(key(tableGrantAt, d.Grant))
		if err != nil {
			return err
		}
		if d.Change != event.GrantKept && (d.Request == "" || known != "") {
			scope = d.Scope
		}
	case *event.GrantRevoked:
		return tellGrant(r, f, d.Grant)
	case *event.GrantConfirmed:
		return tellGrant(r, f, d.Grant)
	case *event.RecertificationAsked:
		scope = d.Scope
	case *event.RecertificationDropped:
		scope = d.Scope
	case *event.RulesSet:
		scope = d.Scope
	case *event.AdministratorNamed:
		scope = d.Scope
	case *event.AdministratorLeft:
		scope = d.Scope
	}
	tellScope(r, f, scope)
	return nil
}

func tellScope(r *rows, f *event.Fact, scope access.Identifier) {
	if scope.Value != "" {
		r.put(key(tableStory, scope.String())+number(^f.Seq), nil)
	}
}

// tellGrant files a fact under what a grant is on.
func tellGrant(r *rows, f *event.Fact, id string) error {
	g, err := (&Reader{r}).Grant(id)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	tellScope(r, f, g.Scope)
	return nil
}

// Story lists the facts that tell of a contract or bill-to ID, newest first.
func (r *Reader) Story(scope access.Identifier, cursor string, limit int) (facts []event.Fact, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorStory, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(key(tableStory, scope.String()))
	defer w.close()
	from := ""
	if at != "" {
		from = w.prefix + at + "\x00"
	}
	for w.seek(from); w.ok; w.next() {
		if len(facts) == limit {
			return facts, sealCursor(cursorStory, number(^facts[limit-1].Seq)), nil
		}
		f, err := r.fact(^numberOf(w.rest()))
		if err != nil {
			return nil, "", err
		}
		facts = append(facts, f)
	}
	return facts, "", nil
}

func (r *Reader) fact(seq uint64) (event.Fact, error) {
	f, err := load[event.Fact](r.rows, factKey(seq))
	if errors.Is(err, ErrNotFound) {
		return f, fmt.Errorf("%w: fact %d is missing", ErrDamaged, seq)
	}
	return f, err
}
