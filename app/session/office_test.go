package session

import (
	"strconv"
	"testing"

	"accord/shared/wire"
)

func officeFrame(seq uint64, scope string) Heard {
	return Heard{Frames: []wire.Frame{{Position: wire.Position{Epoch: "e", Seq: seq}, Updates: []wire.Update{
		{Kind: wire.UpdateOffice, Office: &wire.OfficeChange{Scope: scope, Seq: seq}}}}}}
}

func TestReduce_Office(t *testing.T) {
	before := Reduce(Model{}, officeFrame(4, "contract:610001"))
	m := Reduce(before, officeFrame(7, "bill_to:5300000303"))
	for scope, want := range map[string]uint64{"contract:610001": 4, "bill_to:5300000303": 7, "": 7} {
		if m.Offices[scope] != want {
			t.Errorf("%q changed last at %d, want %d", scope, m.Offices[scope], want)
		}
	}
	if len(before.Offices) != 2 || before.Offices[""] != 4 {
		t.Errorf("the state before shows %v", before.Offices)
	}
	if again := Reduce(m, officeFrame(4, "contract:610001")); again.Offices["contract:610001"] != 4 || again.Offices[""] != 7 {
		t.Errorf("a frame heard before changed it to %v", again.Offices)
	}
}

// TestReduce_OfficesAreBounded: who sees every contract does not keep them all.
func TestReduce_OfficesAreBounded(t *testing.T) {
	var m Model
	for seq := uint64(1); seq <= 3*maxOffices; seq++ {
		m = Reduce(m, officeFrame(seq, "contract:"+strconv.FormatUint(seq, 10)))
	}
	if len(m.Offices) > maxOffices+2 || m.Offices[""] != 3*maxOffices {
		t.Errorf("%d kept, the last %d", len(m.Offices), m.Offices[""])
	}
}

// TestReduce_QueueSeq: what waits for a contract is counted by the server, so a
// page that shows the count only needs to know that the queue moved.
func TestReduce_QueueSeq(t *testing.T) {
	frame := func(seq uint64, u wire.Update) Heard {
		return Heard{Frames: []wire.Frame{{Position: wire.Position{Epoch: "e", Seq: seq}, Updates: []wire.Update{u}}}}
	}
	m := Reduce(Model{}, frame(1, wire.Update{Kind: wire.UpdateRow, Row: &wire.QueueRow{ID: "a", Seq: 1}}))
	m = Reduce(m, frame(2, wire.Update{Kind: wire.UpdateLeft, Left: &wire.Left{ID: "a", Seq: 2}}))
	m = Reduce(m, frame(3, wire.Update{Kind: wire.UpdateOffice, Office: &wire.OfficeChange{Scope: "contract:1", Seq: 3}}))
	if m.QueueSeq != 2 {
		t.Errorf("the queue moved last at %d, want 2", m.QueueSeq)
	}
}
