package registry_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"accord/server/registry"
)

const (
	killDir       = "ACCORD_TEST_REGISTRY" // set for the process that is killed
	killContracts = 500
	killRounds    = 6
	killSteps     = 30 // a few imports
)

// TestStore_KilledWhileLoading kills a process that imports one edition after
// the other, at a random step, and opens what it left.
func TestStore_KilledWhileLoading(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "fact"), []byte("0"), 0o600); err != nil {
		t.Fatal(err)
	}
	for round := range killRounds {
		// Random, but once in each part of the way.
		steps := (round*killSteps + rand.IntN(killSteps)) / killRounds
		killAfter(t, dir, steps)
		number := readFact(t, dir)
		s, err := registry.Open(filepath.Join(dir, "registry"), number)
		if err != nil {
			t.Fatalf("killed after step %d: %v", steps, err)
		}
		use(t, s, func(g *registry.Generation) {
			if number > 0 {
				whole(t, g, killContracts)
			}
		})
		if left := names(t, filepath.Join(dir, "registry")); number > 0 && len(left) != 1 {
			t.Errorf("killed after step %d: left %v", steps, left)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if readFact(t, dir) == 0 {
		t.Error("no import was ever finished: the test shows nothing")
	}
}

// killAfter runs the importing process until it has told so many steps.
func killAfter(t *testing.T, dir string, steps int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestImportingProcess$", "-test.v")
	cmd.Env = append(os.Environ(), killDir+"="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	told := 0
	for lines := bufio.NewScanner(out); told <= steps && lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "--- FAIL") {
			t.Fatal("the importing process failed")
		}
		if strings.HasPrefix(lines.Text(), "step ") {
			told++
		}
	}
	if told <= steps {
		t.Errorf("the importing process ended after %d steps of %d", told, steps)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) {
		t.Fatalf("killed process: %v", err)
	}
}

func readFact(t testing.TB, dir string) uint64 {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "fact"))
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.ParseUint(string(b), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestImportingProcess is the process that is killed; alone it does nothing.
func TestImportingProcess(t *testing.T) {
	dir := os.Getenv(killDir)
	if dir == "" {
		t.Skip("only as a process of its own")
	}
	number := readFact(t, dir)
	s, err := registry.Open(filepath.Join(dir, "registry"), number)
	if err != nil {
		t.Fatal(err)
	}
	for {
		number++
		files := edition(strconv.FormatUint(number, 10), killContracts)
		l, err := s.Load(context.Background(), files, false, func(stage string, done, _ int) {
			fmt.Println("step", stage, done)
		})
		if err != nil || l.Generation != number {
			t.Fatalf("generation %d: %v", l.Generation, err)
		}
		fmt.Println("step loaded")
		// The fact is in force at once or not at all, as in the ledger.
		next := filepath.Join(dir, "fact.tmp")
		if err := os.WriteFile(next, []byte(strconv.FormatUint(number, 10)), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(next, filepath.Join(dir, "fact")); err != nil {
			t.Fatal(err)
		}
		fmt.Println("step fact")
		if err := s.Switch(number); err != nil {
			t.Fatal(err)
		}
		fmt.Println("step switched")
	}
}
