package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"accord/server/desk"
	"accord/server/portal"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// accountCommand adds accounts and sets roles on the data folder.
type accountCommand struct {
	Add      accountAdd      `cmd:"" help:"Add an account, also for a person in the registry who has none yet."`
	Role     accountRole     `cmd:"" help:"Set an account's role."`
	Password accountPassword `cmd:"" help:"Set an account's password and end its sessions."`
}

// secret is how a command is given a password.
type secret struct {
	PasswordStdin bool `xor:"password" help:"Read the password from standard input."`
	Generate      bool `xor:"password" help:"Generate a password and print it."`
}

// read is the password, "" when none was asked for.
func (s secret) read(t terminal) (string, error) {
	switch {
	case s.Generate:
		return rand.Text(), nil
	case s.PasswordStdin:
		line, err := bufio.NewReader(t.in).ReadString('\n')
		password := strings.TrimRight(line, "\r\n")
		if password == "" {
			return "", errors.Join(errors.New("no password on standard input: write it there as one line"), err)
		}
		return password, nil
	}
	return "", nil
}

// tell prints what was done, and a password that was made.
func (s secret) tell(t terminal, done, password string) error {
	if s.Generate {
		done += "\npassword: " + password
	}
	_, err := fmt.Fprintln(t.out, done)
	return err
}

// accountAdd adds one account.
type accountAdd struct {
	Data  string      `default:"data" help:"Data folder of the portal."`
	Email string      `arg:"" help:"The person's email address."`
	Role  access.Role `default:"" placeholder:"ROLE" enum:",customer,reviewer,operator" help:"customer, reviewer or operator. Default: the role in the registry, or customer."`
	secret
}

// Run adds the account. One that is there is left alone: a mistyped address
// would take over somebody's.
func (c *accountAdd) Run(ctx context.Context, t terminal) error {
	password, err := c.read(t)
	if err != nil {
		return err
	}
	return onData(ctx, t, c.Data, func(rooms *portal.Rooms) error {
		account, err := rooms.Desk.NewAccount(ctx, c.Email, password, c.Role)
		switch {
		case errors.Is(err, desk.ErrHasAccount):
			return fmt.Errorf("%s already has an account. To change it, use \"accord account password\" or \"accord account role\"", c.Email)
		case err != nil:
			return worded(err)
		}
		return c.tell(t, fmt.Sprintf("%s has an account with the role %s.", account.Profile.Email, account.Role), password)
	})
}

// accountPassword sets one account's password.
type accountPassword struct {
	Data  string `default:"data" help:"Data folder of the portal."`
	Email string `arg:"" help:"The person's email address."`
	secret
}

// Validate wants a way to a password.
func (c *accountPassword) Validate() error {
	if !c.Generate && !c.PasswordStdin {
		return errors.New("give --generate or --password-stdin")
	}
	return nil
}

// Run sets the password.
func (c *accountPassword) Run(ctx context.Context, t terminal) error {
	password, err := c.read(t)
	if err != nil {
		return err
	}
	return onData(ctx, t, c.Data, func(rooms *portal.Rooms) error {
		account, err := rooms.Desk.ResetPassword(ctx, c.Email, password)
		if err != nil {
			return worded(err)
		}
		return c.tell(t, account.Profile.Email+" has a new password.", password)
	})
}

// accountRole sets one account's role.
type accountRole struct {
	Data  string      `default:"data" help:"Data folder of the portal."`
	Email string      `arg:"" help:"The person's email address."`
	Role  access.Role `arg:"" enum:"customer,reviewer,operator" help:"customer, reviewer or operator."`
}

// Run sets the role.
func (c *accountRole) Run(ctx context.Context, t terminal) error {
	return onData(ctx, t, c.Data, func(rooms *portal.Rooms) error {
		if err := rooms.Desk.RoleOf(ctx, c.Email, c.Role); err != nil {
			return worded(err)
		}
		_, err := fmt.Fprintf(t.out, "%s now has the role %s.\n", c.Email, c.Role)
		return err
	})
}

// onData opens the data folder, does the work and closes it.
func onData(ctx context.Context, t terminal, dir string, work func(*portal.Rooms) error) error {
	rooms, err := portal.OpenRooms(ctx, portal.Config{Data: dir}, deps(t, slog.LevelWarn))
	if err != nil {
		return err
	}
	return errors.Join(work(rooms), rooms.Close(context.WithoutCancel(ctx)))
}

// worded says a problem in words.
func worded(err error) error {
	var p *wire.Problem
	if !errors.As(err, &p) {
		return err
	}
	texts := []string{}
	for _, f := range p.Fields {
		texts = append(texts, i18n.T(i18n.English, "invalid."+f.Code, f.Args...))
	}
	if len(texts) == 0 {
		texts = append(texts, i18n.T(i18n.English, "problem."+string(p.Code)))
	}
	return fmt.Errorf("%s", strings.Join(texts, "; "))
}
