package ledger_test

import (
	"errors"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

func TestVacancies_LastUntilSomebodyIsNamed(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	one, two := access.Contract("1"), access.BillTo("2")
	vacant := func(scopes ...access.Identifier) {
		t.Helper()
		view(t, b, func(r *ledger.Reader) error {
			all, next, err := r.Vacancies("", 0)
			if err != nil || len(all) != len(scopes) || next != "" {
				t.Errorf("%+v, %q, %v", all, next, err)
				return nil
			}
			if len(scopes) == 2 {
				first, next, err := r.Vacancies("", 1)
				rest, end, wrong := r.Vacancies(next, 1)
				if err != nil || wrong != nil || end != "" || len(first) != 1 || len(rest) != 1 || first[0].Scope != all[0].Scope || rest[0].Scope != all[1].Scope {
					t.Errorf("one by one: %+v, %+v, %v, %v", first, rest, err, wrong)
				}
			}
			for _, s := range scopes {
				if v, err := r.Vacancy(s); err != nil || v.Scope != s || v.Account != "u" || v.Note != "bye" {
					t.Errorf("%s: %+v, %v", s, v, err)
				}
			}
			return nil
		})
	}
	say := func(data event.Data) {
		t.Helper()
		do(t, b, func(tx *ledger.Tx) error {
			_, err := tx.Append(data)
			return err
		})
	}
	say(&event.AdministratorLeft{Scope: one, Account: "v"}) // others remain
	vacant()
	say(&event.AdministratorLeft{Scope: one, Account: "u", Last: true, Note: "bye"})
	say(&event.AdministratorLeft{Scope: two, Account: "u", Last: true, Note: "bye"})
	vacant(one, two)
	say(&event.AdministratorNamed{Scope: one, Account: "w"})
	vacant(two)
	view(t, b, func(r *ledger.Reader) error {
		if _, err := r.Vacancy(one); !errors.Is(err, ledger.ErrNotFound) {
			t.Errorf("it is filled: %v", err)
		}
		return nil
	})
}
