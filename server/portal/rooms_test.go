package portal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms says what each package of the house may import of the house. A package
// below a room follows its room.
var rooms = map[string][]string{
	"shared/access":     {},
	"shared/i18n":       {},
	"shared/script":     {},
	"shared/wire":       {"shared/access", "shared/script"},
	"shared/validation": {"shared/access", "shared/script", "shared/wire"},
	"shared/words":      {"shared/access", "shared/i18n", "shared/wire"},

	"app/live":    {"shared"},
	"app/session": {"shared", "app/live"},
	"app/part":    {"shared", "app/live", "app/session"},
	"app/page":    {"shared", "app/live", "app/session", "app/part"},
	"app":         {"shared", "app"},

	"server/event":    {"shared"},
	"server/policy":   {"shared", "server/event"},
	"server/ledger":   {"shared", "server/event"},
	"server/registry": {"shared"},
	"server/limit":    {},
	"server/desk":     {"shared", "server/event", "server/policy", "server/ledger", "server/limit", "server/registry"},
	"server/hub":      {"shared", "server/event", "server/ledger"},
	"server/post":     {"shared", "server/event", "server/ledger", "server/registry", "server/desk"},
	"server/web":      {"shared", "server/desk", "server/event", "server/hub", "server/ledger", "server/limit", "server/post", "web"},
	"server/portal":   {"shared", "server", "web", "app/page", "app/session"}, // draws first pages
	"server":          {"shared", "server", "web"},

	"web": {},
	"e2e": {"shared", "server", "web"},
}

type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func list(t *testing.T, env []string, patterns ...string) []pkg {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", append([]string{"list", "-deps=false", "-json=ImportPath,Imports,Deps"}, patterns...)...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestRooms_ImportsGoDownwardOnly(t *testing.T) {
	for _, p := range append(list(t, nil, "accord/..."), list(t, []string{"GOOS=js", "GOARCH=wasm"}, "accord/app/...")...) {
		room, allowed := roomOf(strings.TrimPrefix(p.ImportPath, "accord/"))
		if room == "" {
			t.Errorf("%s is in no room: give it one in this test", p.ImportPath)
		}
		for _, imported := range p.Imports {
			path, ours := strings.CutPrefix(imported, "accord/")
			if ours && !within(path, room) && !slices.ContainsFunc(allowed, func(a string) bool { return within(path, a) }) {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, imported)
			}
		}
	}
}

// TestRooms_TheBrowserCarriesNoServer: of net/http the page has only what
// go-app's own package brings, and of the store and the server's socket nothing.
func TestRooms_TheBrowserCarriesNoServer(t *testing.T) {
	for _, p := range list(t, []string{"GOOS=js", "GOARCH=wasm"}, "accord/app/...", "accord/shared/...") {
		if slices.Contains(p.Imports, "net/http") {
			t.Errorf("%s imports net/http", p.ImportPath)
		}
		for _, d := range p.Deps {
			if strings.Contains(d, "gorilla/") || strings.Contains(d, "dgraph-io/") || strings.HasPrefix(d, "accord/server") {
				t.Errorf("%s drags %s into the page", p.ImportPath, d)
			}
		}
		if strings.HasPrefix(p.ImportPath, "accord/shared") {
			for _, d := range p.Deps {
				if d == "net/http" || strings.Contains(strings.SplitN(d, "/", 2)[0], ".") {
					t.Errorf("%s is shared and depends on %s, which is not plain standard library", p.ImportPath, d)
				}
			}
		}
	}
}

// roomOf finds the innermost room a package is in.
func roomOf(path string) (room string, allowed []string) {
	for name, a := range rooms {
		if within(path, name) && len(name) > len(room) {
			room, allowed = name, a
		}
	}
	return room, allowed
}

func within(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }
