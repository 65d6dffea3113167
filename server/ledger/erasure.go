package ledger

import (
	"accord/server/event"
)

// maxErasures is how many erasures are listed.
const maxErasures = 100

// Erasure is the erasure of an account that has begun and not ended. It is kept
// beside the account's record, which goes on the way, so that one that was cut
// off goes on to its end.
type Erasure struct {
	Account   string      `json:"account"`
	By        event.Actor `json:"by"`        // the operator
	Addresses []string    `json:"addresses"` // the account's, present, former and wanted
}

// PutErasure stores an erasure.
func (tx *Tx) PutErasure(e Erasure) error { return store(tx.rows, key(tableErasure, e.Account), e) }

// DropErasure ends it.
func (tx *Tx) DropErasure(account string) { tx.rows.drop(key(tableErasure, account)) }

// Erasure returns the erasure of an account. Errors: ErrNotFound.
func (r *Reader) Erasure(account string) (Erasure, error) {
	return load[Erasure](r.rows, key(tableErasure, account))
}

// Erasures lists those that have begun and not ended (bounded at 100).
func (r *Reader) Erasures() ([]Erasure, error) {
	return list[Erasure](r.rows, key(tableErasure), maxErasures)
}

// EraseWritten drops what was written with a fact, and stands beside it.
func (tx *Tx) EraseWritten(f event.Fact) error {
	data, err := f.Decode()
	if err != nil {
		return err
	}
	switch d := data.(type) {
	case *event.RequestMoved:
		tx.rows.drop(noteKey(d.Request, f.Seq))
	case *event.AdministratorLeft:
		tx.rows.drop(noteKey(d.Account, f.Seq))
	case *event.GrantGiven:
		if d.Change == event.GrantNew {
			tx.rows.drop(key(tablePurpose, d.Account, d.Grant))
		}
	case *event.GrantRevoked:
		tx.rows.drop(key(tableWritten, d.Account, d.Grant))
	case *event.MessageSent:
		tx.rows.drop(key(tableText, d.Message))
	}
	return nil
}
