package web

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"

	"accord/shared/access"
	"accord/shared/wire"
)

// object is a JSON object of the API's description.
type object = map[string]any

// schemas makes JSON Schemas (draft 2020-12, as OpenAPI 3.1 has them) from the
// code's own types: a struct is a named component, a closed set of words an
// enumeration.
type schemas struct {
	components object
	words      map[reflect.Type][]any
}

func newSchemas() *schemas {
	return &schemas{components: object{}, words: words()}
}

// of is the schema of a type; nested structs become components.
func (s *schemas) of(t reflect.Type) object {
	switch t {
	case reflect.TypeFor[time.Time]():
		return object{"type": "string", "format": "date-time"}
	case reflect.TypeFor[json.RawMessage]():
		return object{}
	}
	if w := s.words[t]; w != nil {
		return s.component(t, func() object { return object{"type": "string", "enum": w} })
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem())
	case reflect.Slice:
		return object{"type": "array", "items": s.of(t.Elem())}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": s.of(t.Elem())}
	case reflect.Struct:
		return s.component(t, func() object { return s.fields(t) })
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return object{"type": "integer"}
	case reflect.Uint64:
		return object{"type": "integer", "minimum": 0}
	}
	return object{"type": "string"}
}

// component makes a named schema once and refers to it.
func (s *schemas) component(t reflect.Type, make func() object) object {
	if _, ok := s.components[t.Name()]; !ok {
		s.components[t.Name()] = object{} // a type may hold itself
		s.components[t.Name()] = make()
	}
	return object{"$ref": "#/components/schemas/" + t.Name()}
}

// fields describes a struct. A field that may be left out is not required.
func (s *schemas) fields(t reflect.Type) object {
	properties, required := object{}, []string{}
	for f := range fieldsOf(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := s.of(f.Type)
		left := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		if !left {
			required = append(required, name)
			if f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Map {
				property["type"] = []string{property["type"].(string), "null"} // none at all
			}
		}
		properties[name] = property
	}
	schema := object{"type": "object", "properties": properties}
	if len(required) > 0 {
		schema["required"] = required
	}
	return schema
}

// fieldsOf lists a struct's JSON fields, those of the structs that it embeds as
// its own.
func fieldsOf(t reflect.Type) func(yield func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && !f.Anonymous && f.Tag.Get("json") != "-" && !yield(f) {
				return
			}
		}
	}
}

// words are the closed sets of words that the API uses.
func words() map[reflect.Type][]any {
	codes := []wire.Code{}
	for c := range statuses() {
		codes = append(codes, c)
	}
	return map[reflect.Type][]any{
		reflect.TypeFor[access.Level]():  set(access.Levels()...),
		reflect.TypeFor[access.Kind]():   set(access.KindContract, access.KindSerial, access.KindBillTo, access.KindProgram, access.KindWithheld),
		reflect.TypeFor[access.Status](): set(access.Statuses()...),
		reflect.TypeFor[access.Role]():   set(access.RoleCustomer, access.RoleReviewer, access.RoleOperator),
		reflect.TypeFor[access.Party]():  set(access.ByRequester, access.ByAdministrator, access.ByReviewer, access.BySystem),
		reflect.TypeFor[access.Action](): set(access.ActionDownload, access.ActionCase, access.ActionRMA, access.ActionUse),
		reflect.TypeFor[access.Move](): set(
			access.MoveSubmit, access.MoveConfirm, access.MoveReprocess, access.MoveCancel, access.MoveApprove, access.MoveDeny,
			access.MovePass, access.MoveAsk, access.MoveSendAdmin, access.MoveNoAnswer, access.MoveExpire, access.MoveAppeared),
		reflect.TypeFor[access.Branding]():       set(access.BrandingVendor, access.BrandingPartner),
		reflect.TypeFor[access.Support]():        set(access.SupportDirect, access.SupportReseller),
		reflect.TypeFor[access.ContractStatus](): set(access.ContractActive, access.ContractPending, access.ContractTerminated),
		reflect.TypeFor[access.Term]():           set(access.TermActive, access.TermNotStarted, access.TermExpired, access.TermTerminated),
		reflect.TypeFor[wire.Decider]():          set(wire.DecidesVendor, wire.DecidesNobody),
		reflect.TypeFor[wire.MailState]():        set(wire.MailStates()...),
		reflect.TypeFor[wire.MailPreference]():   set(wire.MailAtOnce, wire.MailDaily, wire.MailNone),
		reflect.TypeFor[wire.OfficeHow]():        set(wire.HowRequest, wire.HowRule, wire.HowRegistry, wire.HowAdded, wire.HowThirdParty),
		reflect.TypeFor[wire.Employer]():         set(wire.EmployerOwn, wire.EmployerOther),
		reflect.TypeFor[wire.BatchAction]():      set(wire.BatchAdd, wire.BatchRemove, wire.BatchSame),
		reflect.TypeFor[wire.Outcome]():          set(wire.OutcomeSkip, wire.OutcomePass, wire.OutcomeDecide),
		reflect.TypeFor[wire.ImportState](): set(wire.ImportChecking, wire.ImportChecked, wire.ImportInvalid,
			wire.ImportLoading, wire.ImportDone, wire.ImportFailed, wire.ImportSame),
		reflect.TypeFor[wire.UpdateKind](): set(wire.UpdateReset, wire.UpdateRequest, wire.UpdateGrant, wire.UpdateGrantGone,
			wire.UpdateRow, wire.UpdateLeft, wire.UpdateViewers, wire.UpdateMail, wire.UpdateOffice, wire.UpdateMessage,
			wire.UpdateConversation, wire.UpdateUnread, wire.UpdatePresence, wire.UpdateConnected, wire.UpdateServing,
			wire.UpdateMe, wire.UpdateRegistry, wire.UpdateSignedOut),
		reflect.TypeFor[wire.Code](): set(codes...),
	}
}

// set makes a sorted list of words, so that the document is the same each time.
func set[T ~string](words ...T) []any {
	list := []any{}
	for _, w := range slices.Sorted(slices.Values(words)) {
		list = append(list, w)
	}
	return list
}
