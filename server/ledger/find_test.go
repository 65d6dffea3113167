package ledger_test

import (
	"fmt"
	"testing"
	"time"

	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/wire"
)

func TestFind_MatchesWhatAPersonTypes(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, func(tx *ledger.Tx) error {
		return tx.PutAccount(person("u", "taro.yamada@mail.example.co.jp", func(p *wire.Profile) {
			p.FamilyNameLocal, p.GivenNameLocal = "山田", "太郎"
			p.Company, p.CompanyLocal = "Ｎｏｒｔｈ-Star O'Neill & Co., Ltd.", "株式会社北星システムズABC販売"
		}))
	})
	do(t, b, append1(submitted("7K3M9Q-1", "u", access.Full, "230109870", access.PendingVendor)))
	for _, test := range []struct {
		find string
		hit  bool
	}{
		{"yamada", true}, {"YAMA", true}, {"amada", false},
		{"taro yamada", true}, {"yamada, taro", true}, {"taro suzuki", false},
		{"north", true}, {"star", true}, {"north-star", true}, {"ｎｏｒｔｈ", true}, {"o'neill", true}, {"neill", true},
		{"taro.yamada@mail.example.co.jp", true}, {"mail.example", true}, {"example", true}, {"taro.ya", true}, {"ample", false},
		{"2301", true}, {"２３０１", true}, {"0109", false},
		{"a-7k3", true}, {"7k3m", true},
		{"山田", true}, {"太郎", true}, {"山田太郎", true}, {"太郎山田", false}, {"山田 太郎", true},
		{"北星", true}, {"システム", true}, {"ｼｽﾃﾑ", true}, {"テムズ", true}, {"北星システムズ", true}, {"株式会社北星システムズ", true}, {"株式会社北星システムX", false},
		{"abc", true}, {"abc販", true}, {"販売", true}, {"bc", false},
		{"!!!", false}, {"  yamada  ", true}, {"", true}, {"   ", true},
	} {
		list, next := queueOf(t, b, vendor(), ledger.QueueFilter{Find: test.find}, "", 0)
		if (len(list) == 1) != test.hit || next != "" {
			t.Errorf("%q finds %v, next %q", test.find, list, next)
		}
	}
}

func TestFind_SeesOnlyTheQueuesAskedForAndTheLevel(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	do(t, b, append1(submitted("r1", "u", access.Full, "11", access.PendingAdministrator)))
	do(t, b, append1(submitted("r2", "u", access.Downloads, "11", access.PendingAdministrator)))
	do(t, b, append1(submitted("r3", "u", access.Full, "12", access.PendingAdministrator)))
	find := func(level access.Level, queues ...string) []string {
		list, _ := queueOf(t, b, queues, ledger.QueueFilter{Find: "1", Level: level}, "", 0)
		return list
	}
	want(t, find("", "contract:11"), []string{"r1", "r2"})
	want(t, find(access.Full, "contract:11", "contract:12"), []string{"r1", "r3"})
	want(t, find("", "contract:1"), []string{})
}

func TestFind_PagesLongestWaitingFirst(t *testing.T) {
	c := newClock()
	b := open(t, t.TempDir(), ledger.Options{Now: c.Now})
	var all []string
	for i := range 9 {
		id := fmt.Sprint("r", 9-i) // the terms' order is not the order of waiting
		do(t, b, append1(submitted(id, "u", access.Full, fmt.Sprint(100-i), access.PendingVendor)))
		all = append(all, id)
		c.Add(time.Second)
	}
	var got []string
	for cursor, more := "", true; more; more = cursor != "" {
		var list []string
		list, cursor = queueOf(t, b, vendor(), ledger.QueueFilter{Find: "a-r"}, cursor, 2)
		got = append(got, list...)
	}
	want(t, got, all)
}

func TestFind_FollowsAProfileThatChanges(t *testing.T) {
	b := open(t, t.TempDir(), ledger.Options{})
	put := func(company string) {
		do(t, b, func(tx *ledger.Tx) error {
			return tx.PutAccount(person("u", "u@example.com", func(p *wire.Profile) { p.Company = company }))
		})
	}
	find := func(word string) []string {
		list, _ := queueOf(t, b, vendor(), ledger.QueueFilter{Find: word}, "", 0)
		return list
	}
	put("Northern Lights")
	first := submitted("r1", "u", access.Full, "1", access.PendingVendor)
	do(t, b, append1(first))
	put("Southern Cross")
	want(t, find("northern"), []string{})
	want(t, find("southern 1"), []string{"r1"})
	do(t, b, append1(then(first, access.MoveApprove, access.Approved)))
	want(t, find("southern"), []string{})
	put("Eastern Winds")
	want(t, find("eastern"), []string{})
}
