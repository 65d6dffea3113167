package i18n

import (
	"strconv"
	"strings"
)

// QuickKeys lists the keys of the ready texts that a decider may begin a note of
// a move with.
func QuickKeys(move string) []string {
	var keys []string
	for n := 1; ; n++ {
		key := "decide.quick." + move + "." + strconv.Itoa(n)
		if !Has(key) {
			return keys
		}
		keys = append(keys, key)
	}
}

// QuickIn puts each line of a note that is a ready text of the move into a
// language; what somebody wrote stays as it is. One note can go to several
// people at once, who read different languages.
func QuickIn(lang Lang, move, note string) string {
	lines := strings.Split(note, "\n")
	for i, line := range lines {
		for _, key := range QuickKeys(move) {
			for _, other := range Langs() {
				if line == T(other, key) {
					lines[i] = T(lang, key)
				}
			}
		}
	}
	return strings.Join(lines, "\n")
}
