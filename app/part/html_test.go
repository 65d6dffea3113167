package part

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestHTML(t *testing.T) {
	for name, test := range map[string]struct {
		ui   app.UI
		want string
	}{
		"AQuotationMarkEndsNoAttribute": {
			app.Input().Value(`" onfocus="alert(1)`), `<input value="&#34; onfocus=&#34;alert(1)">`},
		"ABackslashStaysOne":        {app.P().Title(`C:\new`), `<p title="C:\new"></p>`},
		"JapaneseStaysReadable":     {app.P().Title("承認\u3000済み"), "<p title=\"承認\u3000済み\"></p>"},
		"TextIsEscaped":             {app.P().Text(`a <b> & "c"`), `<p>a &lt;b&gt; &amp; &#34;c&#34;</p>`},
		"AnAttributeMayHoldATag":    {app.P().Title(`<b> > "x" =`), `<p title="&lt;b&gt; &gt; &#34;x&#34; ="></p>`},
		"TrueOfARIAIsWritten":       {app.P().Aria("hidden", "true"), `<p aria-hidden="true"></p>`},
		"TrueIsAValueToo":           {app.Input().Value("true"), `<input value="true">`},
		"ABooleanNeedsNone":         {app.Div().Hidden(true), `<div hidden=""></div>`},
		"WhatStandsSideBySideDoes":  {app.P().Body(app.B().Text("a"), app.Text("b"), app.I().Text("c")), `<p><b>a</b>b<i>c</i></p>`},
		"LinesOfATextStay":          {app.P().Text("one\ntwo"), "<p>one\ntwo</p>"},
		"AComponentIsItsContent":    {Keyed("k", app.B().Text("x")), `<b>x</b>`},
		"APieceThatIsNoneIsNothing": {app.P().Body(app.If(false, func() app.UI { return app.B() })), `<p></p>`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := HTML(test.ui); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
