package web

import (
	"accord/shared/access"
	"accord/shared/wire"
)

func (s *Server) requestRoutes() []route {
	return []route{
		on("POST", wire.PathSubmissions, "submit", "Ask for access: one level, 1 to 10 identifiers", s.submit).keyed().status201(),
		on("POST", wire.PathPreview, "preview", "What your own account says of a submission before it is sent; changes nothing", s.preview),
		on("GET", wire.PathSubmissionOf, "submission", "What one press of Submit sent", s.submission),
		on("GET", wire.PathRequests, "listRequests", "Your access requests, newest first", s.requests).with(
			text("find", "beginning of the identifier or the reference"),
			param{"status", "only these", access.Status("")},
			text("cursor", "of the next page"),
		),
		on("GET", wire.PathRequestOf, "request", "One access request with its history", s.request),
		on("POST", wire.PathRequestMove, "moveRequest", "Confirm, reprocess, cancel, approve, deny, pass on or ask", s.move).keyed().orEmpty(),
	}
}

func (s *Server) submit(c *call, b wire.Submit) (wire.Submission, error) {
	return s.Desk.Submit(c.Context(), c.who, b)
}

func (s *Server) preview(c *call, b wire.Submit) (wire.Preview, error) {
	return s.Desk.Preview(c.Context(), c.who, b)
}

func (s *Server) submission(c *call, _ none) (wire.Submission, error) {
	return s.Desk.Submission(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) requests(c *call, _ none) (wire.RequestList, error) {
	status := access.Status(c.FormValue("status"))
	return s.Desk.Requests(c.Context(), c.who, status, c.FormValue("find"), c.FormValue("cursor"))
}

func (s *Server) request(c *call, _ none) (wire.Request, error) {
	return s.Desk.Request(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) move(c *call, b wire.Moved) (wire.Request, error) {
	return s.Desk.Move(c.Context(), c.who, c.PathValue("id"), access.Move(c.PathValue("move")), b)
}
