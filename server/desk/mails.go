package desk

import (
	"context"
	"slices"

	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// RequestMails lists the mails about a request, newest first: to its requester
// those to their own address, to its deciders all, but to administrators none to
// the vendor's reviewers. Errors: not_found.
func (d *Desk) RequestMails(ctx context.Context, who Who, id string) (wire.MailList, error) {
	list := wire.MailList{Mails: []wire.Mail{}}
	err := d.read(ctx, func(r *ledger.Reader, g *registry.Generation) error {
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		mine := request.Account == who.Account
		if !mine {
			if _, err := d.asDecider(r, g, who, request); err != nil {
				return err
			}
		}
		mails, err := r.RequestMails(id)
		for _, m := range mails {
			shown := m.Account == who.Account
			if !shown && !mine {
				if shown, err = d.showsDecider(r, who, m); err != nil {
					return err
				}
			}
			if shown {
				list.Mails = append(list.Mails, viewMail(m))
			}
		}
		return err
	})
	return list, notFound(err)
}

// SubmissionMails lists the mails to the requester about what was sent together,
// newest first, and how far those to the administrators have come. Errors:
// not_found.
func (d *Desk) SubmissionMails(ctx context.Context, who Who, id string) (wire.MailList, error) {
	list := wire.MailList{Mails: []wire.Mail{}}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		requests, err := ownSubmission(r, who, id)
		if err != nil {
			return err
		}
		seen, told := map[string]bool{}, []wire.MailState{}
		for _, request := range requests {
			mails, err := r.RequestMails(request.ID)
			if err != nil {
				return err
			}
			for _, m := range mails {
				if m.Account == who.Account && !seen[m.ID] {
					seen[m.ID], list.Mails = true, append(list.Mails, viewMail(m))
				}
			}
			if request.Status == access.PendingAdministrator {
				state, err := d.toldState(r, who, mails)
				if err != nil {
					return err
				}
				told = append(told, state)
			}
		}
		slices.SortFunc(list.Mails, func(a, b wire.Mail) int { return b.CreatedAt.Compare(a.CreatedAt) })
		list.Administrators = leastTold(told)
		return nil
	})
	if err != nil {
		return wire.MailList{}, notFound(err)
	}
	return list, nil
}

// showsDecider reports whether a decider of a request may see a mail about it:
// customers learn no reviewer's address.
func (d *Desk) showsDecider(r *ledger.Reader, who Who, m ledger.Mail) (bool, error) {
	if who.Role == access.RoleReviewer {
		return true, nil
	}
	vendors, err := d.toVendor(r, m)
	return !vendors, err
}

// toldState is how far the mails about a request to its administrators have
// come: the best of them, for one administrator is enough.
func (d *Desk) toldState(r *ledger.Reader, who Who, mails []ledger.Mail) (told wire.MailState, err error) {
	for _, m := range mails {
		vendors, err := d.toVendor(r, m)
		if err != nil {
			return "", err
		}
		switch {
		case m.Account == who.Account, vendors:
		case m.State == wire.MailSent, m.State == wire.MailKept:
			return m.State, nil
		case m.Waits():
			told = wire.MailQueued
		case told == "":
			told = wire.MailFailed
		}
	}
	return told, nil
}

// leastTold is what can be said of several requests: the least of each.
func leastTold(states []wire.MailState) wire.MailState {
	for _, s := range []wire.MailState{wire.MailFailed, "", wire.MailQueued, wire.MailKept} {
		if slices.Contains(states, s) {
			return s
		}
	}
	if len(states) == 0 {
		return ""
	}
	return wire.MailSent
}

// MailLog lists mails for an operator, newest first: find is the beginning of
// an address. Errors: forbidden, bad_request.
func (d *Desk) MailLog(ctx context.Context, who Who, find string, state wire.MailState, cursor string) (wire.MailList, error) {
	list := wire.MailList{Mails: []wire.Mail{}}
	if err := operator(who); err != nil {
		return list, err
	}
	list.Down = d.MailDown()
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		mails, next, err := r.MailLog(validation.FindQuery(find), state, cursor, pageSize)
		list.Next = next
		for _, m := range mails {
			list.Mails = append(list.Mails, viewMail(m))
		}
		return err
	})
	return list, notFound(err)
}

func viewMail(m ledger.Mail) wire.Mail {
	return wire.Mail{
		ID: m.ID, To: m.To, Kind: m.Kind, Subject: m.Subject, Requests: m.Requests,
		State: m.State, Tries: m.Tries, Error: m.Error,
		CreatedAt: m.CreatedAt, ChangedAt: m.ChangedAt, NextTry: m.DueAt, Again: again(m),
	}
}

// maxTold is how many requests' deciders are told live of one mail.
const maxTold = 10

// AnnounceMail shows how far a mail has come to those who may see it: the
// operators, its reader, and the deciders of the requests that it is about; of
// the vendor's mail only its reviewers.
func (d *Desk) AnnounceMail(m ledger.Mail) {
	view := viewMail(m)
	topics := []string{TopicOperators}
	if m.Account != "" {
		topics = append(topics, AccountTopic(m.Account))
	}
	err := d.Ledger.View(context.Background(), func(r *ledger.Reader) error {
		vendors, err := d.toVendor(r, m)
		if err != nil {
			return err
		}
		for _, id := range m.Requests[:min(len(m.Requests), maxTold)] {
			request, err := r.Request(id)
			if err != nil {
				return err
			}
			if !vendors {
				topics = append(topics, QueueTopic(request.Scope.String()))
			}
			if m.Account != request.Account { // whose screen says how far the mail to the others has come
				d.Publish(AccountTopic(request.Account), wire.Update{Kind: wire.UpdateMail, Mail: &wire.Mail{Requests: []string{id}}})
			}
			if len(m.Requests) == 1 {
				topics = append(topics, QueueTopic(ledger.VendorQueue))
			}
		}
		return nil
	})
	if err != nil {
		d.Log.Warn("a mail is not shown live", "mail", m.ID, "error", err)
	}
	for _, topic := range topics {
		d.Publish(topic, wire.Update{Kind: wire.UpdateMail, Mail: &view})
	}
}
