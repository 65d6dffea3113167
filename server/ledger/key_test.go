package ledger

import (
	"os"
	"regexp"
	"testing"
)

// TestKey_TablesDiffer: two tables of one name would read each other's rows.
func TestKey_TablesDiffer(t *testing.T) {
	source, err := os.ReadFile("key.go")
	if err != nil {
		t.Fatal(err)
	}
	owner := map[string]string{}
	for _, m := range regexp.MustCompile(`\b(table\w+)\s*= "(\w+)"`).FindAllStringSubmatch(string(source), -1) {
		if other, taken := owner[m[2]]; taken {
			t.Errorf("%s and %s are both %q", other, m[1], m[2])
		}
		owner[m[2]] = m[1]
	}
	if len(owner) < 40 {
		t.Errorf("only %d tables found: the search does not see the code any more", len(owner))
	}
}
