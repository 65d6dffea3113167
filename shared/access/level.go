// Package access holds the domain's nouns: levels, identifiers, statuses and
// their transitions, reason codes, roles and the registry's records. Browser
// and server share it, so it knows nothing of storage or transport.
// Source of every word and rule: the domain page ("Words", "Statuses").
package access

import "slices"

// Level says what an access lets its holder do.
type Level string

// The levels, weakest first. Ordering is commerce only and stands apart, as a
// programme does: they neither include the others nor are included by them.
const (
	Downloads Level = "downloads" // software, support tools, entitled content
	Full      Level = "full"      // downloads, and support case and RMA creation
	Ordering  Level = "ordering"  // commerce tools for a bill-to ID
	Programme Level = "program"   // what an access programme of the settings grants
)

// Levels lists the levels in the order in which pages show them.
func Levels() []Level { return []Level{Downloads, Full, Ordering, Programme} }

// Known reports whether l is one of the levels.
func (l Level) Known() bool { return slices.Contains(Levels(), l) }

// Covers reports whether holding l makes asking for other pointless: the same
// level, or full over downloads.
func (l Level) Covers(other Level) bool {
	return l == other || (l == Full && other == Downloads)
}

// Action is something an entitlement check asks about.
type Action string

// The actions of GET /api/entitlements/check.
const (
	ActionDownload Action = "download"
	ActionCase     Action = "case"
	ActionRMA      Action = "rma"
	ActionUse      Action = "use" // an access programme
)

// Allows reports whether the level permits the action.
func (l Level) Allows(a Action) bool {
	switch a {
	case ActionDownload:
		return l.Covers(Downloads)
	case ActionCase, ActionRMA:
		return l.Covers(Full)
	case ActionUse:
		return l == Programme
	}
	return false
}
