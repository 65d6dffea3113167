package desk_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// BenchmarkDesk_Submit is a durable submission from 64 clients at once: look-up,
// evaluation, fact, trace and projections on disk.
func BenchmarkDesk_Submit(b *testing.B) {
	o := open(b)
	const clients = 64
	who := make([]desk.Who, clients)
	for i := range who {
		a, err := o.AddAccount(b.Context(), fmt.Sprintf("client%d@elsewhere.example", i), "", "")
		must(b, err)
		who[i] = desk.Who{Account: a.ID, Role: a.Role, Network: fmt.Sprint(i)}
		_, err = o.UpdateProfile(b.Context(), who[i], wire.Profile{GivenName: "C", Company: "Client", Address: "1 Road", Language: "en"})
		must(b, err)
	}
	var next atomic.Int64
	b.SetParallelism(clients / 2) // of two cores
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		me := who[int(next.Add(1))%clients]
		for pb.Next() {
			_, err := o.Submit(b.Context(), me, wire.Submit{
				Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"1001"}, Agreed: true,
			})
			if err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "submissions/s")
}
