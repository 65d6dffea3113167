package desk

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// importsKept is how many imports are remembered with their errors; the
// ledger remembers every switch.
const importsKept = 50

// imports are the registry imports of this process, newest first. One runs at
// a time.
type imports struct {
	mu      sync.Mutex
	jobs    []*importJob
	running bool
	ctx     context.Context // ends with the desk
	cancel  context.CancelFunc
}

type importJob struct {
	view    wire.Import
	files   fs.FS
	discard func() // the files are not needed any more; nil once called
}

func newImports() *imports {
	ctx, cancel := context.WithCancel(context.Background())
	return &imports{ctx: ctx, cancel: cancel}
}

// stop ends what runs and discards every upload.
func (im *imports) stop() {
	im.cancel()
	im.mu.Lock()
	defer im.mu.Unlock()
	for _, j := range im.jobs {
		j.release()
	}
}

func (j *importJob) release() {
	if j.discard != nil {
		j.discard()
		j.discard, j.files = nil, nil
	}
}

// begin claims the one place to run.
func (im *imports) begin() error {
	if im.running {
		return problem(wire.CodeImportRunning)
	}
	im.running = true
	return nil
}

// CheckImport checks uploaded files in the background and answers at once.
// discard is called when the files are not needed any more, also on an error.
// Errors: forbidden, import_running.
func (d *Desk) CheckImport(ctx context.Context, who Who, files fs.FS, discard func()) (wire.Import, error) {
	if err := operator(who); err != nil {
		discard()
		return wire.Import{}, err
	}
	account, err := d.account(ctx, who.Account)
	if err != nil {
		discard()
		return wire.Import{}, err
	}
	im := d.imports
	im.mu.Lock()
	defer im.mu.Unlock()
	if err := im.begin(); err != nil {
		discard()
		return wire.Import{}, err
	}
	for _, old := range im.jobs {
		old.release() // an upload replaces the one before
	}
	job := &importJob{files: files, discard: discard, view: wire.Import{
		ID: d.id(), State: wire.ImportChecking, At: d.Now(),
		By: account.Profile.Name(),
	}}
	im.jobs = append([]*importJob{job}, im.jobs[:min(len(im.jobs), importsKept-1)]...)
	d.work.Go(func() { d.check(job) })
	return job.view, nil
}

func (d *Desk) check(job *importJob) {
	report, err := d.Registry.Check(d.imports.ctx, job.files, d.progress(job))
	current, _, readErr := d.currentRegistry(d.imports.ctx)
	d.finish(job, func(v *wire.Import) {
		v.Rows, v.Errors, v.ErrorCount, v.Consequences = report.Rows, report.Errors, report.ErrorCount, report.Consequences
		v.BadRows, v.Changes = report.BadRows, report.Changes
		switch {
		case err != nil || readErr != nil:
			v.State, v.Failure = wire.ImportFailed, d.failure("check", errors.Join(err, readErr))
		case report.ErrorCount > 0:
			v.State = wire.ImportInvalid
		case report.Digest == current.Digest:
			v.State = wire.ImportSame
		default:
			v.State = wire.ImportChecked
		}
	})
}

// ApplyImport imports checked files in the background. Errors: forbidden,
// not_found, import_running, import_invalid (bad rows, and no leave to skip
// them).
func (d *Desk) ApplyImport(_ context.Context, who Who, id string, b wire.ApplyImport) (wire.Import, error) {
	if err := operator(who); err != nil {
		return wire.Import{}, err
	}
	im := d.imports
	im.mu.Lock()
	defer im.mu.Unlock()
	job := im.find(id)
	if job == nil || job.files == nil {
		return wire.Import{}, problem(wire.CodeNotFound)
	}
	if job.view.State != wire.ImportChecked && (job.view.State != wire.ImportInvalid || !b.SkipBadRows) {
		return wire.Import{}, problem(wire.CodeImportInvalid)
	}
	if err := im.begin(); err != nil {
		return wire.Import{}, err
	}
	job.view.State = wire.ImportLoading
	by := event.Actor{Party: access.ByReviewer, Account: who.Account}
	d.work.Go(func() { d.load(job, by, b.SkipBadRows) })
	return job.view, nil
}

func (im *imports) find(id string) *importJob {
	for _, j := range im.jobs {
		if j.view.ID == id {
			return j
		}
	}
	return nil
}

func (d *Desk) load(job *importJob, by event.Actor, skip bool) {
	loaded, err := d.replaceRegistry(d.imports.ctx, by, job.files, skip, d.progress(job))
	d.finish(job, func(v *wire.Import) {
		switch {
		case errors.Is(err, registry.ErrSame):
			v.State = wire.ImportSame
		case err != nil:
			v.State, v.Failure = wire.ImportFailed, d.failure("load", err)
		default:
			v.State, v.Generation, v.Rows = wire.ImportDone, loaded.Generation, loaded.Rows
			v.Changes = loaded.Changes
		}
		job.release()
	})
}

// replaceRegistry loads files as a new generation and switches to it by one
// fact. Whatever fails or is killed before the fact leaves the old registry.
func (d *Desk) replaceRegistry(ctx context.Context, by event.Actor, files fs.FS, skip bool, p registry.Progress) (registry.Loaded, error) {
	loaded, err := d.Registry.Load(ctx, files, skip, p)
	if err != nil {
		return loaded, err
	}
	_, err = d.Ledger.Do(ctx, ledger.Command{By: by, Run: func(tx *ledger.Tx) (any, error) {
		_, err := tx.Append(&event.RegistrySwitched{
			Generation: loaded.Generation, Digest: loaded.Digest, Rows: loaded.Rows, Skipped: loaded.BadRows,
		})
		return nil, err
	}})
	if err != nil {
		return loaded, errors.Join(commandError(err), d.Registry.Discard(loaded.Generation))
	}
	if err := d.Registry.Switch(loaded.Generation); err != nil {
		return loaded, err
	}
	d.timers.wake()
	// Access and rights may have changed.
	d.Publish(TopicEveryone, wire.Update{Kind: wire.UpdateReset})
	d.Publish(TopicEveryone, wire.Update{Kind: wire.UpdateMe})
	return loaded, nil
}

// ImportNow imports at once: for the command line and the example. Bad rows
// come back in the import, with registry.ErrBadRows.
func (d *Desk) ImportNow(ctx context.Context, files fs.FS, skip bool, p registry.Progress) (wire.Import, error) {
	loaded, err := d.replaceRegistry(ctx, event.System(), files, skip, p)
	v := wire.Import{
		State: wire.ImportDone, At: d.Now(), Generation: loaded.Generation,
		Rows: loaded.Rows, Errors: loaded.Errors, ErrorCount: loaded.ErrorCount, BadRows: loaded.BadRows, Consequences: loaded.Consequences, Changes: loaded.Changes,
	}
	switch {
	case errors.Is(err, registry.ErrSame):
		v.State, err = wire.ImportSame, nil
	case errors.Is(err, registry.ErrBadRows):
		v.State = wire.ImportInvalid
	case err != nil:
		v.State = wire.ImportFailed
	}
	return v, err
}

// finish ends a job's run and tells the operators.
func (d *Desk) finish(job *importJob, set func(*wire.Import)) {
	d.imports.mu.Lock()
	set(&job.view)
	d.imports.running = false
	d.imports.mu.Unlock()
	d.Publish(TopicOperators, wire.Update{Kind: wire.UpdateRegistry})
}

// progress notes how far a job is and tells the operators twice a second.
func (d *Desk) progress(job *importJob) registry.Progress {
	var told time.Time
	return func(_ string, done, total int) {
		now := d.Now()
		d.imports.mu.Lock()
		job.view.Done, job.view.Total = done, total
		d.imports.mu.Unlock()
		if now.Sub(told) > 500*time.Millisecond {
			told = now
			d.Publish(TopicOperators, wire.Update{Kind: wire.UpdateRegistry})
		}
	}
}

// failure logs what went wrong and leaves the operator a code to act on.
func (d *Desk) failure(what string, err error) string {
	if errors.Is(err, context.Canceled) {
		return "stopped"
	}
	d.Log.Error("registry import", "stage", what, "error", err)
	if errors.Is(err, registry.ErrBusy) {
		return "busy"
	}
	return "internal"
}

// currentRegistry is the last switch.
func (d *Desk) currentRegistry(ctx context.Context) (s event.RegistrySwitched, ok bool, err error) {
	err = d.Ledger.View(ctx, func(r *ledger.Reader) error {
		s, ok, err = r.Registry()
		return err
	})
	return s, ok, err
}
