// Package page holds the pages: one component per route, each in a file of its
// own. A page observes the session in OnMount, loads what it shows, and renders
// it with the parts.
package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// Route says which component a path opens. Path is one of wire's routes.
type Route struct {
	Path string
	New  func() app.Composer
}

// Routes lists every page of the program.
func Routes() []Route {
	return slices.Concat(accountRoutes(), accessRoutes(), decideRoutes(), officeRoutes(), chatRoutes(), operatorRoutes())
}

// accountRoutes are the pages of a person's own account.
func accountRoutes() []Route {
	return []Route{
		{wire.RouteHome, func() app.Composer { return &Home{} }},
		{wire.RouteSignIn, func() app.Composer { return &SignIn{} }},
		{wire.RouteRegister, func() app.Composer { return &Register{} }},
		{wire.RouteForgotPassword, func() app.Composer { return &ForgotPassword{} }},
		{wire.RouteSetPassword, func() app.Composer { return &SetPassword{} }},
		{wire.RouteConfirmEmail, func() app.Composer { return &EmailLink{Kind: emailConfirm} }},
		{wire.RouteUndoEmail, func() app.Composer { return &EmailLink{Kind: emailUndo} }},
		{wire.RoutePersonal, func() app.Composer { return &Personal{} }},
		{wire.RouteSecurity, func() app.Composer { return &Security{} }},
		{wire.RouteUnsent, func() app.Composer { return &Unsent{} }},
		{wire.RouteSettings, func() app.Composer { return &Settings{} }},
	}
}
