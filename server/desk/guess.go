package desk

import (
	"context"
	"time"

	"accord/server/limit"
	"accord/shared/access"
	"accord/shared/wire"
)

// Guesses bounds how many unknown numbers may be tried (domain page,
// "Privacy": contract numbers can be guessed).
type Guesses struct {
	PerAccount int // an hour; 0 means 20
	PerNetwork int // an hour, from one network address; 0 means 200
}

// guesses slows, then stops, those who try unknown numbers. Whether one may try
// is asked, and what was tried is counted, inside the writer: of those who try
// at once, each sees what the one before has used up, a repeat that gets its
// first answer is not counted again, and nobody can hang up before it counts.
type guesses struct {
	accounts, networks *limit.Buckets
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
		accounts:  limit.New(float64(g.PerAccount)/3600, g.PerAccount, now),
		networks:  limit.New(float64(g.PerNetwork)/3600, g.PerNetwork, now),
		slowBelow: float64(g.PerAccount) / 2,
	}
}

// wait is how long one who has guessed too often is stopped; 0 for others.
func (g *guesses) wait(who Who) time.Duration {
	return max(g.accounts.Wait(who.Account), g.networks.Wait(limit.Network(who.Network)))
}

// refuse is the problem of one who is stopped; nil for others.
func (g *guesses) refuse(who Who) error {
	wait := g.wait(who)
	if wait == 0 {
		return nil
	}
	p := problem(wire.CodeGuessing)
	p.RetryAfter = limit.Seconds(wait)
	return p
}

// slow waits a moment for one who has guessed often; one who is refused anyhow
// need not wait for it. Errors: the context's.
func (g *guesses) slow(ctx context.Context, who Who) error {
	missing := g.slowBelow - g.accounts.Left(who.Account)
	if missing < 1 || g.wait(who) > 0 {
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

// count notes an outcome that says that a number is unknown.
func (g *guesses) count(who Who, reasons []access.Reason) {
	for _, r := range reasons {
		if r == access.ContractUnknown || r == access.SerialUnknown || r == access.BillToUnknown {
			g.accounts.Take(who.Account)
			g.networks.Take(limit.Network(who.Network))
		}
	}
}
