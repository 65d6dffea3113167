// Package wordstest holds screen and mail together: every request that can be
// told about, and the words that both say about it. Each side has a test that
// nothing of them is missing and that nothing else is said.
package wordstest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words"
)

// Now is the moment at which the requests are told about.
func Now() time.Time { return time.Date(2026, 12, 1, 12, 0, 0, 0, time.UTC) }

// Zone is the zone of a language's readers.
func Zone(lang i18n.Lang) (zone *time.Location, name string) {
	if lang == i18n.Japanese {
		return time.FixedZone("JST", 9*60*60), "JST"
	}
	return time.UTC, "UTC"
}

// Settings are a portal's with a contact of every kind.
func Settings() wire.Settings {
	both := func(en, ja string) wire.Text { return wire.Text{EN: en, JA: ja} }
	hub, note := both("Customer service hub", "カスタマーサービスハブ"), both("Ask your reseller first.", "まず販売店にお問い合わせください。")
	return wire.Settings{
		Vendor: "Aster Networks", SupportEmail: "help@aster.example", VendorReviewMinutes: 120,
		Programs: []wire.Program{{ID: "lab", Label: both("Test bench", "テストベンチ"), Grants: both("Reserve the bench", "ベンチを予約する")}},
		Contacts: []wire.Contact{
			{Topics: []string{wire.TopicBillTo}, Ways: []wire.Way{{To: "https://hub.aster.example/", Label: &hub}, {To: "tel:0120-092-255"}}},
			{Topics: []string{wire.TopicContract}, Note: &note, Ways: []wire.Way{{To: "mailto:contracts@aster.example"}}},
		},
	}
}

// Profile is the requester's.
func Profile() wire.Profile {
	return wire.Profile{
		GivenName: "Hana", FamilyName: "Mori", GivenNameLocal: "花", FamilyNameLocal: "森", Email: "hana@aoba.example",
		Company: "Aoba Inc.", CompanyLocal: "株式会社青葉", Address: "1-2-3 Minato", AddressLocal: "港区 1-2-3", Country: "JP",
	}
}

// Requests are one of every status, reason, level and kind of identifier, and
// some for a user at another company.
func Requests(t testing.TB) []wire.Request {
	var all []wire.Request
	for _, status := range access.Statuses() {
		for _, reason := range reasons(t) {
			for level, ids := range identifiers() {
				for _, id := range ids {
					all = append(all, request(status, reason, level, id))
				}
			}
		}
		for _, i := range inactive() {
			r := request(status, access.ContractInactive, access.Full, access.Contract("610001"))
			r.Inactive = &i
			all = append(all, r)
		}
		third := request(status, access.ThirdPartyAsked, access.Full, access.Contract("610001"))
		third.For, third.Belongs = "ken@other.example", true
		all = append(all, third)
	}
	return all
}

func inactive() []access.Inactive {
	return []access.Inactive{
		{Term: access.TermExpired, Day: Now().AddDate(0, -1, 0)}, {Term: access.TermTerminated},
		{Term: access.TermNotStarted, Day: Now().AddDate(0, 1, 0)}, {Term: access.TermNotStarted},
	}
}

func identifiers() map[access.Level][]access.Identifier {
	return map[access.Level][]access.Identifier{
		access.Full:      {access.Contract("610001"), access.Serial("SER-1001"), access.BillTo("5200000101")},
		access.Downloads: {access.Contract("610001"), access.Serial("SER-1001")},
		access.Ordering:  {access.BillTo("5200000101")},
		access.Programme: {access.Program("lab", "LAB-AX")},
	}
}

func request(s access.Status, reason access.Reason, l access.Level, id access.Identifier) wire.Request {
	r := wire.Request{ID: "r1", SubmissionID: "s1", Reference: "A-7K3M9Q-1", Level: l, Identifier: id, Status: s,
		Reasons: []access.Reason{reason}, Belongs: reason == access.DownloadsReview, Note: "In the person's own words.", Seq: 5, Moves: access.Moves(s, access.ByRequester),
		SubmittedAt: Now().Add(-time.Hour), ChangedAt: Now().Add(-time.Hour)}
	if s.Pending() {
		r.DueAt, r.ExpiresAt = Now().Add(time.Hour), Now().Add(27*24*time.Hour)
	}
	if s == access.Denied {
		r.RetryAt = Now().Add(40 * time.Hour)
	}
	if reason == access.RequestDuplicate {
		r.DuplicateOf, r.Earlier = "r0", &wire.Earlier{Reference: "A-2B4C6D-2", Identifier: access.Contract("610001")}
	}
	if s == access.Approved && id.Kind == access.KindSerial {
		r.Contract = "610001"
	}
	return r
}

// reasons reads the codes out of the package that names them, so that a new one
// cannot be forgotten.
func reasons(t testing.TB) []access.Reason {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(filepath.Dir(here), "../../access/reason.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var codes []access.Reason
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			code, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			codes = append(codes, access.Reason(code))
		}
		return true
	})
	if len(codes) < 35 {
		t.Fatalf("only %d reason codes found", len(codes))
	}
	return codes
}

// Told is what screen and mail both say about a request, under the heading of
// its status.
func Told(w words.Words, r wire.Request) []string {
	told := []string{w.Heading(r.Status, r), w.Identifier(r.Identifier), w.T("level." + string(r.Level)), r.Reference}
	for _, line := range w.Explained(r.Status, "", r) {
		told = append(told, line.Text)
		if line.Support {
			told = append(told, w.Settings.SupportEmail)
		}
	}
	if title, reasons := w.VendorReasons([]wire.Request{r}); r.Status == access.PendingVendor && title != "" {
		told = append(append(told, title), reasons...)
	}
	if r.Contract != "" {
		told = append(told, w.T("request.of", r.Contract))
	}
	if r.For != "" {
		told = append(told, w.T("third.for", r.For))
	}
	told = append(append(told, w.Reasons(r, r.Reasons...)...), w.T("request.note"), r.Note)
	told = labelled(told, w.T("request.next"), w.Next(r)...)
	told = labelled(told, w.T("level.can"), w.UsesOf(r)...)
	told = append(told, times(w, r)...)
	told = append(told, contact(w, r)...)
	return append(told, account(w, r)...)
}

func labelled(told []string, label string, lines ...string) []string {
	if len(lines) == 0 {
		return told
	}
	return append(append(told, label), lines...)
}

func times(w words.Words, r wire.Request) (told []string) {
	exact := func(t time.Time) string {
		zone, name := Zone(w.Lang)
		return w.Exact(t.In(zone), name)
	}
	if r.Status.Pending() {
		told = append(told, w.T("request.with"), w.Holder(r), w.T("request.time"), w.HowLong(r.Status),
			w.T("request.time.expires"), exact(r.ExpiresAt))
	}
	if r.Status == access.PendingVendor {
		told = append(told, exact(r.DueAt))
	}
	if r.Status == access.Denied {
		told = append(told, w.T("request.time.retry"), exact(r.RetryAt))
	}
	return told
}

func contact(w words.Words, r wire.Request) []string {
	c, ok := w.Contact(r)
	if !ok {
		return nil
	}
	told := []string{w.T("help.questions")}
	if c.Note != nil {
		told = append(told, c.Note.In(string(w.Lang)))
	}
	for _, way := range c.Ways {
		kind, name := w.Way(way)
		told = append(told, strings.TrimSpace(kind), name)
	}
	return told
}

// account is the account that the requester is asked to confirm or correct.
func account(w words.Words, r wire.Request) []string {
	asks := r.Status == access.PendingAction
	if !asks && (r.Status != access.Denied || !slices.Contains(r.Reasons, access.ProfileCompanyMissing)) {
		return nil
	}
	p, vendor := Profile(), w.Settings.Vendor
	told := []string{w.T("request.account", vendor), w.T("request.account.company"), p.Company, p.CompanyLocal, p.Address,
		p.AddressLocal, w.T("request.account.email"), p.Email, w.T("request.account.wrong", vendor)}
	if asks {
		told = append(told, w.T("request.account.behalf"))
	}
	if asks && !r.Questioned() {
		told = append(told, w.T("request.account.right", vendor))
	}
	return told
}

// Check fails for each thing that is told and not said, and for what else is
// said.
func Check(t testing.TB, told []string, said string) {
	t.Helper()
	said = squeeze(said)
	for _, line := range told {
		if !strings.Contains(said, squeeze(line)) {
			t.Errorf("%q is not said in\n%s", line, said)
		}
	}
	slices.SortFunc(told, func(a, b string) int { return len(b) - len(a) }) // a sentence before the words in it
	rest := said
	for _, line := range told {
		rest = strings.ReplaceAll(rest, squeeze(line), " ")
	}
	if strings.ContainsFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		t.Errorf("%q is said by this side alone, of\n%s", squeeze(rest), said)
	}
}

// squeeze leaves the spaces of a text out of account: a page and a mail break
// their lines in other places.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
