package i18n

// table is the catalogue's directory: each area's texts stand in a file of its
// own, named after the area.
func table(area string) map[string]text {
	switch area {
	case "problem":
		return problems
	}
	return nil
}
