package desk

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// crockford leaves out the letters that people mistake for digits.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// id makes a random identifier of 26 lower-case letters and digits (128 bits).
func (d *Desk) id() string {
	b := make([]byte, 16)
	d.Random(b)
	return strings.ToLower(base32.NewEncoding(crockford).WithPadding(base32.NoPadding).EncodeToString(b))
}

// reference makes a submission's number for people: "A-7K3M9QTX".
func (d *Desk) reference() string {
	b := make([]byte, 5)
	d.Random(b)
	return "A-" + base32.NewEncoding(crockford).EncodeToString(b)
}

// secret makes a token to hand out once (256 bits) and the hash to keep.
func (d *Desk) secret() (token, hash string) {
	b := make([]byte, 32)
	d.Random(b)
	token = hex.EncodeToString(b)
	return token, hashOf(token)
}

// hashOf is how a secret is kept: hex SHA-256. Secrets are random, so no salt
// is needed.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
