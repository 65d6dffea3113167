package web_test

import (
	"bytes"
	"io/fs"
	"mime/multipart"
	"net/http"
	"testing"
	"time"

	"accord/server/registry"
	"accord/shared/wire"
)

// form makes an upload of files by name.
func form(t *testing.T, files map[string]string) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, text := range files {
		part, err := w.CreateFormFile("files", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String(), w.FormDataContentType()
}

// example is the registry that the example already has.
func example(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	names, err := fs.Glob(registry.Example(), "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(registry.Example(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(text)
	}
	return files
}

func TestServer_Import(t *testing.T) {
	w := newWorld(t)
	operator := w.signIn("operator")
	upload := func(w world, files map[string]string) answer {
		body, kind := form(w.T, files)
		return w.send("POST", wire.PathImports, body, cookie(operator), header("Content-Type", kind))
	}
	// finished asks until an import stands still.
	finished := func(w world, i wire.Import) wire.Import {
		for began := time.Now(); i.State == wire.ImportChecking || i.State == wire.ImportLoading; {
			if time.Since(began) > 30*time.Second {
				w.Fatalf("still %s", i.State)
			}
			i = read[wire.Import](w, w.send("GET", wire.PathImports+"/"+i.ID, nil, cookie(operator)), http.StatusOK)
		}
		return i
	}
	t.Run("ChecksWhatIsThereAlready", func(t *testing.T) {
		w := w.in(t)
		i := finished(w, read[wire.Import](w, upload(w, example(t)), http.StatusAccepted))
		if i.State != wire.ImportSame || i.ErrorCount != 0 {
			t.Errorf("import %+v", i)
		}
	})
	t.Run("NamesBadRowsAndImportsTheOthersOnDemand", func(t *testing.T) {
		w := w.in(t)
		files := example(t)
		files["bill_to.csv"] += "not-a-number,K301\n"
		i := finished(w, read[wire.Import](w, upload(w, files), http.StatusAccepted))
		if i.State != wire.ImportInvalid || i.ErrorCount != 1 || i.Errors[0].File != "bill_to.csv" {
			t.Fatalf("import %+v", i)
		}
		path := wire.PathImports + "/" + i.ID + "/apply"
		w.refused(w.send("POST", path, wire.ApplyImport{}, cookie(operator)), wire.CodeImportInvalid)
		i = finished(w, read[wire.Import](w, w.send("POST", path, wire.ApplyImport{SkipBadRows: true}, cookie(operator)), http.StatusAccepted))
		if i.State != wire.ImportDone {
			t.Errorf("import %+v", i)
		}
	})
	for name, file := range map[string]string{
		"RefusesANameThatIsNoRegistryFile": "run.sh",
		"RefusesAHiddenName":               ".csv",
		"RefusesCapitals":                  "Companies.CSV",
	} {
		t.Run(name, func(t *testing.T) {
			w.in(t).refused(upload(w.in(t), map[string]string{file: "x"}), wire.CodeBadRequest)
		})
	}
	t.Run("RefusesWhatIsNoForm", func(t *testing.T) {
		w.in(t).refused(w.in(t).send("POST", wire.PathImports, "{}", cookie(operator)), wire.CodeBadRequest)
	})
}
