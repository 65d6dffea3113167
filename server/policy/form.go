package policy

import (
	"slices"
	"strings"
	"unicode"

	"accord/shared/script"
)

// classes are the legal forms: those of the domain page, and the wider list
// that is maintained here. Spellings of one class are the same form; classes
// are different companies. "co ltd" is a kabushiki kaisha (domain page), so it
// is looked for before "ltd".
func classes() map[string][]string {
	return map[string][]string{
		"kk":  {"kk", "k k", "kabushiki kaisha", "kabushiki gaisha", "kabushikikaisha", "kabushikigaisha", "co ltd", "co limited", "company ltd", "company limited"},
		"gk":  {"gk", "g k", "godo kaisha", "godo gaisha", "goudou kaisha", "goudou gaisha", "godokaisha"},
		"yk":  {"yk", "y k", "yugen kaisha", "yugen gaisha", "yuugen kaisha", "yuugen gaisha", "yugenkaisha"},
		"inc": {"inc", "incorporated"}, "corp": {"corp", "corporation"}, "co": {"co", "company", "and co", "and company"},
		"ltd": {"ltd", "limited"}, "plc": {"plc", "public limited company"}, "dac": {"dac", "designated activity company"},
		"llc": {"llc", "l l c", "limited liability company", "limited liability co"}, "pllc": {"pllc"},
		"llp": {"llp", "limited liability partnership"}, "lp": {"lp", "limited partnership"},
		"pte ltd": {"pte ltd", "pte limited", "pte"}, "pty ltd": {"pty ltd", "pty limited", "proprietary limited", "pty"},
		"pvt ltd": {"pvt ltd", "pvt limited", "private limited", "private ltd", "p ltd"},
		"sdn bhd": {"sdn bhd", "sendirian berhad"}, "bhd": {"bhd", "berhad"}, "pcl": {"pcl", "public company limited", "public co ltd"},
		"gmbh": {"gmbh", "gesellschaft mit beschränkter haftung"}, "ggmbh": {"ggmbh"}, "ug": {"ug", "ug haftungsbeschränkt"},
		"gmbh co kg": {"gmbh and co kg", "gmbh co kg"}, "ag co kg": {"ag and co kg"}, "co kg": {"and co kg"}, "kg": {"kg", "kommanditgesellschaft"},
		"kgaa": {"kgaa", "se and co kgaa", "ag and co kgaa", "gmbh and co kgaa"}, "ohg": {"ohg"}, "ev": {"ev", "eingetragener verein"}, "eg": {"eg"},
		"ag": {"ag", "a g", "aktiengesellschaft"}, "se": {"se", "societas europaea"},
		"sa": {"sa", "s a", "société anonyme", "sociedad anónima", "sociedade anónima"}, "sas": {"sas", "s a s", "société par actions simplifiée"}, "sasu": {"sasu"},
		"sarl": {"sarl", "sàrl", "société à responsabilité limitée"}, "eurl": {"eurl"}, "sca": {"sca"}, "snc": {"snc"}, "scs": {"scs"},
		"spa": {"spa", "s p a", "società per azioni"}, "srl": {"srl", "s r l", "società a responsabilità limitata"}, "srls": {"srls"},
		"sl": {"sl", "sociedad limitada"}, "slu": {"slu"}, "sau": {"sau"}, "sa de cv": {"sa de cv"}, "sab de cv": {"sab de cv"}, "s de rl": {"s de rl de cv", "s de rl"},
		"lda": {"lda"}, "ltda": {"ltda", "limitada"}, "eireli": {"eireli"},
		"bv": {"bv", "b v", "besloten vennootschap"}, "nv": {"nv", "n v", "naamloze vennootschap"}, "bvba": {"bvba"}, "sprl": {"sprl"}, "vof": {"vof"},
		"ab": {"ab", "aktiebolag"}, "as": {"as", "a s", "aş", "aksjeselskap", "aktieselskab", "anonim şirketi"}, "asa": {"asa"}, "aps": {"aps", "anpartsselskab"},
		"oy": {"oy", "osakeyhtiö"}, "oyj": {"oyj"}, "hf": {"hf"}, "ehf": {"ehf"}, "ltd sti": {"ltd şti", "limited şirketi"},
		"sp zoo": {"sp zoo", "sp z oo", "sp z o o", "spółka z oo"}, "sro": {"sro", "s r o", "spol s ro"}, "kft": {"kft"}, "zrt": {"zrt"}, "nyrt": {"nyrt"},
		"doo": {"doo", "d o o"}, "dd": {"dd"}, "ood": {"ood"}, "eood": {"eood"}, "ou": {"oü"}, "uab": {"uab"}, "sia": {"sia"},
		"ooo": {"ooo", "ооо"}, "zao": {"zao", "зао"}, "oao": {"oao", "оао"}, "pao": {"pao", "пао"}, "ao": {"ао"},
		"jsc": {"jsc", "joint stock company"}, "pjsc": {"pjsc"}, "ojsc": {"ojsc"}, "wll": {"wll"}, "fze": {"fze"}, "fzco": {"fzco"}, "fz llc": {"fz llc", "fzllc"}, "sae": {"sae"}, "sal": {"sal"},
		"pt": {"pt"}, "tbk": {"tbk"}, "pt tbk": {"persero tbk"},
	}
}

// form is one spelling of a legal form and its class.
type form struct{ spelling, class string }

// written are the forms that are written on to the name without a space;
// one that ends or begins another comes after it.
func written() []form {
	return []form{
		{"株式会社", "kk"}, {"株式會社", "kk"}, {"(株)", "kk"}, {"カブシキガイシャ", "kk"}, {"カブシキカイシャ", "kk"},
		{"合同会社", "gk"}, {"(同)", "gk"}, {"有限会社", "yk"}, {"有限會社", "yk"}, {"(有)", "yk"},
		{"合資会社", "goshi"}, {"(資)", "goshi"}, {"合名会社", "gomei"}, {"(名)", "gomei"}, {"相互会社", "sogo"}, {"(相)", "sogo"},
		{"一般社団法人", "ippan shadan"}, {"公益社団法人", "koeki shadan"}, {"社団法人", "shadan"}, {"(社)", "shadan"},
		{"一般財団法人", "ippan zaidan"}, {"公益財団法人", "koeki zaidan"}, {"財団法人", "zaidan"}, {"(財)", "zaidan"},
		{"学校法人", "gakko"}, {"(学)", "gakko"}, {"医療法人社団", "iryo shadan"}, {"医療法人財団", "iryo zaidan"}, {"医療法人", "iryo"},
		{"社会福祉法人", "fukushi"}, {"宗教法人", "shukyo"}, {"独立行政法人", "dokugyo"}, {"国立大学法人", "kokudai"},
		{"特定非営利活動法人", "npo"}, {"npo法人", "npo"}, {"弁護士法人", "bengoshi"}, {"税理士法人", "zeirishi"}, {"監査法人", "kansa"},
		{"股份有限公司", "cn gufen"}, {"有限责任公司", "cn youxian"}, {"有限責任公司", "cn youxian"}, {"有限公司", "cn youxian"},
		{"주식회사", "kr jusik"}, {"(주)", "kr jusik"}, {"유한회사", "kr yuhan"}, {"(유)", "kr yuhan"},
	}
}

// leading are the Latin forms that stand before names as well. The others do
// not: "SA Recycling", "AG Edwards" and "NV Energy" begin with no legal form.
func leading() []string {
	return []string{"kabushiki kaisha", "kabushiki gaisha", "godo kaisha", "godo gaisha", "yugen kaisha", "yugen gaisha", "kk", "pt", "ooo", "ооо", "зао", "оао", "пао", "uab", "sia", "sarl"}
}

// longestForm is the most words that a spelling has.
const longestForm = 5

// The tables as they are looked up. They never change.
var (
	latinForms   = spellings() // spelling to class
	leadingForms = leading()
	writtenForms = written()
)

func spellings() map[string]string {
	table := map[string]string{}
	for class, list := range classes() {
		for _, s := range list {
			table[s] = class
		}
	}
	return table
}

// cutEnd takes a legal form off the end of a folded name.
func cutEnd(s string) (rest, class string) {
	s = strings.TrimFunc(s, loose)
	for _, f := range writtenForms {
		if rest, found := strings.CutSuffix(s, f.spelling); found {
			return rest, f.class
		}
	}
	at := words(s)
	for n := min(longestForm, len(at)); n > 0; n-- {
		start := at[len(at)-n][0]
		if class, found := latinForms[squeeze(s[start:])]; found {
			return s[:start], class
		}
	}
	return s, ""
}

// cutFront takes a legal form off the front of a folded name.
func cutFront(s string) (rest, class string) {
	s = strings.TrimFunc(s, loose)
	for _, f := range writtenForms {
		if rest, found := strings.CutPrefix(s, f.spelling); found {
			return rest, f.class
		}
	}
	at := words(s)
	for n := min(longestForm, len(at)); n > 0; n-- {
		end := at[n-1][1]
		if spelling := squeeze(s[:end]); slices.Contains(leadingForms, spelling) {
			return s[end:], latinForms[spelling]
		}
	}
	return s, ""
}

// loose is what may stand around a form; brackets belong to some.
func loose(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsPunct(r) && r != '(' && r != ')'
}

// words finds the words of a text, from and to. A word ends at space, at
// punctuation, and where Japanese script begins or ends ("海産業co ltd").
func words(s string) [][2]int {
	var at [][2]int
	start, kanji := -1, false
	for i, r := range s {
		gap := unicode.IsSpace(r) || unicode.IsPunct(r)
		if start >= 0 && (gap || script.Japanese(r) != kanji) {
			at = append(at, [2]int{start, i})
			start = -1
		}
		if !gap && start < 0 {
			start, kanji = i, script.Japanese(r)
		}
	}
	if start >= 0 {
		at = append(at, [2]int{start, len(s)})
	}
	return at
}
