package page

import (
	"strings"

	"accord/app/session"
	"accord/shared/i18n"
	"accord/shared/script"
)

// langOf is the language a name is marked with, so that screen readers and
// fonts treat it right: Japanese when it holds kana or kanji.
func langOf(name string) string {
	if strings.ContainsFunc(name, script.Japanese) {
		return "ja"
	}
	return "en"
}

// scripts puts the two forms of a name in the reader's order: Japanese readers
// see the local script first. second is empty when it says nothing new.
func scripts(m session.Model, latin, local string) (first, second string) {
	first, second = latin, local
	if m.Lang == i18n.Japanese {
		first, second = local, latin
	}
	if first == "" || first == second {
		return second, ""
	}
	return first, second
}

// called is what a person is called in one line: the name in the reader's
// script, or the address while there is none.
func called(m session.Model, latin, local, email string) string {
	first, _ := scripts(m, latin, local)
	return firstOf(first, email)
}
