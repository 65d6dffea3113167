package registry_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"accord/server/registry"

	"github.com/google/go-cmp/cmp"
)

// edition is a registry of n contracts that all name the same edition, so that
// a mixture of two would show.
func edition(name string, n int) fstest.MapFS {
	files := goodFiles()
	var b strings.Builder
	b.WriteString(strings.SplitAfter(contracts, "\n")[0])
	for i := range n {
		fmt.Fprintf(&b, "%d,A,B,500,%s,vendor,direct,2025-01-01,2025-01-02,2030-12-31,active\n", 100+i, name)
	}
	files["contracts.csv"] = b.String()
	return mapFS(files)
}

// load loads an edition named like the generation it becomes.
func load(t testing.TB, s *registry.Store, generation uint64, n int) {
	t.Helper()
	l, err := s.Load(context.Background(), edition(strconv.FormatUint(generation, 10), n), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	if l.Generation != generation {
		t.Fatalf("generation %d, want %d", l.Generation, generation)
	}
}

// whole fails unless every contract is of the generation's own edition.
func whole(t testing.TB, g *registry.Generation, n int) {
	t.Helper()
	for i := range n {
		c, err := g.Contract(strconv.Itoa(100 + i))
		if err != nil || c == nil || c.ServiceLevel != strconv.FormatUint(g.Number(), 10) {
			t.Errorf("contract %d in generation %d: %+v, %v", 100+i, g.Number(), c, err)
			return
		}
	}
}

func TestStore_Switch(t *testing.T) {
	t.Run("AReaderKeepsTheGenerationItBeganWith", func(t *testing.T) {
		dir := t.TempDir()
		s, err := registry.Open(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		load(t, s, 1, 3)
		if err := s.Switch(1); err != nil {
			t.Fatal(err)
		}
		load(t, s, 2, 3)
		use(t, s, func(g *registry.Generation) {
			if err := s.Switch(2); err != nil {
				t.Fatal(err)
			}
			whole(t, g, 3)
			if diff := cmp.Diff([]string{"gen-1", "gen-2"}, names(t, dir)); diff != "" {
				t.Errorf("while the old one is read (-want +got)\n%s", diff)
			}
		})
		if diff := cmp.Diff([]string{"gen-2"}, names(t, dir)); diff != "" {
			t.Errorf("after the last reader (-want +got)\n%s", diff)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("ManyReadersSeeOneEditionEach", func(t *testing.T) {
		s := open(t)
		load(t, s, 1, 20)
		if err := s.Switch(1); err != nil {
			t.Fatal(err)
		}
		stop := make(chan struct{})
		var readers sync.WaitGroup
		for range 4 {
			readers.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
						if err := s.Use(func(g *registry.Generation) error { whole(t, g, 20); return nil }); err != nil {
							t.Error(err)
							return
						}
					}
				}
			})
		}
		for generation := uint64(2); generation <= 6; generation++ {
			load(t, s, generation, 20)
			if err := s.Switch(generation); err != nil {
				t.Error(err)
			}
		}
		close(stop)
		readers.Wait()
	})
	t.Run("ToWhatIsNotThereChangesNothing", func(t *testing.T) {
		s := open(t)
		if err := s.Switch(7); err == nil {
			t.Error("switched to a generation that is not there")
		}
		use(t, s, func(g *registry.Generation) {
			if g.Number() != 0 {
				t.Errorf("generation %d", g.Number())
			}
		})
	})
	t.Run("ToTheCurrentOneKeepsIt", func(t *testing.T) {
		s := open(t)
		load(t, s, 1, 1)
		for range 2 {
			if err := s.Switch(1); err != nil {
				t.Fatal(err)
			}
		}
		use(t, s, func(g *registry.Generation) { whole(t, g, 1) })
	})
}

func TestStore_Discard(t *testing.T) {
	dir := t.TempDir()
	s, err := registry.Open(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	load(t, s, 1, 1)
	if err := s.Switch(1); err != nil {
		t.Fatal(err)
	}
	load(t, s, 2, 1)
	if err := s.Discard(2); err != nil {
		t.Fatal(err)
	}
	if err := s.Discard(1); err == nil {
		t.Error("discarded the generation in use")
	}
	if diff := cmp.Diff([]string{"gen-1"}, names(t, dir)); diff != "" {
		t.Errorf("directory (-want +got)\n%s", diff)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestStore_Close(t *testing.T) {
	s, err := registry.Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	load(t, s, 1, 1)
	if err := s.Switch(1); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Use(func(*registry.Generation) error { return nil }); !errors.Is(err, registry.ErrClosed) {
		t.Errorf("use after close: %v", err)
	}
}

func TestOpen(t *testing.T) {
	t.Run("KeepsOnlyTheGenerationOfTheLedger", func(t *testing.T) {
		dir := t.TempDir()
		s, err := registry.Open(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		load(t, s, 1, 2)
		load(t, s, 2, 2)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		for _, left := range []string{"gen-3.tmp", "work-1", "notes"} {
			if err := os.Mkdir(dir+"/"+left, 0o700); err != nil {
				t.Fatal(err)
			}
		}
		if s, err = registry.Open(dir, 1); err != nil {
			t.Fatal(err)
		}
		use(t, s, func(g *registry.Generation) { whole(t, g, 2) })
		if diff := cmp.Diff([]string{"gen-1", "notes"}, names(t, dir)); diff != "" {
			t.Errorf("directory (-want +got)\n%s", diff)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("RefusesAGenerationThatIsNotThere", func(t *testing.T) {
		if _, err := registry.Open(t.TempDir(), 4); err == nil {
			t.Error("opened")
		}
	})
	t.Run("WithNoneFindsNothing", func(t *testing.T) {
		use(t, open(t), func(g *registry.Generation) {
			if c := must(g.Contract("100"))(t); c != nil {
				t.Errorf("contract %+v", c)
			}
			if a := must(g.Administers("ann@alpha.example"))(t); a != nil {
				t.Errorf("administers %v", a)
			}
		})
	})
}

// Badger alone would say that a contract in a damaged block is not there, or
// that a database with a cut MANIFEST is empty.
func TestStore_RefusesADamagedGeneration(t *testing.T) {
	flip := func(percent int) func([]byte) []byte {
		return func(b []byte) []byte {
			b[(len(b)-1)*percent/100] ^= 1
			return b
		}
	}
	tests := []struct {
		name, files string
		damage      func([]byte) []byte
	}{
		{"ABitInTheFirstTenthOfATable", "*.sst", flip(5)},
		{"ABitInTheMiddleOfATable", "*.sst", flip(50)},
		{"ABitInTheIndexOfATable", "*.sst", flip(93)},
		{"ABitAtTheEndOfATable", "*.sst", flip(99)},
		{"ATableCutShort", "*.sst", func(b []byte) []byte { return b[:len(b)-100] }},
		{"AnEmptyTable", "*.sst", func([]byte) []byte { return nil }},
		{"AManifestCutShort", "MANIFEST", func(b []byte) []byte { return b[:len(b)-5] }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := registry.Open(dir, 0)
			if err != nil {
				t.Fatal(err)
			}
			load(t, s, 1, 200)
			change(t, dir+"/gen-1/"+tt.files, tt.damage)
			if err := s.Switch(1); err == nil {
				t.Error("switched to it")
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := registry.Open(dir, 1); err == nil {
				t.Error("opened it")
			}
		})
	}
}

func change(t testing.TB, pattern string, how func([]byte) []byte) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("nothing to damage at %s: %v", pattern, err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, how(b), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
