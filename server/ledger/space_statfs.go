//go:build linux || darwin

package ledger

import "syscall"

// freeSpace is how many bytes an ordinary user may still write where dir is.
func freeSpace(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return s.Bavail * uint64(s.Bsize), nil
}
