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
	maxLooks   = 10_000 // index entries a find looks at
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
	old, fresh := termSet(was), termSet(now)
	for term := range old {
		if !fresh[term] {
			r.drop(termKey(q, term))
		}
	}
	for term := range fresh {
		if !old[term] {
			r.put(termKey(q, term), []byte(q.Level))
		}
	}
	if len(now) == 0 {
		r.drop(key(tableWords, q.ID))
		return nil
	}
	r.put(key(tableWords, q.ID), []byte(strings.Join(now, "\n")))
	return nil
}

func termKey(q *Request, term string) string {
	return key(tableTerm, q.Queue(), term) + string(q.place())
}

func termSet(words []string) map[string]bool {
	set := map[string]bool{}
	for _, word := range words {
		for _, term := range terms(word) {
			if len(set) < maxTerms {
				set[term] = true
			}
		}
	}
	return set
}

// index makes the index hold a waiting request by its account's record as it
// is now.
func index(r *rows, q *Request) error {
	account, err := load[Account](r, accountKey(q.Account))
	if err != nil && !errors.Is(err, ErrNotFound) { // an erased account's requests are found by their numbers
		return err
	}
	return setWords(r, q, wordsOf(q, account.Profile))
}

// reindex indexes anew what an account has waiting.
func reindex(r *rows, account string) error {
	w := r.walk(key(tablePending, account))
	defer w.close()
	reader := Reader{r}
	for w.seek(""); w.ok; w.next() {
		q, err := reader.requestAt(w)
		if err != nil {
			return err
		}
		if q.Queue() == "" {
			continue
		}
		if err := index(r, &q); err != nil {
			return err
		}
	}
	return nil
}

// find returns the first n places after one of the requests that all the words
// match. The longest word, which likely is the rarest, leads through the
// index; the others are compared with the request's own words.
func (r *Reader) find(queues, words []string, level access.Level, after place, n int) ([]place, error) {
	if len(words) == 0 {
		return nil, nil // nothing but punctuation
	}
	lead := slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) })
	s := search{reader: r, words: words, lead: lead, level: level, seen: map[place]bool{}}
	s.w = r.rows.walk(key(tableTerm))
	defer s.w.close()
	for _, name := range queues {
		t, err := lane{name, level}.tally(r.rows)
		if err != nil {
			return nil, err
		}
		if t.count == 0 {
			continue
		}
		if err := s.queue(name); err != nil {
			return nil, err
		}
	}
	slices.Sort(s.found)
	from, _ := slices.BinarySearch(s.found, after+"\x00")
	return s.found[from:min(len(s.found), from+n)], nil
}

// search is one find on its way through the queues.
type search struct {
	reader *Reader
	w      *walker
	words  []string
	lead   string
	level  access.Level
	looks  int
	seen   map[place]bool
	found  []place
}

// queue adds the matches of one queue.
func (s *search) queue(name string) error {
	start := terms(s.lead)[0]
	prefix := key(tableTerm, name)
	for s.w.seek(prefix + start); s.w.ok && strings.HasPrefix(s.w.key, prefix+start); s.w.next() {
		if s.looks == maxLooks || len(s.found) == maxMatches {
			return nil
		}
		s.looks++
		rest := s.w.key[len(prefix):]
		at := place(rest[strings.IndexByte(rest, 0)+1:])
		if s.seen[at] {
			continue
		}
		s.seen[at] = true
		ok, err := s.matches(at)
		if err != nil {
			return err
		}
		if ok {
			s.found = append(s.found, at)
		}
	}
	return nil
}

func (s *search) matches(at place) (bool, error) {
	if s.level != "" {
		level, err := s.w.value()
		if err != nil || access.Level(level) != s.level {
			return false, err
		}
	}
	stored, err := s.reader.rows.get(key(tableWords, at.request()))
	if errors.Is(err, ErrNotFound) {
		return false, fmt.Errorf("%w: request %s is in the index without words", ErrDamaged, at.request())
	}
	if err != nil {
		return false, err
	}
	own := strings.Split(string(stored), "\n")
	for _, word := range s.words {
		if !matches(own, word) {
			return false, nil
		}
	}
	return true, nil
}
