package web

import "accord/shared/wire"

func (s *Server) settingsRoutes() []route {
	return []route{
		on("GET", wire.PathSettings, "settings", "What anyone may know of this portal", s.settings).open(),
	}
}

func (s *Server) settings(*call, none) (wire.Settings, error) { return s.first().Settings, nil }
