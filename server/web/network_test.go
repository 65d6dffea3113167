package web

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
)

func TestNetwork(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for name, test := range map[string]struct {
		peer      string
		forwarded []string
		want      string
	}{
		"APeerIsItself":                     {"203.0.113.7:1234", nil, "203.0.113.7"},
		"AStrangersWordIsNotBelieved":       {"203.0.113.7:1234", []string{"198.51.100.1"}, "203.0.113.7"},
		"AProxysWordIs":                     {"10.1.1.1:1234", []string{"198.51.100.1"}, "198.51.100.1"},
		"WhatTheSenderWroteBeforeIsNot":     {"10.1.1.1:1234", []string{"127.0.0.1, 198.51.100.1"}, "198.51.100.1"},
		"ProxiesBehindEachOtherAreFollowed": {"10.1.1.1:1234", []string{"198.51.100.1, 10.2.2.2", "10.3.3.3"}, "198.51.100.1"},
		"NonsenseEndsTheTrail":              {"10.1.1.1:1234", []string{"198.51.100.1, nonsense"}, "10.1.1.1"},
		"AMappedAddressIsTheOlderOne":       {"[::ffff:203.0.113.7]:1234", nil, "203.0.113.7"},
		"ALongAddressIsKept":                {"[fd00::1]:1234", []string{"2001:db8::5"}, "2001:db8::5"},
	} {
		t.Run(name, func(t *testing.T) {
			s := &Server{Config: Config{Proxies: proxies}}
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			r.RemoteAddr = test.peer
			r.Header["X-Forwarded-For"] = test.forwarded
			if got := s.network(r); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
