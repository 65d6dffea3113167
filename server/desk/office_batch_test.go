package desk_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"accord/shared/access"
	"accord/shared/wire"
)

func TestOfficeBatch_IsCheckedFirst(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	o.granted("pat@mail.example", "1001")
	text := "email,action,level,ends_at\n" +
		"new@alpha.example,add,downloads,2027-01-31\n" +
		"bad address,add,,\n" +
		"pat@mail.example,remove,,\n" +
		"gone@mail.example,remove,,\n" +
		"x@alpha.example,grow,,\n" +
		"y@alpha.example,add,ordering,\n" +
		"z@alpha.example,add,full,2020-01-01\n" +
		"ann@alpha.example,add,full,\n" +
		"new@alpha.example,add,downloads,\n"
	at := o.since()
	got, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: text, Confirm: true, Note: "they left"})
	must(t, err)
	want := wire.BatchResult{
		Rows: []wire.BatchRow{
			{Line: 2, Email: "new@alpha.example", Action: wire.BatchAdd, Level: access.Downloads, EndsOn: "2027-01-31", Employer: wire.EmployerOwn},
			{Line: 4, Email: "pat@mail.example", Action: wire.BatchRemove},
			{Line: 5, Email: "gone@mail.example", Action: wire.BatchSame},
		},
		Errors: []wire.RowError{
			{Line: 3, Column: "email", Code: "email"},
			{Line: 6, Column: "action", Code: "enum", Args: []string{"add, remove"}},
			{Line: 7, Column: "level", Code: "enum", Args: []string{"downloads, full"}},
			{Line: 8, Column: "ends_at", Code: "day.past"},
			{Line: 9, Column: "email", Code: "own"},
			{Line: 10, Column: "email", Code: "duplicate", Args: []string{"new@alpha.example", "2"}},
		},
		Add: 1, Remove: 1, Same: 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if o.since() != at || len(o.users(ann, c, "")) != 1 {
		t.Error("a batch with bad rows did something")
	}

	p := refused(t, second(o.Batch(t.Context(), ann, c, wire.Batch{Text: text, Confirm: true, SkipBad: true})), wire.CodeValidation)
	if p.Fields[0].Field != "reason" || p.Fields[0].Code != "reason.required" || o.since() != at {
		t.Errorf("without a reason: %+v", p.Fields)
	}
	done, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: text, Confirm: true, SkipBad: true, Reason: access.RevokedLeftCompany, Note: "they left"})
	must(t, err)
	if want.Done = true; !cmp.Equal(want, done) {
		t.Error(cmp.Diff(want, done))
	}
	users := o.users(ann, c, "")
	if len(users) != 1 || users[0].Email != "new@alpha.example" || dayText(users[0]) != "2027-01-31" {
		t.Errorf("%+v", users)
	}
	h, err := o.OfficeHistory(t.Context(), ann, c, "")
	must(t, err)
	if !slices.ContainsFunc(h.Events, func(e wire.OfficeEvent) bool {
		return e.What == "revoked" && e.Reason == access.RevokedLeftCompany && e.Note == "they left"
	}) {
		t.Errorf("the reason is not told: %+v", h.Events)
	}
}

func second[T any](_ T, err error) error { return err }

func dayText(u wire.OfficeUser) string { return u.EndsAt.Format("2006-01-02") }

func TestOfficeBatch_IsDoneOnce(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	ann.Key = "11111111-1111-1111-1111-111111111111"
	c := access.Contract("1001")
	b := wire.Batch{Confirm: true, SkipBad: true, Text: "a@alpha.example\nb@alpha.example,,downloads\n" +
		"c@mail.example,add,full,,other,Runs the network\na@alpha.example\n"}
	first, err := o.Batch(t.Context(), ann, c, b)
	must(t, err)
	at := o.since()
	again, err := o.Batch(t.Context(), ann, c, b) // the answer was lost
	must(t, err)
	if diff := cmp.Diff(first, again); diff != "" || !again.Done || again.Add != 3 || again.Rows[2].Purpose == "" || again.Errors[0].Args[0] != "a@alpha.example" || o.since() != at {
		t.Errorf("the repeat: %s", diff)
	}
	ann.Key = ""
	same, err := o.Batch(t.Context(), ann, c, b)
	must(t, err)
	if same.Same != 3 || same.Add != 0 || o.since() != at {
		t.Errorf("sent again: %+v", same)
	}
	ends, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: "a@alpha.example,add,full,2027-05-01\na@alpha.example,add,downloads\n", Confirm: true})
	must(t, err)
	if u := o.user(ann, c, "a@alpha.example"); ends.Add != 1 || ends.Same != 1 || dayText(u) != "2027-05-01" {
		t.Errorf("an end by batch: %+v, %+v", ends, u)
	}
}

// TestOfficeBatch_AUserAtAnotherCompany is a third party: by what the row says,
// else by the mail domain. What is held already stays as it is.
func TestOfficeBatch_AUserAtAnotherCompany(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	must(t, o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "kept@alpha.example", Level: access.Full}))
	must(t, o.AddOfficeUser(t.Context(), ann, c, wire.AddUser{Email: "kept@mail.example", Level: access.Full, Purpose: "Operating the branch network"}))
	got, err := o.Batch(t.Context(), ann, c, wire.Batch{Confirm: true, SkipBad: true, Text: "email,ends_at,employer,purpose\n" +
		"new@sub.alpha.example,,,\n" +
		"pat@mail.example,,,Operating the branch network\n" +
		"contractor@alpha.example,,OTHER,Operating the branch network\n" +
		"temp@mail.example,,own,\n" +
		"kept@alpha.example,2027-01-31,other,Operating the branch network\n" +
		"x@beta.example,,other,\n" +
		"y@beta.example,,other,Runs contract 1001\n" +
		"z@beta.example,,maybe,\n" +
		"w@beta.example,,,\n" +
		"kept@mail.example,2027-01-31,,\n"})
	must(t, err)
	wrong := []wire.RowError{
		{Line: 7, Column: "purpose", Code: "purpose.required"},
		{Line: 8, Column: "purpose", Code: "purpose.number"},
		{Line: 9, Column: "employer", Code: "enum", Args: []string{"own, other"}},
		{Line: 10, Column: "purpose", Code: "purpose.required"},
	}
	if diff := cmp.Diff(wrong, got.Errors); diff != "" {
		t.Error(diff)
	}
	employers := map[string]wire.Employer{}
	for _, r := range got.Rows {
		employers[r.Email] = r.Employer
	}
	if diff := cmp.Diff(map[string]wire.Employer{
		"new@sub.alpha.example": wire.EmployerOwn, "pat@mail.example": wire.EmployerOther, "contractor@alpha.example": wire.EmployerOther,
		"temp@mail.example": wire.EmployerOwn, "kept@alpha.example": "", "kept@mail.example": "",
	}, employers); diff != "" {
		t.Error(diff)
	}
	for email, want := range map[string]wire.OfficeHow{
		"new@sub.alpha.example": wire.HowAdded, "pat@mail.example": wire.HowThirdParty, "contractor@alpha.example": wire.HowThirdParty,
		"temp@mail.example": wire.HowAdded, "kept@alpha.example": wire.HowAdded,
	} {
		if u := o.user(ann, c, email); u.How != want {
			t.Errorf("%s: %+v, want %s", email, u, want)
		}
	}

	// Removed, they read the note, which is said before it is written.
	v, err := o.Office(t.Context(), ann, c)
	must(t, err)
	if !slices.Equal(v.Hidden, []string{"1001", "9001"}) {
		t.Errorf("hidden: %v", v.Hidden)
	}
	gone := wire.Batch{Text: "email,action\ntemp@mail.example,remove\npat@mail.example,remove\n"}
	got, err = o.Batch(t.Context(), ann, c, gone)
	must(t, err)
	if len(got.Rows) != 2 || got.Rows[0].Employer != "" || got.Rows[1].Employer != wire.EmployerOther {
		t.Errorf("%+v", got.Rows)
	}
	gone.Confirm, gone.Reason, gone.Note = true, access.RevokedRoleEnded, "Bill-to 9001 is closed"
	p := refused(t, second(o.Batch(t.Context(), ann, c, gone)), wire.CodeValidation)
	if p.Fields[0].Field != "note" || p.Fields[0].Code != "note.number" {
		t.Errorf("%+v", p.Fields)
	}
}

// TestOfficeBatch_TakesAsManyRowsAsItSays, all of them people who have no
// account, in one command.
func TestOfficeBatch_TakesAsManyRowsAsItSays(t *testing.T) {
	o := open(t)
	ann := o.who("ann@alpha.example")
	c := access.Contract("1001")
	rows := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s%d@a-rather-long-domain-name.alpha.example,add,full,2027-12-31\n", strings.Repeat("x", 40), i)
		}
		return b.String()
	}
	got, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: rows(wire.MaxBatch), Confirm: true})
	if err != nil || got.Add != wire.MaxBatch || !got.Done {
		t.Fatalf("%d added, %v", got.Add, err)
	}
	for text, code := range map[string]string{rows(wire.MaxBatch + 1): "batch.long", "": "batch.empty", "email\n": "batch.empty", "email,access\na@x.example,downloads\n": "batch.column", "Email,Level,,last day\n": "batch.column", "\n \n": "batch.empty"} {
		p := refused(t, second(o.Batch(t.Context(), ann, c, wire.Batch{Text: text})), wire.CodeValidation)
		if p.Fields[0].Field != "text" || p.Fields[0].Code != code {
			t.Errorf("%.20q: %+v", text, p.Fields)
		}
	}
}

// TestOfficeBatch_ARowIsJudgedByTheNewRegistry: an import that comes between
// looking up and writing says whose a mail domain is, and how long the contract
// runs.
func TestOfficeBatch_ARowIsJudgedByTheNewRegistry(t *testing.T) {
	c := access.Contract("1001")
	bought := files()
	bought["companies.csv"].Data = bytes.ReplaceAll(bought["companies.csv"].Data, []byte("alpha.example"), []byte("alpha.example;omega.example"))
	for _, tc := range []struct {
		name         string
		before, then fstest.MapFS
		third        bool
	}{
		{"OfItsCompanysNewDomain", files(), bought, false},
		{"OfADomainThatIsItsCompanysNoMore", bought, files(), true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := &meanwhile{}
			o := open(t, m.between) // of its own: the invitation of another is written beside
			o.replace(tc.before)
			ann := o.who("ann@alpha.example")
			m.before = func() { o.replace(tc.then) }
			got, err := o.Batch(t.Context(), ann, c, wire.Batch{Text: "new@omega.example,add,full,,,Operating the branch network", Confirm: true})
			must(t, err)
			u := o.user(ann, c, "new@omega.example")
			if (got.Rows[0].Employer == wire.EmployerOther) != tc.third || (u.How == wire.HowThirdParty) != tc.third {
				t.Errorf("told %+v, holds %+v", got.Rows[0], u)
			}
		})
	}
}
