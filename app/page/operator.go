package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/app/part"
	"accord/app/session"
	"accord/shared/access"
)

// operates reports whether the signed-in person is an operator.
func operates(m session.Model) bool { return m.Me != nil && m.Me.Role == access.RoleOperator }

// operatorShell is the frame of an operator's page; to anybody else it says
// whose page it is.
func operatorShell(m session.Model, p part.ShellProps, content ...app.UI) app.UI {
	if m.Me != nil && !operates(m) {
		return notYours(m, p, forOperators)
	}
	return part.Shell(m, p, content...)
}
