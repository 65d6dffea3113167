package i18n

// addTexts are the Add Access dialog and its two forms, in the guides' words.
// {0} is the vendor, or what a comment says.
var addTexts = map[string]text{
	"add.title":    {"Add Access", "アクセス権の追加"},
	"add.question": {"What type of access are you requesting?", "どのようなアクセス権が必要ですか？"},
	"add.terms":    {"Your entitlement to services is defined by your contract's coverage terms.", "ご利用いただけるサービスは、契約書の条項で定められています。"},
	"add.partner": {
		"If you are an end customer who purchased a Partner-Branded Service support contract, you are only entitled to Software Download, support tools, and entitled content on {0}, and must contact your Reseller in the event that TAC support or RMA is needed.",
		"パートナーブランドのサービス サポート契約をご購入のお客様は、{0} のソフトウェア ダウンロード、サポート ツール、および権限付きコンテンツのみをご利用いただけます。TAC サポートまたは RMA が必要な場合は、ご購入元の販売店にお問い合わせください。",
	},
	"add.direct": {
		"If your contract provides technical support directly from {0}, choose full support.",
		"{0} から直接テクニカル サポートを得る契約の場合は、フルサポートを選択してください。",
	},
	"add.go":            {"Go", "検索"},
	"add.choose_one":    {"Choose the type of access you need", "必要なアクセス権を選択してください"},
	"add.back_to_types": {"Change the type of access", "アクセス権の種類を選び直す"},

	"add.downloads.approval": {
		"Downloads that require a service contract must be approved by your company contract administrator. If the terms of your contract provide technical support directly from {0}, you can request full support access instead.",
		"ダウンロードにサービス契約が必要な場合は、貴社の契約管理者による承認が必要です。契約書の条項で、{0} から直接テクニカルサポートを受けられることが規定されている場合は、フルサポートのアクセス権をリクエストできます。",
	},
	"add.downloads.full": {"Request full support access", "フルサポートのアクセス権をリクエストする"},
	"add.downloads.enter": {
		"Enter up to {1} contract numbers or one product serial number to associate with your {0} Account.",
		"{0} アカウントに関連付ける契約番号（最大 {1} 件）か製品のシリアル番号（1 件）を入力してください。",
	}, // {1}: most contract numbers at once
	"add.downloads.check": {
		"We will check for an assigned company contract administrator.",
		"こちらで割り当てられた貴社の契約管理者を確認します。",
	},
	"add.full.intro": {
		"In order to receive Full Support Access to products covered by your service contract(s), associate your {0} Account to the service contract either directly, or through the Bill-to ID.",
		"サービス契約の対象製品に対してフルサポートアクセス権を得るには、直接、または請求先 ID を通じて、サービス契約を {0} アカウントに関連付けてください。",
	},
	"add.full.reviewed": {"All submitted requests will be reviewed by an administrator.", "送信されたすべてのリクエストは、管理者によって確認されます。"},

	"add.by":           {"What do you want to enter?", "何を入力しますか？"},
	"add.by.contract":  {"Contract Number(s)", "契約番号"},
	"add.by.serial":    {"Product Serial Number", "製品のシリアル番号"},
	"add.full.bill_to": {"Bill-to ID(s)", "請求先 ID"},
	"add.full.bill_to.hint": {
		"Choose this option if you are a partner, or if your company purchased service directly from {0}. Bill-to ID requests are sent to your company contract administrator for review. If approved, you will be authorized to obtain support on all of the contracts under that Bill-to ID.",
		"パートナー、または {0} からサービスを直接購入しているお客様は、このオプションを選択します。請求先 ID リクエストは、確認のためにお客様の契約管理者に送信され、承認を受ける権利が付与されます。",
	},
	"add.full.specific": {"Specific Contract(s)", "特定の契約"},
	"add.full.specific.hint": {
		"Choose this option if you purchased service through a partner, or if you only need support access to specific service contracts.",
		"パートナーを通じてサービスを購入した場合、または特定のサービス契約に対してのみサポートアクセスが必要な場合は、このオプションを選択します。",
	},
	"add.full.contract":      {"By Service Contract Number(s)", "サービス契約番号で検索"},
	"add.full.contract.hint": {"Enter service contract number(s) if you have it.", "サービス契約番号を入力してください (わかっている場合)。"},
	"add.full.serial":        {"By Serial Number", "シリアル番号で検索"},
	"add.full.serial.hint": {
		"If you don't know your service contract number, you can enter the Serial Number of any product covered by your service contract.",
		"サービス契約番号がわからない場合は、サービス契約の対象となる製品いずれか 1 つのシリアル番号を入力できます。",
	},

	"add.list.hint": {
		"Up to {0}, separated by commas or new lines. You can also paste an email or a table: we pick out the numbers.",
		"{0} 件まで。複数の場合は、カンマ (,) または改行で区切ってください。メールや表を貼り付けると、番号だけを取り出します。",
	}, // {0}: most numbers at once
	"add.serial.hint":       {"One serial number, as printed on the product.", "製品に記載のシリアル番号を 1 件入力してください。"},
	"add.verdicts":          {"What you entered", "入力された番号"},
	"add.verdict.good":      {"Ready", "送信できます"},
	"add.verdict.twice":     {"Entered twice: will be sent once", "重複しています（1 件として送信します）"},
	"add.picked":            {"We picked the numbers out of the text you pasted.", "貼り付けた文章から番号を取り出しました。"},
	"add.left":              {"Left out: {0}", "対象外としたもの: {0}"},
	"add.left.more":         {"{0} and {1} more", "{0} ほか {1} 件"},
	"add.may.serial":        {"{0} may be a serial number. To use it, choose the serial number option.", "{0} はシリアル番号の可能性があります。使用する場合は、シリアル番号を選択して入力してください。"},
	"add.may.bill_to":       {"{0}: your text calls this a bill-to ID. To use it, choose “Bill-to ID(s)”.", "{0} は請求先 ID と記載されています。使用する場合は、「請求先 ID」を選択して入力してください。"},
	"add.may.contract":      {"{0}: your text calls this a contract number. To use it, choose “By Service Contract Number(s)”.", "{0} は契約番号と記載されています。使用する場合は、「サービス契約番号で検索」を選択して入力してください。"},
	"add.live.contract":     {"{0} contract numbers: {1}", "契約番号 {0} 件: {1}"},
	"add.live.contract.one": {"1 contract number: {1}", "契約番号 1 件: {1}"},
	"add.live.bill_to":      {"{0} bill-to IDs: {1}", "請求先 ID {0} 件: {1}"},
	"add.live.bill_to.one":  {"1 bill-to ID: {1}", "請求先 ID 1 件: {1}"},
	"add.live.serial":       {"Serial number: {0}", "シリアル番号: {0}"},
	"add.live.twice":        {"{0} repeated", "重複 {0} 件"},
	"add.live.bad":          {"{0} to correct: {1}", "要修正 {0} 件: {1}"},
	"add.live.left":         {"{0} words and numbers left out", "対象外 {0} 件"},
	"add.live.comma":        {", ", "、"},
	"add.live.join":         {"; ", " ／ "},
	"add.picked.undo":       {"Restore my text", "元の文章に戻す"},

	"add.agree":       {"I have reviewed and agree to the service descriptions", "サービスの説明の条項を確認し、準拠することに同意します"},
	"add.agree.terms": {"Read the service descriptions", "サービスの説明を読む"},
	"add.acknowledge": {
		"By clicking Submit you acknowledge that you have reviewed and agree to comply with the terms of any applicable {0} service descriptions.",
		"[送信] をクリックすると、該当するすべての {0} サービスの説明の条項を確認し、準拠することに同意したことになります。",
	},
	"add.continue":      {"Continue", "次へ"},
	"add.continue_good": {"Continue with the {0} valid ones", "正しい {0} 件だけで次へ進む"}, // {0}: a count above 1
	"add.continue_one":  {"Continue with the 1 valid one", "正しい 1 件だけで次へ進む"},
	"add.some_bad": {
		"{0} of {1} entries cannot be sent. Correct them, or leave them out.",
		"{1} 件中 {0} 件は送信できません。修正するか、除いて進んでください。",
	},

	"add.check":          {"Check your answers", "入力内容の確認"},
	"add.check.level":    {"Type of access", "アクセス権の種類"},
	"add.check.agreed":   {"Service descriptions", "サービスの説明"},
	"add.check.agreed_1": {"Reviewed and agreed", "確認し、同意しました"},
	"add.check.as":       {"Requested for", "リクエストする方"},
	"add.check.change":   {"Change", "変更"},
	"add.check.back":     {"Back", "戻る"},
	"add.submit":         {"Submit", "送信"},
	"add.sending":        {"Sending…", "送信しています…"},
	"add.failed": {
		"We could not confirm that your request has arrived. Everything you typed is still here, and sending it again will not submit it twice.",
		"受け付けを確認できませんでした。入力内容はそのまま残っています。再送信しても二重に登録されることはありません。",
	},
	"add.retry": {"Send again", "再送信"},

	"add.help":     {"If you need help", "サポートが必要な場合"},
	"add.help.buy": {"To buy a contract, contact your reseller, a partner of {0} or your account team.", "契約のご購入については、{0} のパートナー、販売店、またはアカウントチームにお問い合わせください。"},
}
