package validation_test

import (
	"slices"
	"testing"

	"accord/shared/validation"
	"accord/shared/wire"
)

func TestProgramIdentifiers(t *testing.T) {
	program := func(format string) *wire.Program {
		return &wire.Program{Identifier: wire.ProgramIdentifier{Format: format, Example: "x", Max: 2}}
	}
	for _, c := range []struct {
		name, format, text string
		want               []string
		codes              []string
	}{
		{"Empty", "[0-9]+", " \n", nil, nil},
		{"FullWidth", "P-[0-9]{3}", "ｐ－１２３、Ｐ－１２４", []string{"P-123", "P-124"}, nil},
		{"SmallLetters", `[a-z]+\.example`, "Nadel.Example", []string{"nadel.example"}, nil},
		{"AsTyped", "[A-Za-z]{2}x", "Abx", []string{"Abx"}, nil},
		{"Doubles", "[0-9]+", "12 12;13", []string{"12", "13"}, nil},
		{"TooMany", "[0-9]+", "12,13,14,12", []string{"12", "13"}, []string{"program.too_many"}},
		{"WholeOnly", "[0-9]{2}", "123, 12", []string{"12"}, []string{"program.form"}},
		{"Alternatives", "AB|CD", "ABX CD", []string{"CD"}, []string{"program.form"}},
		{"Long", ".+", "0123456789012345678901234567890123456789012345678901234567890123456789", nil, []string{"program.long"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			items := validation.ProgramIdentifiers(program(c.format), c.text)
			var codes []string
			for _, p := range items.Problems() {
				codes = append(codes, p.Code)
			}
			if !slices.Equal(items.Values(), c.want) || !slices.Equal(codes, c.codes) {
				t.Errorf("got %v %v, want %v %v", items.Values(), codes, c.want, c.codes)
			}
		})
	}
}
