package validation

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"accord/shared/access"
	"accord/shared/wire"
)

// Limits of what is told with a request for a third party, and of its approval.
const (
	MaxPurpose = 200                      // characters
	MaxTerm    = 3 * 365 * 24 * time.Hour // of an access whose contract runs longer
)

// ThirdParty checks what is asked for a user at another company. The
// administrators of a contract need to know the user's address and why; the
// vendor also who the user works for and who approves it at the contract's
// company (guide ja, chapter 5, 必要情報). Problems name the JSON fields.
func ThirdParty(t wire.ThirdParty, share wire.Share) (canonical wire.ThirdParty, problems []wire.FieldError) {
	if !slices.Contains(share.Levels, t.Level) {
		problems = append(problems, wire.FieldError{Field: "level", Code: codeLevelUnknown})
	}
	t.Email, problems = thirdAddress(problems, "email", t.Email)
	vendor := share.By == access.ByReviewer
	t.Company, problems = told(problems, "company", t.Company, MaxCompany, when(vendor, codeThirdCompany))
	if vendor {
		t.ApproverEmail, problems = thirdAddress(problems, "approver_email", t.ApproverEmail)
		t.ApproverName, problems = told(problems, "approver_name", t.ApproverName, MaxName, codeThirdApproverName)
		t.ApproverCompany, problems = told(problems, "approver_company", t.ApproverCompany, MaxCompany, codeThirdApproverCompany)
	} else {
		t.ApproverEmail, t.ApproverName, t.ApproverCompany = "", "", ""
	}
	message, wrong := Note(t.Message, true)
	if t.Message = message; wrong != nil {
		wrong.Field = "message"
		if wrong.Code == codeNoteRequired {
			wrong.Code = codeThirdMessage
		}
		problems = append(problems, *wrong)
	}
	return t, problems
}

// when returns the code if the condition holds, else "".
func when(condition bool, code string) string {
	if condition {
		return code
	}
	return ""
}

func thirdAddress(problems []wire.FieldError, field, text string) (string, []wire.FieldError) {
	email, wrong := Email(text)
	if wrong != nil {
		wrong.Field = field
		if wrong.Code == codeEmailRequired { // that text speaks of one's own
			wrong.Code = codeThirdEmail
		}
		problems = append(problems, *wrong)
	}
	return email, problems
}

// told is a line of text; code says that it is missing where it must be given.
func told(problems []wire.FieldError, field, text string, most int, code string) (string, []wire.FieldError) {
	text = line(text)
	if text == "" && code != "" {
		return text, append(problems, wire.FieldError{Field: field, Code: code})
	}
	return shorten(problems, field, text, most)
}

// Purpose checks what a third party gets its access for: one line of 1 to 200
// characters that names neither of the numbers, which the third party, who
// reads it, may not see.
func Purpose(text string, hidden ...string) (string, *wire.FieldError) {
	text = line(text)
	switch {
	case text == "":
		return text, &wire.FieldError{Field: "purpose", Code: codePurposeRequired}
	case utf8.RuneCountInString(text) > MaxPurpose:
		return text, &wire.FieldError{Field: "purpose", Code: codeTextLong, Args: []string{strconv.Itoa(MaxPurpose)}}
	}
	for _, number := range hidden {
		if number != "" && names(text, number) {
			return text, &wire.FieldError{Field: "purpose", Code: codePurposeNumber}
		}
	}
	return text, nil
}

// names reports whether a text holds a number, also with spaces or hyphens in
// it. A short number is looked for as a word of its own only.
func names(text, number string) bool {
	parts := func(r rune) bool { return !isDigit(r) && !isLatin(r) }
	words := strings.FieldsFunc(strings.ToUpper(latinLine(text)), parts)
	number = strings.Join(strings.FieldsFunc(strings.ToUpper(number), parts), "")
	return slices.Contains(words, number) || len(number) >= 5 && strings.Contains(strings.Join(words, ""), number)
}

// LastDay checks the last day of an access, as YYYY-MM-DD (UTC) or with
// slashes; "" is no end. It lies from today to the last day that is possible,
// both included (see LatestDay). The answer is the day's last second.
func LastDay(text string, now, latest time.Time) (time.Time, *wire.FieldError) {
	text = strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(foldHyphens(latinLine(text)))
	if text == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse("2006-1-2", text)
	if err != nil {
		return time.Time{}, &wire.FieldError{Field: "ends_on", Code: codeDayForm}
	}
	if day.Before(access.Day(now)) {
		return time.Time{}, &wire.FieldError{Field: "ends_on", Code: codeDayPast}
	}
	if day.After(access.Day(latest)) {
		return time.Time{}, &wire.FieldError{Field: "ends_on", Code: codeDayLate, Args: []string{latest.UTC().Format(time.DateOnly)}}
	}
	return day.Add(24*time.Hour - time.Second), nil
}

// LatestDay is the last day an access may be given for: the contract's last
// one, or three years from now when that comes first or the access is not of
// one contract.
func LatestDay(now time.Time, contract *access.ServiceContract) time.Time {
	latest := access.Day(now.Add(MaxTerm))
	if contract != nil && contract.Ends.Before(latest) {
		return access.Day(contract.Ends)
	}
	return latest
}
