package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// network is the address that the request came from. X-Forwarded-For is
// believed from the configured proxies only, and read from its end: the
// beginning is whatever the sender wrote.
func (s *Server) network(r *http.Request) string {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	address := peer.Addr().Unmap()
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		if !s.trusts(address) {
			break
		}
		before, err := netip.ParseAddr(strings.TrimSpace(hop))
		if err != nil {
			break
		}
		address = before.Unmap()
	}
	return address.WithZone("").String()
}

func (s *Server) trusts(a netip.Addr) bool {
	return slices.ContainsFunc(s.Proxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

// origins lists the origins of the portal's own pages. A portal on this
// machine is reached by each of its names.
func (s *Server) origins() []string {
	u, err := url.Parse(s.Origin)
	if err != nil || !isLoopback(u.Hostname()) || u.Port() == "" {
		return []string{s.Origin}
	}
	origins := []string{}
	for _, host := range []string{"localhost", "127.0.0.1", "::1"} {
		origins = append(origins, u.Scheme+"://"+net.JoinHostPort(host, u.Port()))
	}
	return origins
}

func isLoopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}
