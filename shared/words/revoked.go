package words

import (
	"accord/shared/access"
	"accord/shared/wire"
)

// RevokedWhy says in one line why an access was taken away, "" when only a note
// says it.
func (w Words) RevokedWhy(r wire.Revocation) string {
	if r.Reason == "" {
		return ""
	}
	return w.T("reason." + string(r.Reason))
}

// RevokedNext says what who held an access that was taken away can do, and whom
// to ask. A third party cannot request by themselves.
func (w Words) RevokedNext(r wire.Revocation, third bool) []string {
	if third {
		return []string{w.T("grant.revoked.ask.third")}
	}
	ask := w.T("grant.revoked.ask.reviewer", w.Settings.SupportEmail)
	if r.By == access.ByAdministrator {
		ask = w.T("grant.revoked.ask.administrator", w.Settings.SupportEmail)
	}
	if r.Reason == "" {
		return []string{ask}
	}
	return []string{w.T("reason." + string(r.Reason) + ".mend"), ask}
}
