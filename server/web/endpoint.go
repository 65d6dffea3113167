package web

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"reflect"

	"accord/server/desk"
	"accord/shared/wire"
)

// call is one request as a handler sees it.
type call struct {
	*http.Request
	who     desk.Who    // who asks; of an open route only the network
	header  http.Header // of the answer
	control *http.ResponseController
	lenient bool  // an empty body stands for the zero value
	most    int64 // bytes of a JSON body
}

// none stands for a body or an answer that is not there.
type none struct{}

// route is one line of the route table: what the mux needs and what the API's
// description says.
type route struct {
	method, path string
	operation    string // operationId, unique
	tag, summary string
	guard        guard
	query        []param
	body         reflect.Type // nil for none
	lenient      bool         // as in call
	most         int64        // as in call, 0 for maxBody
	upload       bool         // multipart, read by the handler
	answer       reflect.Type // nil for none
	status       int          // of success
	key          keyUse
	limited      bool   // per network address
	file         string // media type of a file that the handler writes itself
	handle       func(c *call, w http.ResponseWriter) (any, error)
}

// guard says who may call at all.
type guard int

const (
	signedIn guard = iota // by the session's cookie
	open                  // anyone
	bearer                // another system, by a service token
)

// keyUse says what a route does with an idempotency key.
type keyUse int

const (
	keyIgnored keyUse = iota
	keyOptional
	keyRequired
)

// param is one query parameter; like is a value of its type.
type param struct {
	name, about string
	like        any
}

// on makes a route from a typed handler: its body and answer types are the
// API's description too.
func on[B, A any](method, path, operation, summary string, handle func(*call, B) (A, error)) route {
	r := route{
		method: method, path: path, operation: operation, summary: summary, status: http.StatusOK,
		body: typeOf[B](), answer: typeOf[A](),
	}
	if r.answer == nil {
		r.status = http.StatusNoContent
	}
	hasBody := r.body != nil
	r.handle = func(c *call, w http.ResponseWriter) (any, error) {
		var b B
		if hasBody {
			if err := readJSON(w, c.Request, &b, c.lenient, c.most); err != nil {
				return nil, err
			}
		}
		return handle(c, b)
	}
	return r
}

// typeOf is nil for none.
func typeOf[T any]() reflect.Type {
	if t := reflect.TypeFor[T](); t != reflect.TypeFor[none]() {
		return t
	}
	return nil
}

// maxBody bounds a JSON body, in bytes, where a route says nothing else.
const maxBody = 64 << 10

// readJSON reads exactly one JSON value of the wanted form.
func readJSON(w http.ResponseWriter, r *http.Request, v any, lenient bool, most int64) error {
	if lenient && r.ContentLength == 0 {
		return nil
	}
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return refusal(wire.CodeBadRequest)
	}
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, most))
	dec.DisallowUnknownFields()
	err := dec.Decode(v)
	if err == nil {
		if _, end := dec.Token(); !errors.Is(end, io.EOF) {
			err = errors.Join(errors.New("data after the value"), end)
		}
	}
	return readError(err)
}

// readError makes what went wrong in reading a body the person's problem.
func readError(err error) error {
	var large *http.MaxBytesError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &large):
		return refusal(wire.CodeTooLarge)
	}
	return refusal(wire.CodeBadRequest)
}
