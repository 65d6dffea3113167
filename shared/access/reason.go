package access

// Reason is a reason code: why a request has its status. The texts of a code,
// for the person who reads it, are in the i18n catalogue under "reason.<code>".
type Reason string

// Reason codes of the evaluation, in the order of the rules (domain page,
// "Evaluation").
const (
	ProfileCompanyMissing Reason = "profile.company_missing"
	BillToNotEligible     Reason = "billto.not_eligible"
	ContractUnknown       Reason = "contract.unknown"
	SerialUnknown         Reason = "serial.unknown"
	BillToUnknown         Reason = "billto.unknown"
	ContractTooNew        Reason = "contract.too_new"
	ContractInactive      Reason = "contract.inactive"
	AccessAlreadyHeld     Reason = "access.already_held"
	RequestDuplicate      Reason = "request.duplicate"
	TermsPartnerBranded   Reason = "terms.partner_branded"
	TermsNoAdministrator  Reason = "terms.no_administrator"
	DownloadsVendorReview Reason = "downloads.vendor_review"
	BillToReview          Reason = "billto.review"
	OrderingReview        Reason = "ordering.review"
	AdminLocked           Reason = "admin.locked"
	AdminDomainDenied     Reason = "admin.domain_denied"
	AdminDomainApproved   Reason = "admin.domain_approved"
	DownloadsReview       Reason = "downloads.review"
	CompanyMatch          Reason = "company.match"
	CompanyOther          Reason = "company.other"
	CompanyInsufficient   Reason = "company.insufficient"
	CompanyNameMismatch   Reason = "company.name_mismatch"
	EmailPublicDomain     Reason = "email.public_domain"
	EmailDomainMismatch   Reason = "email.domain_mismatch"
	ProgramUnknown        Reason = "program.unknown"         // the settings have the programme no more
	ProgramReview         Reason = "program.review"          // a reviewer decides on the programme
	ProgramAtOnce         Reason = "program.at_once"         // nobody has to
	ThirdPartyAsked       Reason = "third_party.asked"       // for a user at another company: a person decides
	ExtensionAsked        Reason = "extension.asked"         // to extend an access: a person decides
	AdminNoAnswer         Reason = "admin.no_answer"         // 14 days without an answer
	AdminGone             Reason = "admin.gone"              // no administrator is left
	AdminOwn              Reason = "admin.own"               // the administrators are the request's own parties
	AdminApproved         Reason = "admin.approved"          // an administrator approved
	AdminDenied           Reason = "admin.denied"            // an administrator denied, the note says why
	AdminPassed           Reason = "admin.passed"            // an administrator passed it to the vendor
	VendorApproved        Reason = "vendor.approved"         // a reviewer approved
	VendorDenied          Reason = "vendor.denied"           // a reviewer denied, the note says why
	VendorAsked           Reason = "vendor.asked"            // a reviewer asks the requester, the note is the question
	VendorToAdministrator Reason = "vendor.to_administrator" // a reviewer sent it to the administrator
	RequesterConfirmed    Reason = "requester.confirmed"     // "my information is correct"
	RequesterAnswered     Reason = "requester.answered"      // a reviewer's question, the note is the answer
	RequesterCancelled    Reason = "requester.cancelled"
	RequestExpired        Reason = "request.expired" // 28 days without an end
	AccountErased         Reason = "account.erased"  // of who asked or held
	AccessRevoked         Reason = "access.revoked"  // what they had was taken away: a person decides

	RevokedLeftCompany   Reason = "revoked.left_company"
	RevokedRoleEnded     Reason = "revoked.role_ended"     // not needed for their work any more
	RevokedPurposeDone   Reason = "revoked.purpose_done"   // what it was given for is done
	RevokedWrongContract Reason = "revoked.wrong_contract" // it was meant for another contract or bill-to ID
	RevokedByMistake     Reason = "revoked.by_mistake"     // it should not have been given
	RevokedOther         Reason = "revoked.other"          // the note says why
)

// RevokedReasons lists why an access is taken away, in the order in which pages
// offer it.
func RevokedReasons() []Reason {
	return []Reason{RevokedLeftCompany, RevokedRoleEnded, RevokedPurposeDone, RevokedWrongContract, RevokedByMistake, RevokedOther}
}
