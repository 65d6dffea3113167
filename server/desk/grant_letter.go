package desk

import (
	"slices"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/wire"
)

// endingLetters warn the holder of a grant's end, with the way to ask for an
// extension. Who extended it meanwhile is not warned.
func (d *Desk) endingLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.GrantEnding) ([]Letter, error) {
	a, grant, err := d.held(r, g, e.Account, e.Grant)
	if err != nil || !grant.Ends.After(f.At) || grant.Ends.Sub(f.At) > (time.Duration(e.Days)+1)*ledger.Day {
		return nil, err
	}
	return d.endLetters(r, g, a, grant, "ending", d.words(langOf(a)).EndingIn(grant.Ends.Sub(f.At)))
}

// endedLetters tell that the end has come.
func (d *Desk) endedLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.GrantEnded) ([]Letter, error) {
	a, grant, err := d.held(r, g, e.Account, e.Grant)
	if err != nil || grant.Ends.IsZero() || grant.Ends.After(f.At) {
		return nil, err
	}
	return d.endLetters(r, g, a, grant, "ended")
}

// revokedLetters tell the holder that an access was taken away: why, by which
// side and what to do. People are not named.
func (d *Desk) revokedLetters(r *ledger.Reader, g *registry.Generation, f event.Fact, e *event.GrantRevoked) ([]Letter, error) {
	a, err := r.Account(e.Account)
	if err != nil {
		return nil, err
	}
	grant, err := r.Grant(e.Grant)
	if err != nil {
		return nil, err
	}
	v, err := d.viewGrant(r, g, grant)
	if err != nil {
		return nil, err
	}
	w := d.words(langOf(a))
	l := d.note(a, "revoked", wire.GrantRoute(grant.ID), w.Access(v))
	if v.ThirdParty {
		l.What = "revoked.third"
	}
	if grant.Request != "" {
		l.Requests = []string{grant.Request}
	}
	link := l.Body[len(l.Body)-1]
	l.Body = append(l.Body[:len(l.Body)-1], d.grantParts(a, v)...)
	l.Body = append(l.Body, Part{Kind: PartFact, Label: w.T("grant.revoked.by"), Text: w.T("move.by."+string(v.Revoked.By), d.Settings.Vendor)})
	if why := w.RevokedWhy(*v.Revoked); why != "" {
		l.Body = append(l.Body, Part{Kind: PartFact, Label: w.T("grant.revoked.why"), Text: why})
	}
	if v.Revoked.Note != "" {
		l.About = quoted(f)
		l.Body = append(l.Body, Part{Text: w.T("grant.revoked.note") + ":"}, Part{Kind: PartQuote, Text: v.Revoked.Note})
	}
	next := strings.Join(w.RevokedNext(*v.Revoked, v.ThirdParty), "\n")
	l.Body = append(l.Body, Part{Kind: PartFact, Label: w.T("request.next"), Text: next}, link)
	return []Letter{l}, nil
}

// endLetters are the plain letter about one access and what the page says of
// it: which it is, its level, what for and until when. A third party reads
// nothing of the contract.
func (d *Desk) endLetters(r *ledger.Reader, g *registry.Generation, a ledger.Account, grant ledger.Grant, what string, args ...string) ([]Letter, error) {
	v, err := d.viewOwnGrant(r, g, a, grant)
	if err != nil {
		return nil, err
	}
	w := d.words(langOf(a))
	page := wire.GrantRoute(grant.ID)
	l := d.note(a, what, page, append([]string{w.Access(v)}, args...)...)
	if v.Extend == "" { // nothing to ask for there
		l.Body[len(l.Body)-1].Text = w.T("mail.grant.link")
	}
	if text := w.Confirm(v, l.What == "ended"); text != "" {
		l.What += ".unconfirmed"
		l.Body = slices.Insert(l.Body, afterIntro, Part{Text: text})
	}
	l.Body = slices.Insert(l.Body, len(l.Body)-1, d.grantParts(a, v)...) // the link stays last
	return []Letter{l}, nil
}

// grantParts are an access as its holder sees it.
func (d *Desk) grantParts(a ledger.Account, v wire.Grant) []Part {
	lang := langOf(a)
	w := d.wordsTo(a)
	facts := [][2]string{
		{"grant.title", w.Access(v)},
		{"grant.level", w.T("level." + string(v.Level))},
		{"third.purpose", v.Purpose},
		{"grant.until", d.lastDay(lang, v.EndsAt)},
	}
	if v.Revoked != nil {
		facts[len(facts)-1] = [2]string{"grant.revoked.when", w.Moment(v.Revoked.At)}
	}
	var parts []Part
	for _, f := range facts {
		if f[1] != "" {
			parts = append(parts, Part{Kind: PartFact, Label: w.T(f[0]), Text: oneLine(f[1])})
		}
	}
	return parts
}
