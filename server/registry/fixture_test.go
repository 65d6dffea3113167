package registry_test

import (
	"testing"

	"accord/server/registry"
)

// open opens an empty registry that is closed at the test's end.
func open(t testing.TB) *registry.Store {
	t.Helper()
	s, err := registry.Open(t.TempDir(), 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func use(t testing.TB, s *registry.Store, read func(*registry.Generation)) {
	t.Helper()
	err := s.Use(func(g *registry.Generation) error {
		read(g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// must takes a lookup's answer and fails the test on its error.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
