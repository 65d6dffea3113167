package part

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Keyed gives a piece an identity. go-app matches what it rendered by position
// and would let one input become another, with what stands in it: an empty
// value attribute is left out, so the old text would stay. A piece with another
// key is made anew.
func Keyed(key string, content app.UI) app.UI { return &keyed{Key: key, Content: content} }

type keyed struct {
	app.Compo

	Key     string
	Content app.UI
}

// CompoID is go-app's identity of a component.
func (k *keyed) CompoID() string { return k.Key }

// Render returns the content itself.
func (k *keyed) Render() app.UI { return k.Content }
