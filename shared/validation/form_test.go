package validation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// faults lists problems as "field code".
func faults(problems []wire.FieldError) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Field+" "+p.Code)
	}
	return out
}

func TestSubmit(t *testing.T) {
	for _, c := range []struct {
		name   string
		in     wire.Submit
		want   []string
		faults []string
	}{
		{"Contracts", wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"１２", "12", "34"}, Agreed: true}, []string{"12", "34"}, nil},
		{"GoodOnesSurviveBadOnes", wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"12", "x"}, Agreed: true}, []string{"12"}, []string{"contracts contract.digits"}},
		{"BillTos", wire.Submit{Level: access.Ordering, Kind: access.KindBillTo, Identifiers: []string{"3146624321"}, Agreed: true}, []string{"3146624321"}, nil},
		{"Serial", wire.Submit{Level: access.Full, Kind: access.KindSerial, Identifiers: []string{"eam8159x9wh"}, Agreed: true}, []string{"EAM8159X9WH"}, nil},
		{"OneSerialOnly", wire.Submit{Level: access.Full, Kind: access.KindSerial, Identifiers: []string{"AB12", "CD34"}, Agreed: true}, []string{"AB12"}, []string{"serial serial.several"}},
		{"NothingEntered", wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{" "}, Agreed: true}, nil, []string{"contracts contract.required"}},
		{"NoBillToEntered", wire.Submit{Level: access.Full, Kind: access.KindBillTo, Agreed: true}, nil, []string{"bill_tos bill_to.required"}},
		{"NoSerialEntered", wire.Submit{Level: access.Full, Kind: access.KindSerial, Agreed: true}, nil, []string{"serial serial.required"}},
		{"NotAgreed", wire.Submit{Level: access.Full, Kind: access.KindContract, Identifiers: []string{"12"}}, []string{"12"}, []string{"agreed agreed.required"}},
		{"DownloadsHaveNoBillTo", wire.Submit{Level: access.Downloads, Kind: access.KindBillTo, Identifiers: []string{"12"}, Agreed: true}, []string{"12"}, []string{"kind kind.level"}},
		{"OrderingIsByBillTo", wire.Submit{Level: access.Ordering, Kind: access.KindContract, Identifiers: []string{"12"}, Agreed: true}, []string{"12"}, []string{"kind kind.level"}},
		{"UnknownWords", wire.Submit{Level: "root", Kind: "all", Identifiers: []string{"12"}}, nil, []string{"level level.unknown", "kind kind.unknown", "agreed agreed.required"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problems := validation.Submit(c.in)
			if diff := cmp.Diff(c.want, got.Identifiers); diff != "" {
				t.Errorf("identifiers, -want +got:\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, faults(problems)); diff != "" {
				t.Errorf("problems, -want +got:\n%s", diff)
			}
		})
	}
}

func TestEmail(t *testing.T) {
	for _, c := range []struct{ name, in, want, code string }{
		{"Plain", " Aiko.Sato@Example.CO.JP ", "aiko.sato@example.co.jp", ""},
		{"FullWidth", "ａｉｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ", "aiko@example.com", ""},
		{"Tag", "a+b_c%d@x-y.example", "a+b_c%d@x-y.example", ""},
		{"Empty", "　", "", "email.required"},
		{"NoAt", "aiko.example.com", "", "email.form"},
		{"TwoAts", "a@b@example.com", "", "email.form"},
		{"NoDot", "a@localhost", "", "email.form"},
		{"NumberAsDomain", "a@127.0.0.1", "", "email.form"},
		{"DotAtEnd", "a.@example.com", "", "email.form"},
		{"TwoDots", "a..b@example.com", "", "email.form"},
		{"EmptyLabel", "a@example..com", "", "email.form"},
		{"HyphenAtEdge", "a@-example.com", "", "email.form"},
		{"SpaceWithin", "a b@example.com", "", "email.form"},
		{"LineFeed", "a@example.com\nbcc:x@y.com", "", "email.form"},
		{"LookAlikeDomain", "a@exаmple.com", "", "email.form"}, // a Cyrillic a
		{"KelvinSign", "a@\u212aestrel.com", "", "email.form"},
		{"TooLong", strings.Repeat("a", 60) + "@" + strings.Repeat("b.", 100) + "com", "", "email.long"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, problem := validation.Email(c.in)
			code := ""
			if problem != nil {
				code = problem.Code
			}
			if code != c.code || (c.code == "" && got != c.want) {
				t.Errorf("Email(%q) = %q, %q; want %q, %q", c.in, got, code, c.want, c.code)
			}
		})
	}
}

func TestPassword(t *testing.T) {
	for _, c := range []struct{ name, pw, code string }{
		{"Good", "correct horse", ""},
		{"EightJapaneseCharacters", "いろはにほへとち", ""},
		{"Empty", "", "password.required"},
		{"Short", "1234567", "password.short"},
		{"Long", strings.Repeat("ab", 101), "password.long"},
		{"Address", "Aiko.Sato@example.com", "password.address"},
		{"LocalPart", "aiko.sato", "password.address"},
		{"Common", "Password1", "password.common"},
		{"OneCharacter", "ああああああああ", "password.common"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code := ""
			if p := validation.Password(c.pw, "aiko.sato@example.com"); p != nil {
				code = p.Code
			}
			if code != c.code {
				t.Errorf("Password(%q) = %q, want %q", c.pw, code, c.code)
			}
		})
	}
}

func TestProfile(t *testing.T) {
	got, problems := validation.Profile(wire.Profile{
		Email: "a@b.example", GivenName: " Ａｉｋｏ\t ", Company: "Ｆｅｎｎｅｌ　Ｂｉｏ　ＧｍｂＨ", CompanyLocal: "ＮＴＴ　株式会社\u202e",
		AddressLocal: "東京都\u0000港区", Phone: "０３ー１２３４ー５６７８", Country: "jp", Language: "JA",
	})
	want := wire.Profile{
		Email: "a@b.example", GivenName: "Aiko", Company: "Fennel Bio GmbH", CompanyLocal: "ＮＴＴ 株式会社",
		AddressLocal: "東京都港区", Phone: "03-1234-5678", Country: "JP", Language: "ja",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(problems) > 0 {
		t.Errorf("problems %v, want none", problems)
	}
}

func TestProfile_NamesEachBadField(t *testing.T) {
	_, problems := validation.Profile(wire.Profile{
		Company: strings.Repeat("会", 201), Phone: "call me", Country: "XX", Language: "fr", Nickname: strings.Repeat("x", 101),
	})
	want := []string{"nickname text.long", "company text.long", "phone phone.form", "country country.unknown", "language language.unknown"}
	if diff := cmp.Diff(want, faults(problems)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestLatin(t *testing.T) {
	for _, c := range []struct {
		name     string
		now, was wire.Profile
		want     []string
	}{
		{"Kanji", wire.Profile{GivenName: "太郎", FamilyName: "山田"}, wire.Profile{}, []string{"given_name latin.given_name", "family_name latin.family_name"}},
		{"KanaAndMixed", wire.Profile{Company: "アオバ", Address: "1-2-3 港区, Tokyo"}, wire.Profile{}, []string{"company latin.company", "address latin.address"}},
		{"HalfWidthKanaAndTheLongMark", wire.Profile{Company: "ｱｵﾊﾞ", GivenName: "ー"}, wire.Profile{}, []string{"given_name latin.given_name", "company latin.company"}},
		{"OtherScripts", wire.Profile{GivenName: "Лев", FamilyName: "Παππάς", Company: "삼성"}, wire.Profile{}, []string{"given_name latin.given_name", "family_name latin.family_name", "company latin.company"}},
		{"EveryLatinLetter", wire.Profile{GivenName: "Zoë-Łucja Nguyễn", FamilyName: "O’Ðýrfjörð Şahin", Company: "Øl & Søn A/S (№ 3) “Żabka”™", Address: "5ª Calle, 12/3 Straße; Kahoʻolawe #7 ½"}, wire.Profile{}, nil},
		{"MarksApartFromTheirLetters", wire.Profile{GivenName: "Zoe\u0308"}, wire.Profile{}, nil},
		{"DigitsAndMarksAlone", wire.Profile{Company: "3+1 = 4!", Address: "〒107-0052"}, wire.Profile{}, nil},
		{"LocalFieldsTakeAll", wire.Profile{GivenNameLocal: "太郎", CompanyLocal: "アオバ", AddressLocal: "港区", Nickname: "たろう", JobTitle: "技術者"}, wire.Profile{}, nil},
		{"WhatIsThereStays", wire.Profile{Company: "株式会社青葉", Address: "Minato"}, wire.Profile{Company: "株式会社青葉", Address: "港区"}, nil},
		{"UntilItIsChanged", wire.Profile{Company: "株式会社若葉"}, wire.Profile{Company: "株式会社青葉"}, []string{"company latin.company"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, faults(validation.Latin(c.now, c.was))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestCompanyMissing(t *testing.T) {
	for _, c := range []struct {
		name string
		in   wire.Profile
		want bool
	}{
		{"Both", wire.Profile{Company: "A", Address: "B"}, false},
		{"LocalScript", wire.Profile{CompanyLocal: "会社", AddressLocal: "住所"}, false},
		{"MixedScripts", wire.Profile{CompanyLocal: "会社", Address: "1-2-3"}, false},
		{"NoCompany", wire.Profile{Address: "B"}, true},
		{"NoAddress", wire.Profile{Company: "A"}, true},
		{"DashIsNoName", wire.Profile{Company: " - ", Address: "B"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := validation.CompanyMissing(c.in); got != c.want {
				t.Errorf("CompanyMissing(%+v) = %v", c.in, got)
			}
		})
	}
}

func TestRegister(t *testing.T) {
	got, problems := validation.Register(wire.Register{Email: "A@B.example", Password: "long enough", FamilyName: "佐藤"})
	want := wire.Register{Email: "a@b.example", Password: "long enough", FamilyName: "佐藤", Language: "en"}
	if diff := cmp.Diff(want, got); diff != "" || problems != nil {
		t.Errorf("problems %v, -want +got:\n%s", problems, diff)
	}
	for language, first := range map[string]string{"en": "given_name", "ja": "family_name"} {
		_, problems = validation.Register(wire.Register{Language: language})
		if diff := cmp.Diff([]string{"email email.required", "password password.required", first + " name.required"}, faults(problems)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", language, diff)
		}
	}
}

func TestNote(t *testing.T) {
	if got, p := validation.Note(" one\ntwo\u202e ", true); got != "one\ntwo" || p != nil {
		t.Errorf("got %q, %v", got, p)
	}
	if _, p := validation.Note(" ", true); p == nil || p.Code != "note.required" {
		t.Errorf("empty: got %v", p)
	}
	if _, p := validation.Note("", false); p != nil {
		t.Errorf("optional: got %v", p)
	}
	if _, p := validation.Note(strings.Repeat("長", 1001), false); p == nil || p.Code != "note.long" {
		t.Errorf("long: got %v", p)
	}
}

func TestFindQuery(t *testing.T) {
	if got := validation.FindQuery("　１２３  ａｂｃ\n"); got != "123 abc" {
		t.Errorf("got %q", got)
	}
	if got := []rune(validation.FindQuery(strings.Repeat("検", 500))); len(got) != 100 {
		t.Errorf("%d characters, want 100", len(got))
	}
}
