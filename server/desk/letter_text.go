package desk

import (
	"slices"
	"strings"
	"unicode"

	"accord/shared/i18n"
	"accord/shared/wire"
)

// letterName is how a letter speaks to a person: in Japanese by the name in
// local script, "" when none is known.
func letterName(lang i18n.Lang, p wire.Profile) string {
	first, second := p.LatinName(), p.LocalName()
	if lang == i18n.Japanese {
		first, second = second, first
	}
	return oneLine(firstOf(first, second))
}

// dear is the salutation: 様 in Japanese.
func (d *Desk) dear(lang i18n.Lang, name string) Part {
	if name == "" {
		return Part{Text: i18n.T(lang, "mail.dear.nobody")}
	}
	return Part{Text: i18n.T(lang, "mail.dear", name)}
}

// paragraphs cuts a catalogue's text at its empty lines.
func paragraphs(text string) []Part {
	var parts []Part
	for p := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		parts = append(parts, Part{Text: p})
	}
	return parts
}

// Rendered makes the mail of a letter: plain text and the same as small HTML. At its foot stand the vendor and support.
func (d *Desk) Rendered(l Letter) Mail {
	body := append(slices.Clip(l.Body),
		Part{Kind: PartFoot, Text: i18n.T(l.Lang, "mail.foot", d.Settings.Vendor, d.Settings.SupportEmail)})
	return Mail{
		To: l.To, Account: l.Account, Lang: l.Lang, Kind: l.Kind, Requests: l.Requests, About: l.About, Link: l.Link,
		Subject: oneLine(l.Subject), Text: plainText(body), HTML: smallHTML(l.Lang, oneLine(l.Subject), body),
	}
}

func plainText(body []Part) string {
	var b strings.Builder
	for i, p := range body {
		text := clean(p.Text)
		tight := i > 0 && p.Kind == body[i-1].Kind && (p.Kind == PartItem || p.Kind == PartFact)
		if i > 0 && !tight {
			b.WriteByte('\n')
		}
		switch p.Kind {
		case PartHeading:
			text = "■ " + text
		case PartTitle:
			text = "▪ " + text
		case PartItem:
			text = "- " + text
		case PartQuote:
			text = strings.ReplaceAll("> "+text, "\n", "\n> ")
		case PartFact:
			text = clean(p.Label) + ": " + text
		case PartLink:
			text = text + ":\n" + p.Link
		case PartFoot:
			text = "-- \n" + text
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

// oneLine keeps what stands in a header from growing into a second one.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(clean(s), unicode.IsSpace), " ")
}

// clean takes out what a name or a note could turn a text around with: control
// characters but the line break, and the marks that change the direction of
// writing (Unicode, "Bidi_Control").
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}
