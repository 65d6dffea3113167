package registry

import (
	"slices"

	"accord/shared/access"
)

// table is what one file may hold (domain page, "Registry import").
type table struct {
	file    string
	needed  bool // the file must be there
	columns []column
	take    func(*row)
}

// column of a table. A needed one must be in the header and filled in every
// row; another may be left out, which is the same as being empty.
type column struct {
	name   string
	needed bool
}

// column returns the place of a column, -1 for none.
func (t *table) column(name string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
}

// The tables by their place in tables.
const (
	tableCompanies = iota
	tableBillTo
	tableContracts
	tableProducts
	tableAdministrators
	tableAccounts
	tableGrants
)

// tables lists the files in the order in which they are read and reported.
func tables() []table {
	return []table{
		{"companies.csv", true, columns("company_id!", "kind!", "name_en", "name_local", "aliases", "domains",
			"parent_id", "country"), takeCompany},
		{"bill_to.csv", false, columns("bill_to_id!", "company_id!"), takeBillTo},
		{"contracts.csv", true, columns("contract_number!", "holder_company_id!", "seller_company_id", "bill_to_id",
			"service_level", "branding!", "support!", "issued_at!", "starts_at!", "ends_at!", "status!"), takeContract},
		{"covered_products.csv", false, columns("serial_number!", "contract_number!", "product_id", "description"),
			takeProduct},
		{"administrators.csv", false, columns("email!", "contract_number", "bill_to_id"), takeAdministrator},
		{"accounts.csv", false, columns("email!", "given_name", "family_name", "company_name", "company_name_local",
			"address", "country", "language", "role!"), takeAccount},
		{"grants.csv", false, columns("email!", "level!", "contract_number", "bill_to_id", "starts_at!", "ends_at"),
			takeGrant},
	}
}

// columns reads "name!" as a needed column.
func columns(names ...string) []column {
	list := make([]column, len(names))
	for i, n := range names {
		if n[len(n)-1] == '!' {
			list[i] = column{n[:len(n)-1], true}
		} else {
			list[i] = column{n, false}
		}
	}
	return list
}

func takeCompany(r *row) {
	c := access.Company{
		ID: r.id("company_id"), Kind: access.CompanyKind(r.word("kind", "customer", "partner", "vendor")),
		Name: r.text("name_en"), NameLocal: r.text("name_local"), Aliases: list(r.text("aliases")),
		Domains: r.domains("domains"), ParentID: r.id("parent_id"), Country: r.country("country"),
	}
	if c.Name == "" && c.NameLocal == "" {
		r.fault("name_en", "any_of", "name_en", "name_local")
	}
	r.define(claimParent, c.ID, "company_id")
	r.refer(claimParent, c.ParentID, "parent_id")
	r.define(claimCompany, c.ID, "company_id")
	r.store(key(spaceCompany, c.ID), encodeCompany(&c))
	for _, d := range c.Domains {
		r.store(key(spaceDomain, d, c.ID), nil)
	}
}

func takeBillTo(r *row) {
	b := access.BillToParty{ID: r.number("bill_to_id", maxBillTo), CompanyID: r.id("company_id")}
	r.define(claimBillTo, b.ID, "bill_to_id")
	r.refer(claimCompany, b.CompanyID, "company_id")
	r.store(key(spaceBillTo, b.ID), encodeBillTo(&b))
	r.store(key(spaceBillTosOf, b.CompanyID, b.ID), nil)
}

func takeContract(r *row) {
	c := access.ServiceContract{
		Number:   r.number("contract_number", maxContract),
		HolderID: r.id("holder_company_id"), SellerID: r.id("seller_company_id"),
		BillToID: r.number("bill_to_id", maxBillTo), ServiceLevel: r.text("service_level"),
		Branding: access.Branding(r.word("branding", "vendor", "partner")),
		Support:  access.Support(r.word("support", "direct", "reseller")),
		Status:   access.ContractStatus(r.word("status", "active", "pending", "terminated")),
	}
	c.IssuedAt, _ = r.time("issued_at")
	starts, _ := r.time("starts_at")
	ends, _ := r.time("ends_at")
	c.Starts, c.Ends = access.Day(starts), access.Day(ends)
	if !r.bad && c.Ends.Before(c.Starts) {
		r.fault("ends_at", "ends_before_start")
	}
	r.define(claimContract, c.Number, "contract_number")
	r.refer(claimCompany, c.HolderID, "holder_company_id")
	r.refer(claimCompany, c.SellerID, "seller_company_id")
	r.refer(claimBillTo, c.BillToID, "bill_to_id")
	r.store(key(spaceContract, c.Number), encodeContract(&c))
	if c.BillToID != "" {
		r.store(key(spaceContractsOf, c.BillToID, c.Number), nil)
	}
}

func takeProduct(r *row) {
	p := access.CoveredProduct{
		Serial: r.serial("serial_number"), Contract: r.number("contract_number", maxContract),
		ProductID: r.text("product_id"), Description: r.text("description"),
	}
	if p.Serial != "" && p.Contract != "" {
		r.define(claimProduct, p.Serial+" "+p.Contract, "serial_number")
	}
	r.refer(claimContract, p.Contract, "contract_number")
	r.store(key(spaceSerial, p.Serial, p.Contract), encodeProduct(&p))
}

func takeAdministrator(r *row) {
	email, scope := r.email("email"), r.scope()
	if email == "" || scope.Value == "" {
		return
	}
	r.define(claimAdministrator, email+" "+scope.String(), "email")
	r.store(key(spaceAdministrators, scope.String(), email), nil)
	r.store(key(spaceAdministers, email, scope.String()), nil)
}

func takeAccount(r *row) {
	var p Person
	p.Profile.Email = r.email("email")
	p.Profile.GivenName, p.Profile.FamilyName = r.text("given_name"), r.text("family_name")
	p.Profile.Company, p.Profile.CompanyLocal = r.text("company_name"), r.text("company_name_local")
	p.Profile.Address, p.Profile.Country = r.text("address"), r.country("country")
	p.Profile.Language = r.word("language", "en", "ja")
	p.Role = access.Role(r.word("role", "customer", "reviewer", "operator"))
	r.define(claimAccount, p.Profile.Email, "email")
	r.store(key(spacePerson, p.Profile.Email), encodePerson(&p))
}

func takeGrant(r *row) {
	email, scope := r.email("email"), r.scope()
	g := Grant{Level: access.Level(r.word("level", "downloads", "full", "ordering")), Scope: scope}
	g.Starts, _ = r.time("starts_at")
	ends, day := r.time("ends_at")
	if day {
		ends = endOf(ends)
	}
	g.Ends = ends
	if !r.bad && !ends.IsZero() && ends.Before(g.Starts) {
		r.fault("ends_at", "ends_before_start")
	}
	if email == "" || g.Level == "" || scope.Value == "" {
		return
	}
	g.ID = grantID(email, g.Level, scope)
	r.define(claimGrant, email+" "+string(g.Level)+" "+scope.String(), "email")
	r.store(key(spaceGrant, email, g.ID), encodeGrant(&g))
	r.store(key(spaceGrantsOf, scope.String(), email, g.ID), encodeGrant(&g))
	if !g.Ends.IsZero() {
		r.store(key(spaceEnding, EndingPlace(g.Ends), g.ID), encodeEnding(email, &g))
	}
}
