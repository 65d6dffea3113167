package policy_test

import (
	"testing"

	"pgregory.net/rapid"

	"accord/server/policy"
)

func TestNormalise(t *testing.T) {
	for _, c := range []struct{ in, core, class string }{
		{"Umi Sangyo K.K.", "umi sangyo", "kk"},
		{"Ｕｍｉ　Ｓａｎｇｙｏ　Ｋ．Ｋ．", "umi sangyo", "kk"},
		{"Umi Sangyo Co., Ltd.", "umi sangyo", "kk"},
		{"Umi Sangyo Co.,Ltd", "umi sangyo", "kk"},
		{"Umi Sangyo Company Limited", "umi sangyo", "kk"},
		{"UMI SANGYO KABUSHIKI KAISHA", "umi sangyo", "kk"},
		{"Umi Sangyo Kabushiki-Gaisha", "umi sangyo", "kk"},
		{"Kabushiki Kaisha Umi Sangyo", "umi sangyo", "kk"},
		{"株式会社海産業", "海産業", "kk"},
		{"海産業株式会社", "海産業", "kk"},
		{"海産業　株式会社", "海産業", "kk"},
		{"(株)海産業", "海産業", "kk"},
		{"（株）海産業", "海産業", "kk"},
		{"㈱海産業", "海産業", "kk"},
		{"海産業㈱", "海産業", "kk"},
		{"㍿海産業", "海産業", "kk"},
		{"海産業 Co.,Ltd.", "海産業", "kk"},
		{"ｶﾌﾞｼｷｶﾞｲｼｬｳﾐ", "ウミ", "kk"},
		{"ｱｼﾞｱ･ﾊﾟｼﾌｨｯｸ㈱", "アジアパシフィック", "kk"},
		{"アジア・パシフィック(株)", "アジアパシフィック", "kk"},
		{"ABC 商事株式会社", "abc商事", "kk"},
		{"合同会社海", "海", "gk"}, {"(同)海", "海", "gk"}, {"Umi G.K.", "umi", "gk"},
		{"有限会社海", "海", "yk"}, {"㈲海", "海", "yk"}, {"Umi Y.K.", "umi", "yk"},
		{"海有限公司", "海", "cn youxian"}, {"海股份有限公司", "海", "cn gufen"},
		{"Ironbark Timber Inc.", "ironbark timber", "inc"}, {"Ironbark Timber Incorporated", "ironbark timber", "inc"},
		{"Foo Corp.", "foo", "corp"}, {"Kestrel Analytics, Ltd", "kestrel analytics", "ltd"}, {"Foo L.L.C.", "foo", "llc"},
		{"Foo Pte. Ltd.", "foo", "pte ltd"}, {"Foo Pty Ltd", "foo", "pty ltd"}, {"Foo Pvt. Ltd.", "foo", "pvt ltd"}, {"Foo (P) Ltd", "foo", "pvt ltd"},
		{"Foo Sdn. Bhd.", "foo", "sdn bhd"}, {"Foo PLC", "foo", "plc"}, {"Foo L.P.", "foo", "lp"}, {"Foo LLP", "foo", "llp"},
		{"Foo S.A.", "foo", "sa"}, {"Foo SA", "foo", "sa"}, {"Foo S. A.", "foo", "sa"}, {"Foo S.A.S.", "foo", "sas"}, {"Foo S.p.A.", "foo", "spa"},
		{"Foo S.r.l.", "foo", "srl"}, {"Foo SARL", "foo", "sarl"}, {"Foo GmbH", "foo", "gmbh"}, {"Foo GmbH & Co. KG", "foo", "gmbh co kg"},
		{"Foo KG", "foo", "kg"}, {"Foo AG", "foo", "ag"}, {"Foo SE", "foo", "se"}, {"Foo B.V.", "foo", "bv"}, {"Foo N.V.", "foo", "nv"},
		{"Foo AB", "foo", "ab"}, {"Foo A/S", "foo", "as"}, {"Foo ApS", "foo", "aps"}, {"Foo Oy", "foo", "oy"}, {"Foo Sp. z o.o.", "foo", "sp zoo"},
		{"Foo S.A. de C.V.", "foo", "sa de cv"}, {"Foo d.o.o.", "foo", "doo"}, {"PT Foo Tbk", "foo", "pt tbk"}, {"PT Foo", "foo", "pt"},
		{"Amber & Rowe Ltd", "amber and rowe", "ltd"}, {"Amber&Rowe Limited", "amber and rowe", "ltd"}, {"Amber ＆ Rowe", "amber and rowe", ""},
		{"O'Neill's", "oneills", ""}, {"O’Neill’s", "oneills", ""}, {"St. John-Smith", "st john smith", ""},
		{"GROẞ & SÖHNE", "gross and söhne", ""}, {"Riviére", "riviére", ""},
		{"Foo Holdings Inc", "foo holdings", "inc"}, {"Foo Group", "foo group", ""}, {"株式会社海ホールディングス", "海ホールディングス", "kk"},
		{"The Foo Company", "the foo", "co"}, {"C++ Systems", "c++ systems", ""},
		{"SA Recycling LLC", "sa recycling", "llc"}, {"AG Edwards", "ag edwards", ""}, {"Limited Brands", "limited brands", ""}, {"Incline Village", "incline village", ""},
		{"Co., Ltd.", "", "kk"}, {"株式会社", "", "kk"}, {"K.K.", "", "kk"}, {"", "", ""}, {" . ", "", ""},
		{"株式会社海 Inc.", "海", "kk inc"}, {"株式会社海 Co., Ltd.", "海", "kk"},
	} {
		if core, class := policy.Norm(c.in); core != c.core || class != c.class {
			t.Errorf("%q is %q of class %q, want %q of %q", c.in, core, class, c.core, c.class)
		}
	}
}

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		name    string
		account string
		company []string
		want    bool
	}{
		{"SameForm", "Foo GmbH", []string{"Foo GmbH"}, true},
		{"AnotherSpellingOfTheForm", "FOO LTD", []string{"Foo, Limited"}, true},
		{"MissingOnTheAccount", "Foo", []string{"Foo AG"}, true},
		{"MissingOnTheCompany", "Foo AG", []string{"Foo"}, true},
		{"Conflict", "Foo AG", []string{"Foo GmbH"}, false},
		{"KkIsNotInc", "Foo Inc.", []string{"Foo K.K."}, false},
		{"CoLtdIsNotLtd", "Foo Ltd", []string{"Foo Co., Ltd."}, false},
		{"PteLtdIsNotLtd", "Foo Ltd", []string{"Foo Pte Ltd"}, false},
		{"SaIsNotSas", "Foo S.A.", []string{"Foo S.A.S."}, false},
		{"BareAliasDoesNotUndoTheForm", "Foo Ltd", []string{"Foo LLC", "Foo"}, false},
		{"AliasOfTheOtherForm", "Foo Ltd", []string{"Foo LLC", "Foo Ltd"}, true},
		{"LocalName", "㈱海", []string{"Umi K.K.", "海株式会社"}, true},
		{"HoldingsIsAName", "Foo", []string{"Foo Holdings"}, false},
		{"GroupIsAName", "Foo Group", []string{"Foo"}, false},
		{"TheIsAName", "The Foo", []string{"Foo"}, false},
		{"EmptyNamesNeverMatch", "", []string{""}, false},
		{"FormsAloneNeverMatch", "K.K.", []string{"株式会社"}, false},
		{"OneLetterOff", "Fooo AG", []string{"Foo AG"}, false},
		{"LookAlike", "Fоo AG", []string{"Foo AG"}, false}, // a Cyrillic o
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := policy.Same(c.account, c.company...); got != c.want {
				t.Errorf("%q against %q: %v", c.account, c.company, got)
			}
		})
	}
}

func TestLegalForms_AreWrittenAsNamesAreNormalised(t *testing.T) {
	for spelling, class := range policy.Spellings() {
		if got := policy.Fold(spelling); got != spelling {
			t.Errorf("%q of class %q is normalised to %q", spelling, class, got)
		}
		if core, got := policy.Norm("Zebra " + spelling); core != "zebra" || got != class {
			t.Errorf("Zebra %s is %q of class %q, want class %q", spelling, core, got, class)
		}
	}
}

func TestFold_IsIdempotent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := policy.Fold(rapid.String().Draw(t, "name"))
		if twice := policy.Fold(once); twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"Foo Co., Ltd.", "㈱海産業", "ｶﾌﾞｼｷ", "A.\u0301", "&", "İ Ltd Şti", "ꭰ", "ᏸ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := policy.Fold(s); policy.Fold(once) != once {
			t.Fatalf("%q is folded to %q and then to %q", s, once, policy.Fold(once))
		}
		core, _ := policy.Norm(s)
		if policy.Same(s, s) != (core != "") {
			t.Fatalf("%q (core %q) equals itself: %v", s, core, policy.Same(s, s))
		}
	})
}

func TestName_ConflictingFormIsNeverAMatch(t *testing.T) {
	var classed []string
	for spelling := range policy.Spellings() {
		classed = append(classed, spelling)
	}
	rapid.Check(t, func(t *rapid.T) {
		core := rapid.StringMatching(`[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?`).Draw(t, "core")
		a, b := rapid.SampledFrom(classed).Draw(t, "a"), rapid.SampledFrom(classed).Draw(t, "b")
		_, x := policy.Norm(core + " " + a)
		_, y := policy.Norm(core + " " + b)
		if x != y && policy.Same(core+" "+a, core+" "+b, core) {
			t.Fatalf("%s %s (%s) equals %s %s (%s)", core, a, x, core, b, y)
		}
	})
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		least, top int
	}{
		{"Foo Bar K.K.", "FOO BAR", 100, 100}, {"Foo AG", "Foo GmbH", 95, 95}, {"Kestrel Analytics", "Kestrel Analytic", 85, 99},
		{"海産業株式会社", "㈱海産業", 100, 100}, {"Foo", "Umi Sangyo", 0, 20}, {"", "", 0, 0}, {"K.K.", "K.K.", 0, 0},
	} {
		if got := policy.Similarity(c.a, c.b); got < c.least || got > c.top || got != policy.Similarity(c.b, c.a) {
			t.Errorf("%q and %q: %d%%, want %d to %d both ways", c.a, c.b, got, c.least, c.top)
		}
	}
}
