package ledger

import (
	"fmt"

	"accord/server/event"
)

// MaxTokens is how many service tokens are listed: no more are to be issued.
const MaxTokens = 200

func projectIssued(r *rows, f *event.Fact, d *event.TokenIssued) error {
	r.put(key(tableTokenHash, d.Hash), []byte(d.Token))
	return store(r, key(tableToken, d.Token), Token{ID: d.Token, Name: d.Name, Hash: d.Hash, CreatedAt: f.At})
}

func projectTokenRevoked(r *rows, d *event.TokenRevoked) error {
	t, err := load[Token](r, key(tableToken, d.Token))
	if err != nil {
		return fmt.Errorf("token %s: %w", d.Token, err)
	}
	r.drop(key(tableTokenHash, t.Hash))
	r.drop(key(tableToken, t.ID))
	return nil
}

// Token returns a service token that is in force by its secret's hash. Errors: ErrNotFound.
func (r *Reader) Token(hash string) (Token, error) {
	id, err := r.rows.get(key(tableTokenHash, hash))
	if err != nil {
		return Token{}, err
	}
	return load[Token](r.rows, key(tableToken, string(id)))
}

// Tokens lists the service tokens in force, by ID (bounded at 200).
func (r *Reader) Tokens() ([]Token, error) {
	return list[Token](r.rows, key(tableToken), MaxTokens)
}
