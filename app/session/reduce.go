package session

import (
	"maps"
	"slices"

	"accord/app/live"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// Reduce makes the state that follows from an update. It is pure: it neither
// reads a clock nor changes what the old state shows.
func Reduce(m Model, u Update) Model {
	next := m.reduce(u)
	next.copy = next.copyAfter(m, u)
	return next
}

func (m Model) reduce(u Update) Model {
	switch u := u.(type) {
	case Booted:
		return m.boot(u)
	case BootFailed:
		m.Phase, m.Problem = Failed, u.Problem
	case MeLoaded:
		return m.signIn(u.Me)
	case Ended:
		if m.Phase == SignedOut {
			return m // the first reason is the true one
		}
		return m.end(u.Why)
	case Heard:
		for _, f := range u.Frames {
			m = m.hear(f)
		}
	case Lined:
		if u.State == live.Live && m.Line.State != live.Live {
			m.Chat.Opened++
			m = m.forgetViewers()
		}
		m.Line = Line{State: u.State, Since: u.At.Add(m.Ahead)}
		m.Chat.Loaded = false // who is there is asked again once it is open
		return m.connected()
	case ChatLoaded, ConversationOpened:
		return m.reduceChat(u)
	case Clocked:
		m.Now, m.Ahead = m.Now.Add(u.Ahead-m.Ahead), u.Ahead
	case LanguageChosen:
		m.Lang = u.Lang
	case ThemeChosen:
		m.Theme = u.Theme
	case Ticked:
		return m.tick(u.Now.Add(m.Ahead)).connected()
	case PushFound:
		m.Push = u.State
	case ReleaseReady:
		m.Release = true
	case InstallChanged:
		m.Install.Can = u.Can
	case InstallDeclined:
		m.Install.Declined = true
	case KeptShown:
		if m.copy != nil && m.KeptAt.IsZero() {
			m.KeptAt = m.copy.At
		}
	case OutboxRead:
		m.outbox = u.Rows
	case Announced:
		if own := m.News.toast(); own.Any() {
			m.Toast = own
		}
		m.News = News{}
	case ToastSeen:
		m.Toast = News{}
	default:
		return m.reduceLists(u)
	}
	return m
}

func (m Model) reduceLists(u Update) Model {
	switch u := u.(type) {
	case RequestsLoaded:
		l := u.List
		m.Requests = m.Requests.load(Window[wire.Request]{
			Rows: l.Requests, Next: l.Next, Total: l.Total, Position: l.Position, More: u.More, Found: u.Found})
		m = m.startAt(l.Position)
	case GrantsLoaded:
		l := u.List
		m.Grants = m.Grants.load(Window[wire.Grant]{
			Rows: l.Grants, From: l.From, Total: l.Total, Position: l.Position, Found: u.Found})
		m.Revoked = revokedSince(m.Revoked, l)
		m = m.startAt(l.Position)
	case GrantShown:
		if u.Grant.Revoked != nil {
			m.Revoked = withRevoked(m.Revoked, u.Grant)
			return m
		}
		m.Grants = List[wire.Grant]{Rows: []wire.Grant{u.Grant}, From: 1, Total: 1, Loaded: true, Position: m.Position}
	case QueueLoaded:
		q := u.Queue
		m.Queue = m.Queue.load(Window[wire.QueueRow]{
			Rows: q.Rows, Next: q.Next, Total: q.Counts.Total, Position: q.Position, More: u.More})
		if !u.More {
			m.Gone = m.stillGone(q.Position)
		}
		m.Counts, m.Counted = m.countsSince(q.Counts, q.Position), q.Position
		m = m.startAt(q.Position)
	case QueueCounted:
		m.Counts, m.Counted = m.countsSince(u.Counts, u.Position), u.Position
		m.Viewers = m.viewersWith(u.Rows)
	case RequestMoved:
		return m.hearRequest(u.Request, m.Position.Epoch, false)
	case FreshShown:
		m.Requests, m.Queue = m.Requests.show(true), m.Queue.show(false)
		m.Grants = m.Grants.show(true)
		m.Queue.Rows = m.withoutOldest()
	case Settled:
		m.Requests, m.Queue, m.Grants = m.Requests.settle(), m.Queue.settle(), m.Grants.settle()
	default:
		return m.reduceBatch(u)
	}
	return m
}

func (m Model) boot(b Booted) Model {
	m.Settings, m.Lang, m.Theme = b.Settings, b.Lang, b.Theme
	m.Zone, m.Now, m.Ahead, m.Problem = b.Zone, b.Now.Add(b.Ahead), b.Ahead, nil
	switch {
	case b.Me == nil && b.Expired:
		return m.end(expired)
	case b.Me == nil && m.Me != nil: // the copy was shown, and the session has ended
		return m.end("over")
	case b.Me == nil:
		m.Phase = SignedOut
		return m
	}
	m = m.signIn(*b.Me)
	if b.Kept != nil {
		m = m.restore(b.Kept)
	}
	return m
}

// signIn takes the person in. Another person than before starts from nothing.
func (m Model) signIn(me wire.Me) Model {
	if m.Me == nil || m.Me.ID != me.ID {
		m = m.end("")
		m.Position = me.Position
		if me.Profile.Language != "" {
			m.Lang = i18n.Parse(me.Profile.Language)
		}
	}
	m.Phase, m.Me, m.Left = SignedIn, &me, ""
	return m
}

// end forgets everything that belongs to a person.
func (m Model) end(why string) Model {
	return Model{
		Phase: SignedOut, Settings: m.Settings, Lang: m.Lang, Theme: m.Theme,
		Zone: m.Zone, Now: m.Now, Ahead: m.Ahead, Left: why, Line: Line{State: live.Idle}, Release: m.Release, Install: m.Install,
	}
}

// startAt takes the position of a loaded list when none is known yet.
func (m Model) startAt(p wire.Position) Model {
	if m.Position == (wire.Position{}) {
		m.Position = p
	}
	return m
}

// hear takes one frame. One from before the position was heard already, on an
// earlier connection, but for a reset: a ledger that was restored may be behind.
// One at the position may bring what is not in the ledger (who looks at what),
// and each view's own number keeps it from counting twice.
func (m Model) hear(f wire.Frame) Model {
	before := f.Position.Epoch == m.Position.Epoch && f.Position.Seq < m.Position.Seq && f.Position.Seq > 0
	if before && !slices.ContainsFunc(f.Updates, func(u wire.Update) bool { return u.Kind == wire.UpdateReset }) {
		return m
	}
	for _, u := range f.Updates {
		m = m.take(u, f.Position.Epoch)
	}
	if f.Position.Epoch != "" {
		m.Position = f.Position
	}
	return m
}

func (m Model) take(u wire.Update, epoch string) Model {
	switch {
	case u.Kind == wire.UpdateReset:
		m.Resets++
		m.heard, m.Gone, m.QueueSeq, m.Revoked = nil, nil, 0, nil
		m.Requests, m.Grants, m.Queue = m.Requests.reset(), m.Grants.reset(), m.Queue.reset()
	case u.Kind == wire.UpdateRegistry:
		m.Imports++
	case u.Kind == wire.UpdateSignedOut:
		return m.end(u.ReasonWhy)
	case u.Kind == wire.UpdateGrantGone && u.Grant != nil:
		return m.hearGrantGone(*u.Grant)
	case u.Request != nil:
		return m.hearRequest(*u.Request, epoch, true)
	case u.Grant != nil:
		return m.hearGrant(*u.Grant, epoch)
	case u.Row != nil:
		m.QueueSeq = max(m.QueueSeq, u.Row.Seq)
		return m.hearRow(*u.Row, epoch)
	case u.Left != nil:
		m.QueueSeq = max(m.QueueSeq, u.Left.Seq)
		return m.hearLeft(*u.Left)
	case u.Mail != nil:
		return m.hearMail(*u.Mail)
	case u.Office != nil:
		return m.hearOffice(*u.Office)
	case u.Viewers != nil:
		return m.hearViewers(*u.Viewers)
	default:
		return m.hearChat(u)
	}
	return m
}

// justSent reports whether nothing has happened to a request since it was sent
// and evaluated at once: that is the person's own doing, on whichever device.
func justSent(r wire.Request) bool {
	return !r.SubmittedAt.IsZero() && r.ChangedAt.Equal(r.SubmittedAt)
}

// hearRequest takes a view of one of my requests; announce is false for the
// person's own doing.
func (m Model) hearRequest(r wire.Request, epoch string, announce bool) Model {
	if known, ok := m.heard[r.ID]; ok && r.Seq <= known.Seq {
		return m
	}
	heard := maps.Clone(m.heard)
	if heard == nil {
		heard = map[string]wire.Request{}
	}
	heard[r.ID] = r
	m.heard = heard
	shown, had := m.Requests.Row(r.ID)
	if had && len(r.Steps) == 0 {
		r.Steps = shown.Steps
	}
	next, old := m.Requests.upsert(r, epoch)
	m.Requests = next
	if announce && r.Revoked != nil {
		return m.hearRevokedFor(r)
	}
	if announce && r.Held == "" && (!old || !m.Requests.Loaded) && !justSent(r) { // of Held the access itself tells
		if r.ID != m.News.Request { // one that changes twice is told once
			m.News.Changed++
		}
		m.News.Request, m.News.Submission, m.News.Reference, m.News.Status = r.ID, r.SubmissionID, r.Reference, r.Status
	}
	return m
}
