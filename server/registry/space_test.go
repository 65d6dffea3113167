package registry

import (
	"errors"
	"testing"

	"accord/server/registry/runs"
)

func TestRoom(t *testing.T) {
	entries := runs.New(t.TempDir(), runs.DefaultBlock)
	if err := entries.Add(make([]byte, 1000), make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		free int64
		want error
	}{
		{"EnoughForTheKeysAndAMargin", margin + 2000 + perKey, nil},
		{"AByteShort", margin + 2000 + perKey - 1, ErrNoSpace},
		{"FullDisk", 0, ErrNoSpace},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := room("data", entries, func(string) (int64, error) { return tt.free, nil })
			if !errors.Is(err, tt.want) {
				t.Errorf("%d bytes free: %v, want %v", tt.free, err, tt.want)
			}
		})
	}
}
