package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"accord/server/portal"
	"accord/shared/access"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// accountCommand adds accounts and sets roles on the data folder.
type accountCommand struct {
	Add  accountAdd  `cmd:"" help:"Add an account, or take over a person of the registry."`
	Role accountRole `cmd:"" help:"Set an account's role."`
}

// accountAdd adds one account.
type accountAdd struct {
	Data          string      `default:"data" help:"Folder that holds everything the portal keeps."`
	Email         string      `arg:"" help:"The person's mail address."`
	Role          access.Role `default:"" placeholder:"ROLE" enum:",customer,reviewer,operator" help:"customer, reviewer or operator; the registry's, or customer, when none is given."`
	PasswordStdin bool        `xor:"password" help:"Read the password from standard input."`
	Generate      bool        `xor:"password" help:"Make a password and print it."`
}

// Run adds the account.
func (c *accountAdd) Run(ctx context.Context, t terminal) error {
	password := ""
	switch {
	case c.Generate:
		password = rand.Text()
	case c.PasswordStdin:
		line, err := bufio.NewReader(t.in).ReadString('\n')
		if password = strings.TrimRight(line, "\r\n"); password == "" {
			return errors.Join(errors.New("no password on standard input"), err)
		}
	}
	return onData(ctx, t, c.Data, func(rooms *portal.Rooms) error {
		account, err := rooms.Desk.AddAccount(ctx, c.Email, password, c.Role)
		if err != nil {
			return worded(err)
		}
		_, err = fmt.Fprintf(t.out, "%s is %s.\n", account.Profile.Email, account.Role)
		if c.Generate && err == nil {
			_, err = fmt.Fprintln(t.out, "password:", password)
		}
		return err
	})
}

// accountRole sets one account's role.
type accountRole struct {
	Data  string      `default:"data" help:"Folder that holds everything the portal keeps."`
	Email string      `arg:"" help:"The person's mail address."`
	Role  access.Role `arg:"" enum:"customer,reviewer,operator" help:"customer, reviewer or operator."`
}

// Run sets the role.
func (c *accountRole) Run(ctx context.Context, t terminal) error {
	return onData(ctx, t, c.Data, func(rooms *portal.Rooms) error {
		if err := rooms.Desk.RoleOf(ctx, c.Email, c.Role); err != nil {
			return worded(err)
		}
		_, err := fmt.Fprintf(t.out, "%s is %s.\n", c.Email, c.Role)
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
