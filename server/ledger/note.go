package ledger

import "slices"

func noteKey(of string, fact uint64) string { return key(tableNote, of) + number(fact) }

// PutNote stores what was written with a fact, beside it: with a move of a
// request under the request's ID, with an administrator's departure under the
// account's.
func (tx *Tx) PutNote(of string, fact uint64, note string) {
	tx.rows.put(noteKey(of, fact), []byte(note))
}

// Note is what was written with a fact, "" when it was erased.
func (r *Reader) Note(of string, fact uint64) (string, error) {
	return r.rows.text(noteKey(of, fact))
}

// withNotes is a request as it is read: with its records.
func (r *Reader) withNotes(q Request) (Request, error) {
	if !slices.ContainsFunc(q.Steps, func(s Step) bool { return s.Noted > 0 }) {
		return q, nil
	}
	q.Steps = slices.Clone(q.Steps)
	for i := range q.Steps {
		s := &q.Steps[i]
		if s.Noted == 0 {
			continue
		}
		note, err := r.Note(q.ID, s.Noted)
		if err != nil {
			return q, err
		}
		s.Note = note
	}
	q.Note = q.Steps[len(q.Steps)-1].Note
	return q, nil
}

// withNote is a vacancy as it is read: with its record.
func (r *Reader) withNote(v Vacancy) (Vacancy, error) {
	if v.Noted == 0 {
		return v, nil
	}
	note, err := r.Note(v.Account, v.Noted)
	v.Note = note
	return v, err
}
