package portal_test

import (
	"bytes"
	"crypto/rand"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/server/portal"
	"accord/shared/access"
	"accord/shared/wire"
)

// casesAt is the moment that the registry's cases are judged at (domain page,
// "Registry import").
var casesAt = time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)

// registries are the folders with a registry and its cases: the one beside the
// checkout where there is one, and our own.
func registries(t *testing.T) []string {
	var found []string
	for _, dir := range []string{"../../../shared/registry", "../policy/testdata/registry"} {
		if _, err := os.Stat(filepath.Join(dir, "cases.csv")); err == nil {
			found = append(found, dir)
		}
	}
	if len(found) == 0 {
		t.Fatal("no registry with cases")
	}
	return found
}

// TestPortal_Cases submits every row of cases.csv over HTTP to the real server
// with the clock of the cases.
func TestPortal_Cases(t *testing.T) {
	for _, dir := range registries(t) {
		t.Run(filepath.Base(filepath.Dir(dir)), func(t *testing.T) {
			p := start(t)
			if _, err := p.Desk.ImportNow(t.Context(), os.DirFS(dir), false, nil); err != nil {
				t.Fatal(err)
			}
			people := map[string]*http.Client{}
			for i, row := range cases(t, dir) {
				email := row["email"]
				if people[email] == nil {
					people[email] = signIn(t, p, email, fmt.Sprintf("192.0.2.%d", len(people)))
				}
				got := submitCase(t, people[email], p.URL(), row)
				if want := row["status"] + " " + row["reasons"]; got != want {
					t.Errorf("line %d: %s %s %s: got %s, want %s", i+2, email, row["level"], row["identifier"], got, want)
				}
			}
		})
	}
}

func start(t *testing.T) *portal.Portal {
	t.Helper()
	p, err := portal.Open(t.Context(), portal.Config{
		Listen: "127.0.0.1:0", Data: t.TempDir(), TrustedProxy: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")},
	}, portal.Deps{
		Now:      func() time.Time { return casesAt },
		Random:   func(b []byte) { _, _ = rand.Read(b) },
		Password: cheap(),
		Log:      slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeIt(t, p) })
	return p
}

func cases(t *testing.T, dir string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "cases.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, r := range rows[1:] {
		row := map[string]string{}
		for i, column := range rows[0] {
			row[column] = r[i]
		}
		all = append(all, row)
	}
	return all
}

// network sends every request as if from an address of its own.
type network struct{ address string }

func (n network) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Forwarded-For", n.address)
	return http.DefaultTransport.RoundTrip(r)
}

const casePassword = "correct horse battery"

func signIn(t *testing.T, p *portal.Portal, email, address string) *http.Client {
	t.Helper()
	if _, err := p.Desk.AddAccount(t.Context(), email, casePassword, ""); err != nil {
		t.Fatalf("%s: %v", email, err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &http.Client{Jar: jar, Transport: network{address}}
	post(t, c, p.URL()+wire.PathSession, wire.SignIn{Email: email, Password: casePassword}, nil)
	return c
}

func submitCase(t *testing.T, c *http.Client, origin string, row map[string]string) string {
	t.Helper()
	var s wire.Submission
	post(t, c, origin+wire.PathSubmissions, wire.Submit{
		Level: access.Level(row["level"]), Kind: access.Kind(row["kind"]),
		Identifiers: []string{row["identifier"]}, Agreed: true,
	}, &s)
	if len(s.Requests) != 1 {
		t.Fatalf("%d requests", len(s.Requests))
	}
	var reasons []string
	for _, r := range s.Requests[0].Reasons {
		reasons = append(reasons, string(r))
	}
	return string(s.Requests[0].Status) + " " + strings.Join(reasons, ";")
}

func post(t *testing.T, c *http.Client, url string, body, answer any) {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(wire.KeyHeader, rand.Text())
	res, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		var p wire.Problem
		err := json.NewDecoder(res.Body).Decode(&p)
		t.Fatalf("%s: %s %+v %v", url, res.Status, p, err)
	}
	if answer != nil {
		if err := json.NewDecoder(res.Body).Decode(answer); err != nil {
			t.Fatal(err)
		}
	}
}
