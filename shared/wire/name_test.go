package wire_test

import (
	"testing"

	"accord/shared/wire"
)

func TestProfile_Name(t *testing.T) {
	tests := []struct {
		name               string
		of                 wire.Profile
		latin, local, want string
	}{
		{"LatinIsGivenNameFirstWhateverTheLanguage", wire.Profile{GivenName: "Sakura", FamilyName: "Endo", Language: "ja"},
			"Sakura Endo", "", "Sakura Endo"},
		{"JapaneseIsFamilyNameFirstWhateverTheLanguage", wire.Profile{GivenNameLocal: "さくら", FamilyNameLocal: "遠藤", Language: "en"},
			"", "遠藤 さくら", "遠藤 さくら"},
		{"BothAreReadInLatin", wire.Profile{GivenName: "Hana", FamilyName: "Mori", GivenNameLocal: "花", FamilyNameLocal: "森"},
			"Hana Mori", "森 花", "Hana Mori"},
		{"JapaneseInTheLatinFields", wire.Profile{GivenName: "花", FamilyName: "森"}, "森 花", "", "森 花"},
		{"LatinInTheLocalFields", wire.Profile{GivenNameLocal: "Hana", FamilyNameLocal: "Mori"}, "", "Hana Mori", "Hana Mori"},
		{"OnePartIsEnough", wire.Profile{FamilyName: "Mori"}, "Mori", "", "Mori"},
		{"NoneIsTheAddress", wire.Profile{Email: "h@a.example"}, "", "", "h@a.example"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := [3]string{tt.of.LatinName(), tt.of.LocalName(), tt.of.Name()}; got != [3]string{tt.latin, tt.local, tt.want} {
				t.Errorf("got %q, want %q", got, [3]string{tt.latin, tt.local, tt.want})
			}
		})
	}
}
