package portal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"accord/server/ledger"
)

// Parts of the data folder. The ledger is made first, so a folder that holds
// any other part and no ledger has lost it.
const (
	ledgerFolder   = "ledger"
	registryFolder = "registry"
	uploadsFolder  = "uploads"
	demoFile       = "demo.json" // the example's sign-ins, so that a second start has the same
)

// absolute is a path as it is found from anywhere.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// makeFolder makes the data folder where there is none, and reports whether it
// is new. A folder whose ledger is missing is not a new one: it would start
// without a single account. Errors: ledger.ErrDamaged, with what to do.
func makeFolder(dir string) (made bool, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, fmt.Errorf("data folder: %w", err)
	}
	missing := filepath.Join(dir, ledgerFolder)
	inside, err := os.ReadDir(missing)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("data folder: %w", err)
	}
	if len(inside) > 0 {
		return false, nil
	}
	for _, part := range []string{registryFolder, uploadsFolder, demoFile} {
		other := filepath.Join(dir, part)
		_, err := os.Lstat(other)
		switch {
		case err == nil:
			return false, fmt.Errorf("%w: %s is missing or empty, but %s is there; replace the whole of %s with its last backup and start again",
				ledger.ErrDamaged, missing, other, dir)
		case !errors.Is(err, fs.ErrNotExist):
			return false, fmt.Errorf("data folder: %w", err)
		}
	}
	return true, nil
}
