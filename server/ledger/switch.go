package ledger

import (
	"time"

	"accord/server/event"
)

// Switch is one switch of the registry, for the history of imports.
type Switch struct {
	event.RegistrySwitched
	At time.Time   `json:"at"`
	By event.Actor `json:"by"`
}

func projectSwitched(r *rows, f *event.Fact, d *event.RegistrySwitched) error {
	return store(r, key(tableRegistry)+number(^f.Seq), Switch{*d, f.At, f.By})
}

// Registry returns the last switch of the registry; false before the first.
func (r *Reader) Registry() (event.RegistrySwitched, bool, error) {
	last, err := r.Switches(1)
	if err != nil || len(last) == 0 {
		return event.RegistrySwitched{}, false, err
	}
	return last[0].RegistrySwitched, true, nil
}

// Switches lists the last switches of the registry, newest first (capped at 200).
func (r *Reader) Switches(limit int) ([]Switch, error) {
	return list[Switch](r.rows, key(tableRegistry), capped(limit, maxList))
}
