package policy

import (
	"time"

	"accord/shared/wire"
)

// The facts that rules say they saw: the fixed set of wire.Seen. Texts are in
// the i18n catalogue under "saw.<fact>". Values are "yes" or "no", a word of
// the domain, a day (YYYY-MM-DD), a moment (RFC 3339), a mail domain, a company's
// name or an ID; never a whole mail address.
const (
	sawCompanyGiven      = "company_given"      // yes/no: a company name is registered
	sawAddressGiven      = "address_given"      // yes/no: an address is registered
	sawMailDomain        = "mail_domain"        // of the account
	sawPublicDomain      = "public_domain"      // yes/no: the mail domain is a public one
	sawPartner           = "partner"            // yes/no: the mail domain is a partner's
	sawDirectBuyer       = "direct_buyer"       // yes/no: the mail domain is a direct buyer's
	sawInRegistry        = "in_registry"        // yes/no
	sawOffered           = "offered"            // yes/no: the settings have the access programme
	sawDecides           = "decides"            // who decides on the programme: vendor or nobody
	sawContractStatus    = "contract_status"    // the registry's word
	sawIssued            = "issued"             // moment
	sawStarts            = "starts"             // day
	sawEnds              = "ends"               // day
	sawNow               = "now"                // moment of the evaluation
	sawHeld              = "held"               // level held already, "no" for none
	sawPendingRequest    = "pending_request"    // its ID, "no" for none
	sawBranding          = "branding"           // vendor or partner
	sawSellerMatch       = "seller_match"       // yes/no: certainly belongs to the seller
	sawSupport           = "support"            // direct or reseller
	sawAdministrators    = "administrators"     // yes/no
	sawOnlyAdministrator = "only_administrator" // yes: the scope's only administrator is the requester
	sawLocked            = "locked"             // yes/no
	sawRevoked           = "revoked"            // yes/no: the account's last access was taken away
	sawDeniedDomain      = "denied_domain"      // the rule's domain, "no" for none
	sawApprovedDomain    = "approved_domain"    // the rule's domain, "no" for none
	sawStanding          = "standing"           // yes/no: a standing approval covers the address
	sawNameMatch         = "name_match"         // yes/no: a name is an entitled company's
	sawDomainMatch       = "domain_match"       // yes/no: the mail domain is an entitled company's
	sawCertainCompany    = "certain_company"    // the entitled company it certainly belongs to, "no"
	sawOtherCompany      = "other_company"      // the other company whose domain it is, "no"
)

func yesNo(fact string, is bool) wire.Seen {
	if is {
		return wire.Seen{Fact: fact, Value: "yes"}
	}
	return wire.Seen{Fact: fact, Value: "no"}
}

// orNo is a fact whose empty value means that there is none.
func orNo(fact, value string) wire.Seen {
	if value == "" {
		value = "no"
	}
	return wire.Seen{Fact: fact, Value: value}
}

func word[T ~string](fact string, value T) wire.Seen {
	return wire.Seen{Fact: fact, Value: string(value)}
}

func day(fact string, t time.Time) wire.Seen {
	return wire.Seen{Fact: fact, Value: t.UTC().Format(time.DateOnly)}
}

func moment(fact string, t time.Time) wire.Seen {
	return wire.Seen{Fact: fact, Value: t.UTC().Format(time.RFC3339)}
}
