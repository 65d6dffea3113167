package validation

import (
	"slices"

	"accord/shared/access"
	"accord/shared/wire"
)

// Revoke checks why an access is taken away: one of the reasons and, with
// revoked.other or as one likes, a note. The hidden numbers are those that its
// reader, a third party, may not see. Problems name the fields "reason" and
// "note".
func Revoke(b wire.Revoke, hidden ...string) (canonical wire.Revoke, problems []wire.FieldError) {
	if !slices.Contains(access.RevokedReasons(), b.Reason) {
		problems = append(problems, wire.FieldError{Field: "reason", Code: codeReasonRequired})
	}
	note, wrong := Note(b.Note, b.Reason == access.RevokedOther)
	if wrong == nil {
		wrong = NoteNames(note, hidden...)
	}
	if b.Note = note; wrong != nil {
		problems = append(problems, *wrong)
	}
	return b, problems
}

// NoteNames is the problem of a note that names one of the numbers, which its
// reader may not see; nil when it names none.
func NoteNames(note string, hidden ...string) *wire.FieldError {
	if slices.ContainsFunc(hidden, func(number string) bool { return number != "" && names(note, number) }) {
		return &wire.FieldError{Field: "note", Code: codeNoteNumber}
	}
	return nil
}
