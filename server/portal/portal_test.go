package portal_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/portal"
)

func deps() portal.Deps {
	return portal.Deps{
		Now: time.Now, Random: func(b []byte) { _, _ = rand.Read(b) }, Log: slog.New(slog.DiscardHandler), Version: "test",
		Password: cheap(),
	}
}

// cheap is a password's cost that tests can afford.
func cheap() desk.Cost { return desk.Cost{Memory: 64, Passes: 1} }

func open(t *testing.T, c portal.Config) *portal.Portal {
	t.Helper()
	c.Listen = "127.0.0.1:0"
	p, err := portal.Open(t.Context(), c, deps())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func closeIt(t *testing.T, p *portal.Portal) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := p.Close(ctx); err != nil {
		t.Errorf("close: %v", err)
	}
}

func get(t *testing.T, url string) (status int, body string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }() // read whole
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestPortal(t *testing.T) {
	dir := t.TempDir()
	p := open(t, portal.Config{Data: dir, Demo: true})
	t.Run("IsUpAndReady", func(t *testing.T) {
		for _, path := range []string{"/healthz", "/readyz"} {
			if status, body := get(t, "http://"+p.Address()+path); status != http.StatusOK || body != "ok\n" {
				t.Errorf("%s: %d %q", path, status, body)
			}
		}
	})
	t.Run("KeepsItsFolderToItself", func(t *testing.T) {
		if _, err := portal.OpenRooms(t.Context(), portal.Config{Data: dir}, deps()); !errors.Is(err, portal.ErrInUse) {
			t.Errorf("error %v", err)
		}
	})
	t.Run("ShowsEveryRole", func(t *testing.T) {
		who := []string{}
		for _, d := range p.Demo {
			who = append(who, d.Who)
		}
		if diff := cmp.Diff([]string{"customer", "public", "administrator", "reviewer1", "reviewer2", "operator"}, who); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("KeepsTheSignInsToTheOwner", func(t *testing.T) {
		info, err := os.Stat(filepath.Join(dir, "demo.json"))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
	})
	closeIt(t, p)
	t.Run("ClosesTwice", func(t *testing.T) { closeIt(t, p) })
	t.Run("StartsAgainWithTheSameSignIns", func(t *testing.T) {
		again := open(t, portal.Config{Data: dir, Demo: true})
		defer closeIt(t, again)
		if diff := cmp.Diff(p.Demo, again.Demo); diff != "" {
			t.Error(diff)
		}
	})
}

func TestPortal_SaysWhenItTakesNoChanges(t *testing.T) {
	p := open(t, portal.Config{Data: t.TempDir(), MinFree: 1 << 60})
	defer closeIt(t, p)
	if status, body := get(t, "http://"+p.Address()+"/readyz"); status != http.StatusServiceUnavailable {
		t.Errorf("%d %q", status, body)
	}
}

func TestOpen_RefusesADamagedLedger(t *testing.T) {
	dir := t.TempDir()
	closeIt(t, open(t, portal.Config{Data: dir, Demo: true}))
	if err := os.RemoveAll(filepath.Join(dir, "ledger", "facts")); err != nil {
		t.Fatal(err)
	}
	_, err := portal.Open(t.Context(), portal.Config{Data: dir, Listen: "127.0.0.1:0"}, deps())
	if !errors.Is(err, ledger.ErrDamaged) {
		t.Errorf("error %v", err)
	}
}

func TestOpen_RefusesAnOriginThatIsNone(t *testing.T) {
	for _, origin := range []string{"portal.example", "ftp://portal.example", "https://portal.example/path", "https://", "HTTPS://portal.example", "https://a@b.example"} {
		p, err := portal.Open(t.Context(), portal.Config{Data: t.TempDir(), Listen: "127.0.0.1:0", Origin: origin}, deps())
		if err == nil {
			closeIt(t, p)
			t.Errorf("%s was taken", origin)
		}
	}
}

func TestOpen_RefusesToAskForConfirmationTooOften(t *testing.T) {
	for _, days := range []int{-1, 1, 59} {
		p, err := portal.Open(t.Context(), portal.Config{Data: t.TempDir(), Recertify: days}, deps())
		if err == nil {
			closeIt(t, p)
			t.Errorf("every %d days was taken", days)
		}
	}
}

// The defaults stand twice: for the command line's help and for whoever makes
// a Config.
func TestOpen_WarnsOnceOfWhatCustomersWouldMiss(t *testing.T) {
	own := portal.Config{SupportEmail: "help@vendor.example", ServiceDescriptions: "https://vendor.example/terms", Links: "links.json"}
	server := portal.SMTP{Address: "localhost:1", TLS: "none"}
	for _, c := range []struct {
		name   string
		config portal.Config
		want   []string
	}{
		{"NothingIsSet", portal.Config{}, []string{"folder is new", "no mail server", "--support-email --service-descriptions --links --programs"}},
		{"AFolderThatIsThere", own, []string{"no mail server", "missing=[--programs]"}},
		{"OfAnExampleNothing", portal.Config{Demo: true}, nil},
		{"TheContactsAreTheVendors", own, []string{"folder is new", "no mail server", "missing=[--programs]"}},
		{"MailIsSentAndTheLinksAreTheExamples", portal.Config{SMTP: server, MailFrom: "a@vendor.example",
			SupportEmail: own.SupportEmail, ServiceDescriptions: own.ServiceDescriptions}, []string{"folder is new", "--links --programs"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.config.Data, c.config.Listen = t.TempDir(), "127.0.0.1:0"
			if c.name == "AFolderThatIsThere" {
				closeIt(t, open(t, c.config))
			}
			if c.config.Links != "" {
				c.config.Links = filepath.Join(c.config.Data, c.config.Links)
				if err := os.WriteFile(c.config.Links, []byte(`{"links": [], "contacts": []}`), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			var log strings.Builder
			d := deps()
			d.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelWarn}))
			p, err := portal.Open(t.Context(), c.config, d)
			if err != nil {
				t.Fatal(err)
			}
			closeIt(t, p)
			lines := strings.Split(strings.TrimSuffix(log.String(), "\n"), "\n")
			if log.Len() == 0 {
				lines = nil
			}
			if len(lines) != len(c.want) {
				t.Fatalf("it warns %q", lines)
			}
			for i, want := range c.want {
				if !strings.Contains(lines[i], want) {
					t.Errorf("it warns %q, want %q", lines[i], want)
				}
			}
		})
	}
}

func TestConfig_TheCommandLinesDefaultsAreTheZeroValues(t *testing.T) {
	var c portal.Config
	parser, err := kong.New(&c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(portal.Config{}.Filled(), c); diff != "" {
		t.Error(diff)
	}
}

func TestBytes(t *testing.T) {
	for text, want := range map[string]portal.Bytes{"256MiB": 256 << 20, "2GiB": 2 << 30, "1024": 1024, "0": 0, "3 KiB": 3072} {
		var got portal.Bytes
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%s: %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "MiB", "-1", "1GB", "99999999999TiB"} {
		var got portal.Bytes
		if err := got.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}
