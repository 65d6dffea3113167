// Command axe loads axe-core from npm, checks that it is the one that is meant,
// and writes its script where the stories look for it:
//
//	go run ./e2e/axe FILE
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

// The package and its digest as npm's registry names it (dist.integrity).
const (
	source = "https://registry.npmjs.org/axe-core/-/axe-core-4.14.1.tgz"
	digest = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
	script = "package/axe.min.js"
	most   = 16 << 20 // bytes of the package
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run ./e2e/axe FILE")
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	err := run(ctx, os.Args[1])
	cancel()
	if err != nil {
		log.Fatalf("axe: %v", err)
	}
}

func run(ctx context.Context, file string) error {
	text, err := load(ctx)
	if err != nil {
		return err
	}
	if sum := sha512.Sum512(text); base64.StdEncoding.EncodeToString(sum[:]) != digest {
		return fmt.Errorf("%s is not what it was", source)
	}
	text, err = unpack(text)
	if err != nil {
		return fmt.Errorf("unpacking %s: %w", source, err)
	}
	return os.WriteFile(file, text, 0o644) //nolint:gosec // a public script
}

func load(ctx context.Context) (text []byte, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, source, nil)
	if err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", source, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, most))
}

func unpack(text []byte) ([]byte, error) {
	plain, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	for files := tar.NewReader(plain); ; {
		head, err := files.Next()
		if err != nil {
			return nil, err
		}
		if head.Name == script {
			return io.ReadAll(io.LimitReader(files, most))
		}
	}
}
