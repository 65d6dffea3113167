package wire

// PushSubscription is the body of PUT /api/session/push: where a push service
// takes what is told to this device, and its keys (W3C Push API,
// PushSubscription.toJSON; RFC 8291).
type PushSubscription struct {
	Endpoint string   `json:"endpoint"` // https, 2,048 characters at most
	Keys     PushKeys `json:"keys"`
}

// PushKeys are the device's, in base64url.
type PushKeys struct {
	P256dh string `json:"p256dh"` // public key, an uncompressed point of P-256
	Auth   string `json:"auth"`   // secret of 16 bytes
}

// Push is what a device is told, as the service worker reads it
// (web/worker.js). It names no contract: a locked screen shows it to anybody.
type Push struct {
	Title string `json:"title"`
	Body  string `json:"body"`
	Lang  string `json:"lang"`
	Tag   string `json:"tag"` // what it is about: a newer one takes an older one's place
	URL   string `json:"url"` // the page that it opens, a path
}
