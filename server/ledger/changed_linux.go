package ledger

import (
	"os"
	"syscall"
)

// changeTime is when a file's contents, name or rights last changed, in
// nanoseconds; 0 when the system does not tell.
func changeTime(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, nil
	}
	return stat.Ctim.Nano(), nil
}
