// Accord takes access requests from a contract number to a decision. This
// command serves the portal and does what an operator needs beside it.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"accord/server/portal"
)

// version is set by the linker.
var version = "dev"

// Exit codes.
const (
	exitFault   = 1
	exitUsage   = 2
	exitBadRows = 3
)

// errBadRows says that the rows' problems were printed.
var errBadRows = errors.New("the registry files have bad rows")

// commands is the command line.
type commands struct {
	Serve   serveCommand   `cmd:"" help:"Serve the portal."`
	Import  importCommand  `cmd:"" help:"Import registry files into the data folder. While a server is running, use the operator's page instead."`
	Check   checkCommand   `cmd:"" help:"Check registry files without changing anything."`
	Account accountCommand `cmd:"" help:"Add accounts, set roles and passwords. While a server is running, use the operator's page instead."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// terminal is where a command reads and writes.
type terminal struct {
	in       io.Reader
	out, err io.Writer
	animated bool // a progress bar may move
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	info, err := os.Stderr.Stat()
	t := terminal{in: os.Stdin, out: os.Stdout, err: os.Stderr, animated: err == nil && info.Mode()&os.ModeCharDevice != 0}
	os.Exit(run(ctx, t, os.Args[1:]))
}

// run does one command and returns its exit code.
func run(ctx context.Context, t terminal, args []string) int {
	exit := -1
	parser, err := kong.New(&commands{}, kong.Name("accord"),
		kong.Description("Access to service contracts, from a contract number to a decision."),
		kong.DefaultEnvars("ACCORD"), kong.Writers(t.out, t.err),
		kong.Exit(func(code int) { exit = code }),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(t))
	if err != nil {
		fmt.Fprintln(t.err, "accord:", err)
		return exitFault
	}
	command, err := parser.Parse(args)
	if exit >= 0 { // --help has been answered
		return exit
	}
	if err != nil {
		fmt.Fprintln(t.err, "accord:", err)
		return exitUsage
	}
	switch err := command.Run(); {
	case errors.Is(err, errBadRows):
		fmt.Fprintln(t.err, "accord:", err)
		return exitBadRows
	case errors.Is(err, portal.ErrInUse):
		fmt.Fprintln(t.err, "accord:", err)
		fmt.Fprintln(t.err, "Stop the server first, or use the operator's pages.")
		return exitFault
	case err != nil:
		fmt.Fprintln(t.err, "accord:", err)
		return exitFault
	}
	return 0
}

// deps are the portal's in the real world.
func deps(t terminal, level slog.Level) portal.Deps {
	return portal.Deps{
		Now:     time.Now,
		Random:  func(b []byte) { _, _ = rand.Read(b) }, // never fails
		Log:     slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: level})),
		Version: version,
	}
}

// versionCommand prints the version.
type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(t terminal) error {
	_, err := fmt.Fprintln(t.out, "accord", version)
	return err
}
