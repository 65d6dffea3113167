package desk_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"accord/server/desk"
	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// BenchmarkDesk_Submit is a durable submission, from one client and from 64 at
// once: look-up, evaluation, fact, trace and projections on disk. Each is of
// another contract and waits for the vendor, or each is the same and denied.
func BenchmarkDesk_Submit(b *testing.B) {
	const contracts = 10_000
	many := files()
	rows := bytes.NewBuffer(many["contracts.csv"].Data)
	for i := range contracts {
		fmt.Fprintf(rows, "%d,A,G,,24x7,vendor,reseller,2025-01-01,2025-01-01,2027-12-31,active\n", 100_000+i)
	}
	many["contracts.csv"] = &fstest.MapFile{Data: rows.Bytes()}
	for _, clients := range []int{1, 64} {
		for _, outcome := range []access.Status{access.PendingVendor, access.Denied} {
			b.Run(fmt.Sprintf("clients=%d/%s", clients, outcome), func(b *testing.B) {
				o := open(b)
				_, err := o.ImportNow(b.Context(), many, false, nil)
				must(b, err)
				who := make([]desk.Who, clients)
				for i := range who {
					who[i] = o.client(i)
				}
				var next atomic.Int64
				var wait sync.WaitGroup
				b.ResetTimer()
				for _, me := range who {
					wait.Go(func() {
						for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
							contract := "100000"
							if outcome == access.PendingVendor {
								contract = fmt.Sprint(100_000 + n%contracts)
							}
							_, err := o.Submit(b.Context(), me, wire.Submit{
								Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{contract}, Agreed: true,
							})
							if err != nil {
								b.Error(err)
							}
						}
					})
				}
				wait.Wait()
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "submissions/s")
			})
		}
	}
}

// client is a person who may submit.
func (o *office) client(n int) desk.Who {
	o.t.Helper()
	who := o.who(fmt.Sprintf("client%d@elsewhere.example", n))
	who.Network = fmt.Sprint(n)
	_, err := o.UpdateProfile(o.t.Context(), who, wire.ProfileChange{Profile: wire.Profile{
		GivenName: "Taro", FamilyName: "Yamada", GivenNameLocal: "太郎", FamilyNameLocal: "山田",
		Company: "Elsewhere Trading K.K.", CompanyLocal: "株式会社エルスウェア", Address: "1 Road", Language: "en",
	}})
	must(o.t, err)
	return who
}

// BenchmarkDesk_Queue is a reviewer's page of 50 rows, with its counts, while
// 100,000 requests of 1,000 people are pending: 50,000 for the vendor, the
// others for administrators.
func BenchmarkDesk_Queue(b *testing.B) {
	const pending = 100_000
	var store ledger.Ledger
	o := open(b, func(c *desk.Config) { store = c.Ledger })
	rita := o.who("rita@vendor.example")
	for i := 0; i < pending; i += 100 {
		_, err := store.Do(b.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			return nil, wait100(tx, i)
		}})
		must(b, err)
	}
	pages := map[string]desk.QueueQuery{
		"page=first":   {},
		"page=level":   {Level: access.Downloads},
		"find=number":  {Find: "150007"},
		"find=common":  {Find: "works"},
		"find=nothing": {Find: "works none"},
	}
	var middle string
	for range pending / 4 / 100 {
		q, err := o.Queue(b.Context(), rita, desk.QueueQuery{Cursor: middle, Limit: 100})
		must(b, err)
		middle = q.Next
	}
	pages["page=middle"] = desk.QueueQuery{Cursor: middle}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := o.Queue(b.Context(), rita, pages[name])
				must(b, err)
			}
		})
	}
}

// wait100 makes a hundred requests wait, numbered from n on: a tenth for
// downloads, and every second one for an administrator.
func wait100(tx *ledger.Tx, n int) error {
	person := ledger.Account{ID: fmt.Sprint("p", n/100), Profile: wire.Profile{
		Email: fmt.Sprintf("p%d@client%d.example", n/100, n/100%50), FamilyName: fmt.Sprint("Client", n/100), Company: fmt.Sprintf("Client %d Works Ltd", n/100),
	}}
	if err := tx.PutAccount(person); err != nil {
		return err
	}
	for i := n; i < n+100; i++ {
		scope := access.Contract(fmt.Sprint(100_000 + i))
		m := event.RequestMoved{
			Request: fmt.Sprintf("%026d", i), Submission: fmt.Sprint("s", i), Reference: fmt.Sprintf("A-%06d-1", i), Account: person.ID,
			Level: access.Full, Identifier: scope, Scope: scope,
			Move: access.MoveSubmit, To: access.PendingVendor, Reasons: []access.Reason{access.CompanyOther},
			DueAt: tx.Now().Add(desk.VendorReview), ExpiresAt: tx.Now().Add(desk.Expiry), Policy: "1", Generation: 1,
		}
		if i%10 == 4 {
			m.Level = access.Downloads
		}
		if i%2 == 1 {
			m.To, m.DueAt = access.PendingAdministrator, tx.Now().Add(desk.NoAnswer)
		}
		if _, err := tx.Append(&m); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkDesk_OfficeUsers is a page of 25 of a contract that 5,000 people have
// access through.
func BenchmarkDesk_OfficeUsers(b *testing.B) {
	o := open(b)
	ann, c := o.who("ann@alpha.example"), access.Contract("1001")
	const people = 5_000
	for start := 0; start < people; start += 100 {
		_, err := o.Ledger.Do(b.Context(), ledger.Command{By: event.System(), Run: func(tx *ledger.Tx) (any, error) {
			for i := start; i < start+100; i++ {
				id := fmt.Sprintf("p%04d", i)
				err := tx.PutAccount(ledger.Account{ID: id, Profile: wire.Profile{Email: fmt.Sprintf("%04d@alpha.example", i*7919%people), FamilyName: "Yamada"}})
				if err != nil {
					return nil, err
				}
				if _, err := tx.Append(&event.GrantGiven{Grant: "g-" + id, Account: id, Level: access.Full, Scope: c, Starts: tx.Now()}); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}})
		must(b, err)
	}
	for _, page := range []int{1, people / wire.UsersPage} {
		b.Run(fmt.Sprintf("page=%d", page), func(b *testing.B) {
			for b.Loop() {
				list, err := o.OfficeUsers(b.Context(), ann, c, "", page)
				if err != nil || list.Total != people || len(list.Users) != wire.UsersPage {
					b.Fatalf("%d of %d, %v", len(list.Users), list.Total, err)
				}
			}
		})
	}
}
