package session

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"accord/shared/wire"
)

// copyRecord is the copy as the device keeps it.
type copyRecord struct {
	At       time.Time               `json:"at"`
	Ahead    time.Duration           `json:"ahead,omitempty"` // of the server's clock
	Me       wire.Me                 `json:"me"`
	Position wire.Position           `json:"position"`
	Requests *wire.RequestList       `json:"requests,omitempty"`
	Grants   *wire.GrantList         `json:"grants,omitempty"`
	Queue    *wire.Queue             `json:"queue,omitempty"`
	Talks    []wire.ConversationPage `json:"talks,omitempty"`
}

// text is the copy as the device keeps it.
func (c *Copy) text(ahead time.Duration) string {
	r := copyRecord{At: c.At, Ahead: ahead, Me: *c.all.Me, Position: c.all.Position}
	if c.all.Requests.Loaded {
		l := c.requests("")
		l.Requests = l.Requests[:min(len(l.Requests), maxCopiedRows)]
		r.Requests = &l
	}
	if c.all.Grants.Loaded {
		l := c.grants()
		l.Grants = l.Grants[:min(len(l.Grants), maxCopiedRows)]
		r.Grants = &l
	}
	if c.all.Queue.Loaded {
		q := c.queue("")
		q.Rows = q.Rows[:min(len(q.Rows), maxCopiedRows)]
		r.Queue = &q
	}
	for _, id := range slices.Sorted(maps.Keys(c.talks)) {
		r.Talks = append(r.Talks, c.talk(id).(wire.ConversationPage))
	}
	text, err := json.Marshal(r)
	if err != nil {
		return "" // our own types
	}
	return string(text)
}

// keptCopy reads what the device keeps; nil when it is nothing that this
// program wrote.
func keptCopy(text string) (c *Copy, ahead time.Duration) {
	var r copyRecord
	if json.Unmarshal([]byte(text), &r) != nil || r.Me.ID == "" {
		return nil, 0
	}
	c = &Copy{At: r.At, all: Model{}.signIn(r.Me)}
	c.all.Position = r.Position
	if r.Requests != nil {
		c.all = c.all.reduce(RequestsLoaded{List: *r.Requests})
	}
	if r.Grants != nil {
		c.all = c.all.reduce(GrantsLoaded{List: *r.Grants})
	}
	if r.Queue != nil {
		c.all = c.all.reduce(QueueLoaded{Queue: *r.Queue})
	}
	for _, talk := range r.Talks {
		*c = c.load(Loaded{Path: wire.ConversationPath(talk.Conversation.ID), Answer: talk})
	}
	return c, r.Ahead
}
