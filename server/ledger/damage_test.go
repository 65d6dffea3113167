package ledger_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
)

// crashed returns the files of a ledger as a kill would leave them: copied
// while it is open. It holds 40 facts; mid is called after 20.
func crashed(t *testing.T, mid func(dir string)) string {
	t.Helper()
	live, dead := t.TempDir(), filepath.Join(t.TempDir(), "ledger")
	b, err := ledger.Open(live, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if i == 20 && mid != nil {
			mid(live)
		}
		name := fmt.Sprint("k", i)
		do(t, b, append1(&event.TokenIssued{Token: name, Name: name, Hash: name}))
	}
	copyDir(t, live, dead)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return dead
}

// copyDir copies files; the empty ends that Badger maps ahead stay holes.
func copyDir(t *testing.T, from, to string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(from), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, path), 0o700)
		}
		text, err := os.ReadFile(filepath.Join(from, path))
		if err != nil {
			return err
		}
		used := text
		hole := make([]byte, 64<<10) // compared as a whole: fast under the race detector too
		for len(used) >= len(hole) && bytes.HasSuffix(used, hole) {
			used = used[:len(used)-len(hole)]
		}
		if err := os.WriteFile(filepath.Join(to, path), used, 0o600); err != nil {
			return err
		}
		return os.Truncate(filepath.Join(to, path), int64(len(text)))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// change edits a file in place.
func change(t *testing.T, path string, edit func([]byte) []byte) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, edit(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func blanked(from, to int) func([]byte) []byte {
	return func(text []byte) []byte { clear(text[from:to]); return text }
}

func TestOpen_RefusesWhatLostFacts(t *testing.T) {
	for _, test := range []struct {
		name   string
		says   string
		damage func(t *testing.T, dir string)
	}{
		{"HeadFileMissing", "head is missing", func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "head")); err != nil {
				t.Fatal(err)
			}
		}},
		{"HeadFileBlank", "head cannot be read", func(t *testing.T, dir string) {
			change(t, filepath.Join(dir, "head"), blanked(0, 1024))
		}},
		{"HeadFileEmpty", "head cannot be read", func(t *testing.T, dir string) {
			change(t, filepath.Join(dir, "head"), func([]byte) []byte { return nil })
		}},
		{"HeadFileOfAnotherLedger", "epoch", func(t *testing.T, dir string) {
			other, err := os.ReadFile(filepath.Join(crashed(t, nil), "head"))
			if err != nil {
				t.Fatal(err)
			}
			change(t, filepath.Join(dir, "head"), func([]byte) []byte { return other })
		}},
		{"DatabaseGone", "facts is missing", func(t *testing.T, dir string) {
			if err := os.RemoveAll(filepath.Join(dir, "facts")); err != nil {
				t.Fatal(err)
			}
		}},
		{"ManifestCut", "", func(t *testing.T, dir string) {
			change(t, filepath.Join(dir, "facts", "MANIFEST"), func(text []byte) []byte { return text[:len(text)-5] })
		}},
		{"ManifestGone", "", func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "facts", "MANIFEST")); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := crashed(t, nil)
			if strings.HasPrefix(test.name, "Manifest") {
				flush(t, dir)
			}
			test.damage(t, dir)
			b, err := ledger.Open(dir, ledger.Options{})
			if err == nil {
				t.Errorf("opened at %v", b.Position())
				if err := b.Close(); err != nil {
					t.Error(err)
				}
				return
			}
			if !errors.Is(err, ledger.ErrDamaged) || !strings.Contains(err.Error(), test.says) || !strings.Contains(err.Error(), "backup") {
				t.Errorf("refused with %q", err)
			}
		})
	}
}

// flush opens and closes a ledger, which moves its rows from the log to a table.
func flush(t *testing.T, dir string) {
	t.Helper()
	b, err := ledger.Open(dir, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	do(t, b, append1(&event.TokenRevoked{Token: "k1"})) // into the last table
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_RefusesAnOlderDatabase(t *testing.T) {
	old := filepath.Join(t.TempDir(), "facts")
	dir := crashed(t, func(dir string) {
		copyDir(t, filepath.Join(dir, "facts"), old)
	})
	if err := os.RemoveAll(filepath.Join(dir, "facts")); err != nil {
		t.Fatal(err)
	}
	copyDir(t, old, filepath.Join(dir, "facts"))
	_, err := ledger.Open(dir, ledger.Options{})
	if !errors.Is(err, ledger.ErrDamaged) || !strings.Contains(err.Error(), "facts 21 to 40 are missing") {
		t.Errorf("%v", err)
	}
}

func TestOpen_TakesADatabaseAheadOfItsHeadFile(t *testing.T) {
	var old []byte
	dir := crashed(t, func(dir string) {
		var err error
		if old, err = os.ReadFile(filepath.Join(dir, "head")); err != nil {
			t.Fatal(err)
		}
	})
	change(t, filepath.Join(dir, "head"), func([]byte) []byte { return old })
	b := open(t, dir, ledger.Options{})
	want(t, b.Position().Seq, uint64(40))
}

func TestOpen_TakesAHeadFileWithATornSlot(t *testing.T) {
	for slot := range 2 {
		dir := crashed(t, nil)
		change(t, filepath.Join(dir, "head"), blanked(slot*512+100, slot*512+200))
		b := open(t, dir, ledger.Options{})
		want(t, b.Position().Seq, uint64(40))
	}
}

// TestOpen_NoticesAnyFlippedByteOfTheLog flips bytes all over the log of the
// memtable, which Badger itself reads up to the first fault in silence.
func TestOpen_NoticesAnyFlippedByteOfTheLog(t *testing.T) {
	clean := crashed(t, nil)
	logs, err := fs.Glob(os.DirFS(clean), "facts/*.mem")
	if err != nil || len(logs) != 1 {
		t.Fatalf("logs %v, %v", logs, err)
	}
	text, err := os.ReadFile(filepath.Join(clean, logs[0]))
	if err != nil {
		t.Fatal(err)
	}
	used := len(strings.TrimRight(string(text), "\x00"))
	refused := 0
	for at := 20; at < used; at += used / 12 {
		dir := filepath.Join(t.TempDir(), "ledger")
		copyDir(t, clean, dir)
		change(t, filepath.Join(dir, logs[0]), func(text []byte) []byte { text[at] ^= 0x10; return text })
		b, err := ledger.Open(dir, ledger.Options{})
		if err != nil {
			if !errors.Is(err, ledger.ErrDamaged) {
				t.Errorf("byte %d: %v", at, err)
			}
			refused++
			continue
		}
		if err := b.Verify(); err != nil || b.Position().Seq != 40 {
			t.Errorf("byte %d: opened at %d, %v", at, b.Position().Seq, err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
	if refused < 6 {
		t.Errorf("only %d of the flipped bytes were noticed", refused)
	}
}

func TestOpen_KeepsItsEpoch(t *testing.T) {
	dir := t.TempDir()
	b, err := ledger.Open(dir, ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	epoch := b.Position().Epoch
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	want(t, open(t, dir, ledger.Options{}).Position().Epoch, epoch)
	if other := open(t, t.TempDir(), ledger.Options{}).Position().Epoch; other == epoch || epoch == "" {
		t.Errorf("epochs %q and %q", epoch, other)
	}
}

func TestOpen_RefusesADirectoryInUseWithoutCallingItDamaged(t *testing.T) {
	dir := t.TempDir()
	open(t, dir, ledger.Options{})
	if _, err := ledger.Open(dir, ledger.Options{}); err == nil || errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("%v", err)
	}
}
