package web

import (
	"strings"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

func (s *Server) entitlementRoutes() []route {
	return []route{
		on("GET", wire.PathEntitlement, "checkEntitlement", "May this person do this with this product or contract", s.entitlement).byToken().with(
			text("email", "the account’s address"),
			text("serial", "a serial number; this or contract"),
			text("contract", "a contract number; this or serial"),
			param{"action", "what the person wants to do", access.Action("")},
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
		Action: access.Action(c.FormValue("action")),
	})
}
