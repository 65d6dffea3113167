package web

import "accord/shared/wire"

func (s *Server) peopleRoutes() []route {
	return []route{
		on("GET", wire.PathPeople, "listPeople", "Accounts, and people of the registry who have none yet, whose address starts so", s.people).with(
			text("find", "beginning of the address"),
			text("cursor", "of the next page"),
		),
		on("POST", wire.PathPeople, "takeOver", "Give a person of the registry an account with a role", s.takeOver).repeatable(),
		on("PUT", wire.PathPersonRole, "setRole", "Give an account a role", s.setRole).repeatable(),
		on("POST", wire.PathErasePerson, "eraseAccount", "Erase an account: its record, messages, mails and rights", s.eraseAccount).repeatable(),
	}
}

func (s *Server) people(c *call, _ none) (wire.PersonList, error) {
	return s.Desk.People(c.Context(), c.who, c.FormValue("find"), c.FormValue("cursor"))
}

func (s *Server) eraseAccount(c *call, b wire.EraseAccount) (none, error) {
	return none{}, s.Desk.EraseAccount(c.Context(), c.who, c.PathValue("id"), b)
}

func (s *Server) takeOver(c *call, b wire.TakeOver) (wire.Person, error) {
	return s.Desk.TakeOver(c.Context(), c.who, b)
}

func (s *Server) setRole(c *call, b wire.SetRole) (wire.Person, error) {
	return s.Desk.SetRole(c.Context(), c.who, c.PathValue("id"), b)
}
