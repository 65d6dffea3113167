package i18n

// problems are the titles and details of wire.Code: what went wrong and what
// the person can do.
var problems = map[string]text{
	"problem.internal": {"Something went wrong on our side", "サーバーで問題が発生しました"},
}
