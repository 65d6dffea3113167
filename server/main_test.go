package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/server/registry"
)

// call runs one command as from a shell.
func call(t *testing.T, in string, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), terminal{in: strings.NewReader(in), out: &o, err: &e}, args)
	return code, o.String(), e.String()
}

func exampleDir(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "registry")
	if err := os.CopyFS(dir, registry.Example()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func spoil(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, "bill_to.csv")
	text, err := fs.ReadFile(os.DirFS(dir), "bill_to.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(text, "not-a-number,K301\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
}

// spare takes the last grant away.
func spare(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, "grants.csv")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(bytes.TrimSpace(text), []byte("\n"))
	if err := os.WriteFile(name, bytes.Join(lines[:len(lines)-1], nil), 0o600); err != nil {
		t.Fatal(err)
	}
}

// misspell makes the first row bad, to which others refer.
func misspell(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(text, []byte(",customer,"), []byte(",client,"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestRun(t *testing.T) {
	data := "--data=" + filepath.Join(t.TempDir(), "data")
	good, bad := exampleDir(t), exampleDir(t)
	spoil(t, bad)
	headless, parented, spared := exampleDir(t), exampleDir(t), exampleDir(t)
	spare(t, spared)
	if err := os.Remove(filepath.Join(headless, "companies.csv")); err != nil {
		t.Fatal(err)
	}
	misspell(t, filepath.Join(parented, "companies.csv"))
	for _, test := range []struct {
		name     string
		args     []string
		in       string
		code     int
		out, err string // parts of it
	}{
		{"VersionIsPrinted", []string{"version"}, "", 0, "accord dev", ""},
		{"HelpNamesTheCommands", []string{"--help"}, "", 0, "account add", ""},
		{"HelpNamesVariablesAndDefaults", []string{"serve", "--help"}, "", 0, "$ACCORD_MIN_FREE", ""},
		{"AnUnknownCommandIsAUsageError", []string{"dance"}, "", exitUsage, "", "dance"},
		{"AnUnknownFolderIsAUsageError", []string{"check", "/no/such/folder"}, "", exitUsage, "", "/no/such/folder"},
		{"CheckAcceptsGoodFiles", []string{"check", good}, "", 0, "Good rows:", ""},
		{"CheckNamesTheBadRow", []string{"check", bad}, "", exitBadRows, "", "Errors: 1. Bad rows: 1\n"},
		{"CheckTellsAMissingFileAlone", []string{"check", headless}, "", exitBadRows, "", "companies.csv:1: The file is missing.\nErrors: 1. Bad rows: 0\naccord: the registry files have bad rows\n"},
		{"CheckCountsWhatOnlyRefersToABadRow", []string{"check", parented}, "", exitBadRows, "", "Rows that are fine themselves but refer to these: "},
		{"ImportRefusesBadRows", []string{"import", data, bad}, "", exitBadRows, "", "bill_to.csv:"},
		{"ImportSkipsThemOnDemand", []string{"import", data, "--skip-bad-rows", bad}, "", 0, "Imported rows:", "bill_to.csv:"},
		{"CheckSaysWhatWouldChange", []string{"check", data, spared}, "", 0, "grants.csv: 0 new, 0 changed, 1 gone, 7 unchanged\n", ""},
		{"ImportOfOtherFilesReplaces", []string{"import", data, good}, "", 0, "companies.csv: 0 new, 0 changed, 0 gone, ", ""},
		{"ImportOfTheSameFilesDoesNothing", []string{"import", data, good}, "", 0, "nothing to do", ""},
		{"AccountAddTakesOverAPerson", []string{"account", "add", data, "--generate", "iris.lund@asternetworks.example"}, "", 0, "the role reviewer.", ""},
		{"AccountAddReadsAPassword", []string{"account", "add", data, "--password-stdin", "--role=operator", "op@asternetworks.example"}, "long enough a password\n", 0, "the role operator.", ""},
		{"AccountAddLeavesAnAccountAlone", []string{"account", "add", data, "--generate", "--role=operator", "Iris.Lund@asternetworks.example"}, "", exitFault, "", "already has an account"},
		{"AccountRoleWasLeftAsItWas", []string{"account", "role", data, "iris.lund@asternetworks.example", "reviewer"}, "", 0, "the role reviewer.", ""},
		{"AccountPasswordSetsANewOne", []string{"account", "password", data, "--password-stdin", "op@asternetworks.example"}, "another long password\n", 0, "op@asternetworks.example has a new password.", ""},
		{"AccountPasswordMakesOne", []string{"account", "password", data, "--generate", "op@asternetworks.example"}, "", 0, "password: ", ""},
		{"AccountPasswordNeedsOne", []string{"account", "password", data, "op@asternetworks.example"}, "", exitUsage, "", "--generate"},
		{"AccountPasswordRefusesAnUnknownPerson", []string{"account", "password", data, "--generate", "nobody@asternetworks.example"}, "", exitFault, "", "accord:"},
		{"AccountAddRefusesAShortPassword", []string{"account", "add", data, "--password-stdin", "x@asternetworks.example"}, "short\n", exitFault, "", "accord:"},
		{"AccountRoleSetsARole", []string{"account", "role", data, "op@asternetworks.example", "customer"}, "", 0, "the role customer.", ""},
		{"AccountRoleRefusesAnUnknownRole", []string{"account", "role", data, "op@asternetworks.example", "king"}, "", exitUsage, "", "king"},
		{"AccountRoleRefusesAnUnknownPerson", []string{"account", "role", data, "nobody@asternetworks.example", "customer"}, "", exitFault, "", "accord:"},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, out, err := call(t, test.in, test.args...)
			if code != test.code || !strings.Contains(out, test.out) || !strings.Contains(err, test.err) {
				t.Errorf("exit %d, want %d\nout: %s\nerr: %s", code, test.code, out, err)
			}
		})
	}
}

func TestRun_AnEmptyFolderTakesAccountsAndRegistryInAnyOrder(t *testing.T) {
	for _, order := range [][]string{{"import", "account"}, {"account", "import"}} {
		data := "--data=" + filepath.Join(t.TempDir(), "data")
		for _, first := range order {
			args := []string{"import", data, exampleDir(t)}
			if first == "account" {
				args = []string{"account", "add", data, "--generate", "--role=operator", "op@asternetworks.example"}
			}
			if code, _, err := call(t, "", args...); code != 0 {
				t.Errorf("%v: %s: exit %d: %s", order, first, code, err)
			}
		}
	}
}

// lines tells of each write.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	l <- string(p)
	return len(p), nil
}

func TestServe_StopsCleanlyWhenTold(t *testing.T) {
	data := "--data=" + filepath.Join(t.TempDir(), "data")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	said, ended := make(lines, 100), make(chan int, 1)
	var log bytes.Buffer
	go func() {
		ended <- run(ctx, terminal{out: said, err: &log}, []string{"serve", data, "--listen=127.0.0.1:0"})
	}()
	select {
	case line := <-said:
		if !strings.HasPrefix(line, "Accord is running at http://localhost:") {
			t.Errorf("said %q", line)
		}
	case code := <-ended:
		t.Fatalf("ended with %d: %s", code, log.String())
	}
	t.Run("AndKeepsOthersOffItsData", func(t *testing.T) {
		if code, _, err := call(t, "", "import", data, exampleDir(t)); code != exitFault || !strings.Contains(err, "operator's pages") {
			t.Errorf("exit %d: %s", code, err)
		}
	})
	stop()
	select {
	case code := <-ended:
		if code != 0 {
			t.Errorf("exit %d: %s", code, log.String())
		}
	case <-time.After(30 * time.Second):
		t.Fatal("did not stop")
	}
}
