package validation

// The codes of wire.FieldError that this package gives. The text of each is in
// the i18n catalogue under "invalid.<code>"; the comment names its arguments.
// A list's own codes start with the kind's word: "contract." or "bill_to.".
const (
	codeContractDigits   = "contract.digits"   // {0} the entry as typed
	codeContractSerial   = "contract.serial"   // {0} the entry, which looks like a serial number
	codeContractLong     = "contract.long"     // {0} the entry, {1} most digits
	codeContractTooMany  = "contract.too_many" // {0} the entry, {1} most entries
	codeContractNone     = "contract.none"     // text without a number
	codeContractRequired = "contract.required"

	codeBillToDigits   = "bill_to.digits"   // {0} the entry as typed
	codeBillToLong     = "bill_to.long"     // {0} the entry, {1} most digits
	codeBillToTooMany  = "bill_to.too_many" // {0} the entry, {1} most entries
	codeBillToNone     = "bill_to.none"     // text without an ID
	codeBillToRequired = "bill_to.required"

	codeSerialChars    = "serial.chars"   // {0} the entry
	codeSerialShort    = "serial.short"   // {0} the entry, {1} fewest characters
	codeSerialLong     = "serial.long"    // {0} the entry, {1} most characters
	codeSerialSeveral  = "serial.several" // more than one
	codeSerialRequired = "serial.required"

	codeProgramForm     = "program.form"     // {0} the entry, {1} an example
	codeProgramLong     = "program.long"     // {0} the entry, {1} most characters
	codeProgramTooMany  = "program.too_many" // {0} the entry, {1} most entries
	codeProgramRequired = "program.required"
	codeProgramUnknown  = "program.unknown" // no such programme in the settings

	codeLevelUnknown   = "level.unknown"
	codeKindUnknown    = "kind.unknown"
	codeKindLevel      = "kind.level" // the level cannot be asked for this kind
	codeAgreedRequired = "agreed.required"

	codeEmailRequired = "email.required"
	codeEmailForm     = "email.form"
	codeEmailLong     = "email.long" // {0} most characters

	codePasswordRequired = "password.required"
	codePasswordShort    = "password.short" // {0} fewest characters
	codePasswordLong     = "password.long"  // {0} most characters
	codePasswordAddress  = "password.address"
	codePasswordCommon   = "password.common"

	codeNameRequired    = "name.required"
	codeTextLong        = "text.long"        // {0} most characters
	codeLatinGivenName  = "latin.given_name" // another script than Latin, as in those below
	codeLatinFamilyName = "latin.family_name"
	codeLatinCompany    = "latin.company"
	codeLatinAddress    = "latin.address"
	codePhoneForm       = "phone.form"
	codeCountryUnknown  = "country.unknown"
	codeLanguageUnknown = "language.unknown"

	codeThirdEmail           = "third.email" // required
	codeThirdMessage         = "third.message"
	codeThirdCompany         = "third.company"
	codeThirdApproverName    = "third.approver_name"
	codeThirdApproverCompany = "third.approver_company"

	codeEmployerUnknown = "employer.unknown"
	codePurposeRequired = "purpose.required"
	codePurposeNumber   = "purpose.number" // it names the contract
	codeDayForm         = "day.form"
	codeDayPast         = "day.past"
	codeDayLate         = "day.late" // {0} the last day possible, YYYY-MM-DD

	codeDomainRequired      = "domain.required"
	codeDomainForm          = "domain.form"
	codeCompanyNameRequired = "company_name.required"
	codeDayRequired         = "day.required"
	codeDayEarlier          = "day.earlier" // {0} the end that it has, YYYY-MM-DD

	codeMessageRequired = "message.required"
	codeMessageLong     = "message.long" // {0} most characters

	codeNoteRequired = "note.required"
	codeNoteLong     = "note.long"   // {0} most characters
	codeNoteAnswer   = "note.answer" // empty where a question is answered
	codeNoteNumber   = "note.number" // it names the contract to a third party

	codeReasonRequired = "reason.required"
)
