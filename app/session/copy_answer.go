package session

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"accord/shared/access"
	"accord/shared/wire"
)

// answer is what the copy has for a path; nil when it has nothing.
func (c *Copy) answer(path string) any {
	u, err := url.Parse(path)
	if c == nil || err != nil {
		return nil
	}
	q := u.Query()
	if q.Get("find") != "" || q.Get("cursor") != "" {
		return nil
	}
	id := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	switch {
	case u.Path == wire.PathRequests && c.all.Requests.Loaded:
		return c.requests(access.Status(q.Get("status")))
	case u.Path == wire.PathGrants && c.all.Grants.Loaded && q.Get("contract")+q.Get("bill_to") == "":
		return c.grantPage(q)
	case u.Path == wire.PathQueue && c.all.Queue.Loaded:
		return c.queue(access.Level(q.Get("level")))
	case u.Path == wire.QueuePath(id):
		return c.item(id)
	case u.Path == wire.RequestPath(id):
		return known(c.all.Requests.show(true).Row(id))
	case u.Path == wire.GrantPath(id):
		if g, ok := c.all.RevokedGrant(id); ok {
			return g
		}
		return known(c.all.Grants.show(true).Row(id))
	case u.Path == wire.SubmissionPath(id):
		return c.submission(id)
	case u.Path == wire.ConversationPath(id):
		return c.talk(id)
	}
	return nil
}

// known makes nothing of a row that is not there.
func known[T any](row T, ok bool) any {
	if !ok {
		return nil
	}
	return row
}

func (c *Copy) requests(status access.Status) wire.RequestList {
	l := c.all.Requests.show(true)
	rows, total := l.Rows, l.Total
	if status != "" {
		rows = slices.DeleteFunc(slices.Clone(rows), func(r wire.Request) bool { return r.Status != status })
		total = len(rows)
	}
	return wire.RequestList{Requests: rows, Total: total, Position: c.all.Position}
}

func (c *Copy) grants() wire.GrantList {
	l := c.all.Grants.show(true)
	return wire.GrantList{Grants: l.Rows, Revoked: c.all.Revoked, From: min(1, l.Total), Total: l.Total, Position: c.all.Position}
}

// grantPage is a numbered page of the accesses; nil where it is not kept.
func (c *Copy) grantPage(q url.Values) any {
	l := c.grants()
	page, _ := strconv.Atoi(q.Get("page"))
	size, _ := strconv.Atoi(q.Get("size"))
	if size <= 0 {
		return l
	}
	from := max(0, page-1) * size
	if from > 0 && from >= len(l.Grants) {
		return nil
	}
	l.Grants = l.Grants[from:min(len(l.Grants), from+size)]
	l.From = min(from+1, l.Total)
	return l
}

func (c *Copy) queue(level access.Level) wire.Queue {
	rows := slices.DeleteFunc(slices.Clone(c.all.Queue.show(false).Rows), func(r wire.QueueRow) bool {
		_, gone := c.all.Gone[r.ID]
		return gone || level != "" && r.Level != level
	})
	return wire.Queue{Rows: rows, Counts: c.all.Counts, Position: c.all.Position}
}

// item is a request of the queue, as far as its row tells; nil where there is
// none. What only the whole item says, an approval for others needs.
func (c *Copy) item(id string) any {
	row, ok := c.all.Queue.show(false).Row(id)
	if _, gone := c.all.Gone[id]; !ok || gone {
		return nil
	}
	moves := []access.Move{access.MoveApprove, access.MoveDeny, access.MoveAsk}
	if row.For != "" || !row.Until.IsZero() {
		moves = moves[1:]
	}
	return wire.QueueItem{Row: row, Moves: moves, Position: c.all.Position,
		Profile: wire.Profile{Email: row.Email, Company: row.Company, CompanyLocal: row.CompanyLocal}}
}

// submission puts one together from its requests; nil where there are none.
func (c *Copy) submission(id string) any {
	var of []wire.Request
	for _, r := range c.all.Requests.show(true).Rows {
		if r.SubmissionID == id {
			of = append(of, r)
		}
	}
	if len(of) == 0 {
		return nil
	}
	slices.SortFunc(of, func(a, b wire.Request) int { return strings.Compare(a.Reference, b.Reference) })
	reference := of[0].Reference
	if cut := strings.LastIndexByte(reference, '-'); cut > 0 {
		reference = reference[:cut]
	}
	return wire.Submission{ID: id, Reference: reference, Level: of[0].Level, At: of[0].SubmittedAt, Requests: of, Position: c.all.Position}
}

// talk is a conversation with what was heard of it since it was loaded.
func (c *Copy) talk(id string) any {
	talk, ok := c.talks[id]
	if !ok {
		return nil
	}
	var last uint64
	for _, m := range talk.Messages {
		last = max(last, m.Seq)
	}
	talk.Messages = slices.Clone(talk.Messages)
	for _, m := range c.all.Chat.Said {
		if m.Conversation == id && m.Seq > last {
			talk.Messages = append(talk.Messages, m)
		}
	}
	if over := len(talk.Messages) - maxCopiedMessages; over > 0 {
		talk.Messages = talk.Messages[over:]
	}
	talk.Next = ""
	return talk
}
