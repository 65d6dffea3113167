package desk

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Cost is what hashing a password costs, and with it every guess at one. The
// zero value is OWASP's recommendation for argon2id (19 MiB, two passes), about
// 30 ms on one core. Less is for tests alone.
type Cost struct {
	Memory uint32 // KiB
	Passes uint32
}

func (c Cost) filled() Cost {
	if c == (Cost{}) {
		return Cost{Memory: 19 << 10, Passes: 2}
	}
	return c
}

const (
	argonLanes = 1
	argonKey   = 32 // bytes
	argonSalt  = 16 // bytes
)

// passwords hashes and checks with a bounded number at once, so that a burst of
// sign-ins takes neither all memory nor all cores.
type passwords struct {
	cost   Cost
	slots  chan struct{}
	random func([]byte)
	decoy  string // checked for an unknown address, so it takes as long
}

func newPasswords(cost Cost, random func([]byte)) *passwords {
	p := &passwords{cost: cost.filled(), slots: make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)), random: random}
	p.decoy = p.encode("decoy")
	return p
}

// hash returns the encoded hash of a password. Errors: the context's.
func (p *passwords) hash(ctx context.Context, password string) (string, error) {
	var encoded string
	err := p.slot(ctx, func() { encoded = p.encode(password) })
	return encoded, err
}

// matches checks a password against an encoded hash; an empty hash matches
// nothing and takes as long as any. Errors: the context's.
func (p *passwords) matches(ctx context.Context, encoded, password string) (bool, error) {
	known := encoded != ""
	if !known {
		encoded = p.decoy
	}
	ok := false
	err := p.slot(ctx, func() { ok = check(encoded, password) })
	return ok && known, err
}

func (p *passwords) slot(ctx context.Context, work func()) error {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
		work()
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// encode makes the standard text form: $argon2id$v=19$m=…,t=…,p=…$salt$key.
func (p *passwords) encode(password string) string {
	salt := make([]byte, argonSalt)
	p.random(salt)
	key := argon2.IDKey([]byte(password), salt, p.cost.Passes, p.cost.Memory, argonLanes, argonKey)
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.cost.Memory, p.cost.Passes, argonLanes,
		base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(key))
}

// check recomputes with the parameters the hash was made with, so they can be
// raised without locking anybody out.
func check(encoded, password string) bool {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false
	}
	var memory, time uint32
	var lanes uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &lanes); err != nil || time == 0 || lanes == 0 {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	want, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(password), salt, time, memory, lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}
