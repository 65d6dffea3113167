package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"accord/shared/wire"
)

// document is the API's description (OpenAPI 3.1), made from the route table
// and the types that the handlers really read and answer.
func (s *Server) document(routes []route) ([]byte, error) {
	types := newSchemas()
	paths := object{}
	for _, r := range routes {
		item, ok := paths[r.path].(object)
		if !ok {
			item = object{}
			paths[r.path] = item
		}
		item[strings.ToLower(r.method)] = operation(types, r)
	}
	paths[wire.PathLive] = object{"get": liveOperation(types)}
	paths[wire.PathOpenAPI] = object{"get": object{
		"operationId": "openapi", "summary": "This document", "tags": []string{"Service"}, "security": []any{},
		"responses": object{"200": object{"description": "The document", "content": jsonOf(object{"type": "object"})}},
	}}
	document, err := json.Marshal(object{
		"openapi": "3.1.0",
		"info": object{
			"title": "Accord", "version": s.Settings.Version,
			"description": "The API that the portal's own pages use: access requests from a contract number to a decision.",
		},
		"servers":  []object{{"url": s.Origin}},
		"paths":    paths,
		"security": []object{{"session": []string{}}},
		"components": object{
			"schemas":         types.components,
			"securitySchemes": securitySchemes(),
			"responses":       object{"Problem": problemResponse(types)},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("the API's description: %w", err)
	}
	return document, nil
}

func securitySchemes() object {
	return object{
		"session": object{"type": "apiKey", "in": "cookie", "name": cookieName, "description": "Set by signing in."},
		"token":   object{"type": "http", "scheme": "bearer", "description": "A service token that an operator made."},
	}
}

func problemResponse(types *schemas) object {
	return object{
		"description": "What went wrong and what to do (RFC 9457)",
		"headers": object{
			"Retry-After":  object{"schema": object{"type": "integer"}, "description": "Seconds; with 429 and 503"},
			"X-Request-Id": object{"schema": object{"type": "string"}, "description": "As in the server's log"},
		},
		"content": object{"application/problem+json": object{"schema": types.of(reflect.TypeFor[wire.Problem]())}},
	}
}

// operation describes one route.
func operation(types *schemas, r route) object {
	success := object{"description": http.StatusText(r.status)}
	if r.answer != nil {
		success["content"] = jsonOf(types.of(r.answer))
	}
	if r.file != "" {
		success["content"] = object{r.file: object{"schema": object{"type": "string"}}}
	}
	o := object{
		"operationId": r.operation, "summary": r.summary, "tags": []string{r.tag},
		"responses": object{
			strconv.Itoa(r.status): success,
			"default":              object{"$ref": "#/components/responses/Problem"},
		},
	}
	if parameters := parametersOf(types, r); len(parameters) > 0 {
		o["parameters"] = parameters
	}
	switch {
	case r.upload:
		o["requestBody"] = object{"required": true, "content": object{"multipart/form-data": object{"schema": uploadSchema()}}}
	case r.body != nil:
		o["requestBody"] = object{"required": !r.lenient, "content": jsonOf(types.of(r.body))}
	}
	switch r.guard {
	case open:
		o["security"] = []any{}
	case bearer:
		o["security"] = []object{{"token": []string{}}}
	}
	return o
}

func parametersOf(types *schemas, r route) []object {
	list := []object{}
	for part := range strings.SplitSeq(r.path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			name = strings.TrimSuffix(name, "}")
			list = append(list, object{"name": name, "in": "path", "required": true, "schema": object{"type": "string"}})
		}
	}
	for _, p := range r.query {
		list = append(list, object{
			"name": p.name, "in": "query", "description": p.about, "schema": types.of(reflect.TypeOf(p.like)),
		})
	}
	if r.key != keyIgnored {
		list = append(list, object{
			"name": wire.KeyHeader, "in": "header", "required": r.key == keyRequired,
			"description": "Made by the client; a repeat with the same body gets the first answer.",
			"schema":      object{"type": "string", "pattern": "^[A-Za-z0-9-]{16,64}$"},
		})
	}
	return append(list, object{
		"name": "Accept-Language", "in": "header", "description": "The language of a problem's texts: en or ja.",
		"schema": object{"type": "string"},
	})
}

func uploadSchema() object {
	return object{
		"type":        "object",
		"description": "The registry's CSV files, each as a file part with its name.",
		"properties":  object{"files": object{"type": "array", "items": object{"type": "string", "contentMediaType": "text/csv"}}},
	}
}

// liveOperation describes the socket as far as OpenAPI can.
func liveOperation(types *schemas) object {
	return object{
		"operationId": "live", "summary": "The live socket: frames of what changes, from a position on", "tags": []string{"Live"},
		"description": "A WebSocket that only comes down. Each text message is a Frame. Close codes: 4001 sign in again, " +
			"4008 too slow, 1012 come back with the last position.",
		"parameters": []object{
			{"name": "epoch", "in": "query", "description": "of the last position", "schema": object{"type": "string"}},
			{"name": "seq", "in": "query", "description": "of the last position", "schema": object{"type": "integer", "minimum": 0}},
		},
		"responses": object{
			"101":     object{"description": "Switching Protocols", "content": jsonOf(types.of(reflect.TypeFor[wire.Frame]()))},
			"default": object{"$ref": "#/components/responses/Problem"},
		},
	}
}

func jsonOf(schema object) object { return object{"application/json": object{"schema": schema}} }
