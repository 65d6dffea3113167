package part

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/session"
	"accord/shared/i18n"
)

// CopyLink puts the lasting address of a page on the clipboard.
func CopyLink(m session.Model, path string) app.UI { return &copyLink{Path: path, Lang: m.Lang} }

type copyLink struct {
	app.Compo

	Path string
	Lang i18n.Lang

	ctx    app.Context
	of     string // path that was copied
	copied bool   // the browser allowed it
}

// OnMount keeps the component's own context: a button's ends with the button.
func (c *copyLink) OnMount(ctx app.Context) { c.ctx = ctx }

func (c *copyLink) copy(app.Context) {
	path := c.Path
	address := app.Window().Get("location").Get("origin").String() + path
	c.ctx.Async(func() {
		copied := live.Copy(address)
		c.ctx.Dispatch(func(app.Context) { c.of, c.copied = path, copied })
	})
}

// Render shows the button and, once it was pressed, what came of it.
func (c *copyLink) Render() app.UI {
	told := ""
	if c.of == c.Path {
		told = "app.link.failed"
		if c.copied {
			told = "app.link.copied"
		}
		told = i18n.T(c.Lang, told)
	}
	return app.Span().Class("copy-link").Body(
		Button(ButtonProps{ID: "copy-link", Label: i18n.T(c.Lang, "app.link.copy"), Kind: Plain, OnClick: c.copy}),
		app.Span().Class("muted").Role("status").Text(told),
	)
}
