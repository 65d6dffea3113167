package session

import (
	"slices"
	"time"

	"accord/shared/wire"
	"accord/shared/words"
)

// Why says why an access is not in force, "" while it is. It goes by the
// model's clock, so that an access ends on the page at its moment without
// anything coming over the line.
func (m Model) Why(g wire.Grant) string {
	switch {
	case HasEnded(g, m.Now):
		return grantEnded
	case g.InForce && !g.ThirdParty && !g.ChangesAt.IsZero() && !m.Now.Before(g.ChangesAt):
		return contractInactive // nothing else ends at a moment that is known
	}
	return g.Why
}

// The reasons that the page finds out by itself; the others are the server's.
const (
	grantEnded       = "grant.ended"
	contractInactive = "contract.inactive"
)

// HasEnded reports whether an access's own end has come.
func HasEnded(g wire.Grant, now time.Time) bool {
	return !g.EndsAt.IsZero() && !now.Before(g.EndsAt)
}

// EndsSoon reports whether an access's own end is near.
func EndsSoon(g wire.Grant, now time.Time) bool {
	return !g.EndsAt.IsZero() && !HasEnded(g, now) && g.EndsAt.Sub(now) <= words.EndingSoon
}

// hearGrant takes a view of one of my accesses. Of a warning and of an end the
// announcement says what it is; on a page that does not show the access it moves
// nothing.
func (m Model) hearGrant(g wire.Grant, epoch string) Model {
	shown, had := m.Grants.Row(g.ID)
	text := m.endText(shown, g, had)
	if text != "" && !had {
		m.News.Grants++
		m.News.Grant = text
		return m
	}
	next, old := m.Grants.upsert(g, epoch)
	m.Grants = next
	if !old && m.Grants.Loaded {
		m.News.Grants++
		m.News.Grant = text
	}
	return m
}

// endText says that an access will end or has ended, "" when that is not what
// changed.
func (m Model) endText(shown, g wire.Grant, had bool) string {
	w := m.Words()
	switch {
	case had && g.Seq <= shown.Seq:
		return ""
	case had && shown.ConfirmBy.IsZero() && !g.ConfirmBy.IsZero():
		return m.T("announce.confirm", w.Access(g))
	case had && !shown.ConfirmBy.IsZero() && g.ConfirmBy.IsZero():
		return m.T("announce.confirmed", w.Access(g))
	case g.Why == grantEnded && g.Extension == "" && (!had || shown.Why != grantEnded):
		return m.T("announce.ended", w.Access(g))
	case g.EndingDays > 0 && g.Extension == "" && (!had || shown.EndingDays != g.EndingDays):
		return m.T("announce.ending", w.Access(g), w.EndingIn(g.EndsAt.Sub(m.Now)))
	}
	return ""
}

// hearGrantGone takes away an access that was revoked, and keeps why.
func (m Model) hearGrantGone(g wire.Grant) Model {
	if _, known := m.RevokedGrant(g.ID); known {
		return m
	}
	m.Grants = m.Grants.remove(g.ID)
	m.Revoked = withRevoked(m.Revoked, g)
	m.News.Grants++
	m.News.Grant = m.T("announce.revoked", m.Words().Access(g))
	return m
}

// hearRevokedFor tells that the access which a person asked for somebody else
// was taken away. Of their own the access itself says so.
func (m Model) hearRevokedFor(r wire.Request) Model {
	if r.For != "" {
		m.News.Grants++
		m.News.Grant = m.T("grant.revoked.for", r.For)
	}
	return m
}

// RevokedGrant finds one of my accesses that was taken away.
func (m Model) RevokedGrant(id string) (wire.Grant, bool) {
	if i := indexOf(m.Revoked, id); i >= 0 {
		return m.Revoked[i], true
	}
	return wire.Grant{}, false
}

// mostRevoked is how many accesses that were taken away are kept, as the server
// lists them.
const mostRevoked = 20

// withRevoked puts an access that was taken away above the others.
func withRevoked(all []wire.Grant, g wire.Grant) []wire.Grant {
	if i := indexOf(all, g.ID); i >= 0 {
		all = slices.Delete(slices.Clone(all), i, i+1)
	}
	all = append([]wire.Grant{g}, all...)
	return all[:min(len(all), mostRevoked)]
}

// revokedSince are those of a loaded list, and above them what was heard while
// it was on its way.
func revokedSince(heard []wire.Grant, l wire.GrantList) []wire.Grant {
	all := l.Revoked
	for _, g := range slices.Backward(heard) {
		if g.Seq > l.Position.Seq {
			all = withRevoked(all, g)
		}
	}
	return all
}

// tick moves the clock on. Accesses whose moment it passes are announced; where
// only the server knows what the moment brings, it is asked.
func (m Model) tick(now time.Time) Model {
	before := m
	m.Now = now
	for _, g := range m.Grants.Rows {
		if why := m.Why(g); why != before.Why(g) {
			m.Grants = m.Grants.mark(g.ID)
			m.News.Grants++
			m.News.Grant = m.T("announce.resting", m.Words().Access(g))
			if why == grantEnded {
				m.News.Grant = m.T("announce.ended", m.Words().Access(g))
			}
		}
		if passes(g.ChangesAt, before.Now, now) && (g.ThirdParty || !g.InForce) {
			m.Resets++
		}
	}
	return m
}

// passes reports whether a clock that moves on reaches a moment.
func passes(at, from, to time.Time) bool {
	return !at.IsZero() && from.Before(at) && !to.Before(at)
}

// nextChange is the next moment at which a shown access changes by itself or is
// marked, zero when none is known.
func (m Model) nextChange(now time.Time) time.Time {
	var next time.Time
	for _, g := range m.Grants.Rows {
		for _, at := range []time.Time{g.EndsAt.Add(-words.EndingSoon), g.EndsAt, g.ChangesAt} {
			if at.After(now) && (next.IsZero() || at.Before(next)) {
				next = at
			}
		}
	}
	return next
}
