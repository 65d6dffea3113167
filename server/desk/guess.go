package desk

import (
	"context"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// Guesses bounds how many unknown numbers may be tried (domain page,
// "Privacy": contract numbers can be guessed).
type Guesses struct {
	PerAccount int // an hour; 0 means 20
	PerNetwork int // an hour, from one network address; 0 means 200
}

// guesses slows, then stops, those who try unknown numbers.
type guesses struct {
	accounts, networks *limits
	slowBelow          float64 // tokens left of an account, from which on each try waits
}

// guessPause is how long a try waits for each token below the slow mark.
const guessPause = 200 * time.Millisecond

func newGuesses(g Guesses, now func() time.Time) *guesses {
	if g.PerAccount == 0 {
		g.PerAccount = 20
	}
	if g.PerNetwork == 0 {
		g.PerNetwork = 200
	}
	return &guesses{
		accounts:  newLimits(float64(g.PerAccount)/3600, g.PerAccount, now),
		networks:  newLimits(float64(g.PerNetwork)/3600, g.PerNetwork, now),
		slowBelow: float64(g.PerAccount) / 2,
	}
}

// enter waits a moment for one who has guessed often and refuses one who has
// guessed too often.
func (g *guesses) enter(ctx context.Context, who Who) error {
	wait := max(g.accounts.wait(who.Account), g.networks.wait(who.Network))
	if wait > 0 {
		p := problem(wire.CodeGuessing)
		p.RetryAfter = int(wait/time.Second) + 1
		return p
	}
	missing := g.slowBelow - g.accounts.left(who.Account)
	if missing < 1 {
		return nil
	}
	pause := time.NewTimer(time.Duration(missing) * guessPause)
	defer pause.Stop()
	select {
	case <-pause.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// count notes the unknown numbers among the outcomes.
func (g *guesses) count(who Who, outcomes [][]access.Reason) {
	n := 0
	for _, reasons := range outcomes {
		for _, r := range reasons {
			if r == access.ContractUnknown || r == access.SerialUnknown || r == access.BillToUnknown {
				n++
			}
		}
	}
	g.accounts.take(who.Account, n)
	g.networks.take(who.Network, n)
}
