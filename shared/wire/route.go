package wire

import (
	"net/url"
	"strings"

	"accord/shared/access"
)

// The pages' paths. The browser program routes by them and the server answers
// its shell for them; any other path is a page that does not exist. Those with
// a {…} part are patterns of net/http's mux.
const (
	RouteHome           = "/"
	RouteSignIn         = "/signin"
	RouteRegister       = "/register"
	RouteForgotPassword = "/password/forgot"
	RouteSetPassword    = "/password/set"  // ?token=, the end of a mailed link
	RouteConfirmEmail   = "/email/confirm" // ?token=, the end of a mailed link
	RouteUndoEmail      = "/email/undo"    // ?token=, the end of a mailed link
	RoutePersonal       = "/personal"
	RouteSecurity       = "/security"
	RouteSettings       = "/settings"
	RouteAccess         = "/access"          // Access Management, Your Current Access
	RouteAccessRequests = "/access/requests" // Your Access Requests
	RouteAdd            = "/access/add"      // Add Access, the two kinds
	RouteAddDownloads   = "/access/add/downloads"
	RouteAddFull        = "/access/add/full"
	RouteOrdering       = "/access/ordering"      // the tab Ordering Tools
	RouteTab            = "/access/tabs/{tab}"    // a tab with several access programmes
	RouteProgram        = "/access/programs/{id}" // the form of an access programme
	RouteHelp           = "/help"
	RouteOthers         = "/access/others"      // Grant access to users at other companies
	RouteOthersOf       = "/access/others/{id}" // of one's own access
	RouteGrant          = "/access/grants/{id}" // one's own access
	RouteSubmission     = "/submissions/{id}"   // the result page
	RouteRequest        = "/requests/{id}"
	RouteQueue          = "/queue"
	RouteQueueItem      = "/queue/{id}"
	RouteOffices        = "/office"             // Contract Management: what one administers
	RouteOffice         = "/office/{kind}/{id}" // a contract's or bill-to ID's users
	RouteOfficeRules    = "/office/{kind}/{id}/rules"
	RouteOfficeAdmins   = "/office/{kind}/{id}/administrators"
	RouteChat           = "/chat"                       // with the vendor's agents, in general
	RouteChatOf         = "/chat/{id}"                  // about a request; for agents any conversation
	RouteChats          = "/chats"                      // for agents: who waits
	RouteOfficeConfirm  = "/office/{kind}/{id}/confirm" // users of whom administrators say whether they still need access
	RouteOfficeHistory  = "/office/{kind}/{id}/history"
	RouteOfficeBatch    = "/office/{kind}/{id}/batch" // users as CSV, out and in
	RouteUnsent         = "/unsent"                   // what waits on the device to be sent
	RouteRegistry       = "/operator/registry"
	RoutePeople         = "/operator/people"
	RouteTokens         = "/operator/tokens"
	RouteMails          = "/operator/mail"
)

// Routes lists every page's path.
func Routes() []string {
	return []string{
		RouteHome, RouteSignIn, RouteRegister, RouteForgotPassword, RouteSetPassword,
		RouteConfirmEmail, RouteUndoEmail, RoutePersonal, RouteSecurity, RouteSettings,
		RouteAccess, RouteAccessRequests, RouteAdd, RouteAddDownloads, RouteAddFull,
		RouteOrdering, RouteTab, RouteProgram, RouteHelp,
		RouteOthers, RouteOthersOf, RouteGrant,
		RouteSubmission, RouteRequest, RouteQueue, RouteQueueItem,
		RouteChat, RouteChatOf, RouteChats,
		RouteOffices, RouteOffice, RouteOfficeConfirm, RouteOfficeRules, RouteOfficeAdmins, RouteOfficeHistory, RouteOfficeBatch,
		RouteUnsent, RouteRegistry, RoutePeople, RouteTokens, RouteMails,
	}
}

// PublicRoutes lists the pages that are there for who is not signed in.
func PublicRoutes() []string {
	return []string{
		RouteHome, RouteSignIn, RouteRegister, RouteForgotPassword, RouteSetPassword,
		RouteConfirmEmail, RouteUndoEmail, RouteHelp,
	}
}

// SignInRoute is the sign-in page that leads back to a page of the portal, a
// path with its query.
func SignInRoute(next string) string {
	if NextRoute(next) == RouteHome || strings.HasPrefix(next, RouteSignIn) {
		return RouteSignIn
	}
	return RouteSignIn + "?next=" + url.QueryEscape(next)
}

// NextRoute is where to go after signing in: the page that asked for it when it
// is one of this portal, else the home page.
func NextRoute(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return RouteHome
	}
	return next
}

// SubmissionRoute is the page of one submission's result.
func SubmissionRoute(id string) string { return "/submissions/" + id }

// RequestRoute is the page of one access request.
func RequestRoute(id string) string { return "/requests/" + id }

// QueueRoute is a decider's page of one request.
func QueueRoute(id string) string { return RouteQueue + "/" + id }

// ProgramRoute is the form of an access programme.
func ProgramRoute(id string) string { return "/access/programs/" + id }

// TabRoute is the page of a tab of Access Management. A tab with one programme
// is that programme's form.
func (s Settings) TabRoute(tab string) string {
	switch programs := s.ProgramsOf(tab); {
	case tab == TabServices:
		return RouteAccess
	case tab == TabOrdering:
		return RouteOrdering
	case len(programs) == 1:
		return ProgramRoute(programs[0].ID)
	}
	return "/access/tabs/" + tab
}

// OthersRoute is the page on which access for a user at another company is
// asked for, on the strength of one's own.
func OthersRoute(grant string) string { return RouteOthers + "/" + grant }

// OfficeRoute is a page of one contract or bill-to ID: one of RouteOffice…,
// filled in.
func OfficeRoute(route string, scope access.Identifier) string { return OfficePath(route, scope) }

// ChatRoute is the page of a conversation: about a request, or for agents any.
func ChatRoute(conversation string) string { return RouteChat + "/" + conversation }

// GrantRoute is the page of one access of one's own.
func GrantRoute(id string) string { return "/access/grants/" + id }
