package ledger_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"testing"

	"accord/server/event"
	"accord/server/ledger"
)

// childEnv names the directory that a child process writes to until it is killed.
const childEnv = "ACCORD_TEST_LEDGER_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		if err := writeForEver(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForEver says on standard output what it was answered, a line each.
func writeForEver(dir string) error {
	b, err := ledger.Open(dir, ledger.Options{})
	if err != nil {
		return err
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for {
				name := fmt.Sprintf("%016x", rand.Uint64())
				a, err := b.Do(context.Background(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
					return tx.Append(&event.TokenIssued{Token: name, Name: name, Hash: name})
				}})
				if err != nil {
					fmt.Fprintln(os.Stderr, err)
					return
				}
				fmt.Fprintf(os.Stdout, "%s %s\n", name, a.Body)
			}
		})
	}
	wait.Wait()
	return nil
}

// killed runs a child until it was answered n times, kills it and returns the
// answers by name.
func killed(t *testing.T, dir string, n int) map[string]uint64 {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childEnv+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	answers := map[string]uint64{}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var name string
		var seq uint64
		if _, err := fmt.Sscan(lines.Text(), &name, &seq); err != nil {
			break // a line cut by the kill
		}
		if answers[name] = seq; len(answers) == n {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the child ended by itself")
	}
	return answers
}

func TestCrash_EveryAnsweredFactIsThereAfterAKill(t *testing.T) {
	dir := t.TempDir()
	answers := map[string]uint64{}
	for round := range 6 {
		for name, seq := range killed(t, dir, 1+rand.IntN(400)) {
			answers[name] = seq
		}
		b, err := ledger.Open(dir, ledger.Options{})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if err := b.Verify(); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		named := map[string]uint64{}
		for after := uint64(0); ; {
			var facts []event.Fact
			view(t, b, func(r *ledger.Reader) (err error) {
				facts, err = r.Facts(after, 0)
				return err
			})
			if len(facts) == 0 {
				break
			}
			for _, f := range facts {
				data, err := f.Decode()
				if err != nil {
					t.Fatal(err)
				}
				named[data.(*event.TokenIssued).Name] = f.Seq
				after = f.Seq
			}
		}
		for name, seq := range answers {
			if named[name] != seq {
				t.Errorf("round %d: fact %d was answered and is not there", round, seq)
			}
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
