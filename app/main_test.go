package main

import (
	"regexp"
	"slices"
	"testing"

	"accord/app/page"
	"accord/shared/wire"
)

func TestRoutes_EveryPathOfThePortalHasItsPage(t *testing.T) {
	var paths []string
	for _, r := range page.Routes() {
		paths = append(paths, r.Path)
		if r.New() == nil {
			t.Errorf("%s opens nothing", r.Path)
		}
	}
	want := wire.Routes()
	slices.Sort(paths)
	slices.Sort(want)
	if !slices.Equal(paths, want) {
		t.Errorf("pages for %v, routes are %v", paths, want)
	}
}

func TestPattern(t *testing.T) {
	tests := []struct {
		name, path, url string
		want            bool
	}{
		{"AnIDIsAnythingButASlash", wire.RouteQueueItem, "/queue/r7k3m", true},
		{"TheListIsNotAnItem", wire.RouteQueueItem, "/queue/", false},
		{"DeeperIsAnotherPage", wire.RouteQueueItem, "/queue/a/b", false},
		{"TheBeginningCounts", wire.RouteQueueItem, "/x/queue/a", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := regexp.MustCompile(pattern(tt.path)).MatchString(tt.url); got != tt.want {
				t.Errorf("%s matches %s: %v, want %v", tt.path, tt.url, got, tt.want)
			}
		})
	}
}
