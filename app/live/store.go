package live

import (
	"errors"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Store is what the device keeps for this site: tables of texts in IndexedDB,
// which the tabs and the service worker (web/worker.js) share. Its functions
// block: call them beside the page. A nil Store, and a browser that forbids
// storing, keep nothing.
type Store struct{ db app.Value }

// Table names a table of the store.
type Table string

// The tables.
const (
	TableCopy   Table = "copy"   // by account, see package session, Copy
	TableOutbox Table = "outbox" // by the order of their making, see package session, Outgoing
)

// storeName and storeVersion are known to web/worker.js, too.
const (
	storeName    = "accord"
	storeVersion = 1
)

// ErrNoStore is the error of a browser that keeps nothing here.
var ErrNoStore = errors.New("the browser keeps nothing")

// Row is one row of a table.
type Row struct {
	Key  any // a string, or the int that Add gave
	Text string
}

// openPatience is how long the browser may take to open the store. Some never
// answer, and nobody shall wait for that.
const openPatience = 3 * time.Second

// OpenStore opens the store, and makes it at the first time. Errors: ErrNoStore.
func OpenStore() (*Store, error) {
	opened := make(chan *Store, 1)
	go func() { opened <- open() }()
	select {
	case s := <-opened:
		if s != nil {
			return s, nil
		}
	case <-time.After(openPatience):
	}
	return nil, ErrNoStore
}

func open() (s *Store) {
	defer func() {
		if recover() != nil { // some browsers throw where storing is forbidden
			s = nil
		}
	}()
	factory := app.Window().Get("indexedDB")
	if !factory.Truthy() {
		return nil
	}
	request := factory.Call("open", storeName, storeVersion)
	upgrade := app.FuncOf(func(app.Value, []app.Value) any {
		db := request.Get("result")
		db.Call("createObjectStore", string(TableCopy))
		db.Call("createObjectStore", string(TableOutbox), map[string]any{"autoIncrement": true})
		return nil
	})
	defer upgrade.Release()
	request.Set("onupgradeneeded", upgrade)
	if !settled(request, "onsuccess", "onerror", "onblocked") {
		return nil
	}
	return &Store{request.Get("result")}
}

// Rows lists a table, by key.
func (s *Store) Rows(t Table) (rows []Row, err error) {
	err = s.do(t, "readonly", func(table app.Value) func() {
		keys, texts := table.Call("getAllKeys"), table.Call("getAll")
		return func() {
			keys, texts := keys.Get("result"), texts.Get("result")
			for i := range keys.Length() {
				rows = append(rows, Row{keyOf(keys.Index(i)), texts.Index(i).String()})
			}
		}
	})
	return rows, err
}

// Put writes a row.
func (s *Store) Put(t Table, r Row) error {
	return s.do(t, "readwrite", func(table app.Value) func() {
		table.Call("put", r.Text, r.Key)
		return nil
	})
}

// Add writes a row after all others of TableOutbox and returns its key.
func (s *Store) Add(t Table, text string) (key int, err error) {
	err = s.do(t, "readwrite", func(table app.Value) func() {
		added := table.Call("add", text)
		return func() { key = added.Get("result").Int() }
	})
	return key, err
}

// Drop removes a row; one that is not there is no error.
func (s *Store) Drop(t Table, key any) error {
	return s.do(t, "readwrite", func(table app.Value) func() {
		table.Call("delete", key)
		return nil
	})
}

// Clear removes every row of a table.
func (s *Store) Clear(t Table) error {
	return s.do(t, "readwrite", func(table app.Value) func() {
		table.Call("clear")
		return nil
	})
}

// do runs one transaction. What is asked for in it is read by the function that
// ask returns, once all is done. It is on the disk then: what is said to be
// saved is saved.
func (s *Store) do(t Table, mode string, ask func(table app.Value) (read func())) (err error) {
	defer func() {
		if recover() != nil { // the connection was closed by the browser
			err = ErrNoStore
		}
	}()
	if s == nil {
		return ErrNoStore
	}
	tx := s.db.Call("transaction", string(t), mode, map[string]any{"durability": "strict"})
	read := ask(tx.Call("objectStore", string(t)))
	if !settled(tx, "oncomplete", "onerror", "onabort") {
		return ErrNoStore
	}
	if read != nil {
		read()
	}
	return nil
}

func keyOf(v app.Value) any {
	if v.Type() == app.TypeNumber {
		return v.Int()
	}
	return v.String()
}

// settled blocks until one of the events comes, and reports whether it was the
// good one. Never call it on the UI goroutine.
func settled(of app.Value, good string, bad ...string) bool {
	outcome := make(chan bool, 1)
	on := func(event string, ok bool) func() {
		f := app.FuncOf(func(app.Value, []app.Value) any {
			select {
			case outcome <- ok:
			default:
			}
			return nil
		})
		of.Set(event, f)
		return func() {
			of.Set(event, nil)
			f.Release()
		}
	}
	defer on(good, true)()
	for _, event := range bad {
		defer on(event, false)()
	}
	return <-outcome
}
