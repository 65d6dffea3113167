package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// errStale says that the account or the registry changed between look-up and
// writer.
var errStale = errors.New("what was looked up changed meanwhile")

// retryStale runs a command again whose look-up was overtaken by a change.
func retryStale[T any](run func() (T, error)) (v T, err error) {
	for range 3 {
		if v, err = run(); !errors.Is(err, errStale) {
			return v, err
		}
	}
	p := problem(wire.CodeUnavailable) // three times in a row
	p.RetryAfter = 1
	return v, p
}

// current refuses a command that was prepared with a registry which an import
// has replaced meanwhile. It is asked inside the writer.
func (d *Desk) current(g *registry.Generation) error {
	return d.Registry.Use(func(now *registry.Generation) error {
		if now != g {
			return errStale
		}
		return nil
	})
}

// fingerprint tells one command from another under the same idempotency key.
func fingerprint(what string, body any) string {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err) // our own types
	}
	sum := sha256.Sum256(append([]byte(what+"\n"), b...))
	return hex.EncodeToString(sum[:])
}

// commandError turns what the ledger refuses into words for the person.
func commandError(err error) error {
	switch {
	case errors.Is(err, ledger.ErrKeyReused):
		return problem(wire.CodeKeyReused)
	case errors.Is(err, ledger.ErrReadOnly):
		p := problem(wire.CodeReadOnly)
		p.RetryAfter = 60
		return p
	case errors.Is(err, ledger.ErrClosed):
		p := problem(wire.CodeUnavailable)
		p.RetryAfter = 5
		return p
	}
	return err
}
