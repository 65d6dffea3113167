package i18n_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"accord/shared/i18n"
)

// TestCountries_StandInTheOrderOfTheirNames: a reader looks for a name where it
// stands in a dictionary of their language.
func TestCountries_StandInTheOrderOfTheirNames(t *testing.T) {
	if i18n.Countries(i18n.English)[1] != "AX" { // Åland Islands
		t.Error("a letter with a mark stands behind Z")
	}
	for _, lang := range i18n.Langs() {
		codes := i18n.Countries(lang)
		sorted := slices.SortedFunc(slices.Values(codes), func(a, b string) int {
			return cmp.Or(strings.Compare(plain(spoken(lang, a)), plain(spoken(lang, b))), strings.Compare(spoken(lang, a), spoken(lang, b)))
		})
		for i, code := range codes {
			if code != sorted[i] {
				t.Errorf("%s: %s stands where %s does", lang, i18n.T(lang, "country."+code), i18n.T(lang, "country."+sorted[i]))
			}
			if !i18n.Has("country." + code) {
				t.Errorf("%s has no name", code)
			}
		}
		if len(slices.Compact(sorted)) != 249 {
			t.Errorf("%s: %d countries", lang, len(sorted))
		}
	}
}

// spoken is a name as it is read: in Japanese in katakana.
func spoken(lang i18n.Lang, code string) string {
	readings := map[string]string{
		"AQ": "ナンキョク",
		"AS": "ベイリョウサモア",
		"CF": "チュウオウアフリカ",
		"CN": "チュウゴク",
		"EH": "ニシサハラ",
		"GF": "フツリョウギアナ",
		"GQ": "セキドウギニア",
		"HK": "ホンコン",
		"IO": "エイリョウインドヨウ",
		"JP": "ニホン",
		"KP": "キタチョウセン",
		"KR": "カンコク",
		"MK": "キタマケドニア",
		"MP": "キタマリアナ",
		"PF": "フツリョウポリネシア",
		"SS": "ミナミスーダン",
		"TF": "フツリョウキョクナン",
		"TL": "ヒガシティモール",
		"TW": "タイワン",
		"UM": "ベイリョウショウリトウ",
		"VG": "エイリョウバージン",
		"VI": "ベイリョウバージン",
		"ZA": "ミナミアフリカ",
	}
	if reading := readings[code]; reading != "" && lang == i18n.Japanese {
		return reading
	}
	return i18n.T(lang, "country."+code)
}

// plain is a name by which it is sorted: Latin letters in lower case without
// marks, katakana without voicing and in full size, a long vowel written out.
func plain(name string) string {
	marks := strings.NewReplacer("å", "a", "ã", "a", "ç", "c", "é", "e", "í", "i", "ô", "o", "ü", "u")
	kana := strings.NewReplacer("ァ", "ア", "ィ", "イ", "ゥ", "ウ", "ェ", "エ", "ォ", "オ", "ャ", "ヤ", "ュ", "ユ", "ョ", "ヨ", "ッ", "ツ",
		"ガ", "カ", "ギ", "キ", "グ", "ク", "ゲ", "ケ", "ゴ", "コ", "ザ", "サ", "ジ", "シ", "ズ", "ス", "ゼ", "セ", "ゾ", "ソ", "ダ", "タ", "ヂ", "チ", "ヅ", "ツ",
		"デ", "テ", "ド", "ト", "バ", "ハ", "パ", "ハ", "ビ", "ヒ", "ピ", "ヒ", "ブ", "フ", "プ", "フ", "ベ", "ヘ", "ペ", "ヘ", "ボ", "ホ", "ポ", "ホ")
	var b strings.Builder
	last := ' '
	for _, r := range kana.Replace(marks.Replace(strings.ToLower(name))) {
		if r == 'ー' {
			r = vowel(last)
		}
		if r >= 'a' && r <= 'z' || r >= 'ア' && r <= 'ン' || r >= '一' {
			b.WriteRune(r)
			last = r
		}
	}
	return b.String()
}

// vowel is the vowel of a letter of katakana.
func vowel(r rune) rune {
	for v, all := range map[rune]string{
		'ア': "アカサタナハマヤラワ", 'イ': "イキシチニヒミリ", 'ウ': "ウクスツヌフムユル", 'エ': "エケセテネヘメレ", 'オ': "オコソトノホモヨロ",
	} {
		if strings.ContainsRune(all, r) {
			return v
		}
	}
	return r
}
