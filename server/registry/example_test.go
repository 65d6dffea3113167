package registry_test

import (
	"context"
	"testing"

	"accord/server/registry"
	"accord/shared/access"
)

func TestExample(t *testing.T) {
	s := open(t)
	l, err := s.Load(context.Background(), registry.Example(), false, nil)
	if err != nil {
		t.Fatalf("load: %v\n%+v", err, l.Errors)
	}
	if err := s.Switch(l.Generation); err != nil {
		t.Fatal(err)
	}
	t.Run("HasPeopleOfEveryRole", func(t *testing.T) {
		use(t, s, func(g *registry.Generation) {
			for email, role := range map[string]access.Role{
				"dana.wolfe@asternetworks.example": access.RoleOperator,
				"iris.lund@asternetworks.example":  access.RoleReviewer,
				"shun.kubo@asternetworks.example":  access.RoleReviewer,
				"hana.mori@asagirino.example":      access.RoleCustomer,
			} {
				if p := must(g.Person(email))(t); p == nil || p.Role != role {
					t.Errorf("%s: %+v, want role %s", email, p, role)
				}
			}
		})
	})
	t.Run("ReadmeTellsTheTruth", func(t *testing.T) {
		use(t, s, func(g *registry.Generation) {
			for scope, wanted := range map[access.Identifier]bool{
				access.Contract("610001"): true, access.Contract("610002"): false, access.Contract("610003"): false,
				access.Contract("610010"): true, access.Contract("610012"): false,
				access.BillTo("5200000101"): true, access.BillTo("5200000203"): false,
			} {
				if got := len(must(g.Administrators(scope))(t)) > 0; got != wanted {
					t.Errorf("%s has administrators: %v, want %v", scope, got, wanted)
				}
			}
			branded := must(g.Contract("610004"))(t)
			if branded.Branding != access.BrandingPartner || branded.SellerID != "P202" {
				t.Errorf("610004 is not partner-branded: %+v", branded)
			}
		})
	})
}
