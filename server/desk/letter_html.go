package desk

import (
	"html"
	"strings"

	"accord/shared/i18n"
)

// letterStyle sets a letter for reading on a desk and on a telephone, by day and
// by night. It loads nothing; a reader's program that ignores it shows plain
// paragraphs.
const letterStyle = `:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;background:#fff;color:#1c2430;font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP","Noto Sans JP",sans-serif;overflow-wrap:anywhere}
:lang(ja){line-height:1.75;line-break:strict}
main{max-width:600px;margin:0 auto}
h2{margin:32px 0 8px;padding-top:16px;border-top:1px solid #d5dbe3;font-size:20px;line-height:1.35}
h3{margin:24px 0 8px;font-size:16px;line-height:1.5}
p,ul,blockquote{margin:0 0 12px}
ul{padding-left:24px}
blockquote{padding-left:12px;border-left:3px solid #b9c2cf}
dl{margin:0 0 12px}
dt{color:#566172;font-size:14px}
dd{margin:0 0 8px}
a{color:#0b57d0}
.foot{margin:32px 0 0;padding-top:12px;border-top:1px solid #d5dbe3;color:#566172;font-size:13px}
@media (prefers-color-scheme:dark){body{background:#12161c;color:#e4e8ee}h2,.foot{border-color:#3a4350}blockquote{border-color:#566172}dt,.foot{color:#a6b0bf}a{color:#8ab4f8}}`

// list is the element in which parts stand together, "" for none.
func list(k PartKind) string {
	switch k {
	case PartItem:
		return "ul"
	case PartFact:
		return "dl"
	}
	return ""
}

// smallHTML is a letter's body as a page of its own, which loads nothing.
func smallHTML(lang i18n.Lang, subject string, body []Part) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="` + string(lang) + `"><head><meta charset="utf-8"><title>` + html.EscapeString(subject) +
		`</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><style>` +
		letterStyle + "</style></head><body><main>\n")
	open := ""
	for _, p := range body {
		if in := list(p.Kind); in != open {
			if open != "" {
				b.WriteString("</" + open + ">\n")
			}
			if in != "" {
				b.WriteString("<" + in + ">\n")
			}
			open = in
		}
		b.WriteString(htmlPart(p) + "\n")
	}
	if open != "" {
		b.WriteString("</" + open + ">\n")
	}
	b.WriteString("</main></body></html>\n")
	return b.String()
}

func htmlPart(p Part) string {
	text := strings.ReplaceAll(html.EscapeString(clean(p.Text)), "\n", "<br>\n")
	switch p.Kind {
	case PartHeading:
		return "<h2>" + text + "</h2>"
	case PartTitle:
		return "<h3>" + text + "</h3>"
	case PartItem:
		return "<li>" + text + "</li>"
	case PartQuote:
		return "<blockquote>" + text + "</blockquote>"
	case PartFact:
		return "<dt>" + html.EscapeString(clean(p.Label)) + "</dt><dd>" + text + "</dd>"
	case PartLink:
		return `<p><a href="` + html.EscapeString(p.Link) + `">` + text + "</a></p>"
	case PartFoot:
		return `<p class="foot">` + text + "</p>"
	}
	return "<p>" + text + "</p>"
}
