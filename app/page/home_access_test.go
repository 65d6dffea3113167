package page

import (
	"strings"
	"testing"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// TestHome_WhatWaitsForThePersonComesFirst, however many were sent since.
func TestHome_WhatWaitsForThePersonComesFirst(t *testing.T) {
	of := func(id string, s access.Status) wire.Request { return wire.Request{ID: id, Status: s, Seq: 1} }
	m := customer(i18n.English)
	m.Requests.Rows = []wire.Request{of("6", access.Approved), of("5", access.PendingAction), of("4", access.Denied)}
	var ids []string
	for _, r := range forMeFirst(m, append(m.Requests.Rows, of("2", access.PendingAction), of("5", access.PendingAction), of("1", access.Approved))) {
		ids = append(ids, r.ID)
	}
	if got := strings.Join(ids, " "); got != "5 2 6 4 1" {
		t.Errorf("got %s", got)
	}
}
