package i18n

// mails are the subjects and texts of mail. {0} is the vendor's name; the other
// arguments are links, as server/desk sends them.
var mails = map[string]text{
	"mail.confirm.subject": {
		"Confirm your e-mail address for {0}",
		"{0} アカウントのメールアドレスの確認",
	},
	"mail.confirm.text": {
		"An account with this e-mail address was registered.\n\nTo confirm that the address is yours, open this link within 24 hours and sign in:\n\n{1}\n\nIf you did not register, you need not do anything.\n\n{0}\n",
		"このメールアドレスでアカウントが登録されました。\n\nご本人のアドレスであることを確認するため、24 時間以内に次のリンクを開き、ログインしてください。\n\n{1}\n\nお心当たりがない場合は、何もする必要はありません。\n\n{0}\n",
	},
	"mail.known.subject": {
		"You already have an account with {0}",
		"{0} アカウントは登録済みです",
	},
	"mail.known.text": {
		"Somebody tried to register an account with this e-mail address. It has one already.\n\nSign in: {1}\n\nForgotten your password? Set a new one: {2}\n\nIf it was not you, you need not do anything.\n\n{0}\n",
		"このメールアドレスでアカウントの登録が試みられましたが、すでに登録されています。\n\nログイン: {1}\n\nパスワードをお忘れの場合は、こちらで再設定してください: {2}\n\nお心当たりがない場合は、何もする必要はありません。\n\n{0}\n",
	},
	"mail.reset.subject": {
		"Set your password for {0}",
		"{0} アカウントのパスワード設定",
	},
	"mail.reset.text": {
		"To set a password, open this link within 24 hours:\n\n{1}\n\nThe link works once. If you did not ask for it, you need not do anything; your password stays as it is.\n\n{0}\n",
		"パスワードを設定するには、24 時間以内に次のリンクを開いてください。\n\n{1}\n\nこのリンクは一度だけ使えます。お心当たりがない場合は、何もする必要はありません。パスワードは変わりません。\n\n{0}\n",
	},
}
