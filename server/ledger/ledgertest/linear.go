package ledgertest

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	"accord/server/event"
	"accord/server/ledger"
)

// registerOp is an operation on a register that is kept as a contract's rules.
type registerOp struct {
	kind string // read, write, swap
	old  string // swap only when the register holds this
	set  string
}

// registerModel is what a register must do when one operation comes after the
// other. The output of a read is the value, that of a swap whether it was done.
func registerModel() porcupine.Model {
	return porcupine.Model{
		Init: func() any { return "" },
		Step: func(state, input, output any) (bool, any) {
			switch op := input.(registerOp); op.kind {
			case "read":
				return output == state, state
			case "swap":
				if state != op.old {
					return output == "no", state
				}
				return output == "yes", op.set
			default:
				return true, op.set
			}
		},
	}
}

var errNotEqual = errors.New("the register holds another value")

func held(r *ledger.Reader) (string, error) {
	rules, err := r.Rules(scope())
	if err != nil || len(rules.Names) == 0 {
		return "", err
	}
	return rules.Names[0], nil
}

// perform does the operation on the ledger.
func perform(t *testing.T, l ledger.Ledger, op registerOp) (output string) {
	if op.kind == "read" {
		err := l.View(t.Context(), func(r *ledger.Reader) (err error) {
			output, err = held(r)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		return output
	}
	_, err := l.Do(t.Context(), ledger.Command{Run: func(tx *ledger.Tx) (any, error) {
		now, err := held(&tx.Reader)
		if err != nil {
			return nil, err
		}
		if op.kind == "swap" && now != op.old {
			return nil, errNotEqual
		}
		return tx.Append(&event.RulesSet{Scope: scope(), Rules: event.Rules{Names: []string{op.set}}})
	}})
	switch {
	case errors.Is(err, errNotEqual):
		return "no"
	case err != nil:
		t.Error(err)
	}
	return "yes"
}

func linearizable(t *testing.T, l ledger.Ledger) {
	const clients, each = 6, 30
	start := time.Now()
	var mu sync.Mutex
	var history []porcupine.Operation
	var wait sync.WaitGroup
	for c := range clients {
		wait.Go(func() {
			last := ""
			for i := range each {
				op := registerOp{"write", "", fmt.Sprint(c, "-", i)}
				switch (c + i) % 3 {
				case 0:
					op = registerOp{kind: "read"}
				case 1:
					op.kind, op.old = "swap", last
				}
				call := time.Since(start)
				output := perform(t, l, op)
				done := time.Since(start)
				if op.kind == "read" {
					last = output
				}
				mu.Lock()
				history = append(history, porcupine.Operation{
					ClientId: c, Input: op, Call: int64(call), Output: output, Return: int64(done),
				})
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if got := porcupine.CheckOperationsTimeout(registerModel(), history, patience); got != porcupine.Ok {
		t.Errorf("the history of %d operations is not linearizable: %s", len(history), got)
	}
}
