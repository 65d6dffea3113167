package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"

	"accord/server/portal"
	"accord/server/registry"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// importCommand imports registry files.
type importCommand struct {
	Data        string `default:"data" help:"Data folder of the portal."`
	SkipBadRows bool   `help:"Import the good rows even if others are bad."`
	Dir         string `arg:"" type:"existingdir" help:"Folder with the CSV files."`
}

// Run imports. Errors: errBadRows when rows are bad and not skipped.
func (c *importCommand) Run(ctx context.Context, t terminal) error {
	rooms, err := portal.OpenRooms(ctx, portal.Config{Data: c.Data}, deps(t, slog.LevelWarn))
	if err != nil {
		return err
	}
	progress, done := bar(t)
	found, err := rooms.Desk.ImportNow(ctx, os.DirFS(c.Dir), c.SkipBadRows, progress)
	done()
	err = errors.Join(err, rooms.Close(context.WithoutCancel(ctx)))
	printErrors(t.err, found)
	switch {
	case errors.Is(err, registry.ErrBadRows):
		return errBadRows
	case err != nil:
		return err
	case found.State == wire.ImportSame:
		_, err = fmt.Fprintln(t.out, "The registry already has these files: nothing to do.")
		return err
	}
	return errors.Join(printCounts(t.out, "Imported", found.Rows), printChanges(t.out, found.Changes))
}

// checkCommand checks registry files.
type checkCommand struct {
	Data string `type:"existingdir" help:"Data folder of a portal that is not running: say what an import into it would change."`
	Dir  string `arg:"" type:"existingdir" help:"Folder with the CSV files."`
}

// Run checks, with a data folder or none at all. Errors: errBadRows.
func (c *checkCommand) Run(ctx context.Context, t terminal) error {
	store, closeStore, err := c.store(ctx, t)
	if err != nil {
		return err
	}
	progress, done := bar(t)
	report, err := store.Check(ctx, os.DirFS(c.Dir), progress)
	done()
	if err := errors.Join(err, closeStore()); err != nil {
		return err
	}
	printErrors(t.err, wire.Import{Errors: report.Errors, ErrorCount: report.ErrorCount, BadRows: report.BadRows, Consequences: report.Consequences})
	err = printCounts(t.out, "Good", report.Rows)
	if c.Data != "" {
		err = errors.Join(err, printChanges(t.out, report.Changes))
	}
	if err != nil || report.ErrorCount == 0 {
		return err
	}
	return errBadRows
}

// store opens the registry to compare with, an empty one without a data folder.
func (c *checkCommand) store(ctx context.Context, t terminal) (store *registry.Store, closeStore func() error, err error) {
	if c.Data != "" {
		rooms, err := portal.OpenRooms(ctx, portal.Config{Data: c.Data}, deps(t, slog.LevelWarn))
		if err != nil {
			return nil, nil, err
		}
		return rooms.Registry, func() error { return rooms.Close(context.WithoutCancel(ctx)) }, nil
	}
	dir, err := os.MkdirTemp("", "accord-check-")
	if err != nil {
		return nil, nil, err
	}
	if store, err = registry.Open(dir, 0); err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(dir))
	}
	return store, func() error { return errors.Join(store.Close(), os.RemoveAll(dir)) }, nil
}

// printErrors prints errors as file:line:column: text, and counts them, the rows
// that have them and those that only refer to one.
func printErrors(w io.Writer, i wire.Import) {
	if i.ErrorCount == 0 {
		return
	}
	own := i.ErrorCount - i.Consequences
	causes := min(len(i.Errors), own) // they come first
	for _, r := range i.Errors[:causes] {
		place := fmt.Sprintf("%s:%d:", r.File, r.Line)
		if r.Column != "" {
			place += r.Column + ":"
		}
		fmt.Fprintln(w, place, i18n.T(i18n.English, "row."+r.Code, r.Args...))
	}
	if more := own - causes; more > 0 {
		fmt.Fprintf(w, "… and %d more\n", more)
	}
	fmt.Fprintf(w, "Errors: %d. Bad rows: %d\n", own, i.BadRows-i.Consequences)
	if i.Consequences > 0 {
		fmt.Fprintf(w, "Rows that are fine themselves but refer to these: %d\n", i.Consequences)
	}
}

// printChanges says by file how the good rows differ from those in use.
func printChanges(w io.Writer, changes map[string]wire.RowChanges) error {
	var err error
	for _, name := range slices.Sorted(maps.Keys(changes)) {
		c := changes[name]
		_, failed := fmt.Fprintf(w, "%s: %d new, %d changed, %d gone, %d unchanged\n", name, c.New, c.Changed, c.Gone, c.Same)
		err = errors.Join(err, failed)
	}
	return err
}

func printCounts(w io.Writer, what string, rows map[string]int) error {
	files := []string{}
	for name, n := range rows {
		files = append(files, fmt.Sprintf("%s %d", name, n))
	}
	slices.Sort(files)
	_, err := fmt.Fprintf(w, "%s rows: %s\n", what, strings.Join(files, ", "))
	return err
}

// bar shows how far an import is, on a terminal only.
func bar(t terminal) (p registry.Progress, done func()) {
	if !t.animated {
		return nil, func() {}
	}
	var shown *progressbar.ProgressBar
	current := ""
	p = func(stage string, n, total int) {
		if shown == nil || stage != current {
			current = stage
			shown = progressbar.NewOptions(total, progressbar.OptionSetWriter(t.err), progressbar.OptionSetDescription(stage),
				progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		_ = shown.Set(n) // a bar that cannot be drawn is no reason to stop
	}
	return p, func() {
		if shown != nil {
			_ = shown.Finish() // as above
		}
	}
}
