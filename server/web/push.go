package web

import "accord/shared/wire"

func (s *Server) pushRoutes() []route {
	return []route{
		on("PUT", wire.PathPush, "setPush", "Tell this session’s device what changes, by its push service", s.setPush),
		on("DELETE", wire.PathPush, "dropPush", "Tell this session’s device nothing more", s.dropPush),
	}
}

func (s *Server) setPush(c *call, b wire.PushSubscription) (none, error) {
	return none{}, s.Desk.SetPush(c.Context(), c.who, b)
}

func (s *Server) dropPush(c *call, _ none) (none, error) {
	return none{}, s.Desk.DropPush(c.Context(), c.who)
}
