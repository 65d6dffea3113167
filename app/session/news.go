package session

import (
	"slices"
	"strconv"
	"strings"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// News are changes waiting for one polite announcement. A burst is summed up:
// one change is told in full, more are counted.
type News struct {
	Request    string // ID of the last changed request
	Submission string // it is of, the ID
	Reference  string
	Status     access.Status
	Changed    int    // my requests
	Grants     int    // my accesses
	Grant      string // what happened to one of them, "" for any change
	Arrived    int    // in the queue
	Left       int    // the queue
	Messages   int    // of conversations
}

// Any reports whether there is something to announce.
func (n News) Any() bool { return n != News{} }

// Text is the announcement, empty when there is none.
func (n News) Text(lang i18n.Lang, vendor string) string {
	var parts []string
	say := func(key string, args ...string) { parts = append(parts, i18n.T(lang, key, args...)) }
	switch {
	case n.Changed == 1:
		say("announce.request", n.Reference, i18n.T(lang, "status."+string(n.Status), vendor))
	case n.Changed > 1:
		say("announce.requests", strconv.Itoa(n.Changed))
	}
	switch {
	case n.Grants == 1 && n.Grant != "":
		parts = append(parts, n.Grant)
	case n.Grants == 1 && n.Changed == 0:
		say("announce.grant")
	case n.Grants > 1 && n.Changed == 0:
		say("announce.grants", strconv.Itoa(n.Grants))
	}
	switch {
	case n.Arrived == 1:
		say("announce.arrived")
	case n.Arrived > 1:
		say("announce.arrived_many", strconv.Itoa(n.Arrived))
	}
	switch {
	case n.Left == 1:
		say("announce.left")
	case n.Left > 1:
		say("announce.left_many", strconv.Itoa(n.Left))
	}
	switch {
	case n.Messages == 1:
		say("chat.news.one")
	case n.Messages > 1:
		say("chat.news.many", strconv.Itoa(n.Messages))
	}
	return strings.Join(parts, " ")
}

// toast is what of the news is the person's own, shown until they have seen it.
func (n News) toast() News {
	n.Arrived, n.Left, n.Messages = 0, 0, 0
	return n
}

// SeenAt reports whether a page shows the changes itself.
func (n News) SeenAt(path string) bool {
	switch {
	case path == wire.RouteHome:
		return true
	case n.Changed == 1:
		return slices.Contains([]string{wire.RouteAccessRequests, wire.RequestRoute(n.Request), wire.SubmissionRoute(n.Submission)}, path)
	case n.Changed > 1:
		return path == wire.RouteAccessRequests
	}
	return path == wire.RouteAccess || strings.HasPrefix(path, wire.GrantRoute(""))
}

// Page is where the changes are shown.
func (n News) Page() string {
	switch {
	case n.Changed == 1:
		return wire.RequestRoute(n.Request)
	case n.Changed > 1:
		return wire.RouteAccessRequests
	}
	return wire.RouteAccess
}
