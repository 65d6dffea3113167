package page

import (
	"slices"

	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// draftStep is how far an Add Access form has come.
type draftStep int

// The steps of an Add Access form, in order.
const (
	stepEnter draftStep = iota // numbers are being entered
	stepCheck                  // "Check your answers"
	stepSend                   // Submit was pressed and no answer came yet
)

// draft is what a person entered on an Add Access form. It is a value: every
// step returns the next one, so that nothing typed is lost on the way and the
// whole form can be tested without a browser.
type draft struct {
	Owner     string // the account's ID: another person never sees it
	Level     access.Level
	Kind      access.Kind // what is being entered; "" until it is chosen
	Contracts entry       // each kind keeps its own text while another is chosen
	BillTos   entry
	Serial    entry
	Program   entry // what an access programme asks for
	Agreed    bool
	Step      draftStep
	Problems  []wire.FieldError // what Continue or the server found wrong
	Failure   *wire.Problem     // why sending failed, nil otherwise
	Refused   *wire.Problem     // it came back from the outbox with this refusal, nil otherwise

	Key  string      // idempotency key of the press
	Sent wire.Submit // what was sent with it
}

// newDraft is an empty form of a level. Downloads only starts with contract
// numbers; full support leaves the choice to the person, as the guides do.
func newDraft(owner string, level access.Level) draft {
	d := draft{Owner: owner, Level: level}
	switch level {
	case access.Downloads:
		d.Kind = access.KindContract
	case access.Ordering:
		d.Kind = access.KindBillTo
	case access.Full, access.Programme:
	}
	return d
}

// newProgramDraft is an empty form of an access programme.
func newProgramDraft(owner string, p wire.Program) draft {
	return draft{Owner: owner, Level: access.Programme, Kind: access.KindProgram, Program: entry{program: &p}}
}

// kinds lists what a level's form lets a person enter, in the guides' order.
func (d draft) kinds() []access.Kind {
	switch d.Level {
	case access.Downloads:
		return []access.Kind{access.KindContract, access.KindSerial}
	case access.Ordering:
		return []access.Kind{access.KindBillTo}
	case access.Programme:
		return []access.Kind{access.KindProgram}
	case access.Full:
	}
	return []access.Kind{access.KindBillTo, access.KindContract, access.KindSerial}
}

// choose turns to another kind of identifier.
func (d draft) choose(kind access.Kind) draft {
	d.Kind, d.Problems = kind, without(d.Problems, "kind")
	return d
}

// read takes the text of a field that the person left.
func (d draft) read(kind access.Kind, text string) draft {
	e := d.entry(kind)
	if text == e.Text {
		return d
	}
	d.Problems = without(d.Problems, fieldID(kind))
	return d.with(kind, e.read(kind, text))
}

// typed keeps a text that is still being typed, unread.
func (d draft) typed(kind access.Kind, text string) draft {
	return d.with(kind, entry{Text: text, program: d.entry(kind).program})
}

// resumed is the draft as it is taken up again: what was being typed when the
// page was left is read now, and a refusal in the meantime is shown.
func (d draft) resumed() draft {
	for _, kind := range d.kinds() {
		if e := d.entry(kind); e.Text != "" && e.Items == nil {
			d = d.with(kind, e.read(kind, e.Text))
		}
	}
	if why := d.Refused; why != nil {
		d.Refused = nil
		return d.failed(why)
	}
	return d.back()
}

// unfold puts the text back as it was pasted.
func (d draft) unfold() draft {
	e := d.entry(d.Kind)
	e.Text, e.Pasted = e.Pasted, ""
	return d.with(d.Kind, e)
}

// agree takes the answer on the service descriptions.
func (d draft) agree(yes bool) draft {
	d.Agreed = yes
	if yes {
		d.Problems = without(d.Problems, "agreed")
	}
	return d
}

// leaveOut drops the entries that cannot be sent.
func (d draft) leaveOut() draft {
	d.Problems = without(d.Problems, fieldID(d.Kind))
	return d.with(d.Kind, d.entry(d.Kind).good(d.Kind))
}

// dropped leaves one number out while the answers are checked.
func (d draft) dropped(value string) draft {
	d.Failure = nil
	return d.with(d.Kind, d.entry(d.Kind).without(d.Kind, value))
}

// check goes on to "Check your answers", or says what is missing.
func (d draft) check() draft {
	d.Failure = nil
	d.Problems = d.faults()
	d.Problems = append(d.Problems, d.badEntries()...)
	d.Problems = sorted(distinct(d.Problems), "kind", fieldID(d.Kind), "agreed")
	if len(d.Problems) == 0 {
		d.Step = stepCheck
	}
	return d
}

// faults are what keeps the command from being sent.
func (d draft) faults() (faults []wire.FieldError) {
	if d.Level == access.Programme {
		_, faults = validation.SubmitProgram(d.Program.program, d.submit())
	} else {
		_, faults = validation.Submit(d.submit())
	}
	return faults
}

// back returns to the form with everything in it.
func (d draft) back() draft {
	d.Step, d.Failure = stepEnter, nil
	return d
}

// press is Submit. The same answers are sent with the same key however often
// it is pressed, so that a lost answer cannot make a second submission.
func (d draft) press(newKey func() string) draft {
	d.Step, d.Failure = stepSend, nil
	if s := d.submit(); d.Key == "" || !sameSubmit(s, d.Sent) {
		d.Key, d.Sent = newKey(), s
	}
	return d
}

// failed takes the server's refusal: faults in what was entered lead back to
// the fields, anything else stays before Submit, ready to be sent again.
func (d draft) failed(p *wire.Problem) draft {
	if p.Code == wire.CodeKeyReused {
		d.Key = ""
	}
	if p.Code == wire.CodeValidation && len(p.Fields) > 0 {
		d.Step, d.Problems = stepEnter, p.Fields
		return d
	}
	d.Step, d.Failure = stepCheck, p
	return d
}

// submit is the command as it would be sent now.
func (d draft) submit() wire.Submit {
	s := wire.Submit{
		Level: d.Level, Kind: d.Kind,
		Identifiers: d.entry(d.Kind).Items.Values(),
		Agreed:      d.Agreed,
	}
	if p := d.Program.program; p != nil {
		s.Program = p.ID
	}
	return s
}

// identifier is one entry in the form in which the server names it.
func (d draft) identifier(value string) access.Identifier {
	if p := d.Program.program; p != nil {
		return access.Program(p.ID, value)
	}
	return access.Identifier{Kind: d.Kind, Value: value}
}

// badEntries are the faults of the chosen kind's entries: they are not in the
// command, and must not vanish without a word.
func (d draft) badEntries() []wire.FieldError { return d.entry(d.Kind).Items.Problems() }

func (d draft) entry(kind access.Kind) entry {
	switch kind {
	case access.KindBillTo:
		return d.BillTos
	case access.KindSerial:
		return d.Serial
	case access.KindContract:
		return d.Contracts
	case access.KindProgram:
		return d.Program
	}
	return entry{}
}

func (d draft) with(kind access.Kind, e entry) draft {
	switch kind {
	case access.KindBillTo:
		d.BillTos = e
	case access.KindSerial:
		d.Serial = e
	case access.KindContract:
		d.Contracts = e
	case access.KindProgram:
		d.Program = e
	}
	return d
}

// without leaves out the faults of a field that was touched since.
func without(faults []wire.FieldError, field string) []wire.FieldError {
	return slices.DeleteFunc(slices.Clone(faults), func(f wire.FieldError) bool { return f.Field == field })
}

// distinct drops a fault that stands there already: an empty list of numbers
// beside the bad numbers that made it empty is one fault, not two.
func distinct(faults []wire.FieldError) []wire.FieldError {
	named := map[string]bool{}
	for _, f := range faults {
		if f.Item != "" {
			named[f.Field] = true
		}
	}
	return slices.DeleteFunc(faults, func(f wire.FieldError) bool {
		return f.Item == "" && named[f.Field]
	})
}

func sameSubmit(a, b wire.Submit) bool {
	return a.Level == b.Level && a.Kind == b.Kind && a.Program == b.Program && a.Agreed == b.Agreed &&
		slices.Equal(a.Identifiers, b.Identifiers)
}
