package wire

// Key says which thing a view shows and which change of it: its ID and the
// sequence number of its last change. A view whose number is not higher than
// what is shown brings nothing new.
func (r Request) Key() (id string, seq uint64) { return r.ID, r.Seq }

// Key is the grant's ID and the number of its last change.
func (g Grant) Key() (id string, seq uint64) { return g.ID, g.Seq }

// Key is the ID of the row's request and the number of its last change.
func (r QueueRow) Key() (id string, seq uint64) { return r.ID, r.Seq }
