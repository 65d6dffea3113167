package portal_test

import (
	"testing"

	"accord/server/portal"
)

func TestOpenRooms_TheDailySummaryHasItsMorningInTheBusinessZone(t *testing.T) {
	rooms, err := portal.OpenRooms(t.Context(), portal.Config{Data: t.TempDir(), BusinessZone: "Asia/Tokyo"}, deps())
	if err != nil {
		t.Fatal(err)
	}
	if zone := rooms.Outbox.Zone.String(); zone != "Asia/Tokyo" {
		t.Errorf("the morning is that of %s", zone)
	}
	if err := rooms.Close(t.Context()); err != nil {
		t.Error(err)
	}
}
