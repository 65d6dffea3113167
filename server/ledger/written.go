package ledger

import (
	"accord/server/event"
	"accord/shared/access"
)

// maxWritten is how many facts beside which somebody wrote are listed at once.
const maxWritten = 200

// projectWritten files a fact under its author where something that they wrote to
// others may lie beside it, so that an erasure finds it without reading every
// fact. What customers write in conversations of their own is found there.
func projectWritten(r *rows, f *event.Fact, data event.Data) {
	if f.By.Account == "" {
		return
	}
	wrote := false
	switch d := data.(type) {
	case *event.RequestMoved:
		wrote = d.Noted
	case *event.AdministratorLeft:
		wrote = d.Noted
	case *event.GrantGiven:
		wrote = d.Change == event.GrantNew
	case *event.GrantRevoked:
		wrote = true
	case *event.MessageSent:
		wrote = d.From == access.ByReviewer
	}
	if wrote {
		r.put(key(tableWroteBy, f.By.Account)+number(f.Seq), nil)
	}
}

// WrittenBy lists the facts after one beside which something may lie that an
// account wrote to others, in their order (bounded at 200).
func (r *Reader) WrittenBy(account string, after uint64) (facts []event.Fact, err error) {
	w := r.rows.walk(key(tableWroteBy, account))
	defer w.close()
	for w.seek(w.prefix + number(after+1)); w.ok && len(facts) < maxWritten; w.next() {
		f, err := r.fact(numberOf(w.rest()))
		if err != nil {
			return nil, err
		}
		facts = append(facts, f)
	}
	return facts, nil
}
