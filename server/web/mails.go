package web

import "accord/shared/wire"

func (s *Server) mailRoutes() []route {
	return []route{
		on("GET", wire.PathRequestMails, "requestMails", "The mails about a request and their delivery, newest first", s.requestMails),
		on("GET", wire.PathSentMails, "submissionMails", "The mails about a submission and their delivery, newest first", s.submissionMails),
		on("GET", wire.PathMails, "mailLog", "Every mail and its delivery, newest first", s.mailLog).with(
			text("find", "beginning of the address"),
			param{"state", "only these", wire.MailState("")},
			text("cursor", "of the next page"),
		),
		on("POST", wire.PathMailAgain, "mailAgain", "Send a mail once more", s.mailAgain).keyed().status201(),
		on("PUT", wire.PathMailPrefer, "setMailPreference", "Choose how often to be mailed as an administrator", s.setMailPreference).repeatable(),
	}
}

func (s *Server) requestMails(c *call, _ none) (wire.MailList, error) {
	return s.Desk.RequestMails(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) submissionMails(c *call, _ none) (wire.MailList, error) {
	return s.Desk.SubmissionMails(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) mailLog(c *call, _ none) (wire.MailList, error) {
	return s.Desk.MailLog(c.Context(), c.who, c.FormValue("find"), wire.MailState(c.FormValue("state")), c.FormValue("cursor"))
}

func (s *Server) mailAgain(c *call, _ none) (wire.Mail, error) {
	return s.Desk.MailAgain(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) setMailPreference(c *call, b wire.SetMailPreference) (wire.Me, error) {
	return s.Desk.SetMailPreference(c.Context(), c.who, b)
}
