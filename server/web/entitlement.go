package web

import (
	"strings"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

func (s *Server) entitlementRoutes() []route {
	return []route{
		on("GET", wire.PathEntitlement, "checkEntitlement", "May this person do this with this product or contract, or use this access programme", s.entitlement).byToken().with(
			text("email", "the account’s address"),
			text("serial", "a serial number; this, contract or program"),
			text("contract", "a contract number; this, serial or program"),
			text("program", "the ID of an access programme of the settings; this, serial or contract"),
			text("identifier", "what was entered for the programme; any when left out"),
			param{"action", "what the person wants to do; with a programme “use”, or left out", access.Action("")},
		),
	}
}

func (s *Server) entitlement(c *call, _ none) (wire.Entitlement, error) {
	c.header.Set("WWW-Authenticate", `Bearer realm="accord"`)
	scheme, token, _ := strings.Cut(c.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || token == "" {
		return wire.Entitlement{}, refusal(wire.CodeSignInRequired)
	}
	return s.Desk.Entitlement(c.Context(), strings.TrimSpace(token), desk.EntitlementQuery{
		Email: c.FormValue("email"), Serial: c.FormValue("serial"), Contract: c.FormValue("contract"),
		Program: c.FormValue("program"), Identifier: c.FormValue("identifier"),
		Action: access.Action(c.FormValue("action")),
	})
}
