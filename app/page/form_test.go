package page

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/shared/i18n"
	"accord/shared/wire"
)

func TestForm_ListsErrorsInTheOrderOfThePage(t *testing.T) {
	found := []wire.FieldError{{Field: "email"}, {Field: "else"}, {Field: "password"}, {Field: "given_name"}}
	want := []wire.FieldError{{Field: "given_name"}, {Field: "email"}, {Field: "password"}, {Field: "else"}}
	if diff := cmp.Diff(want, sorted(found, "given_name", "email", "password")); diff != "" {
		t.Error(diff)
	}
}

func TestForm_IsNotWrongOnceAllIsMended(t *testing.T) {
	f := form{refused: true, found: []wire.FieldError{{Field: "email", Code: "required"}}}
	if !f.wrong() {
		t.Error("a refused form counts as right")
	}
	if f.leave("email"); f.wrong() {
		t.Error("the window's title says Error although nothing is wrong any more")
	}
}

func TestPersonalPage_TellsTheLastSignInOnlyWhenThereWasOne(t *testing.T) {
	p := &Personal{m: customer(i18n.English)}
	refuse(t, expect(t, p.Render(), "Account profile"), "Last sign-in")
	p.m.Me.LastSignInAt = time.Date(2019, 9, 4, 6, 24, 0, 0, time.UTC)
	expect(t, p.Render(), "Last sign-in: Wed, 4 Sep 2019, 06:24 UTC")
}

func TestMend_IsWrongOnlyWhileItsFormShowsErrors(t *testing.T) {
	f := mend{open: true, errors: []part.FormError{{Field: "account-company", Text: "Enter a company name"}}}
	if !f.wrong() {
		t.Error("the window's title does not say that the form was refused")
	}
	if f.open = false; f.wrong() {
		t.Error("a form that was left counts as wrong")
	}
}

// A dialog that was cancelled while its answer was on its way, and opened for
// somebody else.
func TestSending_IsNotForTheFormOpenedSince(t *testing.T) {
	denied := &wire.Problem{Code: wire.CodeForbidden}
	for _, c := range []struct {
		name          string
		sentAgain     bool // the new form is on its way as well
		err           error
		through, busy bool
	}{
		{"Done", false, nil, true, false},
		{"DoneWhileTheNextIsSent", true, nil, true, true},
		{"Refused", false, denied, false, false},
		{"RefusedWhileTheNextIsSent", true, denied, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			end := endDay{form: form{prefix: "end-", dialog: endDialogID}}
			end.form.begin("first")
			sent := end.form.pressed()
			end = endDay{form: form{prefix: "end-", dialog: endDialogID}, turn: 1}
			if c.sentAgain {
				end.form.begin("second")
			}
			if got := sent.end(app.Context{}, c.err); got != c.through {
				t.Errorf("went through: %v", got)
			}
			if end.form.busy != c.busy || end.form.wrong() || end.form.err != nil {
				t.Errorf("the new form: %+v", end.form)
			}
			if sent.drop(); end.form.busy != c.busy {
				t.Error("the new form waits no more")
			}
		})
	}
}

func TestSending_IsForTheFormThatWasSent(t *testing.T) {
	f := form{}
	f.begin("one")
	if !f.pressed().stands() || !f.pressed().end(app.Context{}, nil) || f.busy || f.key != "" {
		t.Errorf("%+v", f)
	}
}

func TestForm_KeepsItsKeyForTheSameWordsOnly(t *testing.T) {
	lost := &wire.Problem{Code: wire.CodeOffline}
	f := form{}
	f.begin("one")
	first := f.key
	f.settle(lost)
	if f.begin("one"); f.key != first {
		t.Error("the same press could count twice")
	}
	f.settle(lost)
	if f.begin("two"); f.key == first {
		t.Error("other words are sent with the key of the first ones, which the server refuses")
	}
	if f.settle(nil); f.key != "" || f.sent != nil {
		t.Error("an answered form holds on to what was sent")
	}
}
