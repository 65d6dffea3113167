package live

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"accord/shared/wire"
)

// Files are files that a person picked in file inputs: the browser's own
// objects, never read into the program's memory.
type Files []app.Value

// FilesOf lists the files that stand in an input of type file. Empty when the
// element is not there.
func FilesOf(inputID string) Files {
	input := app.Window().GetElementByID(inputID)
	if !input.Truthy() {
		return nil
	}
	list := input.Get("files")
	var files Files
	for i := range list.Length() {
		files = append(files, list.Index(i))
	}
	return files
}

// Name is a file's name, with its folder when a folder was picked.
func (f Files) Name(i int) string {
	if folder := f[i].Get("webkitRelativePath").String(); folder != "" {
		return folder
	}
	return f[i].Get("name").String()
}

// Names lists the files' names.
func (f Files) Names() []string {
	names := make([]string, len(f))
	for i := range f {
		names[i] = f.Name(i)
	}
	return names
}

// Upload sends files as multipart form data, each under the field name that
// field gives it ("" leaves it out). progress hears the percentage sent, on a
// goroutine of its own; it must not block. Like Send it blocks and fails with
// a *wire.Problem only; it has no deadline, for a registry may take its time.
func Upload[T any](path string, files Files, field func(name string) string, key string, progress func(percent int)) (T, error) {
	var answer T
	form := app.Window().Get("FormData").New()
	for i := range files {
		if name := field(files.Name(i)); name != "" {
			form.Call("append", name, files[i], name)
		}
	}
	status, text := sendForm(path, form, key, progress)
	switch {
	case status == 0:
		return answer, &wire.Problem{Code: wire.CodeOffline}
	case status >= 400:
		return answer, problemOf(status, text)
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		return answer, &wire.Problem{Code: wire.CodeInternal, Status: status}
	}
	return answer, nil
}

// sendForm posts a form by XMLHttpRequest, because fetch does not tell how much
// has been sent. Its status is 0 when no answer came.
func sendForm(path string, form app.Value, key string, progress func(percent int)) (status int, text string) {
	request := app.Window().Get("XMLHttpRequest").New()
	request.Call("open", "POST", path)
	request.Call("setRequestHeader", "Accept", "application/json")
	request.Call("setRequestHeader", "Accept-Language", documentLang())
	if key != "" {
		request.Call("setRequestHeader", wire.KeyHeader, key)
	}
	ended := make(chan struct{}, 1)
	onEnd := app.FuncOf(func(app.Value, []app.Value) any {
		ended <- struct{}{}
		return nil
	})
	defer onEnd.Release()
	onProgress := app.FuncOf(func(_ app.Value, args []app.Value) any {
		if total := args[0].Get("total").Float(); total > 0 {
			progress(int(100 * args[0].Get("loaded").Float() / total))
		}
		return nil
	})
	defer onProgress.Release()
	request.Set("onloadend", onEnd)
	request.Get("upload").Set("onprogress", onProgress)
	request.Call("send", form)
	<-ended
	request.Get("upload").Set("onprogress", nil)
	return request.Get("status").Int(), request.Get("responseText").String()
}
