package web

import (
	"net/http"
	"slices"
)

// routes is the whole API but the socket; each noun's routes stand with their
// handlers.
func (s *Server) routes() []route {
	tagged := func(tag string, routes []route) []route {
		for i := range routes {
			routes[i].tag = tag
		}
		return routes
	}
	return slices.Concat(
		tagged("People", s.accountRoutes()),
		tagged("People", s.sessionRoutes()),
		tagged("People", s.pushRoutes()),
		tagged("People", s.profileRoutes()),
		tagged("Access", s.requestRoutes()),
		tagged("Access", s.grantRoutes()),
		tagged("Queue", s.queueRoutes()),
		tagged("Mail", s.mailRoutes()),
		tagged("Office", s.officeRoutes()),
		tagged("Chat", s.chatRoutes()),
		tagged("Operation", s.registryRoutes()),
		tagged("Operation", s.peopleRoutes()),
		tagged("Operation", s.tokenRoutes()),
		tagged("Service", s.entitlementRoutes()),
		tagged("Service", s.settingsRoutes()),
	)
}

// open lets anyone call.
func (r route) open() route { r.guard = open; return r }

// byToken lets another system call, by a service token.
func (r route) byToken() route { r.guard = bearer; return r }

// limit counts calls per network address.
func (r route) limit() route { r.limited = true; return r }

// repeatable takes an idempotency key: a repeat changes nothing.
func (r route) repeatable() route { r.key = keyOptional; return r }

// keyed demands an idempotency key.
func (r route) keyed() route { r.key = keyRequired; return r }

// status201 says that success made something.
func (r route) status201() route { r.status = http.StatusCreated; return r }

// status202 says that success goes on after the answer.
func (r route) status202() route { r.status = http.StatusAccepted; return r }

// with names the query parameters.
func (r route) with(params ...param) route { r.query = params; return r }

// text is a query parameter of any text.
func text(name, about string) param { return param{name, about, ""} }

// upTo lets the body be longer than others.
func (r route) upTo(bytes int64) route { r.most = bytes; return r }

// orEmpty lets an empty body stand for the zero value.
func (r route) orEmpty() route { r.lenient = true; return r }
