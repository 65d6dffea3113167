// Package web is what browsers load: style sheets, icons, the loader and, in
// built, the compiled browser program. The server carries it inside.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:built *.js *.css *.svg icons
var files embed.FS

// Files is the folder as it was when the server was built.
func Files() fs.FS { return files }
