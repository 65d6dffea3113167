package page

import (
	"slices"

	"accord/shared/access"
	"accord/shared/wire"
)

// decided counts the requests that wait for nobody.
func decided(requests []wire.Request) int {
	n := 0
	for _, r := range requests {
		if !r.Status.Pending() {
			n++
		}
	}
	return n
}

// withMove are the requests on which the requester may make the move now.
func withMove(requests []wire.Request, m access.Move) []wire.Request {
	var can []wire.Request
	for _, r := range requests {
		if may(r, m) {
			can = append(can, r)
		}
	}
	return can
}

func may(r wire.Request, m access.Move) bool { return slices.Contains(r.Moves, m) }

func has(r wire.Request, reason access.Reason) bool { return slices.Contains(r.Reasons, reason) }

// lacksCompany are the denied requests that a registered company would mend
// (rule 1).
func lacksCompany(requests []wire.Request) []wire.Request {
	var lacking []wire.Request
	for _, r := range withMove(requests, access.MoveReprocess) {
		if r.Status == access.Denied && has(r, access.ProfileCompanyMissing) {
			lacking = append(lacking, r)
		}
	}
	return lacking
}

// withStatus are the requests of one status, in the order they were sent.
func withStatus(requests []wire.Request, s access.Status) []wire.Request {
	var of []wire.Request
	for _, r := range requests {
		if r.Status == s {
			of = append(of, r)
		}
	}
	return of
}

// apart parts the requests whose access stands, or may yet be given, from those
// whose access was taken away.
func apart(requests []wire.Request) (standing, revoked []wire.Request) {
	for _, r := range requests {
		if r.Revoked != nil {
			revoked = append(revoked, r)
		} else {
			standing = append(standing, r)
		}
	}
	return standing, revoked
}

// requestIn finds a request by its ID.
func requestIn(requests []wire.Request, id string) (wire.Request, bool) {
	i := slices.IndexFunc(requests, func(r wire.Request) bool { return r.ID == id })
	if i < 0 {
		return wire.Request{}, false
	}
	return requests[i], true
}

// changedSince reports whether a request is newer than it was when the page
// loaded.
func changedSince(loaded []wire.Request, now wire.Request) bool {
	was, ok := requestIn(loaded, now.ID)
	return ok && now.Seq > was.Seq
}
