package post

import (
	"net/netip"
	"testing"
)

func TestPublic_AddressesOfTheInternetOnly(t *testing.T) {
	for text, want := range map[string]bool{
		"8.8.8.8": true, "142.250.74.106": true, "2a00:1450:400f:80c::200a": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false,
		"100.64.0.1": false, "0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fc00::1": false, "ff02::1": false, "::ffff:10.0.0.1": false,
		"64:ff9b::a00:1": false, "2002:a00:1::1": false, "2001::1": false, "::ffff:8.8.8.8": true,
	} {
		if isPublic(netip.MustParseAddr(text)) != want {
			t.Errorf("%s is taken for public: %v", text, !want)
		}
	}
}
