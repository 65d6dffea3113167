package registry

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/ristretto/v2/z"

	"accord/shared/access"
)

// benchSizes are numbers of contracts; each has three serials.
// ACCORD_BENCH_LARGE adds the million of issue 2.
func benchSizes() []int {
	sizes := []int{10_000, 100_000}
	if os.Getenv("ACCORD_BENCH_LARGE") != "" {
		sizes = append(sizes, 1_000_000)
	}
	return sizes
}

// BenchmarkLoad imports whole files. keys/s is over all of it, write-keys/s
// over what comes after the check: the last sort, the bulk write, the sync.
func BenchmarkLoad(b *testing.B) {
	for _, contracts := range benchSizes() {
		b.Run(strconv.Itoa(contracts), func(b *testing.B) {
			dir := b.TempDir()
			size := writeBenchFiles(b, dir, contracts)
			b.SetBytes(size)
			b.ResetTimer()
			var keys, run int
			var writing time.Duration
			var heap float64
			resetPeak(b)
			for b.Loop() {
				run++
				s, err := Open(filepath.Join(dir, "registry"+strconv.Itoa(run)), 0)
				if err != nil {
					b.Fatal(err)
				}
				var checked time.Time
				l, err := s.Load(context.Background(), os.DirFS(dir), false, func(stage string, _, total int) {
					heap = max(heap, memory(b, "RssAnon"))
					switch stage {
					case "check":
						checked = time.Now()
					case "write":
						keys = total
					}
				})
				if err != nil {
					b.Fatalf("%v: %+v", err, l.Errors)
				}
				writing += time.Since(checked)
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(keys*b.N)/b.Elapsed().Seconds(), "keys/s")
			b.ReportMetric(float64(keys*b.N)/writing.Seconds(), "write-keys/s")
			b.ReportMetric(memory(b, "VmHWM"), "peak-MB")
			b.ReportMetric(heap, "peak-anon-MB")
		})
	}
}

// BenchmarkRawStreamWriter writes the same sorted keys and values out of
// memory: what Badger can do alone.
func BenchmarkRawStreamWriter(b *testing.B) {
	for _, contracts := range benchSizes() {
		b.Run(strconv.Itoa(contracts), func(b *testing.B) {
			dir := b.TempDir()
			writeBenchFiles(b, dir, contracts)
			all := sortedEntries(b, dir)
			b.ResetTimer()
			run := 0
			for b.Loop() {
				run++
				if err := rawWrite(filepath.Join(dir, "raw"+strconv.Itoa(run)), all); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(all.keys()*b.N)/b.Elapsed().Seconds(), "keys/s")
		})
	}
}

// flat holds keys and records one after the other: millions of small slices
// would measure the garbage collector.
type flat struct {
	data []byte
	ends []int // of each key and each record in data
}

func (f *flat) keys() int { return len(f.ends) / 2 }

func (f *flat) add(part []byte) {
	f.data = append(f.data, part...)
	f.ends = append(f.ends, len(f.data))
}

func sortedEntries(b *testing.B, dir string) *flat {
	b.Helper()
	batch := newBatch(b.TempDir(), true, nil)
	if err := batch.readAll(context.Background(), os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	if err := batch.entries.Finish(context.Background()); err != nil {
		b.Fatal(err)
	}
	all := &flat{}
	err := batch.entries.Each(context.Background(), func(key, stamped []byte) error {
		_, record := readOrigin(stamped)
		all.add(key)
		all.add(record)
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	if err := batch.close(); err != nil {
		b.Fatal(err)
	}
	return all
}

func rawWrite(dir string, all *flat) error {
	db, err := badger.Open(databaseOptions(dir))
	if err != nil {
		return err
	}
	w := &writer{to: db.NewStreamWriter(), buf: z.NewBuffer(2*writeBatch, "bench")}
	if err := w.to.Prepare(); err != nil {
		return err
	}
	from := 0
	for i := 0; i < len(all.ends); i += 2 {
		key, record := all.ends[i], all.ends[i+1]
		if err := w.put(all.data[from:key], all.data[key:record]); err != nil {
			return err
		}
		from = record
	}
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.to.Flush(); err != nil {
		return err
	}
	if err := w.buf.Release(); err != nil {
		return err
	}
	return db.Close()
}

// BenchmarkGeneration looks things up in a registry of 100,000 contracts.
func BenchmarkGeneration(b *testing.B) {
	const contracts = 100_000
	dir := b.TempDir()
	writeBenchFiles(b, dir, contracts)
	s, err := Open(filepath.Join(dir, "registry"), 0)
	if err != nil {
		b.Fatal(err)
	}
	l, err := s.Load(context.Background(), os.DirFS(dir), false, nil)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Switch(l.Generation); err != nil {
		b.Fatal(err)
	}
	lookups := []struct {
		name string
		look func(g *Generation, i int) (found bool, err error)
	}{
		{"Contract", func(g *Generation, i int) (bool, error) {
			c, err := g.Contract(benchNumber(i))
			return c != nil, err
		}},
		{"UnknownContract", func(g *Generation, i int) (bool, error) {
			c, err := g.Contract("9" + benchNumber(i))
			return c == nil, err
		}},
		{"SerialContracts", func(g *Generation, i int) (bool, error) {
			c, err := g.SerialContracts(benchSerial(i))
			return len(c) == 1, err
		}},
		{"Administrators", func(g *Generation, i int) (bool, error) {
			a, err := g.Administrators(access.Contract(benchNumber(i - i%10)))
			return len(a) == 1, err
		}},
	}
	for _, l := range lookups {
		b.Run(l.name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				i = (i + 7919) % contracts
				err := s.Use(func(g *Generation) error {
					found, err := l.look(g, i)
					if !found {
						b.Errorf("lookup %d found nothing", i)
					}
					return err
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func benchNumber(i int) string { return strconv.Itoa(10_000_000 + i*17%9_000_000) }

func benchSerial(i int) string { return fmt.Sprintf("SN%07X-%d", i*7919%(1<<27), i%3) }

// writeBenchFiles writes a valid registry: for ten contracts one company, one
// administrator, one person and one grant; three serials a contract.
func writeBenchFiles(b *testing.B, dir string, contracts int) (size int64) {
	b.Helper()
	file := func(name, header string, n int, row func(out *bufio.Writer, i int)) {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			b.Fatal(err)
		}
		out := bufio.NewWriter(f)
		fmt.Fprintln(out, header)
		for i := range n {
			row(out, i)
		}
		if err := out.Flush(); err != nil {
			b.Fatal(err)
		}
		info, err := f.Stat()
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	tenth := contracts / 10
	file("companies.csv", "company_id,kind,name_en,name_local,aliases,domains,parent_id,country", tenth,
		func(out *bufio.Writer, i int) {
			parent := ""
			if i%5 == 4 {
				parent = fmt.Sprintf("C%07d", i-1)
			}
			fmt.Fprintf(out, "C%07d,customer,Company %d Ltd,会社%d株式会社,,c%d.example,%s,JP\n", i, i, i, i, parent)
		})
	file("bill_to.csv", "bill_to_id,company_id", contracts/20, func(out *bufio.Writer, i int) {
		fmt.Fprintf(out, "%d,C%07d\n", 5_000_000_000+i, i)
	})
	file("contracts.csv", "contract_number,holder_company_id,seller_company_id,bill_to_id,service_level,branding,support,"+
		"issued_at,starts_at,ends_at,status", contracts, func(out *bufio.Writer, i int) {
		fmt.Fprintf(out, "%s,C%07d,,%d,24x7-4H,vendor,direct,2025-01-05,2025-02-01,2030-01-31,active\n",
			benchNumber(i), i%tenth, 5_000_000_000+i%(contracts/20))
	})
	file("covered_products.csv", "serial_number,contract_number,product_id,description", 3*contracts,
		func(out *bufio.Writer, i int) {
			fmt.Fprintf(out, "%s,%s,SW-9300-48,Switch\n", benchSerial(i), benchNumber(i/3))
		})
	file("administrators.csv", "email,contract_number,bill_to_id", tenth, func(out *bufio.Writer, i int) {
		fmt.Fprintf(out, "admin%d@c%d.example,%s,\n", i, i, benchNumber(i*10))
	})
	file("accounts.csv", "email,given_name,family_name,company_name,company_name_local,address,country,language,role", tenth,
		func(out *bufio.Writer, i int) {
			fmt.Fprintf(out, "p%d@c%d.example,Ada,Quinn,Company %d Ltd,,1 Road,JP,ja,customer\n", i, i, i)
		})
	file("grants.csv", "email,level,contract_number,bill_to_id,starts_at,ends_at", tenth, func(out *bufio.Writer, i int) {
		fmt.Fprintf(out, "p%d@c%d.example,full,%s,,2025-02-01,\n", i, i, benchNumber(i*10))
	})
	return size
}

// resetPeak starts the measuring of the process's largest resident memory
// (VmHWM). It counts the pages of mapped tables, which the kernel takes back
// when it needs them; RssAnon does not.
func resetPeak(b *testing.B) {
	b.Helper()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600); err != nil {
		b.Log("peak memory is since the start:", err)
	}
}

// memory is a figure of the process in MB, 0 where the kernel does not tell it.
func memory(b *testing.B, figure string) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kb float64
	for line := range bytes.Lines(status) {
		if _, err := fmt.Sscanf(string(line), figure+": %f kB", &kb); err == nil {
			break
		}
	}
	return kb / 1024
}
