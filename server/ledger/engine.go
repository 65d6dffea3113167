package ledger

import (
	"context"
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

// tell logs a message, and makes it only for a log that takes it: Badger says
// several at each commit.
func (l engineLog) tell(level slog.Level, format string, args []any) {
	ctx := context.Background()
	if l.log.Enabled(ctx, level) {
		l.log.Log(ctx, level, strings.TrimSpace(fmt.Sprintf(format, args...)))
	}
}

// Errorf logs an error.
func (l engineLog) Errorf(format string, args ...any) { l.tell(slog.LevelError, format, args) }

// Warningf logs a warning.
func (l engineLog) Warningf(format string, args ...any) { l.tell(slog.LevelWarn, format, args) }

// Infof logs for debugging.
func (l engineLog) Infof(format string, args ...any) { l.tell(slog.LevelDebug, format, args) }

// Debugf logs for debugging.
func (l engineLog) Debugf(format string, args ...any) { l.tell(slog.LevelDebug, format, args) }
