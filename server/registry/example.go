package registry

import (
	"embed"
	"io/fs"
)

//go:embed example/*.csv
var example embed.FS

// Example is a small registry of fictional companies, so that the portal can
// be tried without any other files. Its README says who shows what.
func Example() fs.FS {
	files, err := fs.Sub(example, "example")
	if err != nil {
		panic(err) // the name above is valid
	}
	return files
}
