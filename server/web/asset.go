package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// asset is one static file with its compressed forms.
type asset struct {
	contentType string
	hash        string // of the content, as in its lasting address
	plain       []byte // nil when only compressed forms are there
	built       forms
	compressed  func() forms // makes them at the first call
}

// forms are a file's compressed forms; nil when compressing brought nothing.
type forms struct{ br, gz []byte }

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
// compressed when it is first asked for, which takes longer than the rest of
// the start.
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
		a.add(strings.TrimPrefix(name, builtDir+"/"), content)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the web folder: %w", err)
	}
	a.join()
	a.seal()
	return a, nil
}

// What a page loads in one piece each: all style sheets, and what starts the
// program.
const (
	styleFile  = "app.css"
	scriptFile = "app.js"
)

// join makes the one style sheet, tokens, base and parts first, as the others
// build on them, and the one script, Go's own part first.
func (a *assets) join() {
	styles := []string{"tokens.css", "base.css", "parts.css"}
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if strings.HasSuffix(name, ".css") && !strings.Contains(name, "/") && !slices.Contains(styles, name) {
			styles = append(styles, name)
		}
	}
	a.joined(styleFile, styles)
	a.joined(scriptFile, []string{"wasm_exec.js", "boot.js"})
}

func (a *assets) joined(name string, parts []string) {
	var all []byte
	for _, part := range parts {
		if f := a.files[part]; f != nil {
			all = append(append(all, f.plain...), '\n')
		}
	}
	a.add(name, all)
}

func (a *assets) add(name string, content []byte) {
	switch stem := strings.TrimSuffix(name, path.Ext(name)); path.Ext(name) {
	case ".br":
		a.file(stem).built.br = content
	case ".gz":
		a.file(stem).built.gz = content
	default:
		a.file(name).plain = content
	}
}

func (a *assets) file(name string) *asset {
	f := a.files[name]
	if f == nil {
		f = &asset{contentType: typeOfFile(name)}
		f.compressed = sync.OnceValue(f.compress)
		a.files[name] = f
	}
	return f
}

// seal names every file by its content and all of them by one version.
func (a *assets) seal() {
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		f := a.files[name]
		sum := sha256.Sum256(slices.Concat(f.plain, f.built.gz, f.built.br))
		f.hash = hex.EncodeToString(sum[:8])
		fmt.Fprintf(all, "%s %s\n", name, f.hash)
	}
	a.version = hex.EncodeToString(all.Sum(nil)[:8])
}

// size is a file's when it is not compressed, in bytes. Of one that is there in
// compressed forms only it is what gzip notes at its end (RFC 1952, ISIZE).
func (a *assets) size(name string) int {
	f := a.files[name]
	switch {
	case f == nil:
		return 0
	case f.plain == nil && len(f.built.gz) >= 4:
		return int(binary.LittleEndian.Uint32(f.built.gz[len(f.built.gz)-4:]))
	}
	return len(f.plain)
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

// compress makes the compressed forms, unless the build has, and keeps those
// that are smaller.
func (f *asset) compress() forms {
	if f.built.br != nil || f.built.gz != nil || !compresses(f.contentType) {
		return f.built
	}
	return forms{
		br: f.smaller(func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) }),
		gz: f.smaller(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
	}
}

// smaller is the file as an encoder writes it, nil when that is no shorter.
func (f *asset) smaller(encoder func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := encoder(&b)
	_, err := w.Write(f.plain)
	if errors.Join(err, w.Close()) != nil || b.Len() >= len(f.plain) {
		return nil // the plain form serves too
	}
	return b.Bytes()
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
