package wire

import (
	"strings"

	"accord/shared/access"
)

// The API's paths. Those with a {…} part are patterns of net/http's mux; the
// functions below fill them in.
const (
	PathSettings      = "/api/settings"
	PathAccounts      = "/api/accounts"
	PathConfirmation  = "/api/accounts/confirmation"
	PathSession       = "/api/session"       // POST sign in, GET me, DELETE sign out
	PathPush          = "/api/session/push"  // PUT, DELETE: push to the device of this session
	PathSessions      = "/api/sessions"      // GET
	PathSessionOf     = "/api/sessions/{id}" // DELETE
	PathPassword      = "/api/password"      // PUT change
	PathPasswordReset = "/api/password/reset"
	PathPasswordSet   = "/api/password/set"
	PathEmail         = "/api/email" // GET, PUT begin a change, DELETE give it up
	PathEmailConfirm  = "/api/email/confirm"
	PathEmailUndo     = "/api/email/undo"
	PathProfile       = "/api/profile" // GET, PUT
	PathLanguage      = "/api/language"
	PathZone          = "/api/zone"
	PathSubmissions   = "/api/submissions"
	PathSubmissionOf  = "/api/submissions/{id}"
	PathPreview       = "/api/preview"              // POST a submission that is not sent yet
	PathRequests      = "/api/requests"             // ?find=&status=&cursor=
	PathRequestOf     = "/api/requests/{id}"        //
	PathRequestMove   = "/api/requests/{id}/{move}" // POST
	PathGrants        = "/api/grants"               // ?find=&contract=&bill_to=&page=&size=
	PathGrantsFirst   = PathGrants + "?page=1&size=10"
	PathGrantOf       = "/api/grants/{id}"
	PathRevoke        = "/api/grants/{id}/revoke"        // POST
	PathThirdParties  = "/api/grants/{id}/third_parties" // POST
	PathOffice        = "/api/office"                    // ?find=&page=
	PathVacancies     = "/api/office/vacancies"          // ?cursor=
	PathOfficeOf      = "/api/office/{kind}/{id}"
	PathOfficeUsers   = "/api/office/{kind}/{id}/users" // ?find=&page=
	PathOfficeCSV     = "/api/office/{kind}/{id}/users.csv"
	PathOfficeUser    = "/api/office/{kind}/{id}/users/{grant}" // PUT end
	PathOfficeConfirm = "/api/office/{kind}/{id}/confirmations" // GET ?find=&page=, POST
	PathOfficeBatch   = "/api/office/{kind}/{id}/batch"
	PathOfficeRules   = "/api/office/{kind}/{id}/rules"
	PathOfficeAdmins  = "/api/office/{kind}/{id}/administrators"
	PathOfficeLeave   = "/api/office/{kind}/{id}/administrators/leave"
	PathOfficeHistory = "/api/office/{kind}/{id}/history" // ?cursor=
	PathQueue         = "/api/queue"                      // ?find=&level=&cursor=
	PathQueueOf       = "/api/queue/{id}"                 //
	PathDecisions     = "/api/decisions"                  // POST one move on several
	PathViewing       = "/api/queue/{id}/viewing"         // PUT while open, DELETE on leaving
	PathEntitlement   = "/api/entitlements/check"         // ?email=&serial=|contract=&action=
	PathImports       = "/api/registry/imports"           // GET, POST multipart
	PathExtension     = "/api/grants/{id}/extension"      // POST
	PathImportOf      = "/api/registry/imports/{id}"
	PathImportApply   = "/api/registry/imports/{id}/apply"
	PathPeople        = "/api/people"
	PathPersonRole    = "/api/people/{id}/role"
	PathErasePerson   = "/api/people/{id}/erase" // POST
	PathTokens        = "/api/tokens"
	PathTokenOf       = "/api/tokens/{id}"
	PathRequestMails  = "/api/request-mails/{id}"
	PathSentMails     = "/api/submission-mails/{id}"
	PathMails         = "/api/mails" // ?find=&state=&cursor=
	PathMailAgain     = "/api/mails/{id}/again"
	PathMailPrefer    = "/api/mail-preference"
	PathChat          = "/api/chat"
	PathServing       = "/api/chat/serving"                // PUT
	PathConversations = "/api/conversations"               // ?all=&cursor=
	PathOwnTalks      = "/api/chat/conversations"          // ?cursor=
	PathConversation  = "/api/conversations/{id}"          // ?cursor=
	PathMessages      = "/api/conversations/{id}/messages" // POST
	PathRead          = "/api/conversations/{id}/read"     // PUT
	PathSettle        = "/api/conversations/{id}/settle"   // POST
	PathLive          = "/api/live"                        // ?epoch=&seq=
	PathOpenAPI       = "/api/openapi.json"
	PathDevMail       = "/dev/mail"
)

// RequestPath is the path of one access request.
func RequestPath(id string) string { return PathRequests + "/" + id }

// RequestMailsPath is where the mails about a request are listed.
func RequestMailsPath(id string) string { return "/api/request-mails/" + id }

// SubmissionMailsPath is where the mails about a submission are listed.
func SubmissionMailsPath(id string) string { return "/api/submission-mails/" + id }

// MailAgainPath is where a mail is sent again.
func MailAgainPath(id string) string { return PathMails + "/" + id + "/again" }

// MovePath is where a move on a request is posted.
func MovePath(id string, move access.Move) string { return RequestPath(id) + "/" + string(move) }

// SubmissionPath is the path of one submission.
func SubmissionPath(id string) string { return PathSubmissions + "/" + id }

// QueuePath is the path of one request for its decider.
func QueuePath(id string) string { return PathQueue + "/" + id }

// GrantPath is the path of one access of one's own.
func GrantPath(id string) string { return PathGrants + "/" + id }

// ThirdPartiesPath is where access for a user at another company is asked for,
// on the strength of one's own.
func ThirdPartiesPath(grant string) string { return GrantPath(grant) + "/third_parties" }

// OfficePath is a path of one contract or bill-to ID: one of PathOffice…, filled
// in.
func OfficePath(path string, scope access.Identifier) string {
	return strings.NewReplacer("{kind}", string(scope.Kind), "{id}", scope.Value).Replace(path)
}

// ConversationPath is the path of one conversation.
func ConversationPath(id string) string { return PathConversations + "/" + id }

// MessagesPath is where a message is sent.
func MessagesPath(id string) string { return ConversationPath(id) + "/messages" }

// ReadPath is where a conversation is marked as read.
func ReadPath(id string) string { return ConversationPath(id) + "/read" }

// SettlePath is where a conversation is settled.
func SettlePath(id string) string { return ConversationPath(id) + "/settle" }

// RevokePath is where an access is taken away.
func RevokePath(grant string) string { return GrantPath(grant) + "/revoke" }

// ExtensionPath is where the extension of one's own access is asked for.
func ExtensionPath(grant string) string { return GrantPath(grant) + "/extension" }
