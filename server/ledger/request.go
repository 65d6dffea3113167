package ledger

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"accord/server/event"
	"accord/shared/access"
)

const (
	// maxExamined is how many of an account's requests one page looks at; what
	// a filter leaves out is not free.
	maxExamined = 1_000
	// maxSteps is how many steps a request's record keeps: its first and its
	// last ones. The facts have them all.
	maxSteps = 200
	// maxSubmission is how many requests a submission is read with.
	maxSubmission = 10
)

func requestKey(id string) string { return key(tableRequest, id) }

// historyKey sorts an account's requests newest first: by the complement of
// the sequence number of their first fact.
func historyKey(account string, first uint64) string {
	return key(tableHistory, account) + number(^first)
}

func pendingKey(q *Request) string {
	return key(tablePending, q.Account, q.asked(), q.Scope.String(), q.ID)
}

// asked is what a pending request counts as: what somebody asks for a third
// party, or to extend an access, is no duplicate of what they ask for
// themselves.
func (r *Request) asked() string {
	if r.Extends != nil {
		return asked(r.Level, r.Extends.Grant)
	}
	return asked(r.Level, r.For)
}

func asked(level access.Level, third string) string {
	if third == "" {
		return string(level)
	}
	return string(level) + ">" + third
}

// projectMoved brings a request, its indexes and its queue up to a transition.
func projectMoved(r *rows, f *event.Fact, d *event.RequestMoved) error {
	old, err := load[Request](r, requestKey(d.Request))
	switch {
	case errors.Is(err, ErrNotFound):
		if err := made(r, f, d); err != nil {
			return err
		}
		old = Request{}
	case err != nil:
		return err
	}
	now := moved(old, f, d)
	if err := store(r, requestKey(now.ID), now); err != nil {
		return err
	}
	if old.Status.Pending() {
		r.drop(pendingKey(&old))
	}
	if now.Status.Pending() {
		r.put(pendingKey(&now), []byte(now.ID))
	}
	reschedule(r, &old, &now)
	return requeue(r, &old, &now)
}

// made files a new request under its account and its submission.
func made(r *rows, f *event.Fact, d *event.RequestMoved) error {
	r.put(historyKey(d.Account, f.Seq), []byte(d.Request))
	r.put(key(tableSubmission, d.Submission)+number(f.Seq), []byte(d.Request))
	count, err := r.text(key(tableMade, d.Account))
	if err != nil {
		return err
	}
	r.put(key(tableMade, d.Account), []byte(number(numberOf(count)+1)))
	return nil
}

// moved is the request after a transition.
func moved(q Request, f *event.Fact, d *event.RequestMoved) Request {
	was := q.Queue()
	if q.ID == "" {
		q.ID, q.Submission, q.Reference, q.Account = d.Request, d.Submission, d.Reference, d.Account
		q.Level, q.Identifier, q.SubmittedAt = d.Level, d.Identifier, f.At
	}
	q.For = d.For // who registered meanwhile takes the place of the account that was kept for them
	q.Scope, q.Status, q.Reasons, q.Note = d.Scope, d.To, d.Reasons, d.Note
	q.Extends, q.Belongs, q.Inactive, q.DuplicateOf, q.Switch = d.Extends, d.Belongs, d.Inactive, d.DuplicateOf, d.Switch
	q.DueAt, q.ExpiresAt, q.RetryAt = d.DueAt, d.ExpiresAt, d.RetryAt
	if d.Policy != "" {
		q.Policy, q.Generation = d.Policy, d.Generation
	}
	q.ChangedAt, q.Seq = f.At, f.Seq
	switch q.Queue() {
	case "":
		q.Since = time.Time{}
	case was: // it keeps its place
	default:
		q.Since, q.Reminded = f.At, 0
	}
	step := Step{At: f.At, By: f.By, Move: d.Move, From: d.From, To: d.To, Reasons: d.Reasons, Note: d.Note}
	if d.Noted {
		step.Noted = f.Seq
	}
	q.Steps = append(slices.Clone(q.Steps), step)
	if len(q.Steps) > maxSteps {
		q.Steps = slices.Delete(q.Steps, 1, 2)
	}
	return q
}

// Request returns an access request by ID. Errors: ErrNotFound.
func (r *Reader) Request(id string) (Request, error) {
	q, err := load[Request](r.rows, requestKey(id))
	if err != nil {
		return q, err
	}
	return r.withNotes(q)
}

// Requests lists an account's requests, newest first. status "" is all; find
// matches the beginning of the identifier or the reference. One page looks at
// no more than 1,000 requests, so it may be short although there is a next.
func (r *Reader) Requests(account string, status access.Status, find, cursor string, limit int) (requests []Request, next string, err error) {
	limit = capped(limit, maxList)
	at, err := openCursor(cursorRequests, cursor, 8)
	if err != nil {
		return nil, "", err
	}
	w := r.rows.walk(key(tableHistory, account))
	defer w.close()
	from := ""
	if at != "" {
		from = w.prefix + at + "\x00"
	}
	examined := 0
	for w.seek(from); w.ok; w.next() {
		if len(requests) == limit || examined == maxExamined {
			return requests, sealCursor(cursorRequests, at), nil
		}
		examined++
		at = w.rest()
		q, err := r.requestAt(w)
		if err != nil {
			return nil, "", err
		}
		if (status == "" || q.Status == status) && q.startsWith(find) {
			requests = append(requests, q)
		}
	}
	return requests, "", nil
}

// startsWith reports whether the identifier or the reference begins with find,
// in whatever case.
func (q *Request) startsWith(find string) bool {
	find = strings.ToUpper(strings.TrimSpace(find))
	if q.Extends != nil && q.Extends.Withheld { // a find must not tell the number
		return strings.HasPrefix(strings.ToUpper(q.Reference), find)
	}
	return strings.HasPrefix(strings.ToUpper(q.Identifier.Value), find) ||
		find != "" && strings.HasPrefix(strings.ToUpper(entered(q.Identifier)), find) ||
		strings.HasPrefix(strings.ToUpper(q.Reference), find)
}

// requestAt returns the request whose ID is the value of the walker's row.
func (r *Reader) requestAt(w *walker) (Request, error) {
	id, err := w.value()
	if err != nil {
		return Request{}, fmt.Errorf("list requests: %w", err)
	}
	q, err := r.Request(string(id))
	if err != nil {
		return Request{}, fmt.Errorf("list requests: request %s: %w", id, err)
	}
	return q, nil
}

// RequestCount is how many requests the account ever made, kept as a counter.
func (r *Reader) RequestCount(account string) (int, error) {
	count, err := r.rows.text(key(tableMade, account))
	return int(numberOf(count)), err
}

// Submission lists the requests of one submission in their order (at most 10).
// Errors: ErrNotFound.
func (r *Reader) Submission(id string) ([]Request, error) {
	w := r.rows.walk(key(tableSubmission, id))
	defer w.close()
	var requests []Request
	for w.seek(""); w.ok && len(requests) < maxSubmission; w.next() {
		q, err := r.requestAt(w)
		if err != nil {
			return nil, err
		}
		requests = append(requests, q)
	}
	if len(requests) == 0 {
		return nil, ErrNotFound
	}
	return requests, nil
}

// Pending returns the ID of the account's pending request for the scope and
// level, "" when there is none. What the account asked for third parties does
// not count.
func (r *Reader) Pending(account string, level access.Level, scope access.Identifier) (string, error) {
	return r.PendingFor(account, "", level, scope)
}

// PendingFor is Pending for what the account asked for one third party.
func (r *Reader) PendingFor(account, third string, level access.Level, scope access.Identifier) (string, error) {
	w := r.rows.walk(key(tablePending, account, asked(level, third), scope.String()))
	defer w.close()
	if w.seek(""); !w.ok {
		return "", nil
	}
	id, err := w.value()
	return string(id), err
}

// PendingExtension is Pending for a request to extend an access.
func (r *Reader) PendingExtension(g Grant) (string, error) {
	return r.PendingFor(g.Account, g.ID, g.Level, g.Scope)
}

// PendingOf lists an account's pending requests of a level, 1,000 at most.
func (r *Reader) PendingOf(account string, level access.Level) ([]Request, error) {
	w := r.rows.walk(key(tablePending, account, string(level)))
	defer w.close()
	var requests []Request
	for w.seek(""); w.ok && len(requests) < maxExamined; w.next() {
		q, err := r.requestAt(w)
		if err != nil {
			return nil, err
		}
		requests = append(requests, q)
	}
	return requests, nil
}
