package ledger

import (
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// Vacancy is a contract or bill-to ID whose last administrator left, with their
// word to the vendor. Naming somebody ends it.
type Vacancy struct {
	Scope   access.Identifier `json:"scope"`
	Account string            `json:"account"`         // who left
	Noted   uint64            `json:"noted,omitempty"` // the fact beside which the note lies, 0 for none
	Note    string            `json:"note"`
	By      string            `json:"by,omitempty"` // account of who said so
	At      time.Time         `json:"at"`
}

func vacancyKey(scope access.Identifier) string { return key(tableVacancy, scope.String()) }

func projectNamed(r *rows, f *event.Fact, d *event.AdministratorNamed) error {
	r.drop(vacancyKey(d.Scope))
	return projectAdministrator(r, d.Scope, Administrator{Account: d.Account, Scope: d.Scope, At: f.At, Seq: f.Seq})
}

func projectLeft(r *rows, f *event.Fact, d *event.AdministratorLeft) error {
	if d.Last {
		v := Vacancy{Scope: d.Scope, Account: d.Account, Note: d.Note, By: f.By.Account, At: f.At}
		if d.Noted {
			v.Noted = f.Seq
		}
		if err := store(r, vacancyKey(d.Scope), v); err != nil {
			return err
		}
	}
	return projectAdministrator(r, d.Scope, Administrator{Account: d.Account, Scope: d.Scope, Left: true, At: f.At, Seq: f.Seq})
}

// Vacancy returns the vacancy of a contract or bill-to ID. Errors: ErrNotFound.
func (r *Reader) Vacancy(scope access.Identifier) (Vacancy, error) {
	v, err := load[Vacancy](r.rows, vacancyKey(scope))
	if err != nil {
		return v, err
	}
	return r.withNote(v)
}

// Vacancies lists those that nobody has filled here, by contract or bill-to ID. A
// later import may name somebody all the same: the caller asks. Errors:
// ErrBadCursor.
func (r *Reader) Vacancies(cursor string, limit int) (vacant []Vacancy, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorVacant, cursor, 1)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(key(tableVacancy))
	defer w.close()
	from := ""
	if at != "" {
		from = w.prefix + at + "\x00"
	}
	for w.seek(from); w.ok; w.next() {
		if len(vacant) == limit {
			return vacant, sealCursor(cursorVacant, strings.TrimPrefix(vacancyKey(vacant[limit-1].Scope), w.prefix)), nil
		}
		v, err := here[Vacancy](w)
		if err == nil {
			v, err = r.withNote(v)
		}
		if err != nil {
			return nil, "", err
		}
		vacant = append(vacant, v)
	}
	return vacant, "", nil
}
