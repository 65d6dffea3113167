package web

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"
)

// TestTokens_Contrast computes the contrast of every pair of colours that stand
// on each other, in both themes (WCAG 2.2, 1.4.3 and 1.4.11).
func TestTokens_Contrast(t *testing.T) {
	css, err := files.ReadFile("tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string][2]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)`).FindAllStringSubmatch(string(css), -1) {
		colours[m[1]] = [2]string{m[2], m[3]}
	}
	const text, control = 4.5, 3.0
	pairs := []struct {
		front, back string
		least       float64
	}{
		{"ink", "paper", text}, {"ink", "surface", text}, {"ink", "sunken", text},
		{"ink-soft", "paper", text}, {"ink-soft", "surface", text}, {"ink-soft", "sunken", text},
		{"accent", "paper", text}, {"accent", "surface", text}, {"accent-strong", "surface", text}, {"ink", "accent-soft", text},
		{"on-accent", "accent", text}, {"on-accent", "accent-strong", text},
		{"danger", "surface", text}, {"on-danger", "danger", text}, {"bad", "surface", text}, {"bad", "paper", text},
		{"act", "surface", text}, {"good", "surface", text},
		{"line-strong", "surface", control}, {"line-strong", "paper", control}, {"focus", "surface", control}, {"focus", "paper", control},
	}
	for _, tone := range []string{"good", "wait", "act", "bad", "quiet", "info"} {
		pairs = append(pairs, struct {
			front, back string
			least       float64
		}{tone, tone + "-soft", text}, struct {
			front, back string
			least       float64
		}{"ink", tone + "-soft", text})
	}
	for _, p := range pairs {
		for i, theme := range []string{"light", "dark"} {
			t.Run(fmt.Sprintf("%s/%sOn%s", theme, p.front, p.back), func(t *testing.T) {
				front, back := colours[p.front][i], colours[p.back][i]
				if front == "" || back == "" {
					t.Fatalf("no such token: %s %q or %s %q", p.front, front, p.back, back)
				}
				if got := contrast(t, front, back); got < p.least {
					t.Errorf("%s on %s is %.2f:1, want %.1f:1", front, back, got, p.least)
				}
			})
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
