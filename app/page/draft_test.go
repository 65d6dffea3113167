package page

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// counter gives key1, key2, …
func counter() func() string {
	n := 0
	return func() string {
		n++
		return "key" + strconv.Itoa(n)
	}
}

func filled(text string) draft {
	return newDraft("me", access.Full).choose(access.KindContract).read(access.KindContract, text).agree(true)
}

func TestDraft_Read(t *testing.T) {
	for _, c := range []struct {
		name, text, shown string
		values            []string
		bad               int
		pasted            bool
	}{
		{"PlainNumbersStay", "123, 456", "123, 456", []string{"123", "456"}, 0, false},
		{"FullWidthDigitsAndJapaneseCommasAreFolded", "１２３、４５６，７８９", "123, 456, 789", []string{"123", "456", "789"}, 0, false},
		{"LinesStayLines", "123\n456\n", "123\n456", []string{"123", "456"}, 0, false},
		{"DoublesAreFolded", "123 123 456", "123, 456", []string{"123", "456"}, 0, false},
		{"BadOnesStayAsTyped", "123, 12AB, 1234567890123", "123, 12AB, 1234567890123", []string{"123"}, 2, false},
		{"AMailIsSearchedForNumbers", "Hello, please add contract 1234567 for me. Thanks!", "1234567", []string{"1234567"}, 0, true},
		{"NothingStaysNothing", "  ", "  ", nil, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := newDraft("me", access.Full).choose(access.KindContract).read(access.KindContract, c.text).Contracts
			if diff := cmp.Diff(c.values, e.Items.Values()); diff != "" {
				t.Errorf("values (-want +got):\n%s", diff)
			}
			if e.Text != c.shown {
				t.Errorf("the field shows %q, want %q", e.Text, c.shown)
			}
			if e.bad() != c.bad {
				t.Errorf("%d bad, want %d", e.bad(), c.bad)
			}
			if (e.Pasted != "") != c.pasted {
				t.Errorf("kept what was pasted: %q", e.Pasted)
			}
		})
	}
}

func TestDraft_ReadingTheFoldedTextAgainKeepsTheNoteOnDoubles(t *testing.T) {
	d := filled("123 123")
	again := d.read(access.KindContract, d.Contracts.Text)
	if len(again.Contracts.Items) != 2 || !again.Contracts.Items[1].Double {
		t.Errorf("the double is forgotten: %+v", again.Contracts.Items)
	}
}

func TestDraft_UnfoldPutsThePastedTextBack(t *testing.T) {
	const mail = "Hello, please add contract 1234567 for me. Thanks!"
	d := filled(mail).unfold()
	if d.Contracts.Text != mail {
		t.Errorf("the field shows %q", d.Contracts.Text)
	}
	if got := d.read(access.KindContract, mail).Contracts.Text; got != mail {
		t.Errorf("leaving the field folds it again: %q", got)
	}
}

func TestDraft_EachKindKeepsItsText(t *testing.T) {
	d := filled("123").choose(access.KindSerial).read(access.KindSerial, "abc-12345").choose(access.KindContract)
	if d.Contracts.Text != "123" || d.Serial.Text != "ABC-12345" {
		t.Errorf("contracts %q, serial %q", d.Contracts.Text, d.Serial.Text)
	}
	if got := d.submit().Identifiers; !cmp.Equal(got, []string{"123"}) {
		t.Errorf("sends %v", got)
	}
}

func TestDraft_ResumesWhatWasBeingTypedWhenThePageWasLeft(t *testing.T) {
	d := filled("123").check().typed(access.KindContract, "１２３、45X").resumed()
	if d.Step != stepEnter || d.Contracts.Text != "123, 45X" || d.Contracts.bad() != 1 || !d.Agreed {
		t.Errorf("resumed as %+v", d)
	}
}

func TestDraft_Check(t *testing.T) {
	for _, c := range []struct {
		name   string
		draft  draft
		fields string
	}{
		{"GoesOnWhenAllIsGood", filled("123"), ""},
		{"NeedsANumber", filled(""), "contracts"},
		{"NeedsTheAgreement", filled("123").agree(false), "agreed"},
		{"NeedsAKind", newDraft("me", access.Full).agree(true), "kind"},
		{"NamesEachBadNumber", filled("123, 1X, 2Y"), "contracts contracts"},
		{"NamesBadNumbersOnceWhenNoneIsGood", filled("1X"), "contracts"},
		{"NeedsASerial", newDraft("me", access.Full).choose(access.KindSerial).agree(true), "serial"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.draft.check()
			var fields []string
			for _, p := range d.Problems {
				fields = append(fields, p.Field)
			}
			if got := strings.Join(fields, " "); got != c.fields {
				t.Errorf("faults in %q, want %q", got, c.fields)
			}
			if (d.Step == stepCheck) != (c.fields == "") {
				t.Errorf("step %d", d.Step)
			}
		})
	}
}

func TestDraft_CheckListsWhatIsWrongInTheOrderOfTheForm(t *testing.T) {
	d := filled("123, 1X").agree(false).check()
	var fields []string
	for _, p := range d.Problems {
		fields = append(fields, p.Field)
	}
	if want := []string{"contracts", "agreed"}; !cmp.Equal(fields, want) {
		t.Errorf("lists %v, want %v", fields, want)
	}
}

func TestDraft_TenNumbersWithThreeBadOnesGoOnWithTheSevenGoodOnes(t *testing.T) {
	d := filled("1001,1002,10x3,1004,1005,1234567890123,1007,1008,A,1010").check()
	if d.Step != stepEnter || len(d.Problems) != 3 {
		t.Fatalf("step %d with %d faults, want 3", d.Step, len(d.Problems))
	}
	d = d.leaveOut().check()
	if d.Step != stepCheck || len(d.submit().Identifiers) != 7 {
		t.Errorf("step %d with %v", d.Step, d.submit().Identifiers)
	}
}

func TestDraft_Press(t *testing.T) {
	keys := counter()
	d := filled("123").check().press(keys)
	first := d.Key
	t.Run("KeepsTheKeyForTheRetry", func(t *testing.T) {
		again := d.failed(&wire.Problem{Code: wire.CodeOffline}).press(keys)
		if again.Key != first {
			t.Errorf("key %q, want %q", again.Key, first)
		}
	})
	t.Run("TakesANewKeyForOtherAnswers", func(t *testing.T) {
		other := d.failed(&wire.Problem{Code: wire.CodeOffline}).back().read(access.KindContract, "456").check().press(keys)
		if other.Key == first {
			t.Errorf("key %q again for another body", other.Key)
		}
	})
	t.Run("TakesANewKeyAfterTheServerKnewTheOldOne", func(t *testing.T) {
		again := d.failed(&wire.Problem{Code: wire.CodeKeyReused}).press(keys)
		if again.Key == first {
			t.Errorf("key %q again", again.Key)
		}
	})
}

func TestDraft_Failed(t *testing.T) {
	d := filled("123").check().press(counter())
	t.Run("StaysBeforeSubmitWithEverything", func(t *testing.T) {
		f := d.failed(&wire.Problem{Code: wire.CodeOffline})
		if f.Step != stepCheck || f.Failure == nil || f.Contracts.Text != "123" || !f.Agreed {
			t.Errorf("%+v", f)
		}
	})
	t.Run("LeadsBackToTheFieldsThatTheServerFaults", func(t *testing.T) {
		fault := wire.FieldError{Field: "contracts", Code: "contract.digits", Item: "123"}
		f := d.failed(&wire.Problem{Code: wire.CodeValidation, Fields: []wire.FieldError{fault}})
		if f.Step != stepEnter || faultOf(f.Contracts.Items[0], f.Problems) == nil {
			t.Errorf("%+v", f)
		}
	})
}

func TestDraft_ComesBackFromTheOutboxWithItsRefusal(t *testing.T) {
	m := customer(i18n.English)
	sent := wire.Submit{Level: access.Downloads, Kind: access.KindContract, Identifiers: []string{"610001", "610010"}, Agreed: true}
	t.Run("FaultsStandBesideTheirFields", func(t *testing.T) {
		d := refusedDraft(m, sent, &wire.Problem{Code: wire.CodeValidation, Fields: []wire.FieldError{{Field: "contracts", Code: "list.many"}}}).resumed()
		if d.Step != stepEnter || len(d.Problems) != 1 || d.Refused != nil || !sameSubmit(d.submit(), sent) {
			t.Errorf("got %+v", d)
		}
	})
	t.Run("AnyOtherStandsBeforeSubmit", func(t *testing.T) {
		d := refusedDraft(m, sent, &wire.Problem{Code: wire.CodeForbidden}).resumed()
		if d.Step != stepCheck || d.Failure == nil || !sameSubmit(d.submit(), sent) {
			t.Errorf("got %+v", d)
		}
	})
	t.Run("OnceIsEnough", func(t *testing.T) {
		d := refusedDraft(m, sent, &wire.Problem{Code: wire.CodeForbidden}).resumed().resumed()
		if d.Step != stepEnter || d.Failure != nil {
			t.Errorf("got %+v", d)
		}
	})
}
