package script_test

import (
	"testing"

	"accord/shared/script"
)

func TestJapanese(t *testing.T) {
	for _, r := range "青葉々〇あゝんアヶーｱ㐂豈" {
		if !script.Japanese(r) {
			t.Errorf("%q is", r)
		}
	}
	for _, r := range "aZ0é-Я한、。・〒（Ａ１" {
		if script.Japanese(r) {
			t.Errorf("%q is not", r)
		}
	}
}
