package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"github.com/andybalholm/brotli"
)

// compress writes file.br and file.gz beside a file and returns the sizes in
// words.
func compress(file string, fast bool) (string, error) {
	raw, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", file, err)
	}
	brotliLevel, gzipLevel := brotli.BestCompression, gzip.BestCompression
	if fast {
		brotliLevel, gzipLevel = 5, 5
	}
	br, err := squeeze(raw, file+".br", func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotliLevel, LGWin: 22}), nil
	})
	if err != nil {
		return "", err
	}
	gz, err := squeeze(raw, file+".gz", func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzipLevel)
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("app.wasm: %.2f MB, brotli %.2f MB, gzip %.2f MB", mega(len(raw)), mega(br), mega(gz)), nil
}

// squeeze writes data compressed to a file and returns its size.
func squeeze(data []byte, file string, open func(io.Writer) (io.WriteCloser, error)) (int, error) {
	var b bytes.Buffer
	w, err := open(&b)
	if err != nil {
		return 0, fmt.Errorf("compressing %s: %w", file, err)
	}
	if _, err := w.Write(data); err != nil {
		return 0, fmt.Errorf("compressing %s: %w", file, err)
	}
	if err := w.Close(); err != nil {
		return 0, fmt.Errorf("compressing %s: %w", file, err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		return 0, fmt.Errorf("writing %s: %w", file, err)
	}
	return b.Len(), nil
}

func mega(bytes int) float64 { return float64(bytes) / 1e6 }
