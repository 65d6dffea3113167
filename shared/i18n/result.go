package i18n

// resultTexts are the page after Submit: the groups by status in the guides'
// words. {0} is the vendor, or what a comment says. The mail of a status says
// the same (package words).
var resultTexts = map[string]text{
	"result.title": {"Your access requests have been received", "リクエストを受け付けました"},
	"result.ref":   {"Your reference number", "受付番号"},
	"result.sent":  {"Sent", "送信日時"},
	"result.asked": {"What you asked for", "リクエストの内容"},
	"result.next":  {"What happens next", "今後の流れ"},
	"result.next.live": {
		"This page updates automatically when a decision is made. You can close it: you will find the answer under Your Access Requests.",
		"このページは、結果が出ると自動的に更新されます。ページを閉じても、結果は「アクセス権のリクエスト」でご確認いただけます。",
	},
	"result.next.done": {"Everything is decided. You can always find it under Your Access Requests.", "すべての処理が完了しました。結果は「アクセス権のリクエスト」でいつでもご確認いただけます。"},
	"result.summary":   {"{0} of {1} decided", "{1} 件中 {0} 件が完了"}, // {0} {1}: counts
	"result.waits":     {"There is something for you to do below.", "お客様の対応が必要なものがあります。"},

	"result.mailed":          {"We will email this information to you at {0}.", "この内容を {0} 宛てにメールでお送りします。"}, // {0}: address, as in those below
	"result.mailed.queued":   {"We are sending an email to you at {0} with this information.", "この内容を {0} 宛てにメールで送信しています。"},
	"result.mailed.retrying": {"We could not email you at {0} yet. We will try again automatically.", "{0} 宛てのメールをまだ送信できていません。自動的に再送信します。"},
	"result.mailed.sent":     {"We sent an email to you at {0} with this information.", "この内容を {0} 宛てにメールでお送りしました。"},
	"result.mailed.kept":     {"We have not emailed you: this portal has no mail server, so the email to {0} with this information stays in the local mailbox.", "メールサーバーが設定されていないため、{0} 宛てのメールは送信されていません（ローカルメールボックスに保存されています）。"},
	"result.mailed.failed":   {"We could not deliver the email to you at {0}.", "{0} 宛てのメールを送信できませんでした。"},

	"result.group.Approved":                   {"Approved / added", "承認済み/追加済み"},
	"result.group.PendingAction":              {"Pending Further Action", "お客様による確認待ち"},
	"result.group.PendingAdministrator":       {"Pending Your Company Contract Administrator Review", "契約管理者による確認待ち"},
	"result.group.PendingAdministrator.other": {"Pending Contract Administrator Review", "契約管理者による確認待ち"},
	"result.group.PendingVendor":              {"Pending {0} Review", "{0} による確認待ち"},
	"result.group.Denied":                     {"Denied", "登録不可"},
	"result.group.Cancelled":                  {"Cancelled", "キャンセル済み"},
	"result.group.Expired":                    {"Expired", "期限切れ"},

	"result.text.PendingAction": {
		"We cannot complete these requests until you confirm or correct your account. Until then, they stay on hold.",
		"リクエストを完了するには、お客様の確認が必要です。確認されない場合、依頼は保留となりますのでご注意ください。",
	},
	"result.text.PendingAdministrator": {
		"We are telling your company contract administrators about your request for access.",
		"契約管理者にリクエストを通知します。契約ご購入元の契約管理者が契約登録について確認しています。しばらくお待ちください。",
	},
	"result.text.PendingAdministrator.sent": {
		"Your company contract administrators have been sent an email with your request for access.",
		"契約管理者にリクエストをメールで通知しました。契約ご購入元の契約管理者が契約登録について確認しています。しばらくお待ちください。",
	},
	"result.text.PendingAdministrator.kept": {
		"Your request is waiting for your company contract administrators in the portal. No email has been sent to them: this portal has no mail server.",
		"リクエストはポータル上で契約管理者の確認を待っています。メールサーバーが設定されていないため、契約管理者へのメールは送信されていません。",
	},
	"result.text.PendingAdministrator.failed": {
		"We could not deliver the email to your company contract administrators. Your request is waiting for them in the portal.",
		"契約管理者へのメールを送信できませんでした。リクエストはポータル上で契約管理者の確認を待っています。",
	},
	"result.text.PendingAdministrator.more": {
		"Follow up with your company contract administrators on its status. If you do not receive a response from them, email support:",
		"状況については、貴社の契約管理者にご確認ください。回答がない場合は、サポートまでメールでご連絡ください:",
	},
	"result.text.PendingAdministrator.other": {
		"We are telling the contract administrators about your request for access.",
		"担当の契約管理者にリクエストを通知します。契約管理者が契約登録について確認しています。しばらくお待ちください。",
	},
	"result.text.PendingAdministrator.other.sent": {
		"The contract administrators have been sent an email with your request for access.",
		"担当の契約管理者にリクエストをメールで通知しました。契約管理者が契約登録について確認しています。しばらくお待ちください。",
	},
	"result.text.PendingAdministrator.other.failed": {
		"We could not deliver the email to the contract administrators. Your request is waiting for them in the portal.",
		"担当の契約管理者へのメールを送信できませんでした。リクエストはポータル上で契約管理者の確認を待っています。",
	},
	"result.text.PendingAdministrator.other.more": {
		"If they do not answer, email support:",
		"回答がない場合は、サポートまでメールでご連絡ください:",
	},
	"result.text.PendingVendor": {
		"{0} will review the following and send you an email within {1}.",
		"{0} の契約登録担当者が確認しています。{1}以内にメールでご連絡します。しばらくお待ちください。",
	}, // {1}: a span of time
	"result.text.PendingVendor.more": {"For urgent access issues, email support:", "お急ぎの場合は、サポートまでメールでご連絡ください:"},
	"result.text.Denied": {
		"Do what each one says. If you contact support, forward the email you received: it gets you a faster answer:",
		"状況に合わせて必要な対応を行ってください。配信されたメールを転送の上お問い合わせいただくと、より早い対応が可能になります:",
	},
	"result.text.Cancelled": {"You cancelled these requests.", "お客様がキャンセルされたリクエストです。"},
	"result.text.Expired":   {"These requests were not completed in time.", "期限内に完了しなかったリクエストです。"},

	"result.reasons": {"Some reasons why this may happen:", "次のような理由が考えられます:"},
	"result.reasons.name": {
		"The company name on your {0} Account does not match the company name on the contract. You may need to update your {0} Account.",
		"{0} アカウントの会社名が契約上の会社名と一致していない場合。{0} アカウントの更新が必要なことがあります。",
	},
	"result.reasons.behalf": {
		"You are working on behalf of the company that owns the contract, but do not work directly for that company. If so, have someone from the entitled company email support with permission to associate this contract with your {0} Account.",
		"契約をお持ちの会社の代理で作業されていて、その会社に直接所属されていない場合。契約先会社のご担当者様から、お客様の {0} アカウントへの契約登録を承認する旨をサポートまでメールでご連絡ください。",
	},
	"result.reasons.party": {
		"The contract can be used only by the party that has purchased the contract from {0}.",
		"{0} から契約を購入された方のみが利用できる契約の場合。",
	},
	"result.missing": {"Submission not found", "この受付は見つかりません"},
}
