package part

import (
	"testing"

	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestFieldErrors_AProblemWithoutFieldsSaysWhatIsWrongAndWhatToDo(t *testing.T) {
	for lang, want := range map[i18n.Lang]string{
		i18n.English:  "The email address or password is not correct. Check both and try again,",
		i18n.Japanese: "メールアドレスまたはパスワードが正しくありません。両方をご確認の上、",
	} {
		got := FieldErrors(tokyo(lang), "signin-", &wire.Problem{Code: wire.CodeBadCredentials})
		if len(got) != 1 || got[0].Field != "" {
			t.Fatalf("got %v", got)
		}
		mustHold(t, got[0].Text, want)
	}
}
