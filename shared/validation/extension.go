package validation

import (
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// NewEnd checks the new end of an access that is extended: a day after the one
// that it has, or, said expressly, none.
func NewEnd(ends time.Time, none bool, until time.Time) *wire.FieldError {
	switch {
	case ends.IsZero() && !none:
		return &wire.FieldError{Field: "ends_on", Code: codeDayRequired}
	case !ends.IsZero() && !access.Day(ends).After(access.Day(until)):
		return &wire.FieldError{Field: "ends_on", Code: codeDayEarlier, Args: []string{until.UTC().Format(time.DateOnly)}}
	}
	return nil
}
