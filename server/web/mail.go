package web

import (
	_ "embed" // the page's template
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"accord/server/post"
	"accord/shared/i18n"
)

//go:embed mail.html
var mailText string

// mailView is what the mailbox's page shows: the list, or one mail.
type mailView struct {
	Lang   i18n.Lang
	Vendor string
	Style  string
	Mails  []post.Mail
	One    *post.Mail
	Parts  []mailPart // of the one mail's text
	T      func(key string) string
}

// mailPart is a piece of a mail's text; Link when it is an address of this
// portal, to be clicked.
type mailPart struct{ Text, Link string }

// mailList shows the local mailbox.
func (s *Server) mailList(w http.ResponseWriter, r *http.Request) {
	s.showMail(w, r, mailView{Mails: s.Mailbox.Mails()})
}

// mailPage shows one mail.
func (s *Server) mailPage(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	mail, ok := s.Mailbox.Mail(number)
	if err != nil || !ok {
		http.NotFound(w, r)
		return
	}
	s.showMail(w, r, mailView{One: &mail, Parts: s.linked(mail.Text)})
}

func (s *Server) showMail(w http.ResponseWriter, r *http.Request, v mailView) {
	v.Lang, v.Vendor, v.Style = pageLang(r), s.Settings.Vendor, s.assets.lasting(styleFile)
	v.T = func(key string) string { return i18n.T(v.Lang, key, s.Settings.Vendor) }
	tmpl, err := template.New("mail").Parse(mailText)
	if err == nil {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		err = tmpl.Execute(w, v)
	}
	if err != nil {
		s.fault(r, "mailbox cannot be shown", err)
	}
}

// linked cuts a mail's text into words and the portal's own addresses.
func (s *Server) linked(text string) []mailPart {
	parts := []mailPart{}
	for {
		i := strings.Index(text, s.Origin+"/")
		if i < 0 {
			return append(parts, mailPart{Text: text})
		}
		link := text[i:]
		if end := strings.IndexAny(link, " \t\r\n<>\"、。）」"); end >= 0 {
			link = link[:end]
		}
		parts = append(parts, mailPart{Text: text[:i]}, mailPart{Text: link, Link: link})
		text = text[i+len(link):]
	}
}
