package wire

import "accord/shared/access"

// Preview answers POST /api/preview: what would become of a submission, as far
// as it follows from the sender's own account. It says nothing that depends on
// whether a number exists or on who holds it, so a number it has nothing to say
// about may still be denied.
type Preview struct {
	Items []PreviewItem `json:"items"` // one an identifier, in the canonical order
}

// PreviewItem is what can be said of one identifier beforehand.
type PreviewItem struct {
	Identifier  access.Identifier `json:"identifier"`
	Reasons     []access.Reason   `json:"reasons,omitempty"` // it would be denied for; none: nothing is known against it
	DuplicateOf string            `json:"duplicate_of,omitempty"`
}
