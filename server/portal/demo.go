package portal

import (
	"context"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"accord/server/desk"
	"accord/server/policy"
	"accord/shared/access"
	"accord/shared/wire"
)

// demo makes the example on an empty data folder, or returns the sign-ins of
// the one that is there. A start that was killed half-way is done again.
func (r *Rooms) demo(ctx context.Context, c Config, random func([]byte)) ([]wire.DemoSignIn, error) {
	path := filepath.Join(c.Data, demoFile)
	people, err := readDemo(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return people, err
	}
	files := Example(c.DemoRegistry)
	if _, err := r.Desk.ImportNow(ctx, files, false, nil); err != nil {
		return nil, fmt.Errorf("import the example's registry: %w", err)
	}
	public, err := policy.NewPublicDomains(c.PublicDomains, c.CompanyDomains)
	if err != nil {
		return nil, err
	}
	cast, err := readCast(files, public, c.SupportEmail)
	if err != nil {
		return nil, err
	}
	password := demoPassword(random)
	for _, p := range cast.people() {
		if err := r.join(ctx, p, password, c.Vendor); err != nil {
			return nil, fmt.Errorf("add %s of the example: %w", p.who, err)
		}
		people = append(people, wire.DemoSignIn{Email: p.email, Password: password, Who: p.who})
	}
	return people, writeDemo(path, people)
}

// join gives a member an account, and a profile to one who is made up.
func (r *Rooms) join(ctx context.Context, m member, password, vendor string) error {
	a, err := r.Desk.AddAccount(ctx, m.email, password, m.role)
	if err != nil || m.given == "" {
		return err
	}
	_, err = r.Desk.UpdateProfile(ctx, desk.Who{Account: a.ID, Role: a.Role}, wire.ProfileChange{Profile: wire.Profile{
		GivenName: m.given, FamilyName: "Example", Company: vendor, Address: "1 Example Street", Country: "US", Language: "en",
	}})
	return err
}

func readDemo(path string) (people []wire.DemoSignIn, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &people); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return people, nil
}

// writeDemo writes beside and renames, so that a file that is there is whole.
func writeDemo(path string, people []wire.DemoSignIn) error {
	text, err := json.MarshalIndent(people, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", append(text, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// demoPassword makes one password for all: 60 random bits, easy to type.
func demoPassword(random func([]byte)) string {
	b := make([]byte, 10)
	random(b)
	text := strings.ToLower(base32.StdEncoding.EncodeToString(b))
	return text[0:4] + "-" + text[4:8] + "-" + text[8:12]
}

// member is one person of the example.
type member struct {
	email string
	role  access.Role
	who   string // catalogue key suffix: "demo.<who>"
	given string // name of one who is made up, "" for the registry's people
}
