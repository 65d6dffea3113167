package page

import (
	"path"
	"slices"
	"strings"
)

// registryFiles lists the files of a registry import (domain page, "Registry
// import").
func registryFiles() []string {
	return []string{"companies.csv", "bill_to.csv", "contracts.csv", "covered_products.csv",
		"administrators.csv", "accounts.csv", "grants.csv"}
}

// chosen is what a person picked for an import, sorted out.
type chosen struct {
	Known   []string // registry files, in the order above
	Unknown []string // left out
	Missing []string // count as empty
}

// sortOut tells registry files from others by the last part of their name, in
// any letter case, so that a whole folder can be picked.
func sortOut(names []string) chosen {
	var c chosen
	for _, file := range registryFiles() {
		if slices.ContainsFunc(names, func(n string) bool { return registryName(n) == file }) {
			c.Known = append(c.Known, file)
		} else {
			c.Missing = append(c.Missing, file)
		}
	}
	for _, n := range names {
		if registryName(n) == "" {
			c.Unknown = append(c.Unknown, n)
		}
	}
	return c
}

// registryName is the registry file that a picked file is, "" when it is none.
func registryName(name string) string {
	base := strings.ToLower(path.Base(name))
	if slices.Contains(registryFiles(), base) {
		return base
	}
	return ""
}
