package web

import "accord/shared/wire"

func (s *Server) profileRoutes() []route {
	return []route{
		on("GET", wire.PathProfile, "profile", "One’s own profile", s.profile),
		on("PUT", wire.PathProfile, "updateProfile", "Change one’s own profile", s.updateProfile).repeatable(),
		on("PUT", wire.PathZone, "setZone", "Choose the time zone of mail", s.setZone).repeatable(),
		on("PUT", wire.PathLanguage, "setLanguage", "Choose the language of pages and mail", s.setLanguage).repeatable(),
	}
}

func (s *Server) profile(c *call, _ none) (wire.Profile, error) {
	me, err := s.Desk.Me(c.Context(), c.who)
	return me.Profile, err
}

func (s *Server) updateProfile(c *call, b wire.ProfileChange) (wire.Me, error) {
	return s.Desk.UpdateProfile(c.Context(), c.who, b)
}

func (s *Server) setZone(c *call, b wire.SetZone) (wire.Me, error) {
	return s.Desk.SetZone(c.Context(), c.who, b)
}

func (s *Server) setLanguage(c *call, b wire.SetLanguage) (wire.Me, error) {
	return s.Desk.SetLanguage(c.Context(), c.who, b)
}
