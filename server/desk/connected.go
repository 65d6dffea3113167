package desk

import (
	"context"
	"sync"

	"accord/server/ledger"
	"accord/shared/wire"
)

// connectivity numbers the comings and goings of everybody, so that of two words
// about somebody's connection the later one can be told.
type connectivity struct {
	mu      sync.Mutex
	version uint64
}

// connected says whether an account has a live connection now.
func (d *Desk) connected(account string) wire.Connected {
	d.connectivity.mu.Lock()
	defer d.connectivity.mu.Unlock()
	return wire.Connected{Account: account, Online: d.Online(account), Version: d.connectivity.version}
}

// Connected hears that a connection of an account came or went, and tells the
// agents where the account has a conversation.
func (d *Desk) Connected(ctx context.Context, account string) error {
	d.connectivity.mu.Lock()
	d.connectivity.version++
	d.connectivity.mu.Unlock()
	var talked bool
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		talked = r.Talked(account)
		return nil
	})
	if err != nil || !talked {
		return err
	}
	now := d.connected(account)
	d.Publish(QueueTopic(ledger.ChatQueue), wire.Update{Kind: wire.UpdateConnected, Connected: &now})
	return nil
}
