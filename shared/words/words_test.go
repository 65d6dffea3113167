package words

import (
	"strings"
	"testing"
	"time"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestSpan_PromisesNoMoreThanTheVendorsHours(t *testing.T) {
	for _, c := range []struct {
		minutes  int
		business bool
		en, ja   string
	}{
		{120, false, "2 hours", "2 時間"},
		{120, true, "2 business hours", "2 営業時間"},
		{60, false, "1 hour", "1 時間"},
		{90, false, "90 minutes", "90 分"},
	} {
		for lang, want := range map[i18n.Lang]string{i18n.English: c.en, i18n.Japanese: c.ja} {
			w := Words{Lang: lang, Settings: wire.Settings{VendorReviewMinutes: c.minutes, BusinessHours: c.business}}
			if got := w.Span(); got != want {
				t.Errorf("%d minutes, business %t: %q, want %q", c.minutes, c.business, got, want)
			}
		}
	}
}

// Each way a contract is not in force has its own mend; where it is not told,
// one text is for all.
func TestReasons_OfAContractThatIsNotInForce(t *testing.T) {
	day := time.Date(2026, 12, 10, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		why      *access.Inactive
		en, mend string
		grant    string
		ja       string
	}{
		{"NotTold", nil, "Contract 610005 is not active: it has expired, has ended or has not started.", "If it has not started yet or has been renewed, check again", "it has expired or ended, or has not started", "有効ではありません"},
		{"Expired", &access.Inactive{Term: access.TermExpired, Day: day}, "The contract expired on 10 Dec 2026.", "To renew a contract", "renewed under the same number", "2026年12月10日に期限切れ"},
		{"Terminated", &access.Inactive{Term: access.TermTerminated}, "The contract was terminated.", "If you did not expect this", "The contract was terminated.", "解約されています"},
		{"NotStarted", &access.Inactive{Term: access.TermNotStarted, Day: day}, "it starts on 10 Dec 2026.", "on that day or later", "The contract starts on 10 Dec 2026.", "開始日: 2026年12月10日"},
		{"NotStartedWhoKnowsWhen", &access.Inactive{Term: access.TermNotStarted}, "Contract 610005 is not active", "check again on the request’s page once it is active", "has not started", "有効ではありません"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := wire.Request{Status: access.Denied, Reasons: []access.Reason{access.ContractInactive}, Identifier: access.Contract("610005"), Inactive: c.why}
			w := Words{Lang: i18n.English}
			for _, said := range [][2]string{
				{w.Reasons(r, r.Reasons...)[0], c.en}, {w.Next(r)[0], c.mend}, {w.NotInForce("contract.inactive", c.why), c.grant},
				{Words{Lang: i18n.Japanese}.Reasons(r, r.Reasons...)[0], c.ja},
			} {
				if !strings.Contains(said[0], said[1]) {
					t.Errorf("got %q, want %q", said[0], said[1])
				}
			}
		})
	}
}
