package desk_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/fstest"

	diff "github.com/google/go-cmp/cmp"

	"accord/server/desk"
	"accord/shared/access"
	"accord/shared/wire"
)

// What somebody changed elsewhere while a form was open stays, unless the person
// learned of it and says so.
func TestDesk_UpdateProfile_KeepsWhatWasChangedElsewhere(t *testing.T) {
	o := open(t)
	who := o.who("ann@alpha.example")
	me, err := o.Me(t.Context(), who)
	must(t, err)
	base := me.Profile
	elsewhere := base
	elsewhere.Nickname, elsewhere.Phone, elsewhere.Country = "Annie", "+81312345678", "JP"
	_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: elsewhere})
	must(t, err)
	_, err = o.SetLanguage(t.Context(), who, wire.SetLanguage{Language: "ja"})
	must(t, err)

	mine := base
	mine.JobTitle, mine.Nickname, mine.Country = "Engineer", "Nan", "DE"
	_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: mine, Base: &base})
	var p *wire.Problem
	if !errors.As(err, &p) {
		t.Fatalf("a change of what was changed elsewhere came to %v", err)
	}
	want := []wire.FieldError{
		{Field: "nickname", Code: "profile.changed", Args: []string{"Annie"}},
		{Field: "country", Code: "profile.country", Args: []string{"JP"}},
	}
	if d := diff.Diff(want, p.Fields); d != "" {
		t.Errorf("refused (-want +got):\n%s", d)
	}

	base.Nickname, base.Country = "Annie", "JP" // seen
	me, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: mine, Base: &base})
	must(t, err)
	now := elsewhere
	now.JobTitle, now.Nickname, now.Country, now.Language = "Engineer", "Nan", "DE", "ja"
	if d := diff.Diff(now, me.Profile); d != "" {
		t.Errorf("the profile (-want +got):\n%s", d)
	}
}

// TestProfile_LatinFieldsTakeLatinLetters: what the registry has in them stays.
func TestProfile_LatinFieldsTakeLatinLetters(t *testing.T) {
	o := open(t)
	o.replace(more("accounts.csv", "sora@beta.example,Sora,Sato,株式会社ベータ,,1 Main St,JP,ja,customer\n"))
	sora := o.who("sora@beta.example")
	me, err := o.Me(t.Context(), sora)
	must(t, err)
	if me.Profile.Company != "株式会社ベータ" {
		t.Fatalf("the registry's company came to %q", me.Profile.Company)
	}
	now := me.Profile
	now.Phone = "03-1234-5678"
	me, err = o.UpdateProfile(t.Context(), sora, wire.ProfileChange{Profile: now})
	must(t, err)
	for _, base := range []*wire.Profile{nil, &me.Profile} {
		now = me.Profile
		now.Company, now.Address = "ベータ", "東京都港区"
		_, err = o.UpdateProfile(t.Context(), sora, wire.ProfileChange{Profile: now, Base: base})
		want := []wire.FieldError{{Field: "company", Code: "latin.company"}, {Field: "address", Code: "latin.address"}}
		if d := diff.Diff(want, refused(t, err, wire.CodeValidation).Fields); d != "" {
			t.Errorf("refused (-want +got):\n%s", d)
		}
	}
}

func TestRegister_PutsEachNameWhereItsScriptBelongs(t *testing.T) {
	for _, c := range []struct {
		name, given, family string
		want                wire.Profile
	}{
		{"Japanese", "太郎", "山田", wire.Profile{GivenNameLocal: "太郎", FamilyNameLocal: "山田"}},
		{"Latin", "Taro", "Yamada", wire.Profile{GivenName: "Taro", FamilyName: "Yamada"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := open(t)
			o.register(wire.Register{Email: "new@beta.example", Password: "a long enough secret",
				GivenName: c.given, FamilyName: c.family, Language: "ja"})
			o.mails.next(t)
			me, err := o.Me(t.Context(), o.who("new@beta.example"))
			must(t, err)
			got := wire.Profile{GivenName: me.Profile.GivenName, FamilyName: me.Profile.FamilyName,
				GivenNameLocal: me.Profile.GivenNameLocal, FamilyNameLocal: me.Profile.FamilyNameLocal}
			if d := diff.Diff(c.want, got); d != "" {
				t.Errorf("the name (-want +got):\n%s", d)
			}
		})
	}
}

// TestUpdateProfile_OfWhoHasMuchWaiting: all of it is found by the new name, though
// the words of that are more than one command may write.
func TestUpdateProfile_OfWhoHasMuchWaiting(t *testing.T) {
	o := open(t)
	const many = 250
	registry := files()
	contracts, admins := string(registry["contracts.csv"].Data), string(registry["administrators.csv"].Data)
	for i := range many {
		contracts += fmt.Sprintf("%d,A,,,24x7,vendor,direct,2025-01-01,2025-01-01,2027-12-31,active\n", 700_000+i)
		admins += fmt.Sprintf("ann@alpha.example,%d,\n", 700_000+i)
	}
	registry["contracts.csv"], registry["administrators.csv"] = &fstest.MapFile{Data: []byte(contracts)}, &fstest.MapFile{Data: []byte(admins)}
	o.replace(registry)
	who := o.client(1)
	for i := range many {
		o.one(who, access.Downloads, fmt.Sprint(700_000+i), access.PendingAdministrator)
	}
	me, err := o.Me(t.Context(), who)
	must(t, err)
	p := me.Profile
	p.GivenName, p.FamilyName, p.GivenNameLocal, p.FamilyNameLocal = "Maximilian", "Featherstonehaugh", "マクシミリアン", "フェザーストンホー"
	p.Company, p.CompanyLocal = "Delta Manufacturing and Trading East Japan Co., Ltd.", "デルタ製造販売株式会社東日本支社営業統括本部第三営業部"
	_, err = o.UpdateProfile(t.Context(), who, wire.ProfileChange{Profile: p})
	must(t, err)
	o.restart() // when what goes on after the answer has ended
	found := 0
	for cursor, more := "", true; more; more = cursor != "" {
		queue, err := o.Queue(t.Context(), o.who("ann@alpha.example"), desk.QueueQuery{Find: "第三営業部 featherstone", Cursor: cursor, Limit: 100})
		must(t, err)
		found, cursor = found+len(queue.Rows), queue.Next
	}
	if found != many {
		t.Errorf("%d of %d are found", found, many)
	}
}
