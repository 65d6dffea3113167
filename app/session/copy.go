package session

import (
	"maps"
	"net/url"
	"strconv"
	"time"

	"accord/app/live"
	"accord/shared/access"
	"accord/shared/wire"
)

// How much of the server's answers the device keeps: the least that opens the
// pages without a network.
const (
	maxCopiedRows     = 50 // rows of a list
	maxCopiedTalks    = 10 // conversations
	maxCopiedMessages = 30 // messages of each
)

// Copy is the offline copy: what the server last said of a person's requests,
// accesses and conversations and, to deciders, of the first page of their
// queue. It follows what is loaded and heard, whatever the pages look for.
type Copy struct {
	At    time.Time // by the server's clock: so far it is true
	all   Model     // the lists as nobody filters them, and the position
	talks map[string]wire.ConversationPage
}

// Loaded tells of an answer of the server that Load brought.
type Loaded struct {
	Path   string
	Answer any
}

// KeptShown tells that a page shows the copy, for want of an answer.
type KeptShown struct{}

func (Loaded) update()    {}
func (KeptShown) update() {}

// asleep is how far apart two ticks are at least between which the page slept.
// Whether the line has stood meanwhile only its next word tells.
const asleep = 4 * tickEvery

// copyAfter is the copy after an update that led from another state to m.
func (m Model) copyAfter(was Model, u Update) *Copy {
	if m.Me == nil {
		return nil
	}
	before := was.copy
	c := Copy{all: Model{}.signIn(*m.Me)}
	if before != nil && before.all.Me.ID == m.Me.ID {
		c = *before
	}
	switch u := u.(type) {
	case Booted:
		if u.Kept != nil {
			return u.Kept
		}
		c.all = c.all.signIn(*m.Me)
	case MeLoaded:
		c.all = c.all.signIn(u.Me)
	case Loaded:
		c = c.load(u)
	case Heard, RequestMoved:
		c.all = c.all.reduce(u).reduce(Settled{})
		c.all.News, c.all.Toast = News{}, News{}
	case Ticked:
		if m.Line.State != live.Live || before == nil || m.Now.Sub(was.Now) > asleep {
			return before
		}
	case Lined:
		if m.Line.State != live.Live || before == nil {
			return before
		}
	default:
		return before
	}
	c.At = m.Now
	return &c
}

// load takes an answer in that the copy is made of.
func (c Copy) load(u Loaded) Copy {
	switch answer := u.Answer.(type) {
	case wire.RequestList:
		if unfiltered(u.Path) {
			c.all = c.all.reduce(RequestsLoaded{List: answer})
		}
	case wire.GrantList:
		if unfiltered(u.Path) && (!c.wholeGrants() || len(answer.Grants) >= mostCopied(answer.Total)) {
			c.all = c.all.reduce(GrantsLoaded{List: answer})
		}
	case wire.Queue:
		if unfiltered(u.Path) {
			c.all = c.all.reduce(QueueLoaded{Queue: answer})
		}
	case wire.ConversationPage:
		if unfiltered(u.Path) && !answer.Agent && (len(c.talks) < maxCopiedTalks || c.talks[answer.Conversation.ID].Position.Seq > 0) {
			c.talks = maps.Clone(c.talks)
			if c.talks == nil {
				c.talks = map[string]wire.ConversationPage{}
			}
			c.talks[answer.Conversation.ID] = answer
		}
	}
	return c
}

// mostCopied is how many rows of a list are kept.
func mostCopied(total int) int { return min(total, maxCopiedRows) }

// wholeGrants reports whether the copy has as many accesses as it keeps: a page
// of a few, which Home and the list load, must not take their place.
func (c *Copy) wholeGrants() bool {
	l := c.all.Grants
	return l.Loaded && !l.Stale && len(l.Rows)+len(l.Fresh) >= mostCopied(l.Total)
}

// grantsPath is where all accesses come from that the copy keeps.
func grantsPath() string { return wire.PathGrants + "?size=" + strconv.Itoa(maxCopiedRows) }

// unfiltered reports whether a path asks for the first window of everything.
func unfiltered(path string) bool {
	u, err := url.Parse(path)
	if err != nil {
		return false
	}
	q := u.Query()
	for _, narrows := range []string{"find", "status", "contract", "bill_to", "level", "cursor"} {
		if q.Get(narrows) != "" {
			return false
		}
	}
	return q.Get("page") == "" || q.Get("page") == "1"
}

// missing lists the paths that have yet to be loaded for the copy to be whole.
func (c *Copy) missing() []string {
	if c == nil || c.all.Me == nil {
		return nil
	}
	var paths []string
	want := func(path string, here bool) {
		if !here {
			paths = append(paths, path)
		}
	}
	me := c.all.Me
	want(wire.PathRequests, c.all.Requests.Loaded && !c.all.Requests.Stale)
	want(grantsPath(), c.wholeGrants())
	want(wire.PathQueue, !me.Decides() || c.all.Queue.Loaded && !c.all.Queue.Stale)
	if me.Role != access.RoleReviewer {
		_, here := c.talks[me.ID]
		want(wire.ConversationPath(me.ID), here)
	}
	return paths
}

// restore shows what the copy has.
func (m Model) restore(c *Copy) Model {
	m.Position, m.KeptAt = c.all.Position, c.At
	m.Requests, m.Grants, m.Queue, m.Counts, m.Counted = c.all.Requests, c.all.Grants, c.all.Queue, c.all.Counts, c.all.Counted
	m.Revoked = c.all.Revoked
	return m
}

// connected has what the copy showed loaded again, now that there is a line.
func (m Model) connected() Model {
	if m.KeptAt.IsZero() || m.Line.State != live.Live {
		return m
	}
	m.KeptAt = time.Time{}
	m.Resets++
	return m
}
