package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"text/tabwriter"

	"accord/server/portal"
	"accord/shared/i18n"
	"accord/shared/wire"
)

// serveCommand serves the portal until a signal comes.
type serveCommand struct {
	portal.Config
	LogLevel slog.Level `default:"info" help:"Lowest level to log: debug, info, warn or error."`
}

// Run serves. The first signal stops cleanly.
func (c *serveCommand) Run(ctx context.Context, t terminal) error {
	d := deps(t, c.LogLevel)
	p, err := portal.Open(ctx, c.Config, d)
	if err != nil {
		return err
	}
	err = greet(t, p)
	if err == nil {
		<-ctx.Done()
	}
	d.Log.Info("stopping", "grace", c.ShutdownGrace)
	grace, cancel := context.WithTimeout(context.Background(), c.ShutdownGrace)
	defer cancel()
	return errors.Join(err, p.Close(grace))
}

// greet prints where the portal is, and the example's sign-ins.
func greet(t terminal, p *portal.Portal) error {
	if len(p.Demo) == 0 {
		_, err := fmt.Fprintf(t.out, "Accord is running at %s\n", p.URL())
		return err
	}
	table := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "\nAccord is running at %s\nIts mailbox is at %s%s\n\n", p.URL(), p.URL(), wire.PathDevMail)
	fmt.Fprintln(table, "who\temail\tpassword")
	for _, d := range p.Demo {
		fmt.Fprintf(table, "%s\t%s\t%s\n", i18n.T(i18n.English, "demo."+d.Who), d.Email, d.Password)
	}
	fmt.Fprint(table, "\nAll others in the registry have no password yet: “Forgotten your password?” puts a link into the mailbox.\n\n")
	return table.Flush()
}
