package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestRows_ReadAsOneTableWhateverIsCommitted writes at random to an overlay on
// a snapshot, takes some of it back, and compares with a map.
func TestRows_ReadAsOneTableWhateverIsCommitted(t *testing.T) {
	db := memory(t)
	committed := map[string]string{}
	err := db.Update(func(txn *badger.Txn) error {
		for i := range 20 {
			k, v := fmt.Sprintf("a%02d", i*3%20), fmt.Sprint("old", i)
			committed[k] = v
			if err := txn.Set([]byte(k), []byte(v)); err != nil {
				return err
			}
		}
		return txn.Set([]byte("b"), []byte("below another prefix"))
	})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		snap := db.NewTransaction(false)
		defer snap.Discard()
		r := writable(snap)
		model, marked, size := maps.Clone(committed), maps.Clone(committed), 0
		r.over.mark()
		for i := range rapid.IntRange(0, 60).Draw(t, "steps") {
			k := fmt.Sprintf("a%02d", rapid.IntRange(0, 25).Draw(t, "key"))
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				r.over.mark()
				marked, size = maps.Clone(model), r.over.bytes
			case 1:
				r.revert()
				model = maps.Clone(marked)
				if r.over.bytes != size {
					t.Fatalf("%d bytes after taking back, %d before", r.over.bytes, size)
				}
			case 2, 3, 4:
				r.drop(k)
				delete(model, k)
			default:
				v := fmt.Sprint("new", i)
				r.put(k, []byte(v))
				model[k] = v
			}
		}
		got, err := dump(r, "a")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(model, got); diff != "" {
			t.Fatalf("(-model +rows):\n%s", diff)
		}
		from := fmt.Sprintf("a%02d", rapid.IntRange(0, 26).Draw(t, "from"))
		w := r.walk("a")
		defer w.close()
		var keys []string
		for w.seek(from); w.ok; w.next() {
			keys = append(keys, w.key)
		}
		all := slices.Sorted(maps.Keys(model))
		i, _ := slices.BinarySearch(all, from)
		if !slices.Equal(keys, all[i:]) {
			t.Fatalf("from %s: %v, not %v", from, keys, all[i:])
		}
		for k := range 26 {
			k := fmt.Sprintf("a%02d", k)
			if text, err := r.text(k); err != nil || text != model[k] {
				t.Fatalf("%s is %q, not %q: %v", k, text, model[k], err)
			}
		}
	})
}

func TestRows_MayBeDroppedWhileTheyAreWalked(t *testing.T) {
	db := memory(t)
	err := db.Update(func(txn *badger.Txn) error {
		for i := range 9 {
			if err := txn.Set(fmt.Append(nil, "a", i), nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	snap := db.NewTransaction(false)
	defer snap.Discard()
	r := writable(snap)
	w := r.walk("a")
	defer w.close()
	n := 0
	for w.seek(""); w.ok; w.next() {
		r.drop(w.key)
		r.put("a!"+w.key, nil) // before where it stands: not visited
		n++
	}
	if n != 9 {
		t.Errorf("visited %d of 9", n)
	}
}

func TestKeys_OfDifferentPartsDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.String(), 1, 3)
		a, b := parts.Draw(t, "a"), parts.Draw(t, "b")
		if (key("t", a...) == key("t", b...)) != slices.Equal(a, b) {
			t.Fatalf("%q and %q", a, b)
		}
	})
}

func TestLimits_OfABatchAreBelowBadgers(t *testing.T) {
	b, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if int64(batchRows+commandRows) >= b.db.MaxBatchCount() || int64(batchBytes+commandBytes) >= b.db.MaxBatchSize() {
		t.Errorf("Badger takes %d rows and %d bytes", b.db.MaxBatchCount(), b.db.MaxBatchSize())
	}
}

func FuzzOpenCursor(f *testing.F) {
	f.Add(sealCursor(cursorQueue, string(placeOf(time.Unix(1_800_007_200, 0), time.Unix(1_800_000_000, 0), "r1"))))
	f.Add("")
	f.Add("%%%")
	f.Fuzz(func(t *testing.T, cursor string) {
		at, err := openCursor(cursorQueue, cursor, 9)
		if err == nil && at != "" && sealCursor(cursorQueue, at) != cursor {
			t.Errorf("%q opens to %q, which is another's", cursor, at)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("Ｎｏｒｔｈ-Star O'Neill & Co., Ltd.")
	f.Add("株式会社北星システムズABC販売")
	f.Fuzz(func(t *testing.T, text string) {
		all := words(text)
		if len(all) > maxWords {
			t.Fatalf("%d words", len(all))
		}
		held := indexTerms(all)
		for _, word := range all {
			if !matches(all, word) {
				t.Errorf("%q is not found by itself", word)
			}
			begins := func(term string) bool { return strings.HasPrefix(term, terms(word)[0]) }
			if len(held) < maxTerms && !slices.ContainsFunc(held, begins) {
				t.Errorf("%q is not in the index %q", word, held)
			}
			for _, r := range word {
				if r == 0 || r == '\n' {
					t.Errorf("%q would break a key or a row", word)
				}
			}
		}
	})
}
