package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const goApp = "github.com/maxence-charriere/go-app/v10"

// replacements stand in for the files of go-app's package app that serve HTTP.
// Their names end in .txt, so that nothing else takes them for Go files.
//
//go:embed lean/*.txt
var replacements embed.FS

// compileLean builds against a copy of go-app in which a few files are
// replaced. A build overlay would need no copy, but the go command forbids
// overlays on the module cache; so a second go.mod, used by this build alone,
// points at the copy.
func compileLean(ctx context.Context, wasm string) error {
	dir, err := os.MkdirTemp("", "accord-lean-")
	if err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := copyGoApp(ctx, filepath.Join(dir, "go-app")); err != nil {
		return err
	}
	modfile, err := writeModfile(ctx, dir)
	if err != nil {
		return err
	}
	return goBuild(ctx, wasm, "-modfile="+modfile)
}

// copyGoApp copies the module from the module cache and puts the replacements
// in place.
func copyGoApp(ctx context.Context, to string) error {
	from, err := goAppDir(ctx)
	if err != nil {
		return err
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return fmt.Errorf("copying go-app: %w", err)
	}
	entries, err := replacements.ReadDir("lean")
	if err != nil {
		return fmt.Errorf("reading the replacements: %w", err)
	}
	for _, e := range entries {
		text, err := replacements.ReadFile("lean/" + e.Name())
		if err != nil {
			return fmt.Errorf("reading a replacement: %w", err)
		}
		name := filepath.Join(to, "pkg", "app", strings.TrimSuffix(e.Name(), ".txt"))
		if err := replace(name, text); err != nil {
			return err
		}
	}
	return nil
}

// goAppDir is where the module lies, downloaded first where nothing was built
// before: go list then knows no place for it.
func goAppDir(ctx context.Context) (string, error) {
	out, err := goOutput(ctx, "mod", "download", "-json", goApp)
	if err != nil {
		return "", err
	}
	var module struct{ Dir string }
	if err := json.Unmarshal([]byte(out), &module); err != nil {
		return "", fmt.Errorf("reading where go-app lies: %w", err)
	}
	return module.Dir, nil
}

// replace puts text in place of a file that is there. A missing one means
// another version of go-app, for which the replacements were not made.
func replace(name string, text []byte) error {
	if err := os.Remove(name); err != nil {
		return fmt.Errorf("go-app has changed: %w", err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		return fmt.Errorf("replacing a file of go-app: %w", err)
	}
	return nil
}

// writeModfile writes a go.mod beside the copy that is the module's own but for
// where go-app is.
func writeModfile(ctx context.Context, dir string) (string, error) {
	modfile := filepath.Join(dir, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("run this at the module's root: %w", err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return "", fmt.Errorf("writing %s: %w", name, err)
		}
	}
	if _, err := goOutput(ctx, "mod", "edit", "-replace="+goApp+"="+filepath.Join(dir, "go-app"), modfile); err != nil {
		return "", err
	}
	return modfile, nil
}
