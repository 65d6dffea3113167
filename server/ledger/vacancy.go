package ledger

import (
	"time"

	"accord/server/event"
	"accord/shared/access"
)

// maxVacancies is how many vacancies are listed.
const maxVacancies = 100

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

// Vacancies lists those that nobody has filled here (bounded at 100). A later
// import may name somebody all the same: the caller asks.
func (r *Reader) Vacancies() ([]Vacancy, error) {
	all, err := list[Vacancy](r.rows, key(tableVacancy), maxVacancies)
	for i := 0; err == nil && i < len(all); i++ {
		all[i], err = r.withNote(all[i])
	}
	return all, err
}
