package desk

import (
	"context"
	"strconv"

	"accord/server/ledger"
	"accord/shared/wire"
)

// Imports lists the last 50 imports, newest first: those of this process, then
// the switches that the ledger remembers. Errors: forbidden.
func (d *Desk) Imports(ctx context.Context, who Who) (wire.ImportList, error) {
	list := wire.ImportList{Imports: []wire.Import{}}
	if err := operator(who); err != nil {
		return list, err
	}
	known := map[uint64]bool{}
	d.imports.mu.Lock()
	for _, j := range d.imports.jobs {
		list.Imports = append(list.Imports, j.view)
		known[j.view.Generation] = true
	}
	d.imports.mu.Unlock()
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		switches, err := r.Switches(importsKept)
		for _, s := range switches {
			if !known[s.Generation] && len(list.Imports) < importsKept {
				list.Imports = append(list.Imports, wire.Import{
					ID: "generation-" + strconv.FormatUint(s.Generation, 10), State: wire.ImportDone, At: s.At, By: d.nameOf(r, s.By),
					Rows: s.Rows, BadRows: s.Skipped, Generation: s.Generation,
				})
			}
		}
		return err
	})
	return list, err
}

// Import answers one import of this process. Errors: forbidden, not_found.
func (d *Desk) Import(_ context.Context, who Who, id string) (wire.Import, error) {
	if err := operator(who); err != nil {
		return wire.Import{}, err
	}
	d.imports.mu.Lock()
	defer d.imports.mu.Unlock()
	job := d.imports.find(id)
	if job == nil {
		return wire.Import{}, problem(wire.CodeNotFound)
	}
	return job.view, nil
}
