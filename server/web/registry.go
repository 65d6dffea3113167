package web

import (
	"errors"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// Limits of an upload of registry files.
const (
	maxUpload   = 2 << 30 // bytes, all files together
	maxFiles    = 20
	uploadPause = time.Minute // without a byte, before it is given up
)

func (s *Server) registryRoutes() []route {
	upload := on("POST", wire.PathImports, "checkImport", "Upload registry files and check them", s.checkImport).status202()
	upload.upload = true
	return []route{
		on("GET", wire.PathImports, "listImports", "The last imports, newest first", s.imports),
		upload,
		on("GET", wire.PathImportOf, "import", "One import", s.importOf),
		on("POST", wire.PathImportApply, "applyImport", "Import what was checked", s.applyImport).orEmpty().status202(),
	}
}

func (s *Server) imports(c *call, _ none) (wire.ImportList, error) {
	return s.Desk.Imports(c.Context(), c.who)
}

func (s *Server) importOf(c *call, _ none) (wire.Import, error) {
	return s.Desk.Import(c.Context(), c.who, c.PathValue("id"))
}

func (s *Server) applyImport(c *call, b wire.ApplyImport) (wire.Import, error) {
	return s.Desk.ApplyImport(c.Context(), c.who, c.PathValue("id"), b)
}

// checkImport streams the files to a folder of their own, which the desk
// removes when they are not needed any more. The role is asked first, so that
// nobody else can fill the disk.
func (s *Server) checkImport(c *call, _ none) (wire.Import, error) {
	if c.who.Role != access.RoleOperator {
		return wire.Import{}, refusal(wire.CodeForbidden)
	}
	dir, err := os.MkdirTemp(s.Uploads, "upload-")
	if err != nil {
		return wire.Import{}, err
	}
	discard := func() {
		if err := os.RemoveAll(dir); err != nil {
			s.Log.Warn("upload cannot be removed", "error", err)
		}
	}
	if err := s.receive(c, dir); err != nil {
		discard()
		return wire.Import{}, err
	}
	return s.Desk.CheckImport(c.Context(), c.who, os.DirFS(dir), discard)
}

// receive writes every file of the form to the folder.
func (s *Server) receive(c *call, dir string) error {
	c.Body = http.MaxBytesReader(nil, c.Body, maxUpload)
	form, err := c.MultipartReader()
	if err != nil {
		return refusal(wire.CodeBadRequest)
	}
	for range maxFiles {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return readError(err)
		}
		if err := s.save(c, dir, part); err != nil {
			return err
		}
	}
	return refusal(wire.CodeTooLarge)
}

// isRegistryFile says whether a name can be a registry file's; which of them
// the registry knows is for its check to say.
func isRegistryFile(name string) bool {
	stem, ok := strings.CutSuffix(name, ".csv")
	return ok && stem != "" && len(stem) <= 40 &&
		!strings.ContainsFunc(stem, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') })
}

func (s *Server) save(c *call, dir string, part *multipart.Part) error {
	name := filepath.Base(part.FileName())
	if !isRegistryFile(name) {
		return refusal(wire.CodeBadRequest)
	}
	file, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return refusal(wire.CodeBadRequest)
	}
	if err != nil {
		return err
	}
	return errors.Join(s.pour(c, file, part), file.Close())
}

// pour copies a file piece by piece: each gives the sender time for the next,
// and stops when the disk has no room left.
func (s *Server) pour(c *call, file io.Writer, part io.Reader) error {
	for {
		if err := s.Room(); err != nil {
			return err
		}
		if err := c.extend(time.Now().Add(uploadPause)); err != nil { // the machine's clock, as connections have it
			return err
		}
		_, err := io.CopyN(file, part, 1<<20)
		var disk *fs.PathError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &disk):
			return err
		case err != nil:
			return readError(err)
		}
	}
}

// extend moves the connection's deadlines.
func (c *call) extend(until time.Time) error {
	return errors.Join(c.control.SetReadDeadline(until), c.control.SetWriteDeadline(until))
}
