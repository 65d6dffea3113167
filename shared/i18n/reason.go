package i18n

// reasonTexts are the reason codes in plain words for the requester:
// "reason.<code>" is what it means, "reason.<code>.mend" what to do next.
// {0} is what was asked for, as the page names it ("Contract 1234567"); {1} is
// the vendor. They say nothing of a contract's holder or administrators. The
// decider's own, shorter texts are in the area "why".
var reasonTexts = map[string]text{
	"reason.profile.company_missing":      {"Your {1} Account has no company name or no company address.", "{1} アカウントに会社名または会社住所の登録がありません。"},
	"reason.profile.company_missing.mend": {"Register your company name and address, then try again. For private use, enter your own name as the company and your home address.", "会社名・会社住所を登録の上、再度リクエストしてください。個人でご利用の場合は、会社名にご自身のお名前、住所にご自宅の住所を登録してください。"},

	"reason.billto.not_eligible":      {"Bill-to IDs are for partners and for companies that purchased service directly from {1}.", "請求先 ID は、パートナー、または {1} からサービスを直接購入しているお客様のみご利用いただけます。"},
	"reason.billto.not_eligible.mend": {"Request access by contract number or serial number instead. If you work for a partner or a direct buyer, use an account with your company’s email address.", "契約番号またはシリアル番号でリクエストしてください。パートナーまたは直接購入のお客様は、会社のメールアドレスで登録したアカウントをご利用ください。"},

	"reason.contract.unknown":      {"{0} does not exist.", "{0} は存在しません。"},
	"reason.contract.unknown.mend": {"Check the contract number and enter the correct one. If it was issued within the last 48 hours, you can wait: we check again automatically and email you the answer.", "契約番号を再度ご確認の上、正しい番号でリクエストしてください。発行から 48 時間以内の場合は、登録され次第、自動的に再処理し、結果をメールでお知らせします。"},

	"reason.serial.unknown":      {"{0} is not covered by a service contract.", "{0} を対象とするサービス契約が見つかりません。"},
	"reason.serial.unknown.mend": {"Check the serial number, enter that of another product covered by your service contract, or enter the contract number.", "シリアル番号を再度ご確認ください。サービス契約の対象となる別の製品のシリアル番号、または契約番号でもリクエストできます。"},

	"reason.billto.unknown":      {"{0} does not exist.", "{0} は存在しません。"},
	"reason.billto.unknown.mend": {"Check the bill-to ID and enter the correct one.", "請求先 ID を再度ご確認の上、正しい ID でリクエストしてください。"},

	"reason.contract.too_new":      {"{0} was issued only recently and is not active yet.", "{0} は発行されて間もないため、まだ有効になっていません。"},
	"reason.contract.too_new.mend": {"You can wait: we check again automatically within 48 hours and email you the answer. If it is urgent, email support.", "最大 48 時間以内に自動的に再処理し、結果をメールでお知らせします。お急ぎの場合は、サポートまでメールでご連絡ください。"},

	"reason.contract.inactive":      {"{0} is not active: it has expired, has ended or has not started.", "{0} は有効ではありません（期限切れ、終了、または開始前）。"},
	"reason.contract.inactive.mend": {"Check the contract number, or enter the number of the contract that is active now. If it has not started yet or has been renewed, check again on the request’s page once it is active. To renew a contract, contact the company you purchased it from.", "契約番号を再度ご確認の上、現在有効な契約番号でリクエストしてください。開始前の契約や更新した契約は、有効になってからリクエストのページで再確認できます。契約の更新については、ご購入元にお問い合わせください。"},

	// To those who belong to the contract's company; {2} is a day.
	"reason.contract.inactive.expired":          {"The contract expired on {2}.", "契約は{2}に期限切れとなりました。"},
	"reason.contract.inactive.expired.mend":     {"Enter the number of the contract that is active now. If this one has been renewed in the meantime, check again on the request’s page. To renew a contract, contact the company you purchased it from.", "現在有効な契約番号でリクエストしてください。この契約が更新済みの場合は、リクエストのページで再確認できます。契約の更新については、ご購入元にお問い合わせください。"},
	"reason.contract.inactive.terminated":       {"The contract was terminated.", "契約は解約されています。"},
	"reason.contract.inactive.terminated.mend":  {"Enter the number of the contract that is active now. If this one is active again, check again on the request’s page. If you did not expect this, contact the company you purchased it from.", "現在有効な契約番号でリクエストしてください。この契約が再び有効になった場合は、リクエストのページで再確認できます。お心当たりのない場合は、ご購入元にお問い合わせください。"},
	"reason.contract.inactive.not_started":      {"The contract has not started: it starts on {2}.", "契約はまだ開始していません（開始日: {2}）。"},
	"reason.contract.inactive.not_started.mend": {"Reprocess this request on that day or later. Until then, use the contract that is active now.", "開始日以降に、このリクエストを再処理してください。それまでは、現在有効な契約番号をご利用ください。"},

	"reason.access.already_held":      {"You already have this access, through the contract itself or its bill-to ID.", "既に契約番号、または該当契約番号が含まれる請求先 ID が登録済みです。"},
	"reason.access.already_held.mend": {"You do not need to do anything. It is listed under Your Current Access.", "再度登録の必要はありません。「取得済みアクセス権」でご確認いただけます。"},

	"reason.request.duplicate":      {"You have already requested this access, and the request is still pending.", "同じアクセス権のリクエストが既にあり、確認待ちです。"},
	"reason.request.duplicate.mend": {"Follow the earlier request under Your Access Requests.", "「アクセス権のリクエスト」で先のリクエストの状況をご確認ください。"},

	"reason.terms.partner_branded":      {"This is a Partner-Branded Service contract. Its reseller opens support cases and RMAs for you.", "パートナーブランドのサービス契約です。TAC サポートや RMA は、販売店を通じてご依頼いただく契約です。"},
	"reason.terms.partner_branded.mend": {"Request downloads only instead. If you need TAC support or an RMA, contact your reseller.", "ソフトウェアダウンロードのみのアクセス権をリクエストしてください。TAC サポートまたは RMA が必要な場合は、販売店にお問い合わせください。"},

	"reason.terms.no_administrator":      {"We found no company contract administrator who can approve downloads.", "貴社の契約管理者が見つかりません。ダウンロードには貴社の契約管理者による承認が必要です。"},
	"reason.terms.no_administrator.mend": {"If the terms of your contract give you technical support directly from {1}, request full support access instead. Otherwise check the contract or serial number.", "{1} から直接テクニカルサポートを得る契約の場合は、フルサポートのアクセス権をリクエストしてください。それ以外の場合は、契約番号またはシリアル番号をご確認ください。"},

	"reason.downloads.vendor_review":      {"We found no company contract administrator, so {1} reviews your request for downloads.", "契約管理者が見つからないため、ダウンロードのリクエストは {1} が確認します。"},
	"reason.downloads.vendor_review.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.billto.review":      {"A person reviews every bill-to ID request.", "請求先 ID のリクエストは、すべて担当者が確認します。"},
	"reason.billto.review.mend": {"You do not need to do anything. If it is approved, you have support on all contracts under the bill-to ID.", "お客様の対応は必要ありません。承認されると、この請求先 ID に含まれるすべての契約のサポートをご利用いただけます。"},

	"reason.ordering.review":      {"A representative of {1} reviews every request for ordering access.", "オーダリングのリクエストは、{1} の担当者が確認の上ご連絡します。"},
	"reason.ordering.review.mend": {"You do not need to do anything. The representative will contact you.", "お客様の対応は必要ありません。担当者からご連絡します。"},

	"reason.program.unknown":      {"This portal no longer offers {0}.", "{0} は、このポータルでは現在ご利用いただけません。"},
	"reason.program.unknown.mend": {"If you still need it, email support.", "引き続き必要な場合は、サポートまでメールでご連絡ください。"},

	"reason.program.review":      {"A representative of {1} reviews every request for this programme.", "このプログラムのリクエストは、{1} の担当者が確認します。"},
	"reason.program.review.mend": {"You do not need to do anything. You will find the answer here.", "お客様の対応は必要ありません。結果はこちらに表示されます。"},

	"reason.program.at_once":      {"This programme is open to every registered account.", "このプログラムは、登録済みのすべてのアカウントでご利用いただけます。"},
	"reason.program.at_once.mend": {"You do not need to do anything. You can use the access now.", "お客様の対応は必要ありません。すぐにご利用いただけます。"},

	"reason.admin.locked":      {"A person reviews every request for this contract.", "この契約へのリクエストは、すべて担当者が確認します。"},
	"reason.admin.locked.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.admin.domain_denied":      {"Email addresses like yours are not given access to this contract.", "お使いのメールアドレスでは、この契約へのアクセス権を取得できません。"},
	"reason.admin.domain_denied.mend": {"Use an account with the business email address of the company that holds the contract, or ask that company to grant you access.", "契約先会社のビジネス用メールアドレスで登録したアカウントをご利用いただくか、契約先会社にアクセス権の付与をご依頼ください。"},

	"reason.admin.domain_approved":      {"A contract administrator has approved addresses like yours in advance.", "契約管理者が、お使いのメールアドレスを事前に承認しています。"},
	"reason.admin.domain_approved.mend": {"You do not need to do anything. You can use the access now.", "お客様の対応は必要ありません。すぐにご利用いただけます。"},

	"reason.downloads.review":      {"Downloads must be approved by the contract administrators.", "ダウンロードには、契約管理者による承認が必要です。"},
	"reason.downloads.review.mend": {"You do not need to do anything. If you get no answer, email support.", "お客様の対応は必要ありません。回答がない場合は、サポートまでメールでご連絡ください。"},

	"reason.company.match":      {"Your company and email address belong to a company that is entitled to this contract.", "お客様の会社名とメールアドレスが、契約上の会社と一致しました。"},
	"reason.company.match.mend": {"You do not need to do anything. You can use the access now.", "お客様の対応は必要ありません。すぐにご利用いただけます。"},

	"reason.company.other":      {"Your email address belongs to a company that is not entitled to this contract.", "お使いのメールアドレスは、契約上の会社とは別の会社のものです。"},
	"reason.company.other.mend": {"If you work on behalf of the company that holds the contract, ask it to grant you access as a user at another company.", "契約先会社の代理で作業されている場合は、契約先会社に、他社のユーザとしてのアクセス権の付与をご依頼ください。"},

	"reason.company.insufficient":      {"The information on your {1} Account is insufficient to definitely determine your company/organization.", "{1} アカウントの情報だけでは、お客様の会社・組織を特定できません。"},
	"reason.company.insufficient.mend": {"Check your company, address and email address. If they are correct, confirm them. Otherwise, correct them and reprocess the request.", "会社名、住所、メールアドレスをご確認ください。正しい場合は「アカウント情報に誤りはありません」を選択し、正しくない場合は修正の上、リクエストを再処理してください。"},

	"reason.company.name_mismatch":      {"The company name on your {1} Account does not match an entitled company on the contract.", "{1} アカウントにご登録の会社名が、契約上に記載の社名と一致していません。"},
	"reason.company.name_mismatch.mend": {"Enter the company name as it appears on the contract, with its legal form (for example, Inc. or K.K.).", "契約書に記載のとおりに、法人格（株式会社など）を含めて会社名を登録してください。"},

	"reason.email.public_domain":      {"Your profile contains a public domain email address.", "ご登録のメールアドレスがフリーメールなどの公開ドメインです。"},
	"reason.email.public_domain.mend": {"Use a business email address. It streamlines the processing of requests.", "ビジネス用メールアドレスをご利用いただくと、リクエストの処理が速くなります。"},

	"reason.email.domain_mismatch":      {"Your email address is not one of an entitled company on the contract.", "メールアドレスが、契約上の会社のメールアドレスと一致していません。"},
	"reason.email.domain_mismatch.mend": {"Use the business email address of the company that holds the contract.", "契約先会社のビジネス用メールアドレスをご利用ください。"},

	"reason.third_party.asked":      {"You requested access for a user at another company. A person will decide.", "他社のユーザへのアクセス権の付与をご依頼いただきました。担当者が確認します。"},
	"reason.third_party.asked.mend": {"You do not need to do anything. If it is approved, we tell the user by email.", "お客様の対応は必要ありません。承認されると、ご利用になる方にメールでお知らせします。"},

	"reason.extension.asked":      {"You requested an extension of this access. A person will decide.", "このアクセス権の延長をご依頼いただきました。担当者が確認します。"},
	"reason.extension.asked.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.admin.no_answer":      {"The contract administrators did not answer within 14 days, so {1} reviews your request.", "契約管理者から 14 日間回答がなかったため、{1} がリクエストを確認します。"},
	"reason.admin.no_answer.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.admin.approved":      {"A contract administrator approved your request.", "契約管理者がリクエストを承認しました。"},
	"reason.admin.approved.mend": {"You do not need to do anything. You can use the access now.", "お客様の対応は必要ありません。すぐにご利用いただけます。"},

	"reason.admin.denied":      {"A contract administrator denied your request.", "契約管理者がリクエストを却下しました。"},
	"reason.admin.denied.mend": {"Read the reason. If your account information was wrong, correct it and reprocess the request.", "却下の理由をご確認ください。アカウント情報に誤りがある場合は、修正の上、リクエストを再処理してください。"},

	"reason.admin.gone":      {"The contract no longer has an administrator, so {1} reviews your request.", "契約管理者がいなくなったため、{1} がリクエストを確認します。"},
	"reason.admin.gone.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.admin.own":      {"No one can decide their own request, and the contract has no other administrator, so {1} reviews it.", "ご自身が関わるリクエストはご本人では承認できません。ほかに契約管理者がいないため、{1} が確認します。"},
	"reason.admin.own.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.admin.passed":      {"A contract administrator passed your request on to {1}.", "契約管理者がリクエストを {1} に回付しました。"},
	"reason.admin.passed.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.vendor.approved":      {"{1} approved your request.", "{1} がリクエストを承認しました。"},
	"reason.vendor.approved.mend": {"You do not need to do anything. You can use the access now.", "お客様の対応は必要ありません。すぐにご利用いただけます。"},

	"reason.vendor.denied":      {"{1} denied your request.", "{1} がリクエストを却下しました。"},
	"reason.vendor.denied.mend": {"Read the reason. If your account information was wrong, correct it and reprocess the request. If you have questions, email support.", "却下の理由をご確認ください。アカウント情報に誤りがある場合は、修正の上、リクエストを再処理してください。ご不明な点は、サポートまでメールでご連絡ください。"},

	"reason.vendor.asked":      {"{1} has a question about your request.", "{1} からリクエストについての確認事項があります。"},
	"reason.vendor.asked.mend": {"Answer the question on the request’s page. If your account information is wrong, correct it there and reprocess the request.", "リクエストのページで確認事項にご回答ください。アカウント情報に誤りがある場合は、同じページで修正の上、リクエストを再処理してください。"},

	"reason.vendor.to_administrator":      {"{1} sent your request to the contract administrators.", "{1} がリクエストを契約管理者に回付しました。"},
	"reason.vendor.to_administrator.mend": {"You do not need to do anything. If you get no answer, email support.", "お客様の対応は必要ありません。回答がない場合は、サポートまでメールでご連絡ください。"},

	"reason.requester.confirmed":      {"You confirmed that the information on your account is correct.", "アカウント情報が正しいことをご確認いただきました。"},
	"reason.requester.confirmed.mend": {"You do not need to do anything. A person is checking it now.", "お客様の対応は必要ありません。担当者が確認しています。"},

	"reason.requester.answered":      {"You answered the question.", "確認事項にご回答いただきました。"},
	"reason.requester.answered.mend": {"You do not need to do anything. A person is checking it now.", "お客様の対応は必要ありません。担当者が確認しています。"},

	"reason.requester.cancelled":      {"You cancelled this request.", "このリクエストはキャンセルされました。"},
	"reason.requester.cancelled.mend": {"If you need the access after all, request it again.", "アクセス権が必要な場合は、再度リクエストしてください。"},

	"reason.access.revoked":      {"Your earlier access to this was revoked, so a person will decide.", "以前に付与されたアクセス権が取り消されているため、担当者が確認します。"},
	"reason.access.revoked.mend": {"You do not need to do anything. We will email you the answer.", "お客様の対応は必要ありません。結果はメールでお知らせします。"},

	"reason.account.erased":              {"The account was erased.", "アカウントが消去されました。"},
	"reason.account.erased.mend":         {"You do not need to do anything. The address can be used to register again.", "対応は必要ありません。同じアドレスで再度登録できます。"},
	"reason.revoked.left_company":        {"You no longer work for the company that this access is for.", "このアクセス権の対象となる会社に所属されなくなったためです。"},
	"reason.revoked.left_company.mend":   {"If you now work for another company, register it in your profile and request access with that company’s number.", "現在別の会社に所属されている場合は、プロフィールの会社情報を更新の上、その会社の番号でリクエストしてください。"},
	"reason.revoked.role_ended":          {"You no longer need this access for your work.", "業務上、このアクセス権が不要になったためです。"},
	"reason.revoked.role_ended.mend":     {"If you do still need it, request it again. A person will decide.", "引き続き必要な場合は、再度リクエストしてください。担当者が確認します。"},
	"reason.revoked.purpose_done":        {"The work this access was given for is done.", "このアクセス権の利用目的が完了したためです。"},
	"reason.revoked.purpose_done.mend":   {"If there is more to do, request it again. A person will decide.", "引き続き作業がある場合は、再度リクエストしてください。担当者が確認します。"},
	"reason.revoked.wrong_contract":      {"The access was given on the wrong contract or bill-to ID.", "誤った契約番号または請求先 ID に付与されていたためです。"},
	"reason.revoked.wrong_contract.mend": {"Check the number and request access with the correct one.", "番号をご確認の上、正しい番号でリクエストしてください。"},
	"reason.revoked.by_mistake":          {"The access was given by mistake.", "誤って付与されていたためです。"},
	"reason.revoked.by_mistake.mend":     {"If you are entitled to it, request it again. A person will decide.", "ご利用の権利をお持ちの場合は、再度リクエストしてください。担当者が確認します。"},
	"reason.revoked.other":               {"See the note for the reason.", "補足に記載のとおりです。"},
	"reason.revoked.other.mend":          {"If you still need it, request it again. A person will decide.", "引き続き必要な場合は、再度リクエストしてください。担当者が確認します。"},

	"reason.request.expired":      {"The request was not completed within 28 days.", "リクエストは 28 日間完了しなかったため、期限切れになりました。"},
	"reason.request.expired.mend": {"If you still need the access, request it again.", "引き続きアクセス権が必要な場合は、再度リクエストしてください。"},
}
