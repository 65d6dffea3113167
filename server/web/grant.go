package web

import (
	"strconv"
	"strings"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

func (s *Server) grantRoutes() []route {
	return []route{
		on("GET", wire.PathGrants, "listGrants", "Your current access", s.grants).with(
			text("find", "part of the contract number or bill-to ID"),
			text("contract", "part of the contract number"),
			text("bill_to", "part of the bill-to ID"),
			param{"page", "1 is the first", 0},
			param{"size", "entries a page", 0},
		),
		on("GET", wire.PathGrantOf, "grant", "One of your accesses", s.grant),
		on("POST", wire.PathThirdParties, "askForThirdParty", "Ask for access for a user at another company", s.askForThirdParty).keyed().status201(),
		on("POST", wire.PathRevoke, "revokeAccess", "Take an access away, as administrator of what it is on or as reviewer, for the reason "+reasons(), s.revoke).repeatable(),
		on("POST", wire.PathExtension, "extendAccess", "Ask for the extension of one of your accesses", s.extend).keyed().status201(),
	}
}

// reasons lists why an access is taken away, for the API's description.
func reasons() string {
	var words []string
	for _, r := range access.RevokedReasons() {
		words = append(words, string(r))
	}
	return strings.Join(words, ", ")
}

func (s *Server) revoke(c *call, b wire.Revoke) (none, error) {
	return none{}, s.Desk.Revoke(c.Context(), c.who, c.PathValue("id"), b)
}

func (s *Server) extend(c *call, _ none) (wire.Request, error) {
	return s.Desk.Extend(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) grant(c *call, _ none) (wire.Grant, error) {
	return s.Desk.Grant(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) askForThirdParty(c *call, b wire.ThirdParty) (wire.Request, error) {
	return s.Desk.AskForThirdParty(c.Context(), c.who, c.PathValue("id"), b)
}

func (s *Server) grants(c *call, _ none) (wire.GrantList, error) {
	page, err := number(c, "page")
	if err != nil {
		return wire.GrantList{}, err
	}
	size, err := number(c, "size")
	if err != nil {
		return wire.GrantList{}, err
	}
	return s.Desk.Grants(c.Context(), c.who, desk.GrantsQuery{
		Find: c.FormValue("find"), Contract: c.FormValue("contract"), BillTo: c.FormValue("bill_to"),
		Page: page, Size: size,
	})
}

// number reads a query parameter that counts something; 0 when it is not there.
func number(c *call, name string) (int, error) {
	value := c.FormValue(name)
	if value == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > 1_000_000 {
		return 0, refusal(wire.CodeBadRequest)
	}
	return n, nil
}
