package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestGoAppDir_IsThereOnAMachineThatHasBuiltNothing(t *testing.T) {
	cache, err := goOutput(t.Context(), "env", "GOMODCACHE")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := goAppDir(t.Context()); err != nil { // what the empty cache is filled from
		t.Fatal(err)
	}
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("GOFLAGS", "-modcacherw") // so that the test can remove it
	t.Setenv("GOPROXY", "file://"+filepath.Join(cache, "cache", "download"))
	t.Setenv("GOSUMDB", "off")
	dir, err := goAppDir(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "pkg", "app")); err != nil {
		t.Errorf("go-app is not at %q: %v", dir, err)
	}
}
