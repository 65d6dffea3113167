package portal

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"accord/server/policy"
	"accord/shared/access"
)

// cast is who of a registry shows what the portal does: a customer whose
// contract has an administrator, that administrator, one with a public mail
// address, two reviewers and an operator. The choice is the files' order.
type cast struct {
	customer, administrator, public string
	reviewers                       []string
	operator                        string
	home                            string // the vendor's mail domain
}

// row is a line of a registry file by column.
type row map[string]string

// readCast chooses from the registry's files. Where these name no vendor, its mail
// domain is that of the support address.
func readCast(files fs.FS, public *policy.PublicDomains, support string) (cast, error) {
	var c cast
	accounts, err := readRows(files, "accounts.csv")
	if err != nil {
		return c, err
	}
	administrators, err := readRows(files, "administrators.csv")
	if err != nil {
		return c, err
	}
	companies, err := readRows(files, "companies.csv")
	if err != nil {
		return c, err
	}
	c.pair(accounts, administrators)
	for _, a := range accounts {
		c.take(a, public)
	}
	c.home = homeOf(companies, domainOf(row{"email": support}))
	return c, nil
}

// pair finds the first administrator of a contract who has a colleague: the
// colleague's requests are the administrator's to decide.
func (c *cast) pair(accounts, administrators []row) {
	decides := map[string]bool{}
	for _, a := range administrators {
		decides[address(a)] = decides[address(a)] || a["contract_number"] != ""
	}
	for _, boss := range accounts {
		if !decides[address(boss)] || !isCustomer(boss) {
			continue
		}
		for _, a := range accounts {
			_, administers := decides[address(a)]
			if !administers && isCustomer(a) && complete(a) && domainOf(a) == domainOf(boss) {
				c.customer, c.administrator = address(a), address(boss)
				return
			}
		}
	}
}

// take gives a person the first free part that fits.
func (c *cast) take(a row, public *policy.PublicDomains) {
	switch {
	case a["role"] == string(access.RoleReviewer) && len(c.reviewers) < 2:
		c.reviewers = append(c.reviewers, address(a))
	case a["role"] == string(access.RoleOperator) && c.operator == "":
		c.operator = address(a)
	case isCustomer(a) && complete(a) && c.public == "" && public.Contains(domainOf(a)):
		c.public = address(a)
	}
}

// people lists the parts; what the registry has nobody for is made up, at the
// vendor's own mail domain.
func (c *cast) people() []member {
	madeUp := map[string]string{} // given name by address
	for i := len(c.reviewers); i < 2; i++ {
		email := fmt.Sprintf("reviewer%d@%s", i+1, c.home)
		c.reviewers = append(c.reviewers, email)
		madeUp[email] = []string{"Robin", "Rei"}[i]
	}
	if c.operator == "" {
		c.operator = "operator@" + c.home
		madeUp[c.operator] = "Oda"
	}
	all := []member{
		{email: c.customer, role: access.RoleCustomer, who: "customer"},
		{email: c.public, role: access.RoleCustomer, who: "public"},
		{email: c.administrator, role: access.RoleCustomer, who: "administrator"},
		{email: c.reviewers[0], role: access.RoleReviewer, who: "reviewer1"},
		{email: c.reviewers[1], role: access.RoleReviewer, who: "reviewer2"},
		{email: c.operator, role: access.RoleOperator, who: "operator"},
	}
	for i := range all {
		all[i].given = madeUp[all[i].email]
	}
	return slices.DeleteFunc(all, func(m member) bool { return m.email == "" })
}

func homeOf(companies []row, other string) string {
	for _, c := range companies {
		if c["kind"] == string(access.CompanyVendor) && c["domains"] != "" {
			domain, _, _ := strings.Cut(c["domains"], ";")
			return strings.TrimSpace(domain)
		}
	}
	return other
}

func address(r row) string  { return strings.ToLower(strings.TrimSpace(r["email"])) }
func isCustomer(r row) bool { return r["role"] == string(access.RoleCustomer) || r["role"] == "" }
func domainOf(r row) string { _, domain, _ := strings.Cut(address(r), "@"); return domain }
func complete(r row) bool {
	return (r["company_name"] != "" || r["company_name_local"] != "") && r["address"] != ""
}

// readRows reads a file that the import has found to be good.
func readRows(files fs.FS, name string) ([]row, error) {
	file, err := files.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // only read
	r := csv.NewReader(file)
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	var rows []row
	for {
		line, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		found := row{}
		for i, column := range header {
			found[strings.TrimSpace(column)] = line[i]
		}
		rows = append(rows, found)
	}
}
