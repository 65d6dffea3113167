package hub

import (
	"encoding/binary"
	"encoding/json"

	"accord/shared/wire"
)

// hand makes one frame for each subscriber that the notices concern. Those who
// get the same updates share one encoded frame, so a thousand watchers of a
// queue cost one encoding. The caller holds the lock.
func (h *Hub) hand(notices []Notice) {
	concerned := map[*Subscriber][]uint32{} // indexes of the notices, in order
	for i, n := range notices {
		for s := range h.topics[n.Topic] {
			concerned[s] = append(concerned[s], uint32(i))
		}
	}
	frames := map[string]*frame{}
	for s, which := range concerned {
		key := keyOf(which)
		f := frames[key]
		if f == nil {
			f = &frame{}
			updates := make([]wire.Update, len(which))
			for i, w := range which {
				updates[i] = notices[w].Update
				f.last = max(f.last, lastWord(updates[i].Kind))
			}
			f.text = h.encode(wire.Frame{Position: h.position, Updates: updates})
			frames[key] = f
		}
		h.push(s, f.text)
		if f.last != 0 {
			h.drop(s, f.last)
		}
	}
}

// frame is what a group of subscribers gets.
type frame struct {
	text []byte
	last int // close code of the connections after it, 0 for none
}

// lastWord is the close code after an update of the kind: when a person's
// rights may have changed the connection comes back, so that they are read
// again; a session that is over does not.
func lastWord(k wire.UpdateKind) int {
	switch k {
	case wire.UpdateMe:
		return wire.CloseRestart
	case wire.UpdateSignedOut:
		return wire.CloseSignedOut
	}
	return 0
}

func keyOf(which []uint32) string {
	key := make([]byte, 0, 4*len(which))
	for _, w := range which {
		key = binary.BigEndian.AppendUint32(key, w)
	}
	return string(key)
}

// encode makes a frame's text.
func (h *Hub) encode(f wire.Frame) []byte {
	text, err := json.Marshal(f)
	if err != nil {
		// A view is plain data, so this is a fault in the code: the reader is
		// told to load again rather than shown less than there is.
		h.log.Error("frame cannot be encoded", "seq", f.Position.Seq, "error", err)
		text, _ = json.Marshal(wire.Frame{Position: f.Position, Updates: reset()})
	}
	return text
}

// reset tells a reader to load again what it shows.
func reset() []wire.Update { return []wire.Update{{Kind: wire.UpdateReset}} }
