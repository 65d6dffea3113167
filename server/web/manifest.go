package web

import (
	"net/http"

	"accord/shared/i18n"
	"accord/shared/wire"
)

// pathManifest describes the portal as an installable app (W3C Web Application
// Manifest), in the language that the page which names it asks for.
const pathManifest = "/manifest.webmanifest"

type manifest struct {
	Lang        string     `json:"lang"`
	Name        string     `json:"name"`
	ShortName   string     `json:"short_name"`
	Description string     `json:"description"`
	ID          string     `json:"id"`
	StartURL    string     `json:"start_url"`
	Scope       string     `json:"scope"`
	Display     string     `json:"display"`
	Background  string     `json:"background_color"`
	Theme       string     `json:"theme_color"`
	Categories  []string   `json:"categories"`
	Icons       []icon     `json:"icons"`
	Shortcuts   []shortcut `json:"shortcuts"`
}

type icon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose,omitempty"`
}

type shortcut struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	Icons []icon `json:"icons"`
}

func (s *Server) manifest(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-cache")
	writeJSON(w, http.StatusOK, "application/manifest+json", s.manifestIn(i18n.Parse(r.FormValue("lang"))))
}

func (s *Server) manifestIn(lang i18n.Lang) manifest {
	t := func(key string) string { return i18n.T(lang, key, s.Settings.Vendor) }
	small := icon{Src: "/web/icons/192.png", Sizes: "192x192", Type: "image/png"}
	to := func(key, route string) shortcut { return shortcut{Name: t(key), URL: route, Icons: []icon{small}} }
	return manifest{
		Lang: string(lang), Name: t("app.portal"), ShortName: s.Settings.Vendor, Description: t("shell.about"),
		ID: "/", StartURL: wire.RouteHome, Scope: "/", Display: "standalone",
		Background: "#f5f6f4", Theme: "#0a4f53", Categories: []string{"business"},
		Icons: []icon{
			{Src: "/web/favicon.svg", Sizes: "any", Type: "image/svg+xml"}, small,
			{Src: "/web/icons/512.png", Sizes: "512x512", Type: "image/png"},
			{Src: "/web/icons/maskable-512.png", Sizes: "512x512", Type: "image/png", Purpose: "maskable"},
		},
		Shortcuts: []shortcut{
			to("access.add", wire.RouteAdd), to("access.requests", wire.RouteAccessRequests), to("app.queue", wire.RouteQueue),
		},
	}
}
