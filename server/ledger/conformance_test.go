package ledger_test

import (
	"testing"

	"accord/server/ledger"
	"accord/server/ledger/ledgertest"
)

func TestBadger_Conforms(t *testing.T) {
	ledgertest.Run(t, func(t *testing.T) ledger.Ledger {
		b, err := ledger.Open(t.TempDir(), ledger.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return b
	})
}
