package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
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
	printRows(t.err, found.Errors, found.ErrorCount, found.Consequences)
	switch {
	case errors.Is(err, registry.ErrBadRows):
		return errBadRows
	case err != nil:
		return err
	case found.State == wire.ImportSame:
		_, err = fmt.Fprintln(t.out, "The registry already has these files: nothing to do.")
		return err
	}
	return printCounts(t.out, "Imported", found.Rows)
}

// checkCommand checks registry files.
type checkCommand struct {
	Dir string `arg:"" type:"existingdir" help:"Folder with the CSV files."`
}

// Run checks, with no data folder at all. Errors: errBadRows.
func (c *checkCommand) Run(ctx context.Context, t terminal) error {
	dir, err := os.MkdirTemp("", "accord-check-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // empty, and the system's to clear
	store, err := registry.Open(dir, 0)
	if err != nil {
		return err
	}
	progress, done := bar(t)
	report, err := store.Check(ctx, os.DirFS(c.Dir), progress)
	done()
	if err := errors.Join(err, store.Close()); err != nil {
		return err
	}
	printRows(t.err, report.Errors, report.ErrorCount, report.Consequences)
	if err := printCounts(t.out, "Good", report.Rows); err != nil || report.ErrorCount == 0 {
		return err
	}
	return errBadRows
}

// printRows prints bad rows as file:line:column: text, and counts those that
// only refer to one.
func printRows(w io.Writer, rows []wire.RowError, count, consequences int) {
	causes := min(len(rows), count-consequences) // they come first
	for _, r := range rows[:causes] {
		place := fmt.Sprintf("%s:%d:", r.File, r.Line)
		if r.Column != "" {
			place += r.Column + ":"
		}
		fmt.Fprintln(w, place, i18n.T(i18n.English, "row."+r.Code, r.Args...))
	}
	if more := count - consequences - causes; more > 0 {
		fmt.Fprintf(w, "… and %d more\n", more)
	}
	if consequences > 0 {
		fmt.Fprintf(w, "Rows that are fine themselves but refer to these: %d\n", consequences)
	}
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
