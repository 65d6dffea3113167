package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// begins puts a script before everything that the pages run.
func (p *person) begins(source string) {
	p.t.Helper()
	p.run("put a script before the pages'", chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
		return err
	}))
}

// What browsers do with the store of the device that keep nothing in it.
var storeless = map[string]string{
	"ItNeverAnswers": `IDBFactory.prototype.open = () => new EventTarget();`,
	"ItIsForbidden":  `IDBFactory.prototype.open = () => { throw new DOMException("", "SecurityError"); };`,
	"ItIsFull": `for (const name of ["add", "put"]) IDBObjectStore.prototype[name] = () => { throw new DOMException("", "QuotaExceededError"); };
		Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };`,
	"ItIsClosedUnderThePage": `const begin = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (...of) { this.close(); return begin.apply(this, of); };`,
}

// Where the device keeps nothing the network serves, and what cannot be sent stays
// in its form.
func TestStore_WithoutItTheNetworkServes(t *testing.T) {
	t.Parallel()
	for name, source := range storeless {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.account(hana, "en")
			p := newPerson(t, s.URL(), hana)
			p.begins(source)
			p.signIn(hana, s.password)
			p.ask("downloads", "contracts", "610001")
			p.typeNumbers("downloads", "contracts", "610010")
			p.choose("I have reviewed")
			p.click("#continue")
			p.sees("Check your answers")
			s.cable.set(true)
			p.press("Submit")
			p.sees("What you entered is kept")
			s.cable.set(false)
			p.press("Send again")
			p.path("/submissions/")
			s.once(hana, "610001", "610010")
		})
	}
}
