package validation

import (
	"accord/shared/access"
	"accord/shared/wire"
)

// Submit judges what one press of Submit sends and returns it in canonical
// form. Problems name the fields "level", "kind", "agreed", and of the entries
// "contracts", "bill_tos" or "serial"; the good entries are in the canonical
// form also when others are bad.
//
// An access programme's submission is judged by SubmitProgram instead.
//
// Downloads are asked for by contract or serial, ordering by bill-to ID, full
// support by each of the three (guide en 2.1 and 2.2, guide ja 7).
func Submit(s wire.Submit) (canonical wire.Submit, problems []wire.FieldError) {
	canonical = s
	canonical.Identifiers, problems = identifiers(s)
	if !s.Level.Known() {
		problems = append(problems, wire.FieldError{Field: "level", Code: codeLevelUnknown})
	}
	switch {
	case !s.Kind.Known():
		problems = append(problems, wire.FieldError{Field: "kind", Code: codeKindUnknown})
	case s.Level == access.Programme || s.Kind == access.KindProgram,
		s.Level == access.Downloads && s.Kind == access.KindBillTo,
		s.Level == access.Ordering && s.Kind != access.KindBillTo:
		problems = append(problems, wire.FieldError{Field: "kind", Code: codeKindLevel})
	}
	if !s.Agreed {
		problems = append(problems, wire.FieldError{Field: "agreed", Code: codeAgreedRequired})
	}
	return canonical, problems
}

func identifiers(s wire.Submit) ([]string, []wire.FieldError) {
	switch s.Kind {
	case access.KindContract:
		return entered(ContractsOf(s.Identifiers), "contracts", codeContractRequired)
	case access.KindBillTo:
		return entered(BillTosOf(s.Identifiers), "bill_tos", codeBillToRequired)
	case access.KindSerial:
		return entered(serials(s.Identifiers), "serial", codeSerialRequired)
	}
	return nil, nil
}

func entered(items Items, field, required string) ([]string, []wire.FieldError) {
	if len(items) == 0 {
		return nil, []wire.FieldError{{Field: field, Code: required}}
	}
	return items.Values(), items.Problems()
}

// serials judges the entries of a submission by serial: one.
func serials(list []string) Items {
	var items Items
	for _, raw := range list {
		it := Serial(raw)
		if it.Value == "" && it.Problem == nil {
			continue
		}
		if len(items) > 0 {
			it = Item{Raw: it.Raw, Problem: &wire.FieldError{Field: "serial", Code: codeSerialSeveral, Item: it.Raw}}
		}
		items = append(items, it)
	}
	return items
}
