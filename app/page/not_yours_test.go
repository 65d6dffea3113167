package page

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/i18n"
)

// TestNotYours has a customer at the pages of others: each says for whom it is,
// in the same words, and leads home.
func TestNotYours(t *testing.T) {
	for lang, words := range map[i18n.Lang][2]string{
		i18n.English:  {"This page is for contract administrators and reviewers", "Go to Home"},
		i18n.Japanese: {"このページは契約管理者と審査担当者専用です", "ホームへ戻る"},
	} {
		m := customer(lang)
		users := &OfficeUsers{}
		users.office.m = m
		for name, page := range map[string]app.UI{
			"queue": (&Queue{m: m}).Render(), "request": (&Decide{m: m}).Render(),
			"offices": (&Offices{m: m}).Render(), "users": users.Render(),
		} {
			html := expect(t, page, words[0], words[1])
			if strings.Contains(html, "back-link") {
				t.Errorf("%s, %v: leads back to a page that is for others too", name, lang)
			}
		}
	}
	expect(t, (&People{m: customer(i18n.Japanese)}).Render(), "このページは運用管理者専用です", "ホームへ戻る")
}
