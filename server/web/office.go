package web

import (
	"net/http"

	"accord/shared/access"
	"accord/shared/wire"
)

// maxBatchBody holds as many rows as a batch may have, all columns of an export
// with them.
const maxBatchBody = 512 << 10

func (s *Server) officeRoutes() []route {
	return []route{
		on("GET", wire.PathOffice, "listOffices", "Contracts and bill-to IDs that one manages", s.offices).with(
			text("find", "part of the number; for reviewers also any whole number"),
			param{"page", "1 is the first", 0},
		),
		on("GET", wire.PathVacancies, "listVacancies", "What nobody administers since the last one left, for reviewers", s.vacancies).with(
			text("cursor", "of the next page"),
		),
		on("GET", wire.PathOfficeOf, "office", "One contract or bill-to ID: rules and administrators", s.office),
		on("GET", wire.PathOfficeUsers, "listOfficeUsers", "Who has access through it", s.officeUsers).with(
			text("find", "parts of name, company or e-mail"),
			param{"page", "1 is the first", 0},
		),
		s.officeCSV(),
		on("POST", wire.PathOfficeUsers, "addOfficeUser", "Give an address access through it", s.addOfficeUser).repeatable(),
		on("PUT", wire.PathOfficeUser, "setOfficeEnd", "Set, move or take away the end of an access", s.setOfficeEnd).repeatable(),
		on("GET", wire.PathOfficeConfirm, "listUnconfirmed", "Whose access waits to be confirmed", s.unconfirmed).with(
			text("find", "parts of name, company or e-mail"),
			param{"page", "1 is the first", 0},
		),
		on("POST", wire.PathOfficeConfirm, "confirmOfficeUsers", "Say of up to 100 accesses whether they are still needed; each has its own result", s.confirm).keyed(),
		on("POST", wire.PathOfficeBatch, "officeBatch", "Check rows that add and remove users, or do them", s.officeBatch).repeatable().upTo(maxBatchBody),
		on("POST", wire.PathOfficeRules, "changeRule", "Change one rule of it", s.changeRule).repeatable(),
		on("GET", wire.PathOfficeAdmins, "listAdministrators", "Who decides for it", s.administrators).with(
			text("find", "part of an address"),
		),
		on("POST", wire.PathOfficeAdmins, "nameAdministrator", "Name a fellow administrator", s.nameAdministrator).repeatable(),
		on("POST", wire.PathOfficeLeave, "leaveOffice", "Step down, or hand over", s.leaveOffice).repeatable(),
		on("GET", wire.PathOfficeHistory, "officeHistory", "What happened to it, newest first", s.officeHistory).with(
			text("cursor", "of the next page"),
		),
	}
}

// scopeOf is the contract or bill-to ID of the path. One of another kind is in
// no registry.
func scopeOf(c *call) access.Identifier {
	return access.Identifier{Kind: access.Kind(c.PathValue("kind")), Value: c.PathValue("id")}
}

func (s *Server) offices(c *call, _ none) (wire.OfficeList, error) {
	page, err := number(c, "page")
	if err != nil {
		return wire.OfficeList{}, err
	}
	return s.Desk.Offices(c.Context(), c.who, c.FormValue("find"), page)
}

func (s *Server) administrators(c *call, _ none) (wire.OfficeAdministrators, error) {
	return s.Desk.OfficeAdministrators(c.Context(), c.who, scopeOf(c), c.FormValue("find"))
}

func (s *Server) vacancies(c *call, _ none) (wire.VacancyList, error) {
	return s.Desk.Vacancies(c.Context(), c.who, c.FormValue("cursor"))
}

func (s *Server) office(c *call, _ none) (wire.Office, error) {
	return s.Desk.Office(c.Context(), c.who, scopeOf(c))
}

func (s *Server) officeUsers(c *call, _ none) (wire.OfficeUsers, error) {
	page, err := number(c, "page")
	if err != nil {
		return wire.OfficeUsers{}, err
	}
	return s.Desk.OfficeUsers(c.Context(), c.who, scopeOf(c), c.FormValue("find"), page)
}

// officeCSV is the one route that answers a file.
func (s *Server) officeCSV() route {
	r := on("GET", wire.PathOfficeCSV, "exportOfficeUsers", "Who has access through it, as CSV", func(*call, none) (none, error) {
		return none{}, nil
	})
	r.status, r.file = http.StatusOK, "text/csv"
	r.handle = func(c *call, w http.ResponseWriter) (any, error) {
		scope := scopeOf(c)
		body, err := s.Desk.OfficeCSV(c.Context(), c.who, scope)
		if err != nil {
			return nil, err
		}
		c.header.Set("Content-Type", "text/csv; charset=utf-8")
		c.header.Set("Content-Disposition", `attachment; filename="users-`+string(scope.Kind)+`-`+scope.Value+`.csv"`)
		_, _ = w.Write(body) // a reader that is gone reads nothing
		return nil, nil
	}
	return r
}

func (s *Server) addOfficeUser(c *call, b wire.AddUser) (none, error) {
	return none{}, s.Desk.AddOfficeUser(c.Context(), c.who, scopeOf(c), b)
}

func (s *Server) setOfficeEnd(c *call, b wire.SetEnd) (none, error) {
	return none{}, s.Desk.SetOfficeEnd(c.Context(), c.who, scopeOf(c), c.PathValue("grant"), b)
}

func (s *Server) unconfirmed(c *call, _ none) (wire.OfficeUsers, error) {
	page, err := number(c, "page")
	if err != nil {
		return wire.OfficeUsers{}, err
	}
	return s.Desk.Unconfirmed(c.Context(), c.who, scopeOf(c), c.FormValue("find"), page)
}

// confirm words the problem of each item as if it had been the only one.
func (s *Server) confirm(c *call, b wire.Confirm) (wire.DecisionList, error) {
	results, err := s.Desk.Confirm(c.Context(), c.who, scopeOf(c), b)
	for i := range results {
		if results[i].Problem != nil {
			p := s.worded(c.Request, results[i].Problem)
			results[i].Problem = &p
		}
	}
	return wire.DecisionList{Results: results}, err
}

func (s *Server) officeBatch(c *call, b wire.Batch) (wire.BatchResult, error) {
	return s.Desk.Batch(c.Context(), c.who, scopeOf(c), b)
}

func (s *Server) changeRule(c *call, b wire.ChangeRule) (none, error) {
	return none{}, s.Desk.ChangeRule(c.Context(), c.who, scopeOf(c), b)
}

func (s *Server) nameAdministrator(c *call, b wire.NameAdministrator) (none, error) {
	return none{}, s.Desk.NameAdministrator(c.Context(), c.who, scopeOf(c), b)
}

func (s *Server) leaveOffice(c *call, b wire.LeaveOffice) (none, error) {
	return none{}, s.Desk.LeaveOffice(c.Context(), c.who, scopeOf(c), b)
}

func (s *Server) officeHistory(c *call, _ none) (wire.OfficeHistory, error) {
	return s.Desk.OfficeHistory(c.Context(), c.who, scopeOf(c), c.FormValue("cursor"))
}
