package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/live"
	"accord/app/part"
	"accord/app/session"
	"accord/shared/wire"
)

// The inputs in which files are picked: single files, or a whole folder.
const (
	registryPick   = "registry-files"
	registryFolder = "registry-folder"
)

// errorsStep is how many bad rows more are shown at a time.
const errorsStep = 50

// Registry is the page /operator/registry: upload, check, import, history.
type Registry struct {
	app.Compo

	ctx    app.Context // the page's own: a button's ends with the button
	m      session.Model
	seen   int // of Model.Imports, when the list was last asked for
	asked  bool
	list   answer[wire.ImportList]
	shown  string // ID of the import whose result is shown, "" while there is none
	errors int    // bad rows shown
	skip   bool   // leave out the bad rows
	picked chosen
	upload upload
	apply  struct {
		busy bool
		key  string // idempotency key of the press, kept for its retries
		err  error
	}
}

// upload is a set of files on its way to the server.
type upload struct {
	Busy    bool
	Percent int
	Missing bool // pressed without files
	Err     error
}

// OnMount starts listening.
func (p *Registry) OnMount(ctx app.Context) {
	p.ctx, p.errors = ctx, errorsStep
	session.Observe(ctx, &p.m, p.changed)
}

// OnNav loads the imports.
func (p *Registry) OnNav(ctx app.Context) {
	p.asked = false
	p.changed(ctx)
}

// changed loads the imports again at every change the server tells of.
func (p *Registry) changed(ctx app.Context) {
	if !session.Need(ctx, p.m) || !operates(p.m) || p.list.Busy {
		return
	}
	if !p.asked || p.seen != p.m.Imports+p.m.Resets {
		p.load(ctx)
	}
}

func (p *Registry) load(app.Context) {
	p.asked, p.seen = true, p.m.Imports+p.m.Resets
	p.list.ask(p.ctx, func() (wire.ImportList, error) {
		return live.Get[wire.ImportList](wire.PathImports)
	}, p.loaded)
}

// loaded shows the list. What changed while it was on its way is asked again.
func (p *Registry) loaded(ctx app.Context) {
	p.pin()
	part.Ready(ctx)
	p.changed(ctx)
}

// pin keeps the import whose result is shown: another one's must not come under
// the hand that is about to press Import.
func (p *Registry) pin() {
	if i, ok := p.current(); ok {
		p.shown = i.ID
	}
}

// pick sorts out what was chosen.
func (p *Registry) pick(app.Context, app.Event) {
	p.picked = sortOut(p.files().Names())
	p.upload = upload{}
}

func (p *Registry) files() live.Files {
	return append(live.FilesOf(registryPick), live.FilesOf(registryFolder)...)
}

// check uploads the files. They are checked on the server; nothing changes.
func (p *Registry) check(ctx app.Context, _ part.Values) {
	if p.upload.Busy {
		return
	}
	if p.upload = (upload{Missing: len(p.picked.Known) == 0}); p.upload.Missing {
		part.Focus(ctx, registryPick)
		return
	}
	p.upload.Busy = true
	files, key := p.files(), live.NewKey()
	p.ctx.Async(func() {
		progress := func(percent int) {
			p.ctx.Dispatch(func(app.Context) { p.upload.Percent = percent })
		}
		made, err := live.Upload[wire.Import](wire.PathImports, files, registryName, key, progress)
		p.ctx.Dispatch(func(ctx app.Context) { p.uploaded(ctx, made, err) })
	})
}

func (p *Registry) uploaded(ctx app.Context, made wire.Import, err error) {
	p.upload = upload{Err: err}
	if err != nil {
		return
	}
	p.shown, p.skip, p.errors, p.apply.key = made.ID, false, errorsStep, ""
	p.list.Value.Imports = upserted(p.list.Value.Imports, made)
	part.Focus(ctx, "registry-result")
	p.load(ctx)
}

// show turns to another import of the history.
func (p *Registry) show(ctx app.Context, id string) {
	p.shown, p.skip, p.errors, p.apply.err, p.apply.key = id, false, errorsStep, nil, ""
	part.Focus(ctx, "registry-result")
}

func (p *Registry) showErrors(app.Context) { p.errors += errorsStep }

func (p *Registry) chooseSkip(_ app.Context, skip bool) { p.skip, p.apply.key = skip, "" }

// doImport loads the checked files into a new registry, which then takes the
// place of the old one.
func (p *Registry) doImport(app.Context) {
	i, ok := p.current()
	if !ok || p.apply.busy {
		return
	}
	if p.apply.key == "" {
		p.apply.key = live.NewKey()
	}
	p.apply.busy, p.apply.err = true, nil
	path, key, body := strings.Replace(wire.PathImportApply, "{id}", i.ID, 1), p.apply.key, wire.ApplyImport{SkipBadRows: p.skip}
	p.ctx.Async(func() {
		started, err := live.Send[wire.Import]("POST", path, body, key)
		p.ctx.Dispatch(func(ctx app.Context) { p.applied(ctx, started, err) })
	})
}

func (p *Registry) applied(ctx app.Context, started wire.Import, err error) {
	p.apply.busy, p.apply.err = false, err
	if err == nil || part.ProblemOf(err).Code != wire.CodeOffline {
		p.apply.key = ""
	}
	if err == nil {
		p.list.Value.Imports = upserted(p.list.Value.Imports, started)
	}
	p.load(ctx)
}

// current is the import whose result is shown.
func (p *Registry) current() (wire.Import, bool) {
	for _, i := range p.list.Value.Imports {
		if i.ID == p.shown || p.shown == "" {
			return i, true
		}
	}
	return wire.Import{}, false
}

// upserted puts an import in its place in the list, newest first.
func upserted(list []wire.Import, i wire.Import) []wire.Import {
	next := make([]wire.Import, 0, len(list)+1)
	found := false
	for _, other := range list {
		if other.ID == i.ID {
			other, found = i, true
		}
		next = append(next, other)
	}
	if !found {
		next = append([]wire.Import{i}, next...)
	}
	return next
}

// inUse is the import that made the registry of today.
func inUse(list []wire.Import) (wire.Import, bool) {
	best, found := wire.Import{}, false
	for _, i := range list {
		if i.State == wire.ImportDone && (!found || i.Generation > best.Generation) {
			best, found = i, true
		}
	}
	return best, found
}

// goodRows counts an import's good rows.
func goodRows(i wire.Import) int {
	n := 0
	for _, rows := range i.Rows {
		n += rows
	}
	return n
}

// grouped writes a number with a comma between thousands, as both languages do.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
