package validation

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/shared/wire"
)

// MaxMessage is how long a message of a conversation may be, in characters.
const MaxMessage = 2_000

// Message checks what is written in a conversation: plain text of 1 to 2,000
// characters. Line feeds are kept, two empty lines in a row at most; what turns
// text around or cannot be seen is taken out. The problem names the field
// "text".
func Message(text string) (string, *wire.FieldError) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(text, ""))
	text = strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && invisible(r) {
			return -1
		}
		return r
	}, text)
	lines := strings.Split(text, "\n")
	kept, empty := lines[:0], 0
	for _, l := range lines {
		if l = strings.TrimRight(l, " \t\u3000"); l != "" {
			empty = 0
		} else if empty++; empty > 2 {
			continue
		}
		kept = append(kept, l)
	}
	text = strings.TrimSpace(strings.Join(kept, "\n"))
	switch {
	case text == "":
		return text, &wire.FieldError{Field: "text", Code: codeMessageRequired}
	case utf8.RuneCountInString(text) > MaxMessage:
		return text, &wire.FieldError{Field: "text", Code: codeMessageLong, Args: []string{strconv.Itoa(MaxMessage)}}
	}
	return text, nil
}
