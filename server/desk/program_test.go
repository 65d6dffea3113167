package desk_test

import (
	"errors"
	"slices"
	"testing"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// gate is a programme that a reviewer decides on, badge one that nobody has to.
func gate() wire.Program {
	return wire.Program{
		ID: "gate", Tab: "gates", Label: wire.Text{EN: "Gate", JA: "ゲート"}, Decides: wire.DecidesVendor,
		Grants:     wire.Text{EN: "Pass the gate", JA: "通行する"},
		Identifier: wire.ProgramIdentifier{Format: "G-[0-9]{3}", Example: "G-123", Max: 2},
	}
}

func badge() wire.Program {
	p := gate()
	p.ID, p.Decides = "badge", wire.DecidesNobody
	return p
}

func openPrograms(t *testing.T) *office {
	return open(t, func(c *desk.Config) { c.Settings.Programs = []wire.Program{gate(), badge()} })
}

func (o *office) program(who desk.Who, program string, ids ...string) []wire.Request {
	o.t.Helper()
	s, err := o.Submit(o.t.Context(), who, wire.Submit{
		Level: access.Programme, Kind: access.KindProgram, Program: program, Identifiers: ids, Agreed: true})
	must(o.t, err)
	return s.Requests
}

func wantOutcome(t *testing.T, r wire.Request, status access.Status, reasons ...access.Reason) {
	t.Helper()
	if r.Status != status || !slices.Equal(r.Reasons, reasons) {
		t.Errorf("%s: %s %v, want %s %v", r.Identifier, r.Status, r.Reasons, status, reasons)
	}
}

// From the form to the grant: a reviewer decides, as on any other request.
func TestProgram_AReviewerDecides(t *testing.T) {
	o := openPrograms(t)
	carl, rita := o.who("carl@alpha.example"), o.who("rita@vendor.example")
	requests := o.program(carl, "gate", "ｇ-123", "G-124")
	wantOutcome(t, requests[0], access.PendingVendor, access.ProgramReview)
	if got := requests[0].Identifier; got != access.Program("gate", "G-123") {
		t.Errorf("asked for %v", got)
	}
	wantOutcome(t, o.program(carl, "gate", "G-123")[0], access.Denied, access.RequestDuplicate)

	queue, err := o.Queue(t.Context(), rita, desk.QueueQuery{Level: access.Programme, Find: "g-123"})
	must(t, err)
	if len(queue.Rows) != 1 || queue.Rows[0].Identifier.Value != "gate:G-123" || queue.Rows[0].Contract != "" {
		t.Fatalf("the queue shows %+v", queue.Rows)
	}
	item, err := o.QueueItem(t.Context(), rita, queue.Rows[0].ID)
	must(t, err)
	last := item.Trace[len(item.Trace)-1]
	if last.Rule != 19 || last.Saw[0] != (wire.Seen{Fact: "decides", Value: "vendor"}) {
		t.Errorf("the trace ends with %+v", last)
	}
	_, err = o.Move(t.Context(), rita, queue.Rows[0].ID, access.MoveApprove, wire.Moved{})
	must(t, err)

	grants, err := o.Grants(t.Context(), carl, desk.GrantsQuery{Contract: "gate"})
	must(t, err)
	if len(grants.Grants) != 1 || grants.Grants[0].Program != "gate:G-123" || grants.Grants[0].Contract != "" || !grants.Grants[0].InForce {
		t.Fatalf("the grants are %+v", grants.Grants)
	}
	wantOutcome(t, o.program(carl, "gate", "G-123")[0], access.Denied, access.AccessAlreadyHeld)
}

func TestProgram_NobodyHasToDecide(t *testing.T) {
	o := openPrograms(t)
	wantOutcome(t, o.program(o.who("carl@alpha.example"), "badge", "G-123")[0], access.Approved, access.ProgramAtOnce)
	wantOutcome(t, o.program(o.who("bare@alpha.example"), "badge", "G-123")[0], access.Denied, access.ProfileCompanyMissing)
}

func TestProgram_RefusesWhatItsFormatRefuses(t *testing.T) {
	o := openPrograms(t)
	for name, s := range map[string]wire.Submit{
		"program.form":     {Program: "gate", Identifiers: []string{"123"}},
		"program.too_many": {Program: "gate", Identifiers: []string{"G-123", "G-124", "G-125"}},
		"program.required": {Program: "gate"},
		"program.unknown":  {Program: "door", Identifiers: []string{"G-123"}},
	} {
		s.Level, s.Kind, s.Agreed = access.Programme, access.KindProgram, true
		_, err := o.Submit(t.Context(), o.who("carl@alpha.example"), s)
		var p *wire.Problem
		if !errors.As(err, &p) || len(p.Fields) != 1 || p.Fields[0].Code != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := o.Submit(t.Context(), o.who("carl@alpha.example"), wire.Submit{
		Level: access.Programme, Kind: access.KindContract, Identifiers: []string{"1001"}, Agreed: true})
	if err == nil {
		t.Error("a contract was asked for as a programme")
	}
}

// What was given and asked for under a programme outlives it: it is shown, rests,
// and asking again says that it has ended.
func TestProgram_ThatEndedIsStillShown(t *testing.T) {
	o := openPrograms(t)
	carl, rita := o.who("carl@alpha.example"), o.who("rita@vendor.example")
	o.program(carl, "badge", "G-123")
	asked := o.program(carl, "gate", "G-123")[0]
	_, err := o.Move(t.Context(), rita, asked.ID, access.MoveDeny, wire.Moved{Note: "No."})
	must(t, err)
	o.Settings.Programs = nil

	grants, err := o.Grants(t.Context(), carl, desk.GrantsQuery{})
	must(t, err)
	if len(grants.Grants) != 1 || grants.Grants[0].InForce {
		t.Errorf("the grants are %+v", grants.Grants)
	}
	_, err = o.QueueItem(t.Context(), rita, asked.ID)
	must(t, err)
	again, err := o.Move(t.Context(), carl, asked.ID, access.MoveReprocess, wire.Moved{})
	must(t, err)
	wantOutcome(t, again, access.Denied, access.ProgramUnknown)
}

// Ordering (guide ja, 7): bill-to IDs by themselves, a representative decides.
func TestOrdering_ARepresentativeDecides(t *testing.T) {
	o := open(t)
	carl, rita := o.who("carl@alpha.example"), o.who("rita@vendor.example")
	requests := o.submit(carl, access.Ordering, access.KindBillTo, "9001", "9009")
	wantOutcome(t, requests[0], access.PendingVendor, access.OrderingReview)
	wantOutcome(t, requests[1], access.Denied, access.BillToUnknown)
	_, err := o.Move(t.Context(), rita, requests[0].ID, access.MoveApprove, wire.Moved{})
	must(t, err)
	grants, err := o.Grants(t.Context(), carl, desk.GrantsQuery{})
	must(t, err)
	if len(grants.Grants) != 1 || grants.Grants[0].BillTo != "9001" || grants.Grants[0].Level != access.Ordering {
		t.Errorf("the grants are %+v", grants.Grants)
	}
	wantOutcome(t, o.submit(carl, access.Ordering, access.KindBillTo, "9001")[0], access.Denied, access.AccessAlreadyHeld)
}
