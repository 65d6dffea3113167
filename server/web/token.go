package web

import "accord/shared/wire"

func (s *Server) tokenRoutes() []route {
	return []route{
		on("GET", wire.PathTokens, "listTokens", "The service tokens in force", s.tokens),
		on("POST", wire.PathTokens, "newToken", "Make a service token; its secret is shown once", s.newToken).status201(),
		on("DELETE", wire.PathTokenOf, "revokeToken", "Revoke a service token", s.revokeToken),
	}
}

func (s *Server) tokens(c *call, _ none) (wire.ServiceTokenList, error) {
	return s.Desk.Tokens(c.Context(), c.who)
}

func (s *Server) newToken(c *call, b wire.NewServiceToken) (wire.ServiceToken, error) {
	return s.Desk.NewToken(c.Context(), c.who, b)
}

func (s *Server) revokeToken(c *call, _ none) (none, error) {
	return none{}, s.Desk.RevokeToken(c.Context(), c.who, c.PathValue("id"))
}
