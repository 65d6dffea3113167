package ledger

import (
	"fmt"
	"log/slog"
	"strings"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
)

// engine is how Badger is set: measured to serve as well as its defaults at
// half the memory, and safe against a power cut.
func engine(dir string, log *slog.Logger) badger.Options {
	return badger.DefaultOptions(dir).
		WithSyncWrites(true). // off by default: a power cut would lose thousands of answered commands
		WithMemTableSize(16 << 20).
		WithNumMemtables(2).
		WithBlockCacheSize(32 << 20).
		WithIndexCacheSize(32 << 20).
		WithValueLogFileSize(64 << 20). // hardly used: only values above 1 MiB go there
		WithNumCompactors(2).
		WithChecksumVerificationMode(options.OnBlockRead).
		WithDetectConflicts(false). // there is one writer
		WithMetricsEnabled(false).
		WithLogger(engineLog{log})
}

// engineLog takes Badger's own messages: what it does is of interest only to
// who looks for a fault.
type engineLog struct{ log *slog.Logger }

func (l engineLog) line(format string, args []any) string {
	return strings.TrimSpace(fmt.Sprintf(format, args...))
}

// Errorf logs an error.
func (l engineLog) Errorf(format string, args ...any) { l.log.Error(l.line(format, args)) }

// Warningf logs a warning.
func (l engineLog) Warningf(format string, args ...any) { l.log.Warn(l.line(format, args)) }

// Infof logs for debugging.
func (l engineLog) Infof(format string, args ...any) { l.log.Debug(l.line(format, args)) }

// Debugf logs for debugging.
func (l engineLog) Debugf(format string, args ...any) { l.log.Debug(l.line(format, args)) }
