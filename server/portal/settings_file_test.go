package portal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSettings_TheExampleIsGood(t *testing.T) {
	s, err := Config{Vendor: `Nadel & "Söhne"`, SupportEmail: "help@nadel.example"}.settings("test")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Tabs) != 7 || len(s.Programs) < 6 || len(s.Links) != 6 || len(s.Contacts) != 5 {
		t.Errorf("%d tabs, %d programmes, %d links, %d contacts", len(s.Tabs), len(s.Programs), len(s.Links), len(s.Contacts))
	}
	if got := s.Contacts[0]; got.About.EN != `Your Nadel & "Söhne" account` || got.Ways[0].To != "mailto:help@nadel.example" {
		t.Errorf("the first contact is %+v", got)
	}
}

// An operator reads where the file is wrong and why, all of it at once.
func TestSettings_ProgramsNameTheirFaults(t *testing.T) {
	const good = `{
 "tabs": [
  {"id": "services", "label": {"en": "S", "ja": "サ"}},
  {"id": "gate", "label": {"en": "G", "ja": "ゲ"}}
 ],
 "programs": [
  {"id": "pass", "tab": "gate", "label": {"en": "Pass", "ja": "パス"}, "about": {"en": "a", "ja": "あ"},
   "identifier": {"label": {"en": "l", "ja": "ら"}, "hint": {"en": "h", "ja": "ひ"},
    "format": "G-[0-9]{3}", "example": "G-123", "max": 2},
   "decides": "vendor", "grants": {"en": "g", "ja": "が"}}
 ]
}`
	for _, c := range []struct{ name, from, to, want string }{
		{"Good", "", "", ""},
		{"NotJSON", `"max": 2`, `"max": 2,`, "programs.json:9: this is not JSON"},
		{"Truncated", "\n ]\n}", "", "this is not JSON"},
		{"UnknownName", `"decides"`, `"decided"`, "programs.json:10: programs[0].decided is not a setting"},
		{"Twice", `"max": 2`, `"max": 2, "max": 3`, "programs.json:9: programs[0].identifier.max appears twice"},
		{"WrongType", `"max": 2`, `"max": "2"`, "programs.json:9:"},
		{"NoJapanese", `"ja": "パス"`, `"ja": " "`, "programs.json:7: programs[0].label.ja is missing"},
		{"TextMissing", `"label": {"en": "Pass", "ja": "パス"}, `, "", "programs.json:7: programs[0].label.en is missing"},
		{"Format", `G-[0-9]{3}`, `G-[0-9`, "programs.json:9: programs[0].identifier.format is not a regular expression"},
		{"Unbalanced", `G-[0-9]{3}`, `G)(?:x`, "programs.json:9: programs[0].identifier.format is not a regular expression"},
		{"Example", `G-123`, `123`, `programs.json:9: programs[0].identifier.example "123" does not have the format`},
		{"Most", `"max": 2`, `"max": 11`, "programs.json:9: programs[0].identifier.max must be 1 to 10"},
		{"Decides", `"vendor"`, `"owner"`, `programs.json:10: programs[0].decides "owner" must be "vendor" or "nobody"`},
		{"TabUnknown", `"tab": "gate"`, `"tab": "gat"`, `programs.json:7: programs[0].tab "gat" is not among the tabs`},
		{"TabOfThePortal", `"tab": "gate"`, `"tab": "services"`, `is filled by the portal itself`},
		{"TabEmpty", `"id": "gate"`, `"id": "door"`, `programs.json:4: tabs[1].id "door" is a tab without a programme`},
		{"NoServices", `"id": "services"`, `"id": "ordering"`, `must have the tab "services"`},
		{"TabTwice", `"id": "services"`, `"id": "gate"`, `programs.json:4: tabs[1].id "gate" is taken`},
		{"ID", `"id": "pass"`, `"id": "Pass:1"`, `programs.json:7: programs[0].id "Pass:1" must be`},
		{"Script", `"decides"`, `"link": {"label": {"en": "x", "ja": "x"}, "url": "javascript:alert(1)"}, "decides"`, `programs[0].link.url "javascript:alert(1)" must begin with https:`},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantFault(t, func(path string) error {
				_, err := Config{Programs: path}.readPrograms()
				return err
			}, "programs.json", strings.Replace(good, c.from, c.to, 1), c.want)
		})
	}
	_, err := Config{Programs: write(t, "programs.json", strings.NewReplacer(`"G-123"`, `"1"`, `"ja": "あ"`, `"ja": ""`).Replace(good))}.readPrograms()
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("two faults read: %v", err)
	}
}

func TestSettings_LinksNameTheirFaults(t *testing.T) {
	const good = `{
 "links": [{"label": {"en": "Help", "ja": "ヘルプ"}, "url": "https://a.example/help", "show": ["home"]}],
 "contacts": [
  {"topics": ["account"], "about": {"en": "A", "ja": "ア"},
   "ways": [{"to": "mailto:a@a.example"}, {"to": "tel:+81-3-0000-0000"}, {"to": "https://a.example", "label": {"en": "x", "ja": "x"}}]}
 ]
}`
	for _, c := range []struct{ name, from, to, want string }{
		{"Good", "", "", ""},
		{"OwnPage", "https://a.example/help", "/register", ""},
		{"NoSuchPage", "https://a.example/help", "/regster", `links.json:2: links[0].url "/regster" must begin with https:`},
		{"PlainHTTP", "https://a.example/help", "http://a.example", `links.json:2: links[0].url`},
		{"Script", "mailto:a@a.example", "javascript:x", `links.json:5: contacts[0].ways[0].to "javascript:x" must begin with mailto: or tel: or https:`},
		{"Mail", "mailto:a@a.example", "mailto:nobody", `links.json:5: contacts[0].ways[0].to "nobody" is not an email address`},
		{"Words", `, "label": {"en": "x", "ja": "x"}`, "", `links.json:5: contacts[0].ways[2].label is missing`},
		{"Topic", `["account"]`, `["acount"]`, `links.json:4: contacts[0].topics[0] "acount" must be one of`},
		{"Place", `["home"]`, `["house"]`, `links.json:2: links[0].show[0] "house" must be one of`},
		{"Nobody", `"ways": [{"to": "mailto:a@a.example"}, {"to": "tel:+81-3-0000-0000"}, {"to": "https://a.example", "label": {"en": "x", "ja": "x"}}]`,
			`"ways": []`, "links.json:4: contacts[0] has neither ways nor a note"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantFault(t, func(path string) error {
				_, err := Config{Links: path}.readLinks()
				return err
			}, "links.json", strings.Replace(good, c.from, c.to, 1), c.want)
		})
	}
}

func wantFault(t *testing.T, read func(path string) error, name, text, want string) {
	t.Helper()
	err := read(write(t, name, text))
	switch {
	case want == "" && err != nil:
		t.Errorf("refused: %v", err)
	case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
		t.Errorf("got %v, want %q", err, want)
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
