package policy

import (
	_ "embed" // the lists
	"errors"
	"fmt"
	"strings"

	"accord/shared/validation"
)

// The lists of mail providers that anybody can have an address with; see
// domains/README.md for their sources. Each is sorted, one domain a line.
var (
	//go:embed domains/free.txt
	freeDomains string
	//go:embed domains/disposable.txt
	disposableDomains string
	//go:embed domains/own.txt
	ownDomains string
)

// ErrDomain is the error of an operator's entry that is no domain.
var ErrDomain = errors.New("not a mail domain")

// PublicDomains knows the free and disposable mail providers. It searches the
// embedded lists where they lie, so it costs no memory and no time to start.
// Safe for concurrent use.
type PublicDomains struct{ own map[string]bool }

// NewPublicDomains makes the list with the operator's own additions and
// exceptions, in any case and width. An entry that is no domain, or that is in
// both, is an error.
func NewPublicDomains(extra, except []string) (*PublicDomains, error) {
	p := &PublicDomains{own: map[string]bool{}}
	for _, list := range []struct {
		entries []string
		public  bool
	}{{extra, true}, {except, false}} {
		for _, entry := range list.entries {
			address, problem := validation.Email("any@" + strings.TrimSpace(entry))
			domain := strings.TrimPrefix(address, "any@")
			if problem != nil {
				return nil, fmt.Errorf("public domains: %q: %w", entry, ErrDomain)
			}
			if public, twice := p.own[domain]; twice && public != list.public {
				return nil, fmt.Errorf("public domains: %q is an addition and an exception", entry)
			}
			p.own[domain] = list.public
		}
	}
	return p, nil
}

// Contains reports whether a domain, in lower case, is a public one: listed, or
// a subdomain of a listed one. The operator's nearest entry wins.
func (p *PublicDomains) Contains(domain string) bool {
	for strings.Contains(domain, ".") {
		if public, known := p.own[domain]; known {
			return public
		}
		if listed(freeDomains, domain) || listed(ownDomains, domain) || listed(disposableDomains, domain) {
			return true
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	return false
}

// listed searches a sorted list of lines.
func listed(list, domain string) bool {
	for list != "" {
		middle := len(list) / 2
		start := strings.LastIndexByte(list[:middle], '\n') + 1
		length := strings.IndexByte(list[start:], '\n')
		switch line := list[start : start+length]; {
		case line == domain:
			return true
		case line < domain:
			list = list[start+length+1:]
		default:
			list = list[:start]
		}
	}
	return false
}
