package page

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// mend completes requests whose account information is missing or in doubt,
// where they are shown: the person confirms it, or corrects it and the requests
// are evaluated again.
type mend struct {
	ctx   app.Context                        // the page's own
	name  string                             // tells two of them on a page apart
	find  func(session.Model) []wire.Request // what is to be completed, as the page shows it now
	deeds *deeds                             // of the requests' cards, nil for none: what is typed there goes with a correction

	open   bool
	values wire.Profile // as typed, with open
	base   wire.Profile // as it was when the form was opened
	errors []part.FormError
	busy   access.Move
	tried  bool // corrected and evaluated again, in vain
	err    error
	keys   map[string]string // idempotency keys by request and move, kept for retries
	saving session.Outgoing  // the change of the account that was sent last
	sent   [2]wire.Profile   // what it said, and of what it was a change
}

// edit opens the form with the account's own values.
func (f *mend) edit(ctx app.Context) {
	if me := session.Get(ctx).Me; me != nil {
		f.values, f.base = me.Profile, me.Profile
	}
	f.open, f.tried, f.errors, f.err = true, false, nil, nil
	part.Focus(f.ctx, f.name+"-company")
}

// wrong reports whether the form was refused, for the window's title.
func (f *mend) wrong() bool { return f.open && len(f.errors) > 0 }

// close leaves the form without saving.
func (f *mend) close(app.Context) {
	f.open = false
	part.Focus(f.ctx, f.name+"-edit")
}

// confirm says that the account is correct, for every request that waits.
func (f *mend) confirm(ctx app.Context) {
	f.busy, f.err = access.MoveConfirm, nil
	f.run(ctx, access.MoveConfirm, nil, nil)
}

// save stores the account and evaluates the requests again.
func (f *mend) save(ctx app.Context, v part.Values) {
	p := f.values
	p.Company, p.CompanyLocal = v["company"], v["company_local"]
	p.Address, p.AddressLocal = v["address"], v["address_local"]
	p, faults := validation.Profile(p)
	f.show(p)
	m := session.Get(ctx)
	faults = append(faults, validation.Latin(p, f.base)...)
	f.errors = part.Invalid(m, f.name+"-", ownFields(faults)...)
	if len(f.errors) == 0 && validation.CompanyMissing(p) {
		f.errors = []part.FormError{{Field: f.name + "-" + missing(p), Text: m.T("access.gap.title")}}
	}
	if len(f.errors) > 0 {
		part.Focus(f.ctx, part.SummaryID)
		return
	}
	var replies map[string]string
	if f.deeds != nil {
		var ok bool
		if replies, ok = f.deeds.replies(ctx, f.find(m)); !ok {
			return
		}
	}
	f.busy, f.err = access.MoveReprocess, nil
	f.run(ctx, access.MoveReprocess, &p, replies)
}

// run saves the profile when there is one, then makes the move on each
// request, with what is said of it, one after another, and stops at the first
// refusal.
func (f *mend) run(ctx app.Context, m access.Move, profile *wire.Profile, said map[string]string) {
	requests := withMove(f.find(session.Get(ctx)), m)
	if m == access.MoveConfirm {
		requests = confirmable(requests)
	}
	keys := f.keysFor(requests, m, said)
	var change wire.ProfileChange
	if profile != nil {
		change = wire.ProfileChange{Profile: *profile, Base: new(f.base)}
		if sent := [2]wire.Profile{*profile, f.base}; f.saving.Key == "" || f.sent != sent {
			f.saving, f.sent = profileChange(), sent
		}
	}
	saving := f.saving
	f.ctx.Async(func() {
		var me *wire.Me
		if profile != nil {
			saved, err := session.Deliver[wire.Me](f.ctx, saving, change)
			if err != nil && !session.IsUnsent(err) {
				f.finish(nil, nil, err)
				return
			}
			if err == nil {
				me = &saved
			}
		}
		var moved []wire.Request
		for i, r := range requests {
			next, err := session.Deliver[wire.Request](f.ctx, requesterMove(r, m, keys[i]), wire.Moved{Seq: r.Seq, Note: said[r.ID]})
			if session.IsUnsent(err) {
				continue // it waits behind the profile
			}
			if err != nil {
				f.finish(me, moved, err)
				return
			}
			moved = append(moved, next)
		}
		f.ctx.Dispatch(func(ctx app.Context) {
			for id := range said {
				part.EndDraft(ctx, session.Get(ctx), replyDraft(id))
			}
		})
		f.finish(me, moved, nil)
	})
}

// finish shows what was reached, and what was not.
func (f *mend) finish(me *wire.Me, moved []wire.Request, err error) {
	f.ctx.Dispatch(func(ctx app.Context) {
		f.busy, f.err = "", err
		if me != nil {
			session.Dispatch(ctx, session.MeLoaded{Me: *me})
		}
		for _, r := range moved {
			session.Dispatch(ctx, session.RequestMoved{Request: r})
		}
		if err == nil {
			part.EndDraft(ctx, session.Get(ctx), "mend")
			f.saving = session.Outgoing{}
			f.open, f.keys, f.tried = false, nil, me != nil && len(f.find(session.Get(ctx))) > 0
			if len(moved) > 0 {
				part.Focus(ctx, "request-"+moved[0].ID)
			} else {
				part.Focus(ctx, "title")
			}
			return
		}
		f.base = changedTo(f.base, err)
		f.errors = part.FieldErrors(session.Get(ctx), f.name+"-", err)
		if f.open {
			part.Focus(ctx, part.SummaryID)
		}
	})
}

// show keeps what was typed in its folded form, in front of the person's eyes.
func (f *mend) show(p wire.Profile) {
	f.values = p
	part.SetValue(f.name+"-company", p.Company)
	part.SetValue(f.name+"-company_local", p.CompanyLocal)
	part.SetValue(f.name+"-address", p.Address)
	part.SetValue(f.name+"-address_local", p.AddressLocal)
}

// missing is the field that lacks what rule 1 wants.
func missing(p wire.Profile) string {
	p.Address = "known" // so that only a missing company is left to be found
	if validation.CompanyMissing(p) {
		return "company"
	}
	return "address"
}

// keysFor returns the key of each request's move, the same one when it is
// tried again after a lost answer.
func (f *mend) keysFor(requests []wire.Request, m access.Move, said map[string]string) []string {
	if f.keys == nil {
		f.keys = map[string]string{}
	}
	keys := make([]string, 0, len(requests))
	for _, r := range requests {
		of := string(m) + r.ID + strconv.FormatUint(r.Seq, 10) + said[r.ID]
		if f.keys[of] == "" {
			f.keys[of] = live.NewKey()
		}
		keys = append(keys, f.keys[of])
	}
	return keys
}

// ownFields are the faults of the four fields that this form shows. Another
// fault of the profile is mended on the Personal page and must not stop a
// request here.
func ownFields(faults []wire.FieldError) []wire.FieldError {
	var own []wire.FieldError
	for _, f := range faults {
		switch f.Field {
		case "company", "company_local", "address", "address_local":
			own = append(own, f)
		}
	}
	return own
}
