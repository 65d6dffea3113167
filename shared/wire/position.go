// Package wire is what browser and server say to each other: paths, bodies,
// views, live updates and problems, as JSON. It holds no behaviour beyond what
// keeps both sides from disagreeing.
package wire

// Position is a place in the ledger. A browser that returns names its last
// one; a position of another epoch (after a restore) is worth nothing.
type Position struct {
	Epoch string `json:"epoch"`
	Seq   uint64 `json:"seq"`
}

// Covers reports whether a reader at p has already seen what o announces.
func (p Position) Covers(o Position) bool { return p.Epoch == o.Epoch && p.Seq >= o.Seq }
