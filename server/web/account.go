package web

import "accord/shared/wire"

func (s *Server) accountRoutes() []route {
	return []route{
		on("POST", wire.PathAccounts, "register", "Register; the mail says the rest", s.register).open().limit().status202(),
		on("POST", wire.PathConfirmation, "sendConfirmation", "Ask once more for the mailed link that ends a registration", s.sendConfirmation).open().limit().status202(),
		on("PUT", wire.PathPassword, "changePassword", "Change the password; other sessions end", s.changePassword),
		on("POST", wire.PathPasswordReset, "forgotPassword", "Ask for a mailed link to set a password", s.forgotPassword).open().limit().status202(),
		on("POST", wire.PathPasswordSet, "setPassword", "Set a password by a mailed link", s.setPassword).open().limit(),
		on("GET", wire.PathEmail, "email", "A change of the address that waits, and what the registry says by the present one", s.email),
		on("PUT", wire.PathEmail, "changeEmail", "Ask for another address; a mail to it holds the link that completes the change", s.changeEmail),
		on("DELETE", wire.PathEmail, "keepEmail", "Give up a change of the address that waits", s.keepEmail),
		on("POST", wire.PathEmailConfirm, "confirmEmail", "Complete a change of the address by the link mailed to the new one", s.confirmEmail).open().limit(),
		on("POST", wire.PathEmailUndo, "undoEmail", "Take a change of the address back by the link mailed to the former one", s.undoEmail).open().limit(),
	}
}

func (s *Server) email(c *call, _ none) (wire.EmailChange, error) {
	return s.Desk.Email(c.Context(), c.who)
}

func (s *Server) changeEmail(c *call, b wire.ChangeEmail) (wire.EmailChange, error) {
	return s.Desk.ChangeEmail(c.Context(), c.who, b)
}

func (s *Server) keepEmail(c *call, _ none) (wire.EmailChange, error) {
	return s.Desk.KeepEmail(c.Context(), c.who)
}

func (s *Server) confirmEmail(c *call, b wire.EmailToken) (wire.EmailChanged, error) {
	return s.Desk.ConfirmEmail(c.Context(), b)
}

func (s *Server) undoEmail(c *call, b wire.EmailToken) (wire.EmailChanged, error) {
	return s.Desk.UndoEmail(c.Context(), b)
}

func (s *Server) register(c *call, b wire.Register) (wire.LinkMailed, error) {
	return s.Desk.Register(c.Context(), b)
}

func (s *Server) sendConfirmation(_ *call, b wire.SendConfirmation) (wire.LinkMailed, error) {
	return s.Desk.SendConfirmation(b)
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
