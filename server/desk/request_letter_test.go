package desk

import (
	"strings"
	"testing"

	"accord/server/ledger"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// TestStatusLetter_SaysWhatTheScreenSays holds mail and screen together (guide
// ja, 「システムメール」): the mail about every request says the same words as its
// card. app/page has the other half of this test.
func TestStatusLetter_SaysWhatTheScreenSays(t *testing.T) {
	d := &Desk{Config: Config{Origin: "https://portal.example", Settings: wordstest.Settings()}}
	requests := wordstest.Requests(t)
	for _, lang := range i18n.Langs() {
		account := ledger.Account{ID: "a", Profile: wordstest.Profile()}
		account.Profile.Language = string(lang)
		for _, r := range requests {
			parts := d.statusParts(account, wire.RequestRoute(r.ID), r.Status, []wire.Request{r})
			wordstest.Check(t, wordstest.Told(d.words(lang), r), spoken(d, parts))
		}
	}
}

// spoken is what a letter tells, without where it leads.
func spoken(d *Desk, parts []Part) string {
	var said []Part
	for _, p := range parts {
		if p.Kind != PartLink {
			said = append(said, p)
		}
	}
	text := plainText(said)
	for _, c := range d.Settings.Contacts {
		for _, way := range c.Ways {
			if strings.HasPrefix(way.To, "https:") {
				text = strings.ReplaceAll(text, way.To, "") // the screen has it behind the link's words
			}
		}
	}
	return text
}
