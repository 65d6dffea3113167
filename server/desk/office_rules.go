package desk

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/server/event"
	"accord/server/ledger"
	"accord/shared/access"
	"accord/shared/validation"
	"accord/shared/wire"
)

// ChangeRule makes one change to what the administrators let the portal decide
// (domain page, rules 12 to 14, and remembered names). What is so already
// stays, and writes nothing. Errors: not_found, validation.
func (d *Desk) ChangeRule(ctx context.Context, who Who, scope access.Identifier, b wire.ChangeRule) error {
	c := ruleChange{kind: event.RuleKind(b.Rule), remove: b.Remove}
	if wrong := d.readRule(&c, scope, b); wrong != nil {
		return invalid(*wrong)
	}
	var people []string
	if c.address && !c.remove {
		people = []string{c.value}
	}
	return d.change(ctx, who, scope, "rule", b, naming(people...), func(tx *ledger.Tx, o office) error {
		if err := c.find(tx, o, who); err != nil {
			return err
		}
		return changeRules(tx, scope, c)
	})
}

// ruleChange is one change, checked.
type ruleChange struct {
	kind    event.RuleKind
	value   string // domain, address or company name
	address bool   // the value is an address
	account string // whose address it is
	ends    time.Time
	remove  bool
}

// readRule checks what a change names. No rule holds for a bill-to ID: a person
// decides every request for one (rules 10 and 11).
func (d *Desk) readRule(c *ruleChange, scope access.Identifier, b wire.ChangeRule) (wrong *wire.FieldError) {
	if scope.Kind != access.KindContract {
		return &wire.FieldError{Field: "rule", Code: "rule.contract_only"}
	}
	switch c.kind {
	case event.RuleLock:
		return nil
	case event.RuleDeny, event.RuleApprove:
		c.value, wrong = validation.Domain(b.Value)
	case event.RuleStanding:
		if c.value, c.address, wrong = validation.AddressOrDomain(b.Value); wrong == nil && !c.remove {
			c.ends, wrong = validation.LastDay(b.EndsOn, d.Now(), validation.LatestDay(d.Now(), nil))
		}
	case event.RuleName:
		c.value, wrong = validation.CompanyName(b.Value)
	default:
		return &wire.FieldError{Field: "rule", Code: "rule.unknown"}
	}
	if wrong == nil && !c.remove && c.approvesDomain() && d.Public.Contains(c.value) {
		return &wire.FieldError{Field: "value", Code: "domain.public", Args: []string{c.value}}
	}
	return wrong
}

func (c *ruleChange) approvesDomain() bool {
	return c.kind == event.RuleApprove || c.kind == event.RuleStanding && !c.address
}

// find turns an address into its account: a fact holds no personal data.
// Nobody approves themselves.
func (c *ruleChange) find(tx *ledger.Tx, o office, who Who) error {
	if !c.address {
		return nil
	}
	a, err := tx.AccountByEmail(c.value)
	if !c.remove {
		a, err = o.person(tx, c.value)
	}
	if errors.Is(err, ledger.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if a.ID == who.Account && !c.remove {
		return problem(wire.CodeOwnRequest)
	}
	c.account, c.value = a.ID, ""
	return nil
}

// changeRules makes the change inside the writer.
func changeRules(tx *ledger.Tx, scope access.Identifier, c ruleChange) error {
	rules, err := tx.Rules(scope)
	if err != nil {
		return err
	}
	next, changed, wrong := c.apply(rules)
	if wrong != nil {
		return invalid(*wrong)
	}
	if !changed {
		return nil
	}
	_, err = tx.Append(&event.RulesSet{Scope: scope, Rules: next, Change: event.RuleChange{
		Rule: c.kind, Value: c.value, Account: c.account, Removed: c.remove,
	}})
	return err
}

// apply is pure: it changes nothing of the rules it is given.
func (c ruleChange) apply(r event.Rules) (next event.Rules, changed bool, wrong *wire.FieldError) {
	switch c.kind {
	case event.RuleLock:
		changed = r.Locked == c.remove
		r.Locked = !c.remove
	case event.RuleDeny:
		if !c.remove && slices.Contains(r.Approve, c.value) {
			return r, false, &wire.FieldError{Field: "value", Code: "domain.approved", Args: []string{c.value}}
		}
		r.Deny, changed, wrong = c.list(r.Deny)
	case event.RuleApprove:
		if !c.remove && slices.ContainsFunc(r.Deny, func(d string) bool { return c.value == d || strings.HasSuffix(c.value, "."+d) }) {
			return r, false, &wire.FieldError{Field: "value", Code: "domain.denied", Args: []string{c.value}}
		}
		r.Approve, changed, wrong = c.list(r.Approve)
	case event.RuleName:
		r.Names, changed, wrong = c.list(r.Names)
	case event.RuleStanding:
		r.Standing, changed, wrong = c.standing(r.Standing)
	}
	return r, changed, wrong
}

func (c ruleChange) list(old []string) (next []string, changed bool, wrong *wire.FieldError) {
	at := slices.Index(old, c.value)
	switch {
	case c.remove && at >= 0:
		return slices.Delete(slices.Clone(old), at, at+1), true, nil
	case c.remove || at >= 0:
		return old, false, nil
	case len(old) >= wire.MaxStanding:
		return old, false, tooMany()
	}
	return append(slices.Clone(old), c.value), true, nil
}

func (c ruleChange) standing(old []event.Standing) (next []event.Standing, changed bool, wrong *wire.FieldError) {
	next = slices.Clone(old)
	at := slices.IndexFunc(next, func(s event.Standing) bool { return s.Account == c.account && s.Address == c.value })
	now := event.Standing{Account: c.account, Address: c.value, Ends: c.ends}
	switch {
	case c.remove && at >= 0:
		return slices.Delete(next, at, at+1), true, nil
	case c.remove:
		return old, false, nil
	case at >= 0:
		changed = !next[at].Ends.Equal(c.ends)
		next[at] = now
		return next, changed, nil
	case len(old) >= wire.MaxStanding:
		return old, false, tooMany()
	}
	return append(next, now), true, nil
}

func tooMany() *wire.FieldError {
	return &wire.FieldError{Field: "value", Code: "rule.too_many", Args: []string{strconv.Itoa(wire.MaxStanding)}}
}

// viewRules shows the rules to who manages them. A standing approval of an
// erased account is left out.
func viewRules(r *ledger.Reader, scope access.Identifier) (wire.OfficeRules, error) {
	rules, err := r.Rules(scope)
	v := wire.OfficeRules{
		Locked: rules.Locked, Deny: orNone(rules.Deny), Approve: orNone(rules.Approve), Names: orNone(rules.Names),
		Standing: []wire.Standing{},
	}
	for _, s := range rules.Standing {
		shown := wire.Standing{Value: s.Address, EndsAt: s.Ends}
		if s.Account != "" {
			a, err := r.Account(s.Account)
			if errors.Is(err, ledger.ErrNotFound) {
				continue
			}
			if err != nil {
				return v, err
			}
			shown.Value, shown.Name = a.Profile.Email, firstOf(a.Profile.LatinName(), a.Profile.LocalName())
		}
		v.Standing = append(v.Standing, shown)
	}
	return v, err
}

func orNone(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// remember keeps the requester's company names as names of the contract's
// holder, so that the next one of the same name and mail domain is approved at
// once (domain page, "Company match"). It may be taken back under Rules.
func remember(tx *ledger.Tx, request ledger.Request) error {
	if request.Scope.Kind != access.KindContract {
		return nil
	}
	a, err := tx.Account(request.Account)
	if err != nil {
		return err
	}
	for _, typed := range []string{a.Profile.Company, a.Profile.CompanyLocal} {
		name, wrong := validation.CompanyName(typed)
		if wrong != nil {
			continue // none in this script
		}
		if err := changeRules(tx, request.Scope, ruleChange{kind: event.RuleName, value: name}); err != nil {
			return err
		}
	}
	return nil
}
