package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// asset is one static file with its compressed forms.
type asset struct {
	contentType string
	hash        string // of the content, as in its lasting address
	plain       []byte // nil when only compressed forms are there
	br, gz      []byte // nil when compressing brought nothing
}

// assets are the web folder's files by their name below /web/, fixed at start.
type assets struct {
	files   map[string]*asset
	version string // hash over all of them
}

// What the build made stands beside the other files; the builder itself is not
// for browsers.
const (
	builtDir   = "built"
	builderDir = "build"
)

// loadAssets reads the web folder. The browser program stands in it in
// compressed forms only (app.wasm.br, app.wasm.gz); every other file is
// compressed here.
func loadAssets(files fs.FS) (*assets, error) {
	a := &assets{files: map[string]*asset{}}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && name == builderDir {
			return fs.SkipDir
		}
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") || path.Ext(name) == ".go" {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return a.add(strings.TrimPrefix(name, builtDir+"/"), content)
	})
	if err != nil {
		return nil, fmt.Errorf("read the web folder: %w", err)
	}
	a.seal()
	return a, nil
}

func (a *assets) add(name string, content []byte) error {
	ext := path.Ext(name)
	if ext == ".br" || ext == ".gz" {
		f := a.file(strings.TrimSuffix(name, ext))
		if ext == ".br" {
			f.br = content
		} else {
			f.gz = content
		}
		return nil
	}
	f := a.file(name)
	f.plain = content
	if f.br != nil || !compresses(f.contentType) {
		return nil
	}
	return f.compress()
}

func (a *assets) file(name string) *asset {
	f := a.files[name]
	if f == nil {
		f = &asset{contentType: typeOfFile(name)}
		a.files[name] = f
	}
	return f
}

// seal names every file by its content and all of them by one version.
func (a *assets) seal() {
	all := sha256.New()
	names := []string{}
	for name := range a.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f := a.files[name]
		sum := sha256.Sum256(slices.Concat(f.plain, f.gz, f.br))
		f.hash = hex.EncodeToString(sum[:8])
		fmt.Fprintf(all, "%s %s\n", name, f.hash)
	}
	a.version = hex.EncodeToString(all.Sum(nil)[:8])
}

// lasting is the file's address that names its content, "" when there is no
// such file.
func (a *assets) lasting(name string) string {
	f := a.files[name]
	if f == nil {
		return ""
	}
	return "/web/" + f.hash + "/" + name
}

// compress makes the compressed forms and keeps those that are smaller.
func (f *asset) compress() error {
	var br, gz bytes.Buffer
	b := brotli.NewWriterLevel(&br, brotli.BestCompression)
	g, err := gzip.NewWriterLevel(&gz, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, w := range []interface {
		Write([]byte) (int, error)
		Close() error
	}{b, g} {
		if _, err := w.Write(f.plain); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
	}
	if br.Len() < len(f.plain) {
		f.br = br.Bytes()
	}
	if gz.Len() < len(f.plain) {
		f.gz = gz.Bytes()
	}
	return nil
}

// typeOfFile is the content type of a file's name. The types that matter stand
// here: what the machine's own tables say differs from machine to machine.
func typeOfFile(name string) string {
	switch path.Ext(name) {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".webmanifest":
		return "application/manifest+json"
	case ".png":
		return "image/png"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

func compresses(contentType string) bool {
	return strings.HasPrefix(contentType, "text/") || strings.HasSuffix(contentType, "json") ||
		strings.HasSuffix(contentType, "xml") || contentType == "application/wasm"
}
