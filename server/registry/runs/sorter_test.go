package runs_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"accord/server/registry/runs"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

type record struct{ Key, Value string }

func sorted(s *runs.Sorter) ([]record, error) {
	if err := s.Finish(context.Background()); err != nil {
		return nil, err
	}
	var all []record
	err := s.Each(context.Background(), func(key, value []byte) error {
		all = append(all, record{string(key), string(value)})
		return nil
	})
	return all, err
}

func TestSorter_GivesBackWhatWasAddedInOrder(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		// A block of 200 bytes holds a few records, so most cases have runs.
		s := runs.New(filepath.Join(dir, "sort"), rapid.SampledFrom([]int{200, 1 << 20}).Draw(t, "size"))
		defer s.Close() //nolint:errcheck // checked in CloseRemovesTheRuns
		key := rapid.SliceOfN(rapid.Byte(), 0, 12)
		records := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) record {
			return record{string(key.Draw(t, "key")), string(key.Draw(t, "value"))}
		}), 0, 300, func(r record) string { return r.Key }).Draw(t, "records")
		for _, r := range records {
			if err := s.Add([]byte(r.Key), []byte(r.Value)); err != nil {
				t.Fatal(err)
			}
		}
		slices.SortFunc(records, func(a, b record) int { return bytes.Compare([]byte(a.Key), []byte(b.Key)) })
		got, err := sorted(s)
		if err != nil {
			t.Fatal(err)
		}
		if s.Len() != len(records) || !slices.Equal(records, got) {
			t.Fatalf("sorted (-want +got)\n%s", cmp.Diff(records, got))
		}
	})
}

func TestSorter_JoinsMoreRunsThanItOpensAtOnce(t *testing.T) {
	s := runs.New(filepath.Join(t.TempDir(), "sort"), 1)
	defer s.Close() //nolint:errcheck // checked in CloseRemovesTheRuns
	const n = 300   // runs of one record each
	for i := range n {
		if err := s.Add(fmt.Appendf(nil, "%03d", (i*7)%n), nil); err != nil {
			t.Fatal(err)
		}
	}
	got, err := sorted(s)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != n || !slices.IsSortedFunc(got, func(a, b record) int {
		return bytes.Compare([]byte(a.Key), []byte(b.Key))
	}) {
		t.Errorf("%d records: %v", len(got), got)
	}
}

func TestSorter_CloseRemovesTheRuns(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sort")
	s := runs.New(dir, 1)
	for _, k := range []string{"b", "a", "c"} {
		if err := s.Add([]byte(k), nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("runs are still there: %v", err)
	}
}

func TestSorter_TellsWhenARunCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := runs.New(filepath.Join(file, "sort"), 1)
	err := s.Add([]byte("a"), nil)
	if err == nil {
		err = s.Add([]byte("b"), nil)
	}
	if err == nil {
		t.Error("no error")
	}
}

func TestSorter_TellsWhenARunIsCutShort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sort")
	s := runs.New(dir, 1)
	for _, k := range []string{"b", "a", "c"} {
		if err := s.Add([]byte(k), []byte("value")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Finish(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(dir, "1"), 4); err != nil {
		t.Fatal(err)
	}
	err := s.Each(context.Background(), func([]byte, []byte) error { return nil })
	if err == nil {
		t.Error("no error")
	}
}
