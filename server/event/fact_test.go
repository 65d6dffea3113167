package event

import (
	"encoding/json"
	"testing"
)

func TestFact_EveryTypeDecodesToItsOwnStruct(t *testing.T) {
	for _, want := range []Type{
		TypeAccountCreated, TypeAccountChanged, TypeRoleSet, TypeAccountErased, TypeRequestMoved, TypeGrantGiven,
		TypeRequestReminded, TypeWatchEnded, TypeGrantEnding, TypeGrantEnded, TypeGrantConfirmed,
		TypeRecertificationAsked, TypeRecertificationReminded, TypeRecertificationDropped,
		TypeGrantRevoked, TypeRulesSet, TypeRegistrySwitched, TypeTokenIssued, TypeTokenRevoked,
		TypeAdministratorNamed, TypeAdministratorLeft,
		TypeMessageSent, TypeConversationSettled,
	} {
		f := Fact{Seq: 7, Type: want, Data: json.RawMessage(`{}`)}
		data, err := f.Decode()
		if err != nil {
			t.Errorf("%s: %v", want, err)
		} else if data.FactType() != want {
			t.Errorf("%s decodes to a %s", want, data.FactType())
		}
	}
}

func TestFact_AnUnknownTypeIsAnError(t *testing.T) {
	f := Fact{Seq: 7, Type: "weather.changed", Data: json.RawMessage(`{}`)}
	if data, err := f.Decode(); err == nil {
		t.Errorf("decoded to %+v", data)
	}
}
