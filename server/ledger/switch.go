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

// Switches lists the last switches of the registry, newest first (capped at 200).
func (r *Reader) Switches(limit int) ([]Switch, error) { panic("contract") }
