package wire

import "slices"

// Places where a link of the settings is shown, beside the page Help that
// shows all.
const (
	ShowHome   = "home"
	ShowSignIn = "signin"
	ShowAccess = "access" // beside Access Management
)

// HelpLink leads to a page that helps (guide ja, 8).
type HelpLink struct {
	Label Text     `json:"label"`
	URL   string   `json:"url"` // https, or a path of the portal
	Show  []string `json:"show,omitempty"`
}

// Topics that somebody may ask about. A denial and a pending state name the
// contact of theirs.
const (
	TopicAccount      = "account"      // sign-in, profile
	TopicRegistration = "registration" // tying contracts to accounts
	TopicBillTo       = "bill_to"
	TopicOrdering     = "ordering"
	TopicContract     = "contract"    // what a contract says, renewing it
	TopicThirdParty   = "third_party" // access for users at other companies
	TopicProgram      = "program"     // access programmes
)

// Topics lists them.
func Topics() []string {
	return []string{TopicAccount, TopicRegistration, TopicBillTo, TopicOrdering, TopicContract, TopicThirdParty, TopicProgram}
}

// Contact is whom to ask about what (guide ja, 9). One without ways says in its
// note whom to ask instead.
type Contact struct {
	Topics []string `json:"topics"`
	About  Text     `json:"about"`
	Note   *Text    `json:"note,omitempty"`
	Ways   []Way    `json:"ways,omitempty"`
}

// Way is one way to reach a contact.
type Way struct {
	To    string `json:"to"`              // mailto:, tel: or https:
	Label *Text  `json:"label,omitempty"` // nil: the address or number itself
}

// LinksAt lists the links that are shown at a place.
func (s Settings) LinksAt(place string) []HelpLink {
	var at []HelpLink
	for _, l := range s.Links {
		if slices.Contains(l.Show, place) {
			at = append(at, l)
		}
	}
	return at
}

// ContactFor is the first contact of a topic, or the support address where the
// settings have none.
func (s Settings) ContactFor(topic string) Contact {
	for _, c := range s.Contacts {
		if slices.Contains(c.Topics, topic) && len(c.Ways) > 0 {
			return c
		}
	}
	return Contact{Topics: []string{topic}, Ways: []Way{{To: "mailto:" + s.SupportEmail}}}
}
