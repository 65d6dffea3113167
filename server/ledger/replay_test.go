package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// memory is a Badger without a disk, for what is compared row by row.
func memory(t testing.TB) *badger.DB {
	t.Helper()
	db, err := badger.Open(smallMemory())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// smallMemory opens fast, also under the race detector.
func smallMemory() badger.Options {
	return badger.DefaultOptions("").WithInMemory(true).WithLoggingLevel(badger.ERROR).
		WithMemTableSize(1 << 20).WithNumMemtables(1).WithValueThreshold(64 << 10).WithBlockCacheSize(1 << 20)
}

// dump is every row below a prefix.
func dump(r *rows, prefix string) (map[string]string, error) {
	w := r.walk(prefix)
	defer w.close()
	all := map[string]string{}
	for w.seek(""); w.ok; w.next() {
		value, err := w.value()
		if err != nil {
			return nil, err
		}
		all[w.key] = string(value)
	}
	return all, nil
}

// replayed makes every projection anew from the facts and the account records.
func replayed(t *rapid.T, empty *badger.DB, live *rows) map[string]string {
	snap := empty.NewTransaction(false)
	defer snap.Discard()
	r := writable(snap)
	accounts, err := dump(live, key(tableAccount))
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range accounts {
		r.put(k, []byte(v))
	}
	w := live.walk(key(tableFact))
	defer w.close()
	for w.seek(""); w.ok; w.next() {
		fact, err := here[event.Fact](w)
		if err == nil {
			err = apply(r, &fact)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	all, err := dump(r, "p")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// world draws commands of every kind.
type world struct {
	requests map[string]*event.RequestMoved
	grants   []*event.GrantGiven
	tokens   []string
	next     int
}

func (w *world) id(kind string) string { w.next++; return fmt.Sprint(kind, w.next) }

var (
	someAccounts = []string{"u1", "u2", "u3"}
	someNames    = []string{"Yamada", "山田太郎", "Ünïted Ｗorks", "", "株式会社サンプル Works"}
	someStatuses = access.Statuses()
	someLevels   = []access.Level{access.Downloads, access.Full, access.Ordering}
)

// step does one thing inside a command.
func (w *world) step(t *rapid.T, tx *Tx) error {
	switch rapid.IntRange(0, 13).Draw(t, "kind") {
	case 0:
		id := rapid.SampledFrom(someAccounts).Draw(t, "account")
		name := rapid.SampledFrom(someNames)
		err := tx.PutAccount(Account{ID: id, Profile: wire.Profile{
			Email: id + rapid.SampledFrom([]string{"@example.com", "@sub.example.co.jp"}).Draw(t, "mail"), FamilyName: name.Draw(t, "name"), CompanyLocal: name.Draw(t, "company"),
		}})
		if err != nil {
			return err
		}
		return appendOnly(tx, &event.AccountChanged{Account: id, Fields: []string{"company_local"}})
	case 1, 2, 3:
		return w.submit(t, tx)
	case 4, 5, 6:
		return w.move(t, tx)
	case 7:
		g := &event.GrantGiven{Grant: w.id("g"), Account: rapid.SampledFrom(someAccounts).Draw(t, "account"), Level: access.Full, Scope: access.Contract("1"), Starts: tx.Now(),
			Change: rapid.SampledFrom([]event.GrantChange{event.GrantNew, event.GrantKept}).Draw(t, "change")}
		if rapid.Bool().Draw(t, "ends") {
			g.Ends = tx.Now().Add(time.Duration(rapid.IntRange(-1, 30).Draw(t, "days")) * Day)
		}
		if len(w.grants) > 0 && rapid.Bool().Draw(t, "old") {
			g = rapid.SampledFrom(w.grants).Draw(t, "grant")
			return appendOnly(tx, rapid.SampledFrom([]event.Data{
				&event.GrantRevoked{Grant: g.Grant, Account: g.Account}, g,
				&event.GrantEnding{Grant: g.Grant, Account: g.Account, Days: 14}, &event.GrantEnded{Grant: g.Grant, Account: g.Account},
			}).Draw(t, "fact"))
		}
		w.grants = append(w.grants, g)
		return appendOnly(tx, g)
	case 12, 13:
		return w.recertify(t, tx)
	case 8:
		if len(w.tokens) > 0 && rapid.Bool().Draw(t, "revoke") {
			id := w.tokens[0]
			w.tokens = w.tokens[1:]
			return appendOnly(tx, &event.TokenRevoked{Token: id})
		}
		id := w.id("k")
		w.tokens = append(w.tokens, id)
		return appendOnly(tx, &event.TokenIssued{Token: id, Hash: "h" + id})
	case 9:
		return w.chat(t, tx)
	case 10:
		role := rapid.SampledFrom([]access.Role{access.RoleCustomer, access.RoleReviewer}).Draw(t, "role")
		return appendOnly(tx, &event.RoleSet{Account: rapid.SampledFrom(someAccounts).Draw(t, "account"), Role: role})
	default:
		if rapid.Bool().Draw(t, "administrator") {
			account := rapid.SampledFrom(someAccounts).Draw(t, "account")
			if rapid.Bool().Draw(t, "left") {
				return appendOnly(tx, &event.AdministratorLeft{Scope: access.Contract("1"), Account: account, Last: rapid.Bool().Draw(t, "last"), Noted: rapid.Bool().Draw(t, "noted")})
			}
			return appendOnly(tx, &event.AdministratorNamed{Scope: access.Contract("1"), Account: account})
		}
		if rapid.Bool().Draw(t, "switch") {
			return appendOnly(tx, &event.RegistrySwitched{Generation: tx.Position().Seq})
		}
		return appendOnly(tx, &event.RulesSet{Scope: access.Contract("1"), Rules: event.Rules{Locked: rapid.Bool().Draw(t, "locked")}})
	}
}

// recertify asks about some of the grants, reminds, answers for one of them or
// takes the question back.
func (w *world) recertify(t *rapid.T, tx *Tx) error {
	if len(w.grants) == 0 {
		g := &event.GrantGiven{Grant: w.id("g"), Account: "u1", Level: access.Full, Scope: access.Contract("1"), Starts: tx.Now()}
		w.grants = append(w.grants, g)
		return appendOnly(tx, g)
	}
	var some []string
	for _, g := range w.grants {
		if rapid.Bool().Draw(t, "this one") {
			some = append(some, g.Grant)
		}
	}
	g := rapid.SampledFrom(w.grants).Draw(t, "grant")
	asked := &event.RecertificationAsked{Scope: g.Scope, Grants: some, Until: tx.Now().Add(30 * Day)}
	return appendOnly(tx, rapid.SampledFrom([]event.Data{
		asked, asked, &event.GrantConfirmed{Grant: g.Grant, Account: g.Account},
		&event.GrantEnded{Grant: g.Grant, Account: g.Account}, &event.RecertificationDropped{Scope: g.Scope, Grants: some},
		&event.RecertificationReminded{Scope: g.Scope, Days: rapid.SampledFrom(RecertifyDays()).Draw(t, "days")},
	}).Draw(t, "fact"))
}

// chat sends a message, or settles a conversation.
func (w *world) chat(t *rapid.T, tx *Tx) error {
	account := rapid.SampledFrom(someAccounts).Draw(t, "account")
	if _, err := tx.Conversation(account); err == nil && rapid.Bool().Draw(t, "settle") {
		return appendOnly(tx, &event.ConversationSettled{Conversation: account, Account: account})
	}
	return appendOnly(tx, &event.MessageSent{
		Message: w.id("m"), Conversation: account, Account: account, Mailed: rapid.Bool().Draw(t, "mailed"),
		From: rapid.SampledFrom([]access.Party{access.ByRequester, access.ByReviewer}).Draw(t, "from"),
	})
}

func appendOnly(tx *Tx, data event.Data) error {
	_, err := tx.Append(data)
	return err
}

func (w *world) submit(t *rapid.T, tx *Tx) error {
	scope := access.Contract(rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "contract"))
	d := &event.RequestMoved{
		Request: w.id("r"), Submission: fmt.Sprint("s", w.next/3), Reference: fmt.Sprint("A-", w.next),
		Account: rapid.SampledFrom(someAccounts).Draw(t, "account"), Level: rapid.SampledFrom(someLevels).Draw(t, "level"),
		Identifier: scope, Scope: scope, To: rapid.SampledFrom(someStatuses).Draw(t, "to"), Move: access.MoveSubmit,
	}
	w.requests[d.Request] = d
	timed(t, tx, d)
	return appendOnly(tx, d)
}

func (w *world) move(t *rapid.T, tx *Tx) error {
	if len(w.requests) == 0 {
		return nil
	}
	id := rapid.SampledFrom(sortedKeys(w.requests)).Draw(t, "request")
	d := *w.requests[id]
	switch rapid.IntRange(0, 5).Draw(t, "fact") {
	case 0:
		return appendOnly(tx, &event.RequestReminded{Request: id, Days: rapid.SampledFrom(ReminderDays()).Draw(t, "days")})
	case 1:
		return appendOnly(tx, &event.WatchEnded{Request: id, Account: d.Account})
	}
	timed(t, tx, &d)
	d.From, d.To = d.To, rapid.SampledFrom(someStatuses).Draw(t, "to")
	if rapid.Bool().Draw(t, "other scope") {
		d.Scope = access.BillTo("9")
	}
	w.requests[id] = &d
	d.Noted, d.Note = rapid.Bool().Draw(t, "noted"), rapid.SampledFrom(someNames).Draw(t, "note")
	return appendOnly(tx, &d)
}

// timed gives a transition some of the times that its status may have.
func timed(t *rapid.T, tx *Tx, d *event.RequestMoved) {
	at := func(what string) time.Time {
		if rapid.Bool().Draw(t, what) {
			return time.Time{}
		}
		return tx.Now().Add(time.Duration(rapid.IntRange(0, 20).Draw(t, what)) * Day)
	}
	d.DueAt, d.ExpiresAt, d.RetryAt = at("due"), at("expires"), at("retry")
}

func sortedKeys(m map[string]*event.RequestMoved) []string {
	over := newOverlay()
	for k := range m {
		over.set(k, write{})
	}
	return over.keys
}

var errOnPurpose = errors.New("on purpose")

func TestReplay_MakesTheSameProjectionsByteForByte(t *testing.T) {
	empty := memory(t)
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2026, 12, 1, 9, 0, 0, 0, time.FixedZone("JST", 9*3600))
		db, err := badger.Open(smallMemory())
		if err != nil {
			t.Fatal(err)
		}
		b := &Badger{Options: Options{Now: func() time.Time { return now }}.filled(), db: db}
		b.space = newSpace(".", b.Options)
		defer func() {
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		}()
		if _, err := b.create(); err != nil {
			t.Fatal(err)
		}
		w := &world{requests: map[string]*event.RequestMoved{}}
		for range rapid.IntRange(1, 6).Draw(t, "batches") {
			batch(t, b, w)
			now = now.Add(time.Duration(rapid.IntRange(-1, 3).Draw(t, "seconds")) * time.Second)
		}
		compare(t, b, empty, w)
	})
}

// batch runs some commands in one transaction; some of them fail at their end.
func batch(t *rapid.T, b *Badger, w *world) {
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	r := writable(snap)
	for range rapid.IntRange(1, 5).Draw(t, "commands") {
		before, err := json.Marshal(w.requests)
		if err != nil {
			t.Fatal(err)
		}
		grants, tokens := w.grants, w.tokens
		fails := rapid.IntRange(0, 4).Draw(t, "fails") == 0
		steps := rapid.IntRange(1, 5).Draw(t, "steps")
		_, err = b.run(r, &call{ctx: t.Context(), cmd: Command{Run: func(tx *Tx) (any, error) {
			for range steps {
				if err := w.step(t, tx); err != nil {
					return nil, err
				}
			}
			if fails {
				return nil, errOnPurpose
			}
			return nil, nil
		}}}, false)
		if fails != errors.Is(err, errOnPurpose) || (!fails && err != nil) {
			t.Fatal(err)
		}
		if fails {
			w.requests, w.grants, w.tokens = map[string]*event.RequestMoved{}, grants, tokens
			if err := json.Unmarshal(before, &w.requests); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := b.db.Update(r.over.copyTo); err != nil {
		t.Fatal(err)
	}
}

// compareChat holds the list of conversations that wait against what they say
// themselves, and counts them.
func compareChat(t *rapid.T, r *Reader) (waiting int) {
	for _, account := range someAccounts {
		c, err := r.Conversation(account)
		if err != nil && !errors.Is(err, ErrNotFound) {
			t.Fatal(err)
		}
		if c.Waiting > 0 {
			waiting++
		}
	}
	list, next, err := r.WaitingConversations("", maxList)
	counted, err2 := r.WaitingCount()
	if err != nil || err2 != nil || next != "" || len(list) != waiting || counted != waiting {
		t.Fatalf("%d conversations wait: %d listed, %d counted: %v %v", waiting, len(list), counted, err, err2)
	}
	return waiting
}

// compare holds the live projections against a replay, and the queues against
// what the requests themselves say.
func compare(t *rapid.T, b *Badger, empty *badger.DB, w *world) {
	snap := b.db.NewTransaction(false)
	defer snap.Discard()
	live := &rows{snap: snap}
	got, err := dump(live, "p")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(replayed(t, empty, live), got); diff != "" {
		t.Fatalf("live projections differ from the replay (-replay +live):\n%s", diff)
	}
	reader := Reader{live}
	waiting := map[string]int{}
	for id, d := range w.requests {
		q, err := reader.Request(id)
		if err != nil || q.Status != d.To {
			t.Fatalf("request %s is %s, not %s: %v", id, q.Status, d.To, err)
		}
		if q.Queue() != "" {
			waiting[q.Queue()]++
		}
	}
	compareDues(t, &reader, w)
	chat := compareChat(t, &reader)
	for k := range got {
		if chat > 0 && k == chatLane().tallyKey() {
			continue
		}
		if strings.HasPrefix(k, key(tableLane)) && waiting[strings.Split(k, "\x00")[1]] == 0 {
			t.Fatalf("an empty queue has a tally: %q", k)
		}
	}
	for name, n := range waiting {
		counts, err := reader.QueueCounts([]string{name})
		if err != nil || counts.Total != n {
			t.Fatalf("queue %s counts %d of %d: %v", name, counts.Total, n, err)
		}
		rows, next, err := reader.Queue([]string{name}, QueueFilter{}, "", maxList)
		if err != nil || len(rows) != n || next != "" {
			t.Fatalf("queue %s shows %d of %d, next %q: %v", name, len(rows), n, next, err)
		}
	}
}
