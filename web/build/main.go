// Command build makes what the browser downloads, in web/built: the program as
// app.wasm, compressed with brotli and gzip, and Go's own wasm_exec.js.
//
//	go run ./web/build [-lean=false] [-fast]
//
// The browser program is built against a copy of go-app whose HTTP handler is
// taken out (see lean.go): a third less to download. When that fails, it is
// built against go-app as it is, with a warning.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	lean := flag.Bool("lean", true, "leave go-app's HTTP handler out of the browser program")
	fast := flag.Bool("fast", false, "compress quickly, for trying things out")
	out := flag.String("out", filepath.Join("web", "built"), "folder that takes the results")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, *out, *lean, *fast)
	stop()
	if err != nil {
		log.Fatalf("build: %v", err)
	}
}

func run(ctx context.Context, out string, lean, fast bool) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	wasm := filepath.Join(out, "app.wasm")
	if err := compile(ctx, wasm, lean); err != nil {
		return err
	}
	if err := copyExec(ctx, out); err != nil {
		return err
	}
	sizes, err := compress(wasm, fast)
	if err != nil {
		return err
	}
	fmt.Println(sizes)
	return os.Remove(wasm) // only the compressed ones are served
}

// compile builds the browser program, lean if it can.
func compile(ctx context.Context, wasm string, lean bool) error {
	if lean {
		err := compileLean(ctx, wasm)
		if err == nil {
			return nil
		}
		log.Printf("build: warning: %v; building with all of go-app instead", err)
	}
	return goBuild(ctx, wasm)
}

// goBuild builds ./app for the browser, stripped and without paths of this
// machine.
func goBuild(ctx context.Context, wasm string, flags ...string) error {
	args := append([]string{"build", "-trimpath", "-ldflags=-s -w", "-o", wasm}, flags...)
	// Pages are long chains of small calls that run once a drawing: inlining them
	// makes the download 7% longer and nothing faster that a person could see.
	args = append(args, "-gcflags=accord/...=-l", "-gcflags=github.com/maxence-charriere/...=-l")
	cmd := exec.CommandContext(ctx, "go", append(args, "./app")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building ./app for the browser: %w", err)
	}
	return nil
}

// copyExec copies the script that runs a Go program in a browser. It must be
// that of the Go version that built it.
func copyExec(ctx context.Context, out string) error {
	root, err := goOutput(ctx, "env", "GOROOT")
	if err != nil {
		return err
	}
	script, err := os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js"))
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("this Go installation has no lib/wasm/wasm_exec.js: %w", err)
	}
	if err != nil {
		return fmt.Errorf("reading wasm_exec.js: %w", err)
	}
	if err := os.WriteFile(filepath.Join(out, "wasm_exec.js"), script, 0o644); err != nil {
		return fmt.Errorf("writing wasm_exec.js: %w", err)
	}
	return nil
}

// goOutput runs the go command and returns what it prints.
func goOutput(ctx context.Context, args ...string) (string, error) {
	b, err := exec.CommandContext(ctx, "go", args...).Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(b)), nil
}
