package desk

import (
	"errors"
	"slices"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/i18n"
	"accord/shared/words"
)

// Letter is what is mailed to one person because of a fact. Its words are those
// of the screens (package words); Rendered makes the mail of it.
type Letter struct {
	Account  string    // ID; "" for one who has no account yet
	To       string    // address
	Lang     i18n.Lang // of the account
	What     string    // which letter it is: testdata/mail has it as it is sent
	Kind     LetterKind
	Requests []string // IDs of the access requests whose pages show the mail
	About    []string // IDs of the accounts that it names or quotes beside its reader and those of the requests
	Subject  string
	Body     []Part
	Link     *ledger.Link // the one-time link in it, which works once it is stored; nil for none

	// Gathered is set on what is written to an administrator about a request or
	// accesses to confirm, and to a reviewer about a request, a conversation or a
	// vacancy: it heeds the person's preference, and is told in their next summary
	// where it comes too soon after another mail, or in any case.
	Gathered *ledger.GatherEntry
	Later    bool // in any case
}

// LetterKind says what a letter is about; the catalogue has "mail.kind.<kind>".
type LetterKind string

// The kinds of letter.
const (
	LetterStatus    LetterKind = "status"    // a request's status, to its requester
	LetterQueue     LetterKind = "queue"     // a request waits for the reader's decision
	LetterReminder  LetterKind = "reminder"  // it still does
	LetterSummary   LetterKind = "summary"   // several do
	LetterChat      LetterKind = "chat"      // a message of a conversation
	LetterRecertify LetterKind = "recertify" // accesses wait to be confirmed by the reader
	LetterNotice    LetterKind = "notice"    // anything else that was done or is due
	LetterLink      LetterKind = "link"      // a one-time link; its text is wiped once sent
)

// Part is a piece of a letter's body, in order.
type Part struct {
	Kind  PartKind
	Text  string
	Link  string // of PartLink
	Label string // of PartFact
}

// PartKind says how a part is set.
type PartKind int

// The kinds of part.
const (
	PartText    PartKind = iota // a paragraph
	PartHeading                 // of what follows
	PartTitle                   // a smaller heading
	PartItem                    // a line of a list
	PartQuote                   // somebody's own words, with their line breaks
	PartFact                    // a label and its value
	PartLink                    // a page of this portal
	PartFoot                    // small, at the end
)

// Letters says whom a fact is written to and what: a pure mapping (but for the
// secrets of one-time links), from how things stand at the reader's position. Who has been erased gets nothing.
func (d *Desk) Letters(r *ledger.Reader, g *registry.Generation, f event.Fact) ([]Letter, error) {
	data, err := f.Decode()
	if err != nil {
		return nil, err
	}
	var letters []Letter
	switch e := data.(type) {
	case *event.RequestMoved:
		letters, err = d.moveLetters(r, g, f, e)
	case *event.MessageSent:
		letters, err = d.messageLetters(r, f, e)
	case *event.GrantGiven:
		letters, err = d.grantLetters(r, f, e)
	case *event.GrantEnding:
		letters, err = d.endingLetters(r, g, f, e)
	case *event.GrantRevoked:
		letters, err = d.revokedLetters(r, g, f, e)
	case *event.GrantEnded:
		letters, err = d.endedLetters(r, g, f, e)
	case *event.RecertificationAsked:
		letters, err = d.recertifyLetters(r, g, e.Scope, 0)
	case *event.RecertificationReminded:
		letters, err = d.recertifyLetters(r, g, e.Scope, e.Days)
	case *event.RequestReminded:
		letters, err = d.administratorLetters(r, g, e.Request, e.Days)
	case *event.AdministratorNamed:
		letters, err = d.namedLetters(r, f, e)
	case *event.AdministratorLeft:
		letters, err = d.leftLetters(r, g, f, e)
	}
	if errors.Is(err, ledger.ErrNotFound) {
		err = nil
	}
	letters = slices.DeleteFunc(letters, func(l Letter) bool {
		a, err := r.Account(l.Account)
		return err == nil && a.Erasing
	})
	for i := range letters {
		err = errors.Join(err, letters[i].known(r))
	}
	return letters, err
}

// known leaves out of About who was erased: there is no name and no word of
// theirs any more that a letter could hold.
func (l *Letter) known(r *ledger.Reader) (err error) {
	l.About = slices.DeleteFunc(slices.Clone(l.About), func(account string) bool {
		erased, wrong := r.Erased(account)
		err = errors.Join(err, wrong)
		return erased
	})
	return err
}

// afterIntro is the place behind a letter's salutation and first paragraph.
const afterIntro = 2

// note is the plain letter: "mail.<what>.subject" and the paragraphs of
// "mail.<what>.text", where {0} is the vendor and {1} … are the arguments, and
// at its end a link to a page of the portal ("" for none), labelled
// "mail.<what>.link".
func (d *Desk) note(a ledger.Account, what, page string, args ...string) Letter {
	lang := langOf(a)
	all := append([]string{d.Settings.Vendor}, args...)
	l := Letter{
		Account: a.ID, To: a.Profile.Email, Lang: lang, What: what, Kind: LetterNotice,
		Subject: i18n.T(lang, "mail."+what+".subject", all...),
		Body:    append([]Part{d.dear(lang, letterName(lang, a.Profile))}, paragraphs(i18n.T(lang, "mail."+what+".text", all...))...),
	}
	if page != "" {
		l.Body = append(l.Body, Part{Kind: PartLink, Text: i18n.T(lang, "mail."+what+".link"), Link: d.Origin + page})
	}
	return l
}

// wordsTo are the words of a letter to a person: times are in their zone.
func (d *Desk) wordsTo(a ledger.Account) words.Words {
	w := d.words(langOf(a))
	w.Zone = zoneOf(a.Zone)
	return w
}

// words are the sentences that screens and letters share.
func (d *Desk) words(lang i18n.Lang) words.Words {
	return words.Words{Lang: lang, Settings: d.Settings}
}
