package part

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// HTML writes a piece as a server sends it. It is app.HTMLString with two
// things mended: go-app 10.1.10 quotes attributes as Go strings, so that a
// quotation mark in a value would end it, and leaves the value "true" out,
// which matters where it is no boolean; and it indents, which would set spaces
// between what stands side by side.
func HTML(ui app.UI) string {
	var b strings.Builder
	for rest := indent.ReplaceAllString(app.HTMLString(ui), "$1$2"); rest != ""; {
		text, tag, found := strings.Cut(rest, "<") // text is escaped: each one begins a tag
		b.WriteString(text)
		if !found {
			break
		}
		rest = writeTag(&b, tag)
	}
	return b.String()
}

// indent is the white space that is no text: beside a tag.
var indent = regexp.MustCompile(`\n\s*(<)|(>)\n\s*`)

// writeTag writes one tag with its attributes as HTML has them and returns what
// follows it.
func writeTag(b *strings.Builder, tag string) (rest string) {
	end := strings.IndexAny(tag, " >")
	b.WriteString("<" + tag[:end])
	for rest = tag[end:]; rest[0] == ' '; {
		var name, value string
		end = strings.IndexAny(rest[1:], " >=") + 1
		name, rest = rest[1:end], rest[end:]
		if rest[0] == '=' {
			quoted, err := strconv.QuotedPrefix(rest[1:])
			if err != nil {
				panic(err) // go-app writes attributes otherwise now
			}
			value, _ = strconv.Unquote(quoted)
			rest = rest[1+len(quoted):]
		} else if strings.HasPrefix(name, "aria-") || name == "value" {
			value = "true"
		}
		b.WriteString(" " + name + `="` + html.EscapeString(value) + `"`)
	}
	b.WriteByte('>')
	return rest[1:]
}
