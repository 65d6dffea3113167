package page

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words/wordstest"
)

// TestResult_SaysWhatTheMailSays holds screen and mail together (guide ja,
// 「システムメール」): the card of every request says the same words as its mail.
// server/desk has the other half of this test.
func TestResult_SaysWhatTheMailSays(t *testing.T) {
	requests := wordstest.Requests(t)
	for _, lang := range i18n.Langs() {
		zone, name := wordstest.Zone(lang)
		m := session.Model{
			Phase: session.SignedIn, Lang: lang, Now: wordstest.Now(), Settings: wordstest.Settings(),
			Me: &wire.Me{ID: "me", Profile: wordstest.Profile()},
			Zone: session.Zone{Name: map[string]string{"JST": "Asia/Tokyo"}[name], Offset: func(at time.Time) int {
				_, offset := at.In(zone).Zone()
				return offset
			}},
		}
		for _, r := range requests {
			p := resultOf(m, r)
			wordstest.Check(t, wordstest.Told(m.Words(), r), spoken(t, p.group(m, r.Status, []wire.Request{r})))
		}
	}
}

// spoken is what a part of a page tells, without what it lets a person do and
// without the time that passes while it is looked at.
func spoken(t *testing.T, ui app.UI) string {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(app.HTMLString(ui)))
	dec.Strict = false
	var said strings.Builder
	silent := 0 // how deep in an element that is left out
	for {
		token, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return said.String()
		case err != nil:
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if silent > 0 || unspoken(e) {
				silent++
			}
		case xml.EndElement:
			silent = max(0, silent-1)
		case xml.CharData:
			if silent == 0 {
				said.WriteString(string(e) + " ")
			}
		}
	}
}

// unspoken are forms, buttons, links that lead further, who is there to chat, counts, moments that are told
// by their distance, and what a screen reader hears twice.
func unspoken(e xml.StartElement) bool {
	if e.Name.Local == "form" || e.Name.Local == "button" || e.Name.Local == "time" {
		return true
	}
	for _, a := range e.Attr {
		class := a.Name.Local == "class" && slices.ContainsFunc(strings.Fields(a.Value), func(c string) bool {
			return slices.Contains([]string{"button", "visually-hidden", "count", "actions-note", "chat-link"}, c)
		})
		if class || a.Name.Local == "href" && strings.HasSuffix(a.Value, "#"+whyAnchor) {
			return true
		}
	}
	return false
}
