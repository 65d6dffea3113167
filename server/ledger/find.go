package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/shared/access"
)

const (
	maxMatches = 1_000  // a find shows
	maxFew     = 100    // places that are few for a word
	maxLooks   = 10_000 // index entries a find looks at for a word
	maxTerms   = 256    // of a request in the index; more only hostile profiles have
)

// setWords makes the index hold a waiting request under exactly these words;
// none removes it.
func setWords(r *rows, q *Request, now []string) error {
	stored, err := r.text(key(tableWords, q.ID))
	if err != nil {
		return err
	}
	var was []string
	if stored != "" {
		was = strings.Split(stored, "\n")
	}
	if slices.Equal(was, now) {
		return nil
	}
	old, fresh := indexTerms(was), indexTerms(now)
	prefix, at, level := key(tableTerm, q.Queue()), string(q.place()), []byte(q.Level) // no word has a zero byte
	for _, term := range old {
		if _, kept := slices.BinarySearch(fresh, term); !kept {
			r.drop(prefix + term + "\x00" + at)
		}
	}
	for _, term := range fresh {
		if _, kept := slices.BinarySearch(old, term); !kept {
			r.put(prefix+term+"\x00"+at, level)
		}
	}
	if len(now) == 0 {
		r.drop(key(tableWords, q.ID))
		return nil
	}
	r.put(key(tableWords, q.ID), []byte(strings.Join(now, "\n")))
	return nil
}

// indexTerms are the terms of the words, sorted, without those that another one
// begins with: who looks for the beginning finds that one.
func indexTerms(words []string) []string {
	var all []string
	for _, word := range words {
		all = append(all, terms(word)...)
	}
	slices.Sort(all)
	kept := all[:0]
	for i, term := range all {
		if i+1 == len(all) || !strings.HasPrefix(all[i+1], term) {
			kept = append(kept, term)
		}
	}
	return kept[:min(len(kept), maxTerms)]
}

// index makes the index hold a waiting request by its account's record as it
// is now, and by the third party it is for.
func index(r *rows, q *Request) error {
	account, err := load[Account](r, accountKey(q.Account))
	if err != nil && !errors.Is(err, ErrNotFound) { // an erased account's requests are found by their numbers
		return err
	}
	third, err := load[ThirdParty](r, key(tableThird, q.ID))
	if err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	return setWords(r, q, wordsOf(q, account.Profile, third))
}

// Reindex has what an account has waiting found by its record as it is now, as far
// as the command has room: it goes on after a place of an earlier one ("" starts),
// and next is where the next command goes on, "" at the end.
func (tx *Tx) Reindex(account, after string) (next string, err error) {
	w := tx.rows.walk(key(tablePending, account))
	defer w.close()
	for w.seek(after); w.ok; w.next() {
		if !tx.Room() {
			return w.key, nil
		}
		q, err := tx.requestAt(w)
		if err != nil {
			return "", err
		}
		if q.Queue() == "" {
			continue
		}
		if err := index(tx.rows, &q); err != nil {
			return "", err
		}
	}
	return "", nil
}

// find returns the first n places after one of the requests that all the words
// match. The rarest word leads through the index; the others are compared with
// the request's own words.
func (r *Reader) find(queues, words []string, level access.Level, after place, n int) ([]place, error) {
	if len(words) == 0 {
		return nil, nil // nothing but punctuation
	}
	lanes, err := waiting(r.rows, queues, level)
	if err != nil {
		return nil, err
	}
	var busy []string
	for _, l := range lanes {
		busy = append(busy, l.queue)
	}
	found, err := r.rarest(slices.Compact(busy), words, level)
	if err != nil {
		return nil, err
	}
	if !told(words) {
		if found, err = r.matching(found, words); err != nil {
			return nil, err
		}
	}
	from, _ := slices.BinarySearch(found, after+"\x00")
	return found[from:min(len(found), from+n)], nil
}

// told reports whether the index alone tells what the words match: there is
// one, and the index holds as much of a word.
func told(words []string) bool {
	return len(words) == 1 && cut(words[0], termSize(words[0])) == words[0]
}

// rarest returns the places of the first word that is seen to have few of
// them, in order, and of the last word if none has. A word that nothing
// matches ends the matter with a look at each queue.
func (r *Reader) rarest(queues, words []string, level access.Level) ([]place, error) {
	s := search{w: r.rows.walk(key(tableTerm)), queues: queues, level: level}
	defer s.w.close()
	mosts := []int{maxFew, maxLooks}
	if told(words) {
		mosts = []int{maxMatches}
	}
	for _, most := range mosts {
		for _, word := range words {
			if err := s.look(word, most); err != nil || s.whole {
				return s.places(), err
			}
		}
	}
	return s.places(), nil
}

// search is a find on its way through the index.
type search struct {
	w      *walker
	queues []string
	level  access.Level
	found  []place // of the last word looked for
	whole  bool    // these are all of them
}

// places are those found, in order.
func (s *search) places() []place {
	slices.Sort(s.found)
	return slices.Compact(s.found)
}

// look finds the places of a word, so many at most.
func (s *search) look(word string, most int) error {
	s.found, s.whole = nil, false
	looks := 0
	for _, name := range s.queues {
		prefix := key(tableTerm, name)
		begin := prefix + terms(word)[0]
		for s.w.seek(begin); s.w.ok && strings.HasPrefix(s.w.key, begin); s.w.next() {
			if looks++; looks > maxLooks || len(s.found) == most {
				return nil
			}
			if s.level != "" {
				level, err := s.w.value()
				if err != nil {
					return fmt.Errorf("find %q: %w", word, err)
				}
				if access.Level(level) != s.level {
					continue
				}
			}
			_, at, _ := strings.Cut(s.w.key[len(prefix):], "\x00")
			s.found = append(s.found, place(at))
		}
	}
	s.whole = true
	return nil
}

// matching keeps the places of requests that all the words match, 1,000 at most.
func (r *Reader) matching(places []place, words []string) (found []place, err error) {
	for _, at := range places {
		if len(found) == maxMatches {
			break
		}
		stored, err := r.rows.get(key(tableWords, at.request()))
		if errors.Is(err, ErrNotFound) {
			return nil, fmt.Errorf("%w: request %s is in the index without words", ErrDamaged, at.request())
		}
		if err != nil {
			return nil, err
		}
		own := strings.Split(string(stored), "\n")
		if !slices.ContainsFunc(words, func(word string) bool { return !matches(own, word) }) {
			found = append(found, at)
		}
	}
	return found, nil
}
