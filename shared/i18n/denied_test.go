package i18n

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDenied_HasOneWordInJapanese: the status is the guide's 登録不可 and the act
// of an approver 却下; 拒否 is what machines do.
func TestDenied_HasOneWordInJapanese(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "拒否") && file != "delivery.go" && file != "token.go" && file != "denied_test.go" {
			t.Errorf("%s has another word for denied requests", file)
		}
	}
	for _, key := range []string{"status.Denied", "result.group.Denied"} {
		if got := T(Japanese, key); got != "登録不可" {
			t.Errorf("%s is %s", key, got)
		}
	}
}
