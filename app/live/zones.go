package live

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Zones are the names of the time zones that the browser knows (IANA), none
// where it does not tell.
func Zones() []string {
	intl := app.Window().Get("Intl")
	if !intl.Get("supportedValuesOf").Truthy() {
		return nil
	}
	list := intl.Call("supportedValuesOf", "timeZone")
	names := make([]string, list.Length())
	for i := range names {
		names[i] = list.Index(i).String()
	}
	return names
}
