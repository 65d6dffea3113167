package desk_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/server/event"
	"accord/shared/access"
	"accord/shared/wire"
)

// TestDesk_EntitlementOfAProgramme: yes or no with the reason, as for a contract.
func TestDesk_EntitlementOfAProgramme(t *testing.T) {
	o := openPrograms(t)
	olga := o.who("olga@vendor.example")
	token, err := o.NewToken(t.Context(), olga, wire.NewServiceToken{Name: "Gate"})
	must(t, err)
	carl, abe, ann, pat := o.who("carl@alpha.example"), o.who("abe@alpha.example"), o.who("ann@alpha.example"), o.who("pat@mail.example")
	o.program(carl, "badge", "G-123")
	o.program(pat, "gate", "G-123") // waits for its reviewer
	o.give(event.GrantGiven{Grant: "over", Account: abe.Account, Level: access.Programme, Scope: access.Program("gate", "G-200"),
		Starts: o.clock().Add(-48 * time.Hour), Ends: o.clock().Add(-time.Hour)})
	o.give(event.GrantGiven{Grant: "soon", Account: ann.Account, Level: access.Programme, Scope: access.Program("gate", "G-300"), Starts: o.clock().Add(time.Hour)})
	o.give(event.GrantGiven{Grant: "old", Account: ann.Account, Level: access.Programme, Scope: access.Program("shut", "G-300")})
	o.one(carl, access.Full, "1001", access.Approved)
	for _, c := range []struct {
		name, email, program, identifier string
		want                             wire.Entitlement
	}{
		{"Holds", "carl@alpha.example", "badge", "G-123", wire.Entitlement{Entitled: true, Reason: "grant.active", Level: access.Programme, Program: "badge", Identifier: "G-123"}},
		{"IsFolded", "Carl@alpha.example", "badge", "ｇ-123", wire.Entitlement{Entitled: true, Reason: "grant.active", Level: access.Programme, Program: "badge", Identifier: "G-123"}},
		{"WhateverWasEntered", "carl@alpha.example", "badge", "", wire.Entitlement{Entitled: true, Reason: "grant.active", Level: access.Programme, Program: "badge", Identifier: "G-123"}},
		{"AnotherIdentifier", "carl@alpha.example", "badge", "G-999", wire.Entitlement{Reason: "grant.none", Program: "badge", Identifier: "G-999"}},
		{"AnotherProgramme", "carl@alpha.example", "gate", "", wire.Entitlement{Reason: "grant.none", Program: "gate"}},
		{"Pending", "pat@mail.example", "gate", "G-123", wire.Entitlement{Reason: "grant.none", Program: "gate", Identifier: "G-123"}},
		{"Ended", "abe@alpha.example", "gate", "", wire.Entitlement{Reason: "grant.ended", Level: access.Programme, Program: "gate", Identifier: "G-200"}},
		{"NotBegun", "ann@alpha.example", "gate", "G-300", wire.Entitlement{Reason: "grant.not_started", Level: access.Programme, Program: "gate", Identifier: "G-300"}},
		{"TakenOutOfTheSettings", "ann@alpha.example", "shut", "G-300", wire.Entitlement{Reason: "program.unknown"}},
		{"UnknownAccount", "nobody@alpha.example", "gate", "", wire.Entitlement{Reason: "account.unknown", Program: "gate"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := o.Entitlement(t.Context(), token.Secret, desk.EntitlementQuery{Email: c.email, Program: c.program, Identifier: c.identifier})
			must(t, err)
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
	for name, c := range map[string]struct {
		query       desk.EntitlementQuery
		field, code string
	}{
		"two things":               {desk.EntitlementQuery{Program: "gate", Contract: "1001"}, "contract", "product.one"},
		"nothing":                  {desk.EntitlementQuery{Action: access.ActionCase}, "contract", "product.one"},
		"an identifier of nothing": {desk.EntitlementQuery{Contract: "1001", Identifier: "G-123", Action: access.ActionCase}, "contract", "product.one"},
		"a product's action":       {desk.EntitlementQuery{Program: "gate", Action: access.ActionCase}, "action", "action.unknown"},
		"a programme's action":     {desk.EntitlementQuery{Contract: "1001", Action: access.ActionUse}, "action", "action.unknown"},
		"another format":           {desk.EntitlementQuery{Program: "gate", Identifier: "123"}, "identifier", "program.form"},
		"nothing to do with it":    {desk.EntitlementQuery{Contract: "1001"}, "action", "action.unknown"},
		"a separator alone":        {desk.EntitlementQuery{Program: "gate", Identifier: " "}, "identifier", "program.required"},
	} {
		c.query.Email = "carl@alpha.example"
		_, err := o.Entitlement(t.Context(), token.Secret, c.query)
		if p := refused(t, err, wire.CodeValidation); p.Fields[0].Field != c.field || p.Fields[0].Code != c.code {
			t.Errorf("%s: %+v", name, p.Fields)
		}
	}
}

func TestDesk_Entitlement_NamesEveryFaultAtOnce(t *testing.T) {
	o := open(t)
	token, err := o.NewToken(t.Context(), o.who("olga@vendor.example"), wire.NewServiceToken{Name: "Download server"})
	must(t, err)
	for name, c := range map[string]struct {
		query desk.EntitlementQuery
		want  []string
	}{
		"everything":           {desk.EntitlementQuery{Action: "fly"}, []string{"email email.required", "contract product.one", "action action.unknown"}},
		"product and action":   {desk.EntitlementQuery{Email: "carl@alpha.example", Serial: "?", Action: "fly"}, []string{"serial serial.chars", "action action.unknown"}},
		"programme and action": {desk.EntitlementQuery{Email: "nobody", Program: "gate", Action: "fly"}, []string{"email email.form", "action action.unknown"}},
	} {
		_, err := o.Entitlement(t.Context(), token.Secret, c.query)
		got := []string{}
		for _, f := range refused(t, err, wire.CodeValidation).Fields {
			got = append(got, f.Field+" "+f.Code)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
