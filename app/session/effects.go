package session

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// effects does what an update asks of the browser, beside the next state.
func effects(ctx app.Context, u Update, m Model) {}
