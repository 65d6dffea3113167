package web

import (
	"accord/server/desk"
	"accord/server/hub"
	"accord/shared/access"
	"accord/shared/wire"
)

func (s *Server) queueRoutes() []route {
	return []route{
		on("GET", wire.PathQueue, "queue", "What waits for one’s decision, longest waiting first", s.queue).with(
			text("find", "beginnings of words of name, company, e-mail, identifier or reference"),
			param{"level", "only this level", access.Level("")},
			text("cursor", "of the next window"),
			param{"limit", "rows a window", 0},
		),
		on("GET", wire.PathQueueOf, "queueItem", "All a decider needs of one request", s.queueItem),
		on("POST", wire.PathDecisions, "decide", "One move on up to 100 requests; each has its own result, whatever becomes of the others", s.decisions).keyed(),
		on("PUT", wire.PathViewing, "startViewing", "Say that one has the request open; again every 10 to 20 seconds", s.startViewing),
		on("DELETE", wire.PathViewing, "stopViewing", "Say that one has left the request", s.stopViewing),
	}
}

func (s *Server) queue(c *call, _ none) (wire.Queue, error) {
	limit, err := number(c, "limit")
	if err != nil {
		return wire.Queue{}, err
	}
	q, err := s.Desk.Queue(c.Context(), c.who, desk.QueueQuery{
		Find: c.FormValue("find"), Level: access.Level(c.FormValue("level")), Cursor: c.FormValue("cursor"), Limit: limit,
	})
	for i := range q.Rows {
		q.Rows[i].Viewers = s.Viewing.Others(q.Rows[i].ID, c.who.Account)
	}
	return q, err
}

func (s *Server) queueItem(c *call, _ none) (wire.QueueItem, error) {
	item, err := s.Desk.QueueItem(c.Context(), c.who, c.PathValue("id"))
	item.Row.Viewers = s.Viewing.Others(item.Row.ID, c.who.Account)
	return item, err
}

// decisions words the problem of each item as if it had been the only one.
func (s *Server) decisions(c *call, b wire.Decisions) (wire.DecisionList, error) {
	outcomes, err := s.Desk.Decide(c.Context(), c.who, b)
	if err != nil {
		return wire.DecisionList{}, err
	}
	list := wire.DecisionList{Results: []wire.DecisionResult{}}
	for _, o := range outcomes {
		result := wire.DecisionResult{ID: o.Request, Status: o.Status}
		if o.Err != nil {
			p := s.worded(c.Request, o.Err)
			result.Problem = &p
		}
		list.Results = append(list.Results, result)
	}
	return list, nil
}

// startViewing asks the desk for the request first: only who may see it can be
// seen looking at it.
func (s *Server) startViewing(c *call, _ none) (none, error) {
	id := c.PathValue("id")
	queue, name, err := s.Desk.Looking(c.Context(), c.who, id)
	if err != nil || queue == "" { // decided: nobody waits to open it
		return none{}, err
	}
	s.Viewing.Start(id, desk.QueueTopic(queue), hub.Viewer{
		Topic: desk.SessionTopic(c.who.Session), Account: c.who.Account, Name: name,
	})
	return none{}, nil
}

func (s *Server) stopViewing(c *call, _ none) (none, error) {
	s.Viewing.Stop(c.PathValue("id"), desk.SessionTopic(c.who.Session))
	return none{}, nil
}
