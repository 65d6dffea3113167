package session

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/i18n"
)

// What is kept in the browser: language, time zone and theme in cookies, so that
// the server's first page has them too.
const (
	cookieLanguage = "accord_lang"
	cookieZone     = "accord_zone"
	cookieTheme    = "accord_theme"
	storageTheme   = "accord_theme"
	liveRegion     = "announcer"
)

func document() app.Value { return app.Window().Get("document") }

func root() app.Value { return document().Get("documentElement") }

// documentLang is the language in which the server sent the page: the cookie's,
// else the browser's.
func documentLang() i18n.Lang { return i18n.Parse(root().Get("lang").String()) }

func showLanguage(lang i18n.Lang) {
	root().Set("lang", string(lang))
	setCookie(cookieLanguage, string(lang))
}

// setCookie keeps a choice of this device for a year. It says nothing of the
// person.
func setCookie(name, value string) {
	cookie := name + "=" + value + "; path=/; max-age=31536000; samesite=lax"
	if app.Window().Get("location").Get("protocol").String() == "https:" {
		cookie += "; secure"
	}
	document().Set("cookie", cookie)
}

// storage is the device's local storage; some browsers forbid its use, and then
// the choice lasts as long as the page.
func storage(do func(app.Value)) { storageNamed("localStorage", do) }

func storageNamed(name string, do func(app.Value)) {
	defer func() { _ = recover() }()
	if s := app.Window().Get(name); s.Truthy() {
		do(s)
	}
}

func storedTheme() Theme {
	theme := ThemeSystem
	storage(func(s app.Value) {
		if v := s.Call("getItem", storageTheme); v.Truthy() {
			theme = Theme(v.String())
		}
	})
	return theme
}

func showTheme(theme Theme) {
	setCookie(cookieTheme, string(theme))
	if theme == ThemeSystem {
		root().Call("removeAttribute", "data-theme")
		storage(func(s app.Value) { s.Call("removeItem", storageTheme) })
		return
	}
	root().Call("setAttribute", "data-theme", string(theme))
	storage(func(s app.Value) { s.Call("setItem", storageTheme, string(theme)) })
}

// browserZone asks the browser for its zone, daylight saving included: Go's own
// time.Local knows only today's distance from UTC.
func browserZone() Zone {
	date := app.Window().Get("Date")
	options := app.Window().Get("Intl").Get("DateTimeFormat").New().Call("resolvedOptions")
	name := options.Get("timeZone").String()
	setCookie(cookieZone, name)
	return Zone{
		Name: name,
		Offset: func(t time.Time) int {
			return -60 * date.New(float64(t.UnixMilli())).Call("getTimezoneOffset").Int()
		},
	}
}

// addLiveRegion puts the one polite live region beside the pages, so that it is
// there before anything is said and stays when pages change.
func addLiveRegion() {
	if app.Window().GetElementByID(liveRegion).Truthy() {
		return
	}
	region := document().Call("createElement", "div")
	region.Set("id", liveRegion)
	region.Set("className", "visually-hidden")
	region.Call("setAttribute", "role", "status")
	region.Call("setAttribute", "aria-live", "polite")
	document().Get("body").Call("appendChild", region)
}

// announce says a text politely.
func announce(text string) {
	if region := app.Window().GetElementByID(liveRegion); region.Truthy() && text != "" {
		region.Set("textContent", text)
	}
}

// Announce says a text politely, for what a page did that nobody heard of
// otherwise ("Saved."). Changes that the server brings are announced already.
func Announce(text string) { announce(text) }

// The words between tabs of one browser.
const (
	signedIn    = "signed_in"
	signedOut   = "signed_out"
	wordAccount = "account/" // and the ID of the account that is signed in
)

// wordOver tells the other tabs why a session is over, as far as that makes a
// difference to them.
func wordOver(why string) string {
	if why == expired {
		return expired
	}
	return signedOut
}

// tabs lets the tabs of this browser tell each other who came and went.
type tabs struct{ channel app.Value }

func joinTabs(hear func(word string)) tabs {
	class := app.Window().Get("BroadcastChannel")
	if !class.Truthy() {
		return tabs{}
	}
	channel := class.New("accord")
	channel.Set("onmessage", app.FuncOf(func(_ app.Value, args []app.Value) any {
		hear(args[0].Get("data").String())
		return nil
	}))
	return tabs{channel}
}

func (t tabs) tell(word string) {
	if t.channel != nil {
		t.channel.Call("postMessage", word)
	}
}
