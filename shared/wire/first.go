package wire

// First is what the server knows as it sends a page: the page is drawn with it,
// and the browser program, which starts later, shows the same without asking.
type First struct {
	Settings Settings
	Me       *Me          // nil when nobody is signed in, or when it is not known
	Nobody   bool         // it is known that nobody is signed in
	Expired  bool         // with Nobody: the session that was has run out
	Requests *RequestList // first window of one's own, of pages that show it
	Grants   *GrantList   // first page of one's own, of pages that show it
	Refused  *Refused     // a sign-in that went without the program, and wrong
}

// Refused is a form that was sent without the browser program and refused.
type Refused struct {
	Problem Problem `json:"problem"`
	Email   string  `json:"email"` // as it was typed
	Shared  bool    `json:"shared"`
}

// Answers are the answers that the program would ask for, by path: for "nobody is
// signed in", on which it wipes the device, the problem's. What is not known it
// has to ask for.
func (f First) Answers() map[string]any {
	answers := map[string]any{PathSettings: f.Settings}
	switch {
	case f.Me != nil:
		answers[PathSession] = f.Me
	case f.Expired:
		answers[PathSession] = Problem{Code: CodeSessionExpired, Status: 401}
	case f.Nobody:
		answers[PathSession] = Problem{Code: CodeSignInRequired, Status: 401}
	}
	if f.Requests != nil {
		answers[PathRequests] = f.Requests
	}
	if f.Grants != nil {
		answers[PathGrantsFirst] = f.Grants
	}
	if f.Refused != nil {
		answers[RouteSignIn] = f.Refused
	}
	return answers
}
