package page

import (
	"encoding/json"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// profileChange is a change of the profile as the outbox keeps it.
func profileChange() session.Outgoing {
	return session.Outgoing{What: session.WhatProfile, Route: wire.RoutePersonal, Method: "PUT", Path: wire.PathProfile, Key: live.NewKey()}
}

// pending is the profile with the changes that wait on this device.
func pending(m session.Model) wire.Profile {
	profile := m.Me.Profile
	if o, ok := m.UnsentTo(wire.PathProfile); ok && o.State == session.OutWaiting {
		_ = json.Unmarshal(o.Body, &profile) // our own type
	}
	return profile
}

// follow takes what the account says now into a form: fields that the person did
// not touch show it. The others stay as they are typed, beside what they were
// changed from.
func follow(base, typed, now wire.Profile) (nextBase, nextTyped wire.Profile) {
	nextBase, nextTyped = now, now
	is, was := now.Fields(), base.Fields()
	mine, from := nextTyped.Fields(), nextBase.Fields()
	for i, f := range typed.Fields() {
		if *f.Value != *was[i].Value && *f.Value != *is[i].Value {
			*mine[i].Value, *from[i].Value = *f.Value, *was[i].Value
		}
	}
	return nextBase, nextTyped
}

// was is what the account said of a field when the person began to change it.
func (p *Personal) was(field string) string {
	for _, f := range p.base.Fields() {
		if f.Name == field {
			return *f.Value
		}
	}
	return ""
}

// restored takes up a draft, with what its fields were changed from, which may be
// long ago. It does not wait for the fields' own events: the account may be heard of
// before them.
func (p *Personal) restored(typed, was part.Values) {
	form := p.draft.Fields()
	for i, f := range p.base.Fields() {
		if from, ok := was[f.Name]; ok {
			*f.Value, *form[i].Value = from, typed[f.Name]
		}
	}
}

// changedTo takes over what the portal says was changed elsewhere: the person has
// read it, and what they send next is a change of that.
func changedTo(base wire.Profile, err error) wire.Profile {
	fields := base.Fields()
	for _, wrong := range part.ProblemOf(err).Fields {
		for _, f := range fields {
			if f.Name == wrong.Field && isChangedElsewhere(wrong) {
				*f.Value = wrong.Args[0]
			}
		}
	}
	return base
}

func isChangedElsewhere(wrong wire.FieldError) bool {
	switch wrong.Code {
	case "profile.changed", "profile.emptied", "profile.country":
		return len(wrong.Args) > 0
	}
	return false
}

// keepProfile brings a change of the profile back that was refused while it
// waited: the fields that it changed, and why.
func keepProfile(m session.Model, o session.Outgoing) {
	var change wire.ProfileChange
	if json.Unmarshal(o.Body, &change) != nil {
		return // our own type
	}
	if change.Base == nil {
		change.Base = &m.Me.Profile // by an earlier release
	}
	values, from, was := part.Values{}, part.Values{}, change.Base.Fields()
	for i, f := range change.Fields() {
		if *f.Value != *was[i].Value {
			values[f.Name], from[f.Name] = *f.Value, *was[i].Value
		}
	}
	part.KeepForm(m, "profile", values, from, o.Problem)
}
