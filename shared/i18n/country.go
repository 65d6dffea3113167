package i18n

import "slices"

// countryTexts name countries and regions by their ISO 3166-1 alpha-2 code, as
// "country.JP". The list is what the profile's form offers.
var countryTexts = map[string]text{
	"country.AE": {"United Arab Emirates", "アラブ首長国連邦"},
	"country.AR": {"Argentina", "アルゼンチン"},
	"country.AT": {"Austria", "オーストリア"},
	"country.AU": {"Australia", "オーストラリア"},
	"country.BE": {"Belgium", "ベルギー"},
	"country.BR": {"Brazil", "ブラジル"},
	"country.CA": {"Canada", "カナダ"},
	"country.CH": {"Switzerland", "スイス"},
	"country.CL": {"Chile", "チリ"},
	"country.CN": {"China", "中国"},
	"country.CZ": {"Czechia", "チェコ"},
	"country.DE": {"Germany", "ドイツ"},
	"country.DK": {"Denmark", "デンマーク"},
	"country.ES": {"Spain", "スペイン"},
	"country.FI": {"Finland", "フィンランド"},
	"country.FR": {"France", "フランス"},
	"country.GB": {"United Kingdom", "イギリス"},
	"country.HK": {"Hong Kong", "香港"},
	"country.HU": {"Hungary", "ハンガリー"},
	"country.ID": {"Indonesia", "インドネシア"},
	"country.IE": {"Ireland", "アイルランド"},
	"country.IL": {"Israel", "イスラエル"},
	"country.IN": {"India", "インド"},
	"country.IT": {"Italy", "イタリア"},
	"country.JP": {"Japan", "日本"},
	"country.KR": {"South Korea", "韓国"},
	"country.LU": {"Luxembourg", "ルクセンブルク"},
	"country.MX": {"Mexico", "メキシコ"},
	"country.MY": {"Malaysia", "マレーシア"},
	"country.NL": {"Netherlands", "オランダ"},
	"country.NO": {"Norway", "ノルウェー"},
	"country.NZ": {"New Zealand", "ニュージーランド"},
	"country.PH": {"Philippines", "フィリピン"},
	"country.PL": {"Poland", "ポーランド"},
	"country.PT": {"Portugal", "ポルトガル"},
	"country.RO": {"Romania", "ルーマニア"},
	"country.SA": {"Saudi Arabia", "サウジアラビア"},
	"country.SE": {"Sweden", "スウェーデン"},
	"country.SG": {"Singapore", "シンガポール"},
	"country.SK": {"Slovakia", "スロバキア"},
	"country.TH": {"Thailand", "タイ"},
	"country.TR": {"Türkiye", "トルコ"},
	"country.TW": {"Taiwan", "台湾"},
	"country.US": {"United States", "アメリカ合衆国"},
	"country.VN": {"Vietnam", "ベトナム"},
	"country.ZA": {"South Africa", "南アフリカ"},
}

// Countries lists the codes that have a name, in the order of the code.
func Countries() []string {
	codes := make([]string, 0, len(countryTexts))
	for key := range countryTexts {
		codes = append(codes, key[len("country."):])
	}
	slices.Sort(codes)
	return codes
}
