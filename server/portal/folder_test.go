package portal_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/server/ledger"
	"accord/server/portal"
	"accord/server/registry"
)

// TestOpen_RefusesAFolderWithoutOneOfItsParts restores all but one part of a
// data folder.
func TestOpen_RefusesAFolderWithoutOneOfItsParts(t *testing.T) {
	for _, test := range []struct{ name, gone, says string }{
		{"TheLedgerIsMissing", "ledger", "ledger is missing"},
		{"TheFactsAreMissing", "ledger/facts", "facts is missing"},
		{"TheHeadIsMissing", "ledger/head", "head is missing"},
		{"TheLedgerIsEmpty", "ledger/*", "ledger is missing"},
		{"TheRegistryIsMissing", "registry", "registry/gen-1 is missing"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			p := open(t, portal.Config{Data: dir})
			_, err := p.Desk.ImportNow(t.Context(), registry.Example(), false, nil)
			if err != nil {
				t.Fatal(err)
			}
			closeIt(t, p)
			parts, err := filepath.Glob(filepath.Join(dir, test.gone))
			if err != nil || len(parts) == 0 {
				t.Fatal(parts, err)
			}
			for _, part := range parts {
				if err := os.RemoveAll(part); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 { // a refusal makes nothing that lets the next start pass
				rooms, err := portal.OpenRooms(t.Context(), portal.Config{Data: dir}, deps())
				if err == nil {
					t.Fatal("opened", rooms.Close(t.Context()))
				}
				if !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), "backup") {
					t.Errorf("refused with %q", err)
				}
				if test.gone != "registry" && !errors.Is(err, ledger.ErrDamaged) {
					t.Errorf("%q does not say that the ledger is damaged", err)
				}
			}
		})
	}
}

// TestOpen_RefusesAnExampleWithoutItsLedger has the sign-ins of an example as
// all that is left.
func TestOpen_RefusesAnExampleWithoutItsLedger(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "demo.json"), []byte("[]"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := portal.Open(t.Context(), portal.Config{Data: dir, Listen: "127.0.0.1:0", Demo: true}, deps())
	if err == nil || !strings.Contains(err.Error(), "ledger is missing") {
		t.Errorf("%v", err)
	}
}

// TestOpen_TakesAFolderThatHoldsNothingOfOurs is a new disk.
func TestOpen_TakesAFolderThatHoldsNothingOfOurs(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "lost+found"), 0o700); err != nil {
		t.Fatal(err)
	}
	closeIt(t, open(t, portal.Config{Data: dir}))
}
