//go:build !linux && !darwin

package ledger

import "errors"

// freeSpace does not know; the ledger never turns read-only here.
func freeSpace(string) (uint64, error) { return 0, errors.ErrUnsupported }
