package ledger_test

import (
	"errors"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
)

func TestProjections_OfAScope(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	c, other := access.Contract("1"), access.Contract("2")
	do(t, b, func(tx *ledger.Tx) error {
		for _, data := range []event.Data{
			&event.RequestMoved{Request: "r1", Account: "u", Level: access.Full, Scope: c, To: access.PendingAdministrator},                        // 1
			&event.RequestMoved{Request: "r1", Account: "u", Level: access.Full, Scope: c, From: access.PendingAdministrator, To: access.Approved}, // 2
			&event.GrantGiven{Grant: "g1", Account: "u", Level: access.Full, Scope: c, Request: "r1"},                                              // 3
			&event.GrantGiven{Grant: "g2", Account: "v", Level: access.Full, Scope: other},                                                         // 4
			&event.GrantGiven{Grant: "g3", Account: "v", Level: access.Downloads, Scope: c},                                                        // 5
			&event.GrantGiven{Grant: "g1", Account: "u", Level: access.Full, Scope: c, Request: "r1"},                                              // 6
			&event.GrantRevoked{Grant: "g3", Account: "v"},                                                                                         // 7
			&event.RulesSet{Scope: c, Rules: event.Rules{Locked: true}},                                                                            // 8
			&event.AdministratorNamed{Scope: c, Account: "u"},                                                                                      // 9
			&event.AdministratorNamed{Scope: c, Account: "v"},                                                                                      // 10
			&event.AdministratorLeft{Scope: c, Account: "u"},                                                                                       // 11
		} {
			if _, err := tx.Append(data); err != nil {
				return err
			}
		}
		return nil
	})
	view(t, b, func(r *ledger.Reader) error {
		t.Run("ItsStoryIsToldNewestFirstInPages", func(t *testing.T) {
			var seqs []uint64
			cursor := ""
			for {
				facts, next, err := r.Story(c, cursor, 3)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range facts {
					seqs = append(seqs, f.Seq)
				}
				if cursor = next; next == "" {
					break
				}
			}
			want(t, seqs, []uint64{11, 10, 9, 8, 7, 6, 5, 2})
			if _, _, err := r.Story(c, "nonsense", 3); !errors.Is(err, ledger.ErrBadCursor) {
				t.Errorf("a foreign cursor: %v", err)
			}
		})
		t.Run("TheLastWordOnAnAdministratorHolds", func(t *testing.T) {
			u, err := r.Administrator(c, "u")
			if err != nil || !u.Left {
				t.Errorf("%+v, %v", u, err)
			}
			all, err := r.Administrators(c)
			if err != nil || len(all) != 2 {
				t.Errorf("%+v, %v", all, err)
			}
			of, err := r.Administers("v")
			if err != nil || len(of) != 1 || of[0].Scope != c || of[0].Left {
				t.Errorf("%+v, %v", of, err)
			}
			if _, err := r.Administrator(other, "u"); !errors.Is(err, ledger.ErrNotFound) {
				t.Errorf("nothing was said: %v", err)
			}
		})
		return nil
	})
}
