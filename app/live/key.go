package live

import (
	"crypto/rand"
	"encoding/hex"
)

// NewKey makes an idempotency key: 32 random hexadecimal digits. Make one for
// a press of a button and keep it for the retries of that press.
func NewKey() string {
	var b [16]byte
	rand.Read(b[:]) // never fails: it crashes the program instead (crypto/rand)
	return hex.EncodeToString(b[:])
}
