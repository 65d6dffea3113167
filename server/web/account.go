package web

import "accord/shared/wire"

func (s *Server) accountRoutes() []route {
	return []route{
		on("POST", wire.PathAccounts, "register", "Register; the mail says the rest", s.register).open().limit().status202(),
		on("PUT", wire.PathPassword, "changePassword", "Change the password; other sessions end", s.changePassword),
		on("POST", wire.PathPasswordReset, "forgotPassword", "Ask for a mailed link to set a password", s.forgotPassword).open().limit().status202(),
		on("POST", wire.PathPasswordSet, "setPassword", "Set a password by a mailed link", s.setPassword).open().limit(),
	}
}

func (s *Server) register(c *call, b wire.Register) (none, error) {
	return none{}, s.Desk.Register(c.Context(), b)
}

func (s *Server) changePassword(c *call, b wire.ChangePassword) (none, error) {
	return none{}, s.Desk.ChangePassword(c.Context(), c.who, b)
}

func (s *Server) forgotPassword(_ *call, b wire.ForgotPassword) (none, error) {
	return none{}, s.Desk.ForgotPassword(b)
}

func (s *Server) setPassword(c *call, b wire.SetPassword) (none, error) {
	return none{}, s.Desk.SetPassword(c.Context(), b)
}
