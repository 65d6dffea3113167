package desk_test

import (
	"context"
	"sync"

	"accord/server/desk"
	"accord/server/ledger"
)

// meanwhile is the real ledger with something that happens just before, or just
// after, the next command.
type meanwhile struct {
	ledger.Ledger

	mu            sync.Mutex // mail is written beside the test
	before, after func()
}

// between puts m between the desk and its ledger.
func (m *meanwhile) between(c *desk.Config) { m.Ledger, c.Ledger = c.Ledger, m }

// Do runs the command, and what was set around it once.
func (m *meanwhile) Do(ctx context.Context, cmd ledger.Command) (ledger.Answer, error) {
	m.mu.Lock()
	before, after := m.before, m.after
	m.before, m.after = nil, nil
	m.mu.Unlock()
	if before != nil {
		before()
	}
	answer, err := m.Ledger.Do(ctx, cmd)
	if after != nil {
		after()
	}
	return answer, err
}
