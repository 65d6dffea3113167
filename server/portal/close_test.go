package portal_test

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accord/server/desk"
	"accord/server/portal"
	"accord/server/registry"
	"accord/shared/access"
	"accord/shared/wire"
)

// growing are the example's registry files, of which one never ends from the
// given reading on: an import that would take for ever.
type growing struct {
	fs.FS
	from  int32
	ended *atomic.Int32 // readings of the file
	read  chan struct{} // told once by the file that does not end
}

func newGrowing(from int32) growing {
	return growing{registry.Example(), from, new(atomic.Int32), make(chan struct{}, 1)}
}

func (g growing) Open(name string) (fs.File, error) {
	file, err := g.FS.Open(name)
	if name != "contracts.csv" || err != nil {
		return file, err
	}
	return &endless{File: file, growing: g}, nil
}

type endless struct {
	fs.File
	growing
	ends, grows bool
}

func (e *endless) Read(p []byte) (int, error) {
	n, err := e.File.Read(p)
	if !errors.Is(err, io.EOF) {
		return n, err
	}
	if !e.ends {
		e.ends, e.grows = true, e.ended.Add(1) >= e.from
	}
	if !e.grows {
		return n, err
	}
	select {
	case e.read <- struct{}{}:
	default:
	}
	return copy(p, strings.Repeat("\n", len(p))), nil
}

func operator(t *testing.T, p *portal.Portal) desk.Who {
	t.Helper()
	a, err := p.Desk.AddAccount(t.Context(), "olga@vendor.example", casePassword, access.RoleOperator)
	if err != nil {
		t.Fatal(err)
	}
	return desk.Who{Account: a.ID, Role: a.Role}
}

// checked waits until an import was checked.
func checked(t *testing.T, p *portal.Portal, who desk.Who, i wire.Import) {
	t.Helper()
	for began := time.Now(); i.State == wire.ImportChecking; {
		if time.Since(began) > 30*time.Second {
			t.Fatal("still checking")
		}
		var err error
		if i, err = p.Desk.Import(t.Context(), who, i.ID); err != nil {
			t.Fatal(err)
		}
	}
	if i.State != wire.ImportChecked {
		t.Fatalf("import %+v", i)
	}
}

func TestPortal_Close(t *testing.T) {
	t.Run("EndsACheckOfAnImport", func(t *testing.T) {
		p := open(t, portal.Config{Data: t.TempDir()})
		defer closeIt(t, p)
		files := newGrowing(1)
		if _, err := p.Desk.CheckImport(t.Context(), operator(t, p), files, func() {}); err != nil {
			t.Fatal(err)
		}
		<-files.read
	})
	t.Run("EndsAnImportThatIsBeingLoaded", func(t *testing.T) {
		p := open(t, portal.Config{Data: t.TempDir()})
		defer closeIt(t, p)
		files, who := newGrowing(2), operator(t, p)
		i, err := p.Desk.CheckImport(t.Context(), who, files, func() {})
		if err != nil {
			t.Fatal(err)
		}
		checked(t, p, who, i)
		if _, err := p.Desk.ApplyImport(t.Context(), who, i.ID, wire.ApplyImport{}); err != nil {
			t.Fatal(err)
		}
		<-files.read
	})
	t.Run("CutsOffWhatHangsAndSaysWhat", func(t *testing.T) {
		p := open(t, portal.Config{Data: t.TempDir()})
		files, loaded := newGrowing(1), make(chan error)
		loading, end := context.WithCancel(context.Background())
		go func() {
			_, err := p.Desk.ImportNow(loading, files, false, nil) // whose context Close does not know
			loaded <- err
		}()
		<-files.read
		grace, cancel := context.WithTimeout(context.Background(), time.Millisecond)
		defer cancel()
		err := p.Close(grace)
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "the registry did not close") {
			t.Errorf("error %v", err)
		}
		if errors.Is(err, context.DeadlineExceeded) && strings.Contains(err.Error(), "the ledger") {
			t.Errorf("the ledger was not closed: %v", err)
		}
		end()
		if err := <-loaded; !errors.Is(err, context.Canceled) {
			t.Errorf("the import ended with %v", err)
		}
	})
}
