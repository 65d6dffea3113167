package portal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/shared/wire"
)

// maxSettingText is the length of a text in a settings file, in characters.
const maxSettingText = 1000

// settingsFile is a settings file while it is checked: where each value stands,
// and all that is wrong, so that an operator mends it in one go.
type settingsFile struct {
	name   string
	text   []byte
	lines  map[string]int // of each value, by its path: "programs[1].label.en"
	faults []error
}

// readSettings decodes a settings file and has it checked as a whole. Errors:
// everything that is wrong, one line each: "programs.json:12: …".
func readSettings[T any](name string, text []byte, check func(*settingsFile, T)) (T, error) {
	var v T
	f := &settingsFile{name: name, text: bytes.TrimPrefix(text, []byte("\ufeff")), lines: map[string]int{}}
	if err := f.locate(reflect.TypeFor[T]()); err != nil {
		return v, err
	}
	if err := json.Unmarshal(f.text, &v); err != nil {
		var wrong *json.UnmarshalTypeError
		if !errors.As(err, &wrong) {
			return v, fmt.Errorf("%s: %w", name, err)
		}
		f.wrong(f.line(wrong.Offset), "%s must not be a %s", wrong.Field, wrong.Value)
	} else {
		check(f, v)
	}
	return v, errors.Join(f.faults...)
}

// at notes what is wrong with the value of a path.
func (f *settingsFile) at(path, format string, args ...any) {
	line := 0
	for place := path; line == 0; { // a value that is missing is its parent's fault
		line = f.lines[place]
		cut := strings.LastIndexAny(place, ".[")
		if cut < 0 {
			line = max(line, 1)
			break
		}
		place = place[:cut]
	}
	f.wrong(line, "%s "+format, append([]any{path}, args...)...)
}

func (f *settingsFile) wrong(line int, format string, args ...any) {
	f.faults = append(f.faults, fmt.Errorf("%s:%d: "+format, append([]any{f.name, line}, args...)...))
}

// line counts the lines up to an offset.
func (f *settingsFile) line(offset int64) int {
	return 1 + bytes.Count(f.text[:min(int(offset), len(f.text))], []byte("\n"))
}

// locate reads the file as JSON and notes where each value stands, and the
// names that the settings do not know.
func (f *settingsFile) locate(t reflect.Type) error {
	dec := json.NewDecoder(bytes.NewReader(f.text))
	err := f.value(dec, "", t)
	if err == nil && dec.More() {
		err = errors.New("something follows the end of the settings")
	}
	if err == nil {
		return nil
	}
	at := dec.InputOffset()
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = syntax.Offset
	}
	return fmt.Errorf("%s:%d: this is not JSON: %w", f.name, f.line(at), err)
}

// value notes one value and, of an object or a list, those in it. t is nil
// where a name is unknown.
func (f *settingsFile) value(dec *json.Decoder, path string, t reflect.Type) error {
	token, err := dec.Token()
	if err != nil {
		return err
	}
	f.lines[path] = f.line(dec.InputOffset())
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch token {
	case json.Delim('{'):
		return f.object(dec, path, t)
	case json.Delim('['):
		if t != nil && t.Kind() == reflect.Slice {
			t = t.Elem()
		} else {
			t = nil
		}
		for i := 0; dec.More(); i++ {
			if err := f.value(dec, fmt.Sprintf("%s[%d]", path, i), t); err != nil {
				return err
			}
		}
		_, err = dec.Token()
	}
	return err
}

func (f *settingsFile) object(dec *json.Decoder, path string, t reflect.Type) error {
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		member := strings.TrimPrefix(path+"."+name, ".")
		field := fieldNamed(t, name)
		f.lines[member] = f.line(dec.InputOffset())
		switch {
		case seen[name]:
			f.at(member, "appears twice")
		case field == nil && t != nil:
			f.at(member, "is not a setting")
		}
		seen[name] = true
		if err := f.value(dec, member, field); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// fieldNamed is the type of a struct's field by its JSON name, nil for none.
func fieldNamed(t reflect.Type, name string) reflect.Type {
	if t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		if tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); tag == name {
			return t.Field(i).Type
		}
	}
	return nil
}

// words demands a text in both languages.
func (f *settingsFile) words(path string, t wire.Text) {
	f.word(path+".en", t.EN)
	f.word(path+".ja", t.JA)
}

func (f *settingsFile) word(path, s string) {
	switch {
	case strings.TrimSpace(s) == "":
		f.at(path, "is missing: every text stands in English and in Japanese")
	case utf8.RuneCountInString(s) > maxSettingText:
		f.at(path, "is longer than %d characters", maxSettingText)
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }):
		f.at(path, "has control characters")
	}
}

// named puts the vendor and the support address into the texts that name them
// as {vendor} and {support}.
func (c Config) named(text []byte) []byte {
	quoted := func(s string) string {
		b, err := json.Marshal(s)
		if err != nil {
			panic(err) // a string
		}
		return string(b[1 : len(b)-1])
	}
	return []byte(strings.NewReplacer("{vendor}", quoted(c.Vendor), "{support}", quoted(c.SupportEmail)).Replace(string(text)))
}
