package policy

// Lists are the embedded lists, for the test that reads every line.
func Lists() map[string]string {
	return map[string]string{"free": freeDomains, "disposable": disposableDomains, "own": ownDomains}
}

// Norm shows a company name as the company match sees it.
func Norm(s string) (core, class string) {
	n := parseName(s)
	return n.core, n.class
}

// Fold is the normalisation of the text alone, legal form left.
func Fold(s string) string { return squeeze(foldName(s)) }

// Same reports whether a name is one of a company's names.
func Same(account string, company ...string) bool {
	var names []name
	for _, s := range company {
		names = append(names, parseName(s))
	}
	return parseName(account).equalsAny(names)
}

// Spellings are the Latin spellings of legal forms and their classes.
func Spellings() map[string]string { return spellings() }

// Rules is how many rules there are.
func Rules() int { return len(rules()) }
