package post

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// ErrNotPublic says that a name leads to an address that is not on the internet.
var ErrNotPublic = errors.New("not an address of the internet")

// NewPushClient makes the client for addresses that people have given: it
// reaches the internet only, whatever a name leads to, follows no redirect, uses
// no proxy (which would look the name up by itself), and waits 10 seconds.
func NewPushClient() *http.Client {
	dialer := &net.Dialer{Timeout: 5 * time.Second, Control: public}
	return &http.Client{
		Timeout:       10 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: 5 * time.Second,
			MaxIdleConns: 20, IdleConnTimeout: time.Minute, MaxResponseHeaderBytes: 32 << 10,
		},
	}
}

// public refuses to connect to what is not on the internet. Errors: ErrNotPublic.
func public(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(to.Addr()) {
		return fmt.Errorf("%s: %w", address, ErrNotPublic)
	}
	return nil
}

// isPublic says whether an address is one of the internet, by the registries of
// special addresses (IANA; RFC 6890).
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, special := range specialNetworks() {
		if special.Contains(a) {
			return false
		}
	}
	return true
}

// specialNetworks are those that netip's own questions leave out: of providers,
// protocols, documentation and tests, and those in which another address hides.
func specialNetworks() []netip.Prefix {
	texts := [...]string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
		"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fec0::/10",
	}
	networks := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		networks[i] = netip.MustParsePrefix(text)
	}
	return networks
}
