package session

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// storageLanguage remembers a choice of the language that the portal has yet to
// learn: the account's ID, a slash, the language.
const storageLanguage = "accord_language_unsent"

// tellLanguage keeps the choice in the account, so that mail and the next page
// speak it too. Without a network it is told later; the page has switched already.
func (r *runner) tellLanguage(ctx app.Context, lang i18n.Lang) {
	if r.model.Phase != SignedIn {
		return
	}
	choice := r.model.Me.ID + "/" + string(lang)
	if !r.model.Me.Shared {
		remember(storageLanguage, choice)
	}
	ctx.Async(func() {
		me, err := live.Send[wire.Me]("PUT", wire.PathLanguage, wire.SetLanguage{Language: string(lang)}, live.NewKey())
		told := err == nil || problemOf(err).Code == wire.CodeValidation
		if told && remembered(storageLanguage) == choice {
			forgetKey(storageLanguage)
		}
		if err == nil && me.ID != "" {
			Dispatch(ctx, MeLoaded{Me: me})
		}
	})
}

// followLanguage takes up a choice that was made without a network, when its
// person comes and whenever there may be a network again.
func (r *runner) followLanguage(ctx app.Context, before Model) {
	m := r.model
	if m.Phase == SignedOut && before.Phase == SignedIn {
		forgetKey(storageLanguage)
	}
	entered, connected := r.cameBack(before)
	if !entered && !connected {
		return
	}
	account, lang, found := strings.Cut(remembered(storageLanguage), "/")
	if found && account == m.Me.ID {
		Dispatch(ctx, LanguageChosen{Lang: i18n.Parse(lang)})
	}
}
