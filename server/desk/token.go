package desk

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// Tokens lists the service tokens in force. Errors: forbidden.
func (d *Desk) Tokens(ctx context.Context, who Who) (wire.ServiceTokenList, error) {
	list := wire.ServiceTokenList{Tokens: []wire.ServiceToken{}}
	if err := operator(who); err != nil {
		return list, err
	}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		tokens, err := r.Tokens()
		for _, t := range tokens {
			list.Tokens = append(list.Tokens, wire.ServiceToken{ID: t.ID, Name: t.Name, CreatedAt: t.CreatedAt})
		}
		return err
	})
	return list, err
}

// NewToken makes a service token; its secret is in this answer and nowhere
// else, so a repeat of the command makes another token. Errors: forbidden,
// validation.
func (d *Desk) NewToken(ctx context.Context, who Who, b wire.NewServiceToken) (wire.ServiceToken, error) {
	if err := operator(who); err != nil {
		return wire.ServiceToken{}, err
	}
	name := strings.TrimSpace(b.Name)
	switch {
	case name == "":
		return wire.ServiceToken{}, invalid(wire.FieldError{Field: "name", Code: "token.required"})
	case utf8.RuneCountInString(name) > validation.MaxName:
		return wire.ServiceToken{}, invalid(wire.FieldError{Field: "name", Code: "text.long", Args: []string{strconv.Itoa(validation.MaxName)}})
	}
	secret, hash := d.secret()
	view := wire.ServiceToken{ID: d.id(), Name: name, Secret: "accord_" + secret}
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By: event.Actor{Party: access.ByReviewer, Account: who.Account},
		Run: func(tx *ledger.Tx) (any, error) {
			if err := stillOperator(tx); err != nil {
				return nil, err
			}
			tokens, err := tx.Tokens()
			if err != nil {
				return nil, err
			}
			if len(tokens) == ledger.MaxTokens {
				return nil, invalid(wire.FieldError{Field: "name", Code: "token.too_many"})
			}
			view.CreatedAt = tx.Now()
			_, err = tx.Append(&event.TokenIssued{Token: view.ID, Name: name, Hash: hash})
			return nil, err
		},
	})
	return view, commandError(err)
}

// RevokeToken ends a service token at once. Errors: forbidden, not_found.
func (d *Desk) RevokeToken(ctx context.Context, who Who, id string) error {
	if err := operator(who); err != nil {
		return err
	}
	_, err := d.Ledger.Do(ctx, ledger.Command{
		By: event.Actor{Party: access.ByReviewer, Account: who.Account},
		Run: func(tx *ledger.Tx) (any, error) {
			if err := stillOperator(tx); err != nil {
				return nil, err
			}
			_, err := tx.Append(&event.TokenRevoked{Token: id}) // ErrNotFound when there is none
			return nil, err
		},
	})
	return notFound(commandError(err))
}

// service checks a token's secret. Errors: sign_in_required.
func (d *Desk) service(ctx context.Context, secret string) error {
	secret, ok := strings.CutPrefix(secret, "accord_")
	if !ok {
		return problem(wire.CodeSignInRequired)
	}
	err := d.Ledger.View(ctx, func(r *ledger.Reader) error {
		_, err := r.Token(hashOf(secret))
		return err
	})
	if errors.Is(err, ledger.ErrNotFound) {
		return problem(wire.CodeSignInRequired)
	}
	return err
}
