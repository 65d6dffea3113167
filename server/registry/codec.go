package registry

import (
	"accord/shared/access"
)

func encodeContract(c *access.ServiceContract) []byte {
	var e encoder
	e.text(c.Number, c.HolderID, c.SellerID, c.BillToID, c.ServiceLevel)
	e.text(string(c.Branding), string(c.Support), string(c.Status))
	e.time(c.IssuedAt, c.Starts, c.Ends)
	return e
}

func decodeContract(record string) (*access.ServiceContract, error) {
	d := decoder{rest: record}
	c := &access.ServiceContract{
		Number: d.text(), HolderID: d.text(), SellerID: d.text(), BillToID: d.text(), ServiceLevel: d.text(),
		Branding: access.Branding(d.text()), Support: access.Support(d.text()), Status: access.ContractStatus(d.text()),
		IssuedAt: d.time(), Starts: d.time(), Ends: d.time(),
	}
	return c, d.err()
}

func encodeCompany(c *access.Company) []byte {
	var e encoder
	e.text(c.ID, string(c.Kind), c.Name, c.NameLocal, c.ParentID, c.Country)
	e.list(c.Aliases)
	e.list(c.Domains)
	return e
}

func decodeCompany(record string) (*access.Company, error) {
	d := decoder{rest: record}
	c := &access.Company{
		ID: d.text(), Kind: access.CompanyKind(d.text()), Name: d.text(), NameLocal: d.text(),
		ParentID: d.text(), Country: d.text(), Aliases: d.list(), Domains: d.list(),
	}
	return c, d.err()
}

func encodeBillTo(b *access.BillToParty) []byte {
	var e encoder
	e.text(b.ID, b.CompanyID)
	return e
}

func decodeBillTo(record string) (*access.BillToParty, error) {
	d := decoder{rest: record}
	b := &access.BillToParty{ID: d.text(), CompanyID: d.text()}
	return b, d.err()
}

func encodePerson(p *Person) []byte {
	var e encoder
	f := &p.Profile
	e.text(f.Email, f.GivenName, f.FamilyName, f.Company, f.CompanyLocal, f.Address, f.Country, f.Language)
	e.text(string(p.Role))
	return e
}

func decodePerson(record string) (*Person, error) {
	d := decoder{rest: record}
	var p Person
	f := &p.Profile
	for _, v := range []*string{
		&f.Email, &f.GivenName, &f.FamilyName, &f.Company, &f.CompanyLocal, &f.Address, &f.Country, &f.Language,
	} {
		*v = d.text()
	}
	p.Role = access.Role(d.text())
	return &p, d.err()
}

func encodeGrant(g *Grant) []byte {
	var e encoder
	e.text(g.ID, string(g.Level), g.Scope.String())
	e.time(g.Starts, g.Ends)
	return e
}

func decodeGrant(record string) (*Grant, error) {
	d := decoder{rest: record}
	g := &Grant{ID: d.text(), Level: access.Level(d.text()), Scope: scope(d.text()), Starts: d.time(), Ends: d.time()}
	return g, d.err()
}

func encodeProduct(p *access.CoveredProduct) []byte {
	var e encoder
	e.text(p.Serial, p.Contract, p.ProductID, p.Description)
	return e
}

func decodeProduct(record string) (*access.CoveredProduct, error) {
	d := decoder{rest: record}
	p := &access.CoveredProduct{Serial: d.text(), Contract: d.text(), ProductID: d.text(), Description: d.text()}
	return p, d.err()
}
