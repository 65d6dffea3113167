package ledger

import (
	"errors"
	"fmt"
	"slices"

	"accord/server/event"
)

// maxDropped is how many rows one command of an erasure drops of a kind.
const maxDropped = 200

// projectErased remembers that an account's ID belongs to nobody any more.
func projectErased(r *rows, d *event.AccountErased) {
	r.put(key(tableErased, d.Account), nil)
	r.drop(key(tableReviewer, d.Account))
}

// Erased reports whether the account was erased.
func (r *Reader) Erased(account string) (bool, error) {
	_, err := r.rows.get(key(tableErased, account))
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

// EraseAccount drops the account's record and what is kept beside the facts for
// it and its addresses, but for what there may be much of: its messages
// (EraseMessages), its mails (EraseMailsTo), what is kept under its ID (EraseKept)
// and its sessions. The caller appends the fact that says so. Whoever registers
// one of the addresses gets a new account.
func (tx *Tx) EraseAccount(a Account) error {
	addresses := []string{a.Profile.Email}
	for _, former := range a.Undo {
		addresses = append(addresses, former.Address)
	}
	for _, address := range addresses {
		if err := tx.forget(address, a.ID); err != nil {
			return fmt.Errorf("erase account %s: %w", a.ID, err)
		}
	}
	tx.SetServing(a.ID, false)
	tx.rows.drop(accountKey(a.ID))
	return errors.Join(tx.DropSubscriptions(a.ID), tx.DropLinks(a.ID))
}

// EraseKept drops what is kept under the account's ID beside the facts: what it has
// not read, what was written with its grants and its departures, the answers to its
// commands and what waits to be told to its devices; more says that there is more
// of it than a command has room for.
func (tx *Tx) EraseKept(account string) (more bool, err error) {
	for _, table := range []string{tableUnread, tableWritten, tablePurpose, tableNote, tableOnce} {
		if tx.dropAll(key(table, account)); !tx.Room() {
			return true, nil
		}
	}
	return tx.dropPushes(account)
}

// forget drops what is kept for an address of the account.
func (tx *Tx) forget(address, account string) error {
	tx.DropRegistration(address)
	for _, k := range []string{key(tableAddress, address), key(tableKept, address)} {
		owner, err := tx.rows.text(k)
		if err != nil {
			return err
		}
		if owner == account {
			tx.rows.drop(k)
		}
	}
	return tx.EraseGather(address, account)
}

// dropAll drops the rows below a prefix, as many as there is room for.
func (tx *Tx) dropAll(prefix string) {
	w := tx.rows.walk(prefix)
	defer w.close()
	for w.seek(""); w.ok && tx.Room(); w.next() {
		tx.rows.drop(w.key)
	}
}

// EraseRequest drops what is kept of a request beside the facts: its trace, what
// was written with its moves, the mails about it but those that EraseMailsAbout
// finds by its requester and, of one for a third party, what was told with it but
// the third party's own address. more says that there may be mails left.
func (tx *Tx) EraseRequest(id string) (more bool, err error) {
	tx.rows.drop(key(tableTrace, id))
	if tx.dropAll(key(tableNote, id)); !tx.Room() {
		return true, nil
	}
	third, err := tx.ThirdParty(id)
	switch {
	case err == nil:
		err = tx.PutThirdParty(ThirdParty{Request: id, Account: third.Account, Email: third.Email})
	case errors.Is(err, ErrNotFound):
		err = nil
	}
	if err != nil {
		return false, err
	}
	q, err := tx.Request(id)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return false, err
	}
	return tx.eraseMails(key(tableMailRequest, id), func(m Mail) bool { return !slices.Contains(m.About, q.Account) })
}

// EraseMailsTo drops the mails to an address that an account has or had, 200 at
// most; more says that there may be others left. Those to another account stay,
// and while another one has the address those to nobody in particular.
func (tx *Tx) EraseMailsTo(address, account string) (more bool, err error) {
	other, err := tx.heldByOther(address, account)
	if err != nil {
		return false, err
	}
	return tx.eraseMails(key(tableMailTo, address), func(m Mail) bool { return theirs(m.Account, account, other) })
}

// EraseGather drops what is gathered for an address that an account has or had,
// as EraseMailsTo does.
func (tx *Tx) EraseGather(address, account string) error {
	g, err := tx.Gather(address)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	other, wrong := tx.heldByOther(address, account)
	if err := errors.Join(err, wrong); err != nil || !theirs(g.Account, account, other) {
		return err
	}
	return tx.DropGather(address)
}

// theirs reports whether what is addressed to an account, "" for nobody in
// particular, is the erased one's.
func theirs(to, erased string, heldByOther bool) bool {
	return to == erased || to == "" && !heldByOther
}

func (tx *Tx) heldByOther(address, account string) (bool, error) {
	holder, err := tx.AccountHolding(address)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	return err == nil && holder.ID != account, err
}

// EraseMailsAbout drops the mails to an account and those to others that name or
// quote it, 200 at most.
func (tx *Tx) EraseMailsAbout(account string) (more bool, err error) {
	return tx.eraseMails(key(tableMailAbout, account), func(Mail) bool { return true })
}

// eraseMails drops mails with every row that finds them, of which a summary has
// hundreds: fewer than 200 where the command has no room for more.
func (tx *Tx) eraseMails(prefix string, which func(Mail) bool) (more bool, err error) {
	w := tx.rows.walk(prefix)
	defer w.close()
	dropped := 0
	for w.seek(""); w.ok; w.next() {
		if dropped == maxDropped || !tx.Room() {
			return true, nil
		}
		m, err := tx.mailAt(w)
		if errors.Is(err, ErrNotFound) {
			continue // it expired with its row
		}
		if err != nil {
			return false, err
		}
		if which(m) {
			tx.dropMail(m)
			dropped++
		}
	}
	return false, nil
}

func (tx *Tx) dropMail(m Mail) {
	for _, k := range append(m.indexes(), m.stateKey(), m.dueKey(), key(tableMail, m.ID)) {
		tx.rows.drop(k)
	}
}
