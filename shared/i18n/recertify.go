package i18n

// recertifyTexts are the tab of a contract or bill-to ID in which administrators
// say whether accesses are still needed. {0} is what a comment says.
var recertifyTexts = map[string]text{
	"recertify.one":   {"1 access", "1 件"},
	"recertify.count": {"{0} accesses", "{0} 件"}, // {0}: count
}
