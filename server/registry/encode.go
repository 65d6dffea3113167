package registry

import (
	"encoding/binary"
	"errors"
	"time"
)

var errRecord = errors.New("registry record is damaged")

// encoder builds a record: strings with their length before them, times in
// seconds since 1970. No names, since both sides are in this package and a
// generation never outlives its import.
type encoder []byte

func (e *encoder) text(values ...string) {
	for _, v := range values {
		*e = append(binary.AppendUvarint(*e, uint64(len(v))), v...)
	}
}

func (e *encoder) list(values []string) {
	*e = binary.AppendUvarint(*e, uint64(len(values)))
	e.text(values...)
}

func (e *encoder) time(values ...time.Time) {
	for _, v := range values {
		*e = binary.AppendVarint(*e, v.Unix())
	}
}

// decoder reads what encoder wrote; bad is set once something does not fit.
type decoder struct {
	rest string
	bad  bool
}

func (d *decoder) number() int64 {
	n, used := binary.Varint([]byte(d.rest[:min(len(d.rest), binary.MaxVarintLen64)]))
	return n * int64(d.take(used))
}

func (d *decoder) length() int {
	n, used := binary.Uvarint([]byte(d.rest[:min(len(d.rest), binary.MaxVarintLen64)]))
	if d.take(used) == 0 || n > uint64(len(d.rest)) {
		d.bad = true
		return 0
	}
	return int(n)
}

// take goes past the bytes of a number: 1, or 0 when there was none.
func (d *decoder) take(used int) int {
	if used <= 0 {
		d.bad = true
		return 0
	}
	d.rest = d.rest[used:]
	return 1
}

func (d *decoder) text() string {
	n := d.length()
	v := d.rest[:n]
	d.rest = d.rest[n:]
	return v
}

func (d *decoder) list() []string {
	n := d.length()
	if n == 0 {
		return nil
	}
	values := make([]string, n)
	for i := range values {
		values[i] = d.text()
	}
	return values
}

func (d *decoder) time() time.Time { return time.Unix(d.number(), 0).UTC() }

// err reports whether the record was whole.
func (d *decoder) err() error {
	if d.bad || d.rest != "" {
		return errRecord
	}
	return nil
}
