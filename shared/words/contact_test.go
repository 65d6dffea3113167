package words_test

import (
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
	"accord/shared/words"
)

// Each denial and each pending state names whom to ask (guide ja, 7 and 9).
func TestContact_NamesWhomToAsk(t *testing.T) {
	contact := func(to string, topics ...string) wire.Contact {
		return wire.Contact{Topics: topics, Ways: []wire.Way{{To: to}}}
	}
	w := words.Words{Lang: i18n.English, Settings: wire.Settings{SupportEmail: "support@a.example", Contacts: []wire.Contact{
		contact("mailto:account@a.example", wire.TopicAccount),
		contact("https://hub.a.example", wire.TopicBillTo, wire.TopicOrdering),
		{Topics: []string{wire.TopicContract}}, // only a note: whom to ask instead
		contact("tel:0120", wire.TopicContract),
	}}}
	ask := func(l access.Level, id access.Identifier, s access.Status, reasons ...access.Reason) wire.Request {
		return wire.Request{Level: l, Identifier: id, Status: s, Reasons: reasons}
	}
	contract := access.Contract("1")
	for _, c := range []struct {
		name string
		r    wire.Request
		want string
	}{
		{"Approved", ask(access.Full, contract, access.Approved, access.CompanyMatch), ""},
		{"Cancelled", ask(access.Full, contract, access.Cancelled), ""},
		{"NoCompany", ask(access.Ordering, access.BillTo("1"), access.Denied, access.ProfileCompanyMissing), "mailto:account@a.example"},
		{"Ordering", ask(access.Ordering, access.BillTo("1"), access.PendingVendor, access.OrderingReview), "https://hub.a.example"},
		{"BillTo", ask(access.Full, access.BillTo("1"), access.Denied, access.BillToUnknown), "https://hub.a.example"},
		{"Inactive", ask(access.Full, contract, access.Denied, access.ContractInactive), "tel:0120"},
		{"Waiting", ask(access.Full, contract, access.PendingAdministrator, access.DownloadsReview), "mailto:support@a.example"},
		{"Programme", ask(access.Programme, access.Program("p", "1"), access.Denied, access.VendorDenied), "mailto:support@a.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := w.Contact(c.r)
			if ok != (c.want != "") || ok && got.Ways[0].To != c.want {
				t.Errorf("got %+v %v, want %q", got, ok, c.want)
			}
		})
	}
}
