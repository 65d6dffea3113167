package portal

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"accord/shared/validation"
	"accord/shared/wire"
)

//go:embed links.json
var exampleLinks []byte

// maxLinks bounds the links and the contacts: each list is one table.
const maxLinks = 50

// links is the file of --links: the links and contacts of the page Help.
type links struct {
	Links    []wire.HelpLink `json:"links"`
	Contacts []wire.Contact  `json:"contacts"`
}

// readLinks reads and checks the file, the example's when there is none.
func (c Config) readLinks() (links, error) {
	name, text, err := settingsText(c.Links, "links.json", exampleLinks)
	if err != nil {
		return links{}, err
	}
	return readSettings(name, c.named(text), checkLinks)
}

func checkLinks(f *settingsFile, l links) {
	if len(l.Links) > maxLinks {
		f.at("links", "must be %d links at most", maxLinks)
	}
	if len(l.Contacts) > maxLinks {
		f.at("contacts", "must be %d contacts at most", maxLinks)
	}
	for i, link := range l.Links {
		path := fmt.Sprintf("links[%d]", i)
		f.words(path+".label", link.Label)
		if !slices.Contains(wire.Routes(), link.URL) || strings.Contains(link.URL, "{") {
			f.address(path+".url", link.URL, "https")
		}
		for j, place := range link.Show {
			if places := []string{wire.ShowHome, wire.ShowSignIn, wire.ShowAccess}; !slices.Contains(places, place) {
				f.at(fmt.Sprintf("%s.show[%d]", path, j), "%q must be one of %s", place, strings.Join(places, ", "))
			}
		}
	}
	for i, c := range l.Contacts {
		f.contact(fmt.Sprintf("contacts[%d]", i), c)
	}
}

func (f *settingsFile) contact(path string, c wire.Contact) {
	f.words(path+".about", c.About)
	if c.Note != nil {
		f.words(path+".note", *c.Note)
	}
	if len(c.Ways) == 0 && c.Note == nil {
		f.at(path, "has neither ways nor a note")
	}
	if len(c.Topics) == 0 {
		f.at(path+".topics", "must name one at least")
	}
	for i, topic := range c.Topics {
		if !slices.Contains(wire.Topics(), topic) {
			f.at(fmt.Sprintf("%s.topics[%d]", path, i), "%q must be one of %s", topic, strings.Join(wire.Topics(), ", "))
		}
	}
	for i, way := range c.Ways {
		f.way(fmt.Sprintf("%s.ways[%d]", path, i), way)
	}
}

func (f *settingsFile) way(path string, w wire.Way) {
	f.address(path+".to", w.To, "mailto", "tel", "https")
	if address, ok := strings.CutPrefix(w.To, "mailto:"); ok {
		if _, wrong := validation.Email(address); wrong != nil {
			f.at(path+".to", "%q is not an email address", address)
		}
	}
	switch {
	case w.Label != nil:
		f.words(path+".label", *w.Label)
	case strings.HasPrefix(w.To, "https:"):
		f.at(path+".label", "is missing: a web address needs words")
	}
}
