package desk_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// Every kind of mail stands in testdata/mail as it is sent, in each language: to
// be read when its words change. go test ./server/desk -run Golden -update
// writes them anew.
var update = flag.Bool("update", false, "write the golden files anew")

const goldens = "testdata/mail"

// golden compares a mail with its file.
func golden(t testing.TB, what string, m desk.Mail) {
	t.Helper()
	got := fmt.Sprintf("Subject: %s\n\n%s\n%s", m.Subject, m.Text, m.HTML)
	got = regexp.MustCompile(`\b[0-9a-hjkmnp-tv-z]{26}\b`).ReplaceAllString(got, "00000000000000000000000000")
	got = regexp.MustCompile(`\bA-[0-9A-HJKMNP-TV-Z]{8}\b`).ReplaceAllString(got, "A-7K3M9QTX")
	got = regexp.MustCompile(`token=[0-9a-f]{64}`).ReplaceAllString(got, "token=0f1e2d3c")
	name := goldenName(what, m.Lang)
	if *update {
		must(t, os.MkdirAll(goldens, 0o755))
		must(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Errorf("no golden mail (go test ./server/desk -run Golden -update, then read it): %v", err)
	} else if got != string(want) {
		t.Errorf("%s has changed (go test ./server/desk -run Golden -update, then read it):\n%s", name, got)
	}
}

func goldenName(what string, lang i18n.Lang) string {
	return filepath.Join(goldens, what+"."+string(lang)+".golden")
}

// wantGoldens fails when a fact of the test leads to a letter that has no golden
// file.
func (o *office) wantGoldens() {
	if _, measures := o.t.(*testing.B); measures {
		return
	}
	missing := map[string]bool{}
	err := o.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		return o.Registry.Use(func(g *registry.Generation) error {
			for after := uint64(0); ; {
				facts, err := r.Facts(after, 0)
				if err != nil || len(facts) == 0 {
					return err
				}
				for _, f := range facts {
					letters, err := o.Letters(r, g, f)
					if err != nil {
						return err
					}
					for _, l := range letters {
						missing[l.What] = true
					}
				}
				after = facts[len(facts)-1].Seq
			}
		})
	})
	if err != nil {
		o.t.Error(err)
	}
	for what := range missing {
		for _, lang := range i18n.Langs() {
			if _, err := os.Stat(goldenName(what, lang)); err != nil && !*update {
				o.t.Errorf("a fact leads to the letter %q, which has no golden file in %s: give it a What and write it", what, lang)
			}
		}
	}
}

// story makes every letter about requests, as a reader of one language gets it.
type story struct {
	*office
	lang i18n.Lang
	at   uint64
	told map[string]bool // letters that have been compared
}

// compare holds what was written since to the golden files.
func (s *story) compare() {
	s.t.Helper()
	must(s.t, s.Ledger.View(s.t.Context(), func(r *ledger.Reader) error {
		return s.Registry.Use(func(g *registry.Generation) error {
			facts, err := r.Facts(s.at, 1000)
			for _, f := range facts {
				letters, err := s.Letters(r, g, f)
				must(s.t, err)
				for _, l := range letters {
					s.letter(l)
				}
			}
			return err
		})
	}))
	s.at = s.since()
}

// letter compares the first of each kind.
func (s *story) letter(l desk.Letter) {
	s.t.Helper()
	if s.told[l.What] || l.Lang != s.lang {
		return
	}
	s.told[l.What] = true
	golden(s.t, l.What, s.Rendered(l))
}

// person is somebody of the registry with names in both scripts.
func (s *story) person(email, given, family string) desk.Who {
	s.t.Helper()
	_, err := s.AddAccount(s.t.Context(), email, password, "") // nobody who is invited
	must(s.t, err)
	who := s.who(email)
	me, err := s.Me(s.t.Context(), who)
	must(s.t, err)
	me.Profile.GivenNameLocal, me.Profile.FamilyNameLocal, me.Profile.Language = given, family, string(s.lang)
	_, err = s.UpdateProfile(s.t.Context(), who, wire.ProfileChange{Profile: me.Profile})
	must(s.t, err)
	_, err = s.SetLanguage(s.t.Context(), who, wire.SetLanguage{Language: string(s.lang)})
	must(s.t, err)
	return who
}

// others gives a second reader of the same letters the other language, so that
// the first one's alone are compared.
func (s *story) others(who desk.Who) {
	s.t.Helper()
	other := map[i18n.Lang]i18n.Lang{i18n.English: i18n.Japanese, i18n.Japanese: i18n.English}[s.lang]
	_, err := s.SetLanguage(s.t.Context(), who, wire.SetLanguage{Language: string(other)})
	must(s.t, err)
}

func (s *story) do(who desk.Who, id string, move access.Move, note string) {
	s.t.Helper()
	_, err := s.move(who, id, move, note)
	must(s.t, err)
	s.compare()
}

func TestGolden_LettersAboutRequests(t *testing.T) {
	for _, lang := range i18n.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			s := &story{lang: lang, told: map[string]bool{"review": true}} // which another story tells
			s.office = open(t, func(c *desk.Config) { c.Settings = wordstest.Settings() })
			pat, ann := s.person("pat@mail.example", "パット", "ポー"), s.person("ann@alpha.example", "アン", "エイムズ")
			s.at = s.since()
			sent := s.submit(pat, access.Full, access.KindContract, "1001", "1002", "777", "2001")
			s.compare()
			s.do(pat, sent[0].ID, access.MoveConfirm, "")
			s.tick(3 * 24 * time.Hour)
			s.compare()
			s.do(ann, sent[0].ID, access.MovePass, "")
			rita := s.person("rita@vendor.example", "リタ", "レイ")
			s.do(rita, sent[0].ID, access.MoveAsk, "Which company do you work for?")
			s.do(pat, sent[0].ID, access.MoveConfirm, "")
			s.do(ann, sent[0].ID, access.MoveDeny, "Please ask for contract 1002.\nThis one ends soon.")
			s.do(pat, sent[1].ID, access.MoveCancel, "")
			held := s.one(pat, access.Downloads, "1001", access.PendingAdministrator)
			s.do(ann, held.ID, access.MoveApprove, "")
			s.third(ann)
			s.summary(ann)
			s.tick(29 * 24 * time.Hour)
			s.compare()
			for _, what := range []string{"status.many", "status.Approved", "status.PendingAction", "status.PendingAdministrator",
				"status.PendingVendor", "status.Denied", "status.Cancelled", "status.Expired", "status.third", "queue", "queue.reminder",
				"summary", "third"} {
				if !s.told[what] {
					t.Errorf("the story does not come to the letter %q", what)
				}
			}
		})
	}
}

// third is access for a user at another company.
func (s *story) third(ann desk.Who) {
	s.t.Helper()
	s.person("carl@alpha.example", "カール", "コール")
	s.person("bare@alpha.example", "ボー", "ベア")
	r := s.sponsored("1001", access.Full, "bare@alpha.example")
	s.compare()
	_, err := s.approveFor(ann, r.ID, wire.Moved{Purpose: "Operating the branch network", EndsOn: "2027-06-30"})
	must(s.t, err)
	s.compare()
}

// summary is what an administrator gets when several wait.
func (s *story) summary(ann desk.Who) {
	s.t.Helper()
	abe, olga := s.person("abe@alpha.example", "エイブ", "エイムズ"), s.person("olga@vendor.example", "オルガ", "オア")
	var entries []ledger.GatherEntry
	for _, who := range []desk.Who{abe, olga} {
		for _, r := range s.submit(who, access.Downloads, access.KindContract, "1001") {
			entries = append(entries, ledger.GatherEntry{Request: r.ID})
		}
	}
	me, err := s.Me(s.t.Context(), ann)
	must(s.t, err)
	l, any := s.sumUp(ledger.Gather{Address: me.Profile.Email, Entries: entries, More: 3})
	if !any {
		s.t.Error("nothing to sum up")
	}
	s.letter(l)
	s.do(abe, entries[0].Request, access.MoveCancel, "")
	s.do(olga, entries[1].Request, access.MoveCancel, "") // so that one alone expires
}

// told are the letters whose goldens the story writes, beside notes.
func toldInStory(what string) bool {
	return slices.Contains([]string{"queue", "summary", "review", "review.summary", "third", "chat", "chat.summary", "answer", "vacancy", "vacancy.summary", "expired", "expired.summary", "recertify", "recertify.summary", "added", "end_set", "named", "released", "revoked"}, what)
}

// TestGolden_NotesAndLinks writes every other mail of the catalogue with sample
// arguments: those that hold a one-time link, and the notes about a fact.
func TestGolden_NotesAndLinks(t *testing.T) {
	o := open(t, func(c *desk.Config) { c.Settings = wordstest.Settings() })
	links := o.linkMails()
	account := ledger.Account{ID: "a", Profile: wordstest.Profile()}
	for _, what := range o.catalogueMails() {
		for _, lang := range i18n.Langs() {
			account.Profile.Language = string(lang)
			switch {
			case toldInStory(what):
			case slices.Contains(links, what):
				o.SendLink(account.Profile.Email, lang, what, o.Origin+"/first?token=0f1e2d3c", o.Origin+"/second")
				golden(t, what, o.mails.next(t))
			default:
				page := ""
				if i18n.Has("mail." + what + ".link") {
					page = "/page"
				}
				golden(t, what, o.Rendered(o.Note(account, what, page, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)")))
			}
		}
	}
}

// catalogueMails reads the names of all mails out of the catalogue.
func (o *office) catalogueMails() []string {
	return o.named("../../shared/i18n/*.go", `"mail\.([a-z_.]+)\.subject"`)
}

// linkMails reads the names of those that hold a link out of the desk.
func (o *office) linkMails() []string {
	return o.named("*.go", `\.(?:mail|mailLink|letterOf)\(.*, "([a-z_.]+)"`)
}

func (o *office) named(files, pattern string) (names []string) {
	o.t.Helper()
	paths, err := filepath.Glob(files)
	must(o.t, err)
	for _, path := range paths {
		source, err := os.ReadFile(path)
		must(o.t, err)
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(source), -1) {
			if !strings.HasSuffix(path, "_test.go") && !slices.Contains(names, m[1]) {
				names = append(names, m[1])
			}
		}
	}
	if len(names) < 4 {
		o.t.Fatalf("only %v found: the search does not see the code any more", names)
	}
	return names
}
