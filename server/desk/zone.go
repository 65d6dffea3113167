package desk

import (
	"context"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

// maxZone is how long the name of a time zone may be, in bytes.
const maxZone = 64

// zoneOf is the time zone of an IANA name; nil for none and for what is no name.
func zoneOf(name string) *time.Location {
	if name == "" || len(name) > maxZone || strings.EqualFold(name, "local") {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return zone
}

// SetZone stores the time zone of the person's mail, an IANA name. Errors:
// validation.
func (d *Desk) SetZone(ctx context.Context, who Who, b wire.SetZone) (wire.Me, error) {
	if zoneOf(b.Zone) == nil {
		return wire.Me{}, invalid(wire.FieldError{Field: "zone", Code: "zone.unknown"})
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By:          event.Actor{Party: access.ByRequester, Account: who.Account},
		Key:         who.Key,
		Fingerprint: fingerprint("zone", b),
		Run: func(tx *ledger.Tx) (any, error) {
			a, err := tx.Account(who.Account)
			if err != nil || a.Zone == b.Zone {
				return nil, err
			}
			a.Zone = b.Zone
			if err := tx.PutAccount(a); err != nil {
				return nil, err
			}
			_, err = tx.Append(&event.AccountChanged{Account: a.ID, Fields: []string{"zone"}})
			return nil, err
		},
	})
	if err != nil {
		return wire.Me{}, sessionError(commandError(err))
	}
	return d.Me(ctx, who)
}
