package i18n

// table is the catalogue's directory: each area's texts stand in a file of its
// own, named after the area.
func table(area string) map[string]text {
	switch area {
	case "invalid":
		return invalidTexts
	case "mail":
		return mails
	case "reason":
		return reasonTexts
	case "rule":
		return ruleTexts
	case "saw":
		return sawTexts
	case "problem":
		return problems
	case "shell":
		return shellTexts
	case "queue":
		return queueTexts
	case "why":
		return whyTexts
	case "decide":
		return decideTexts
	case "keys":
		return keysTexts
	case "registry":
		return registryTexts
	case "people":
		return peopleTexts
	case "token":
		return tokenTexts
	case "access":
		return accessTexts
	case "program":
		return programTexts
	case "add":
		return addTexts
	case "batch":
		return batchTexts
	case "explain":
		return explainTexts
	case "grant":
		return grantTexts
	case "level":
		return levelTexts
	case "move":
		return moveTexts
	case "request":
		return requestTexts
	case "result":
		return resultTexts
	case "tab":
		return tabTexts
	case "app":
		return appTexts
	case "status":
		return statusTexts
	case "account":
		return accountTexts
	case "time":
		return timeTexts
	case "connection":
		return connectionTexts
	case "announce":
		return announceTexts
	case "demo":
		return demoTexts
	case "country":
		return countryTexts
	case "row":
		return rowTexts
	}
	return nil
}
