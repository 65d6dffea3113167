package pushtest

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"accord/shared/wire"
)

// device is a browser's side of a subscription.
type device struct {
	private *ecdh.PrivateKey
	auth    []byte
}

func newDevice(t testing.TB) (*device, wire.PushKeys) {
	t.Helper()
	private, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	d := &device{private, make([]byte, 16)}
	if _, err := rand.Read(d.auth); err != nil {
		t.Fatal(err)
	}
	text := base64.RawURLEncoding.EncodeToString
	return d, wire.PushKeys{P256dh: text(private.PublicKey().Bytes()), Auth: text(d.auth)}
}

// open decrypts a message of one record (RFC 8188, 2; RFC 8291, 3.4 and 4).
func (d *device) open(body []byte, encoding string) ([]byte, error) {
	const salted, sized = 16, 16 + 4
	if encoding != "aes128gcm" || len(body) < sized+1 || len(body) < sized+1+int(body[sized]) {
		return nil, fmt.Errorf("encoding %q of %d bytes", encoding, len(body))
	}
	salt, sender, sealed := body[:salted], body[sized+1:sized+1+int(body[sized])], body[sized+1+int(body[sized]):]
	from, err := ecdh.P256().NewPublicKey(sender)
	if err != nil {
		return nil, err
	}
	shared, err := d.private.ECDH(from)
	if err != nil {
		return nil, err
	}
	info := "WebPush: info\x00" + string(d.private.PublicKey().Bytes()) + string(sender)
	ikm, err := hkdf.Key(sha256.New, shared, d.auth, info, 32)
	if err != nil {
		return nil, err
	}
	key, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, err
	}
	nonce, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	text, err := gcm.Open(nil, nonce, sealed, nil)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimRight(text, "\x00")
	if len(text) == 0 || text[len(text)-1] != 2 {
		return nil, errors.New("not the last record")
	}
	return text[:len(text)-1], nil
}

// checkSender reads the sender's word (RFC 8292): signed by the key that the
// subscription was made for, for this service, for a day at most, with an address
// of whom to write to.
func checkSender(authorization, key string) error {
	var token, sender string
	for part := range strings.SplitSeq(strings.TrimPrefix(authorization, "vapid "), ",") {
		switch name, value, _ := strings.Cut(strings.TrimSpace(part), "="); name {
		case "t":
			token = value
		case "k":
			sender = value
		}
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 || sender != key {
		return fmt.Errorf("the header %q is not of the key %q", authorization, key)
	}
	var head struct{ Alg string }
	var word struct {
		Aud, Sub string
		Exp      int64
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err := errors.Join(err, decode(parts[0], &head), decode(parts[1], &word)); err != nil {
		return err
	}
	if left := time.Until(time.Unix(word.Exp, 0)); head.Alg != "ES256" || word.Aud != origin || left <= 0 || left > 24*time.Hour ||
		!strings.HasPrefix(word.Sub, "mailto:") || !strings.Contains(word.Sub, "@") {
		return fmt.Errorf("the word is %+v %+v", head, word)
	}
	return verify(key, parts[0]+"."+parts[1], signature)
}

func decode(part string, v any) error {
	raw, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// verify checks a signature by ES256 (RFC 7518, 3.4).
func verify(key, signed string, signature []byte) error {
	point, err := base64.RawURLEncoding.DecodeString(key)
	if err != nil {
		return err
	}
	public, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), point)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(signed))
	if len(signature) != 64 || !ecdsa.Verify(public, sum[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
		return errors.New("the signature is wrong")
	}
	return nil
}
