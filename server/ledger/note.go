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

// Unerased is a text of a fact from before there were records, "" once one of
// those who wrote it or whom it is about was erased: the fact keeps it.
func (r *Reader) Unerased(text string, accounts ...string) (string, error) {
	if text == "" {
		return "", nil
	}
	for _, account := range accounts {
		erased, err := r.Erased(account)
		if err != nil || erased {
			return "", err
		}
	}
	return text, nil
}

// withNotes is a request as it is read: with its records.
func (r *Reader) withNotes(q Request) (Request, error) {
	if !slices.ContainsFunc(q.Steps, func(s Step) bool { return s.Noted > 0 || s.Note != "" }) {
		return q, nil
	}
	q.Steps = slices.Clone(q.Steps)
	for i := range q.Steps {
		s := &q.Steps[i]
		note, err := r.noteOf(q.ID, s.Noted, s.Note, q.Account, s.By.Account)
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
	note, err := r.noteOf(v.Account, v.Noted, v.Note, v.Account, v.By)
	v.Note = note
	return v, err
}

// noteOf is the note beside a fact, or in one from before, of these accounts.
func (r *Reader) noteOf(of string, fact uint64, before string, accounts ...string) (string, error) {
	if fact > 0 {
		return r.Note(of, fact)
	}
	return r.Unerased(before, accounts...)
}
