package event

// RequestReminded says that the administrators were reminded of a request that
// had waited for so many days in their queue.
type RequestReminded struct {
	Request string `json:"request"`
	Days    int    `json:"days"`
}

// WatchEnded says that the number of a denied request did not appear in time:
// the portal does not look at it again by itself.
type WatchEnded struct {
	Request string `json:"request"`
	Account string `json:"account"` // the requester
}

// GrantEnding says that the holder was warned so many days before the end.
type GrantEnding struct {
	Grant   string `json:"grant"`
	Account string `json:"account"`
	Days    int    `json:"days"`
}

// GrantEnded says that a grant has reached its end. The right itself is judged
// by the date whenever it is asked for; the fact is for those who are told.
type GrantEnded struct {
	Grant   string `json:"grant"`
	Account string `json:"account"`
}

// FactType names the fact.
func (*RequestReminded) FactType() Type { return TypeRequestReminded }

// FactType names the fact.
func (*WatchEnded) FactType() Type { return TypeWatchEnded }

// FactType names the fact.
func (*GrantEnding) FactType() Type { return TypeGrantEnding }

// FactType names the fact.
func (*GrantEnded) FactType() Type { return TypeGrantEnded }
