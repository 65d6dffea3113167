package portal

import (
	"fmt"
	"log/slog"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"accord/server/post"
)

// Config is everything that can be set. The zero value of a field means its
// default. Each is a flag and an environment variable of the command line.
type Config struct {
	Listen              string         `default:"127.0.0.1:8080" help:"Address and port to listen on; port 0 picks a free one."`
	Origin              string         `placeholder:"URL" help:"Address at which browsers reach the portal, such as https://portal.example. Default: http and the listening address."`
	Data                string         `default:"data" help:"Data folder of the portal."`
	Vendor              string         `default:"Aster Networks" help:"The vendor's name on pages and in mail."`
	SupportEmail        string         `default:"support@asternetworks.example" help:"Email address for help."`
	ServiceDescriptions string         `default:"https://asternetworks.example/service-descriptions" help:"Web address of the terms that requesters agree to."`
	Programs            string         `placeholder:"FILE" help:"Tabs of Access Management and access programmes (JSON); default: an example."`
	Links               string         `placeholder:"FILE" help:"Links and contacts of the page Help (JSON); default: an example."`
	TrustedProxy        []netip.Prefix `placeholder:"CIDR" help:"Networks whose X-Forwarded-For is trusted; none by default."`
	PublicDomains       []string       `placeholder:"DOMAIN" help:"Email domains to treat as public, in addition to the built-in list."`
	CompanyDomains      []string       `placeholder:"DOMAIN" help:"Email domains of the built-in list not to treat as public."`
	BusinessDays        string         `placeholder:"DAYS" help:"Days on which reviewers work, such as Mon-Fri (the default)."`
	BusinessHours       string         `default:"always" help:"Hours in which they work, such as 09:00-18:00, or always (the default)."`
	BusinessZone        string         `placeholder:"ZONE" help:"Time zone of these hours, such as Asia/Tokyo. Default: the machine's."`
	Holidays            []string       `placeholder:"DAY" help:"Days on which they do not work, such as 2026-12-25."`
	Recertify           int            `default:"0" placeholder:"DAYS" help:"Days after which administrators are asked whether access is still needed: 60 or more, or 0 (the default) for never."`
	MaxConnections      int            `default:"10000" help:"Most live connections at once."`
	MinFree             Bytes          `default:"256MiB" help:"Free disk space below which the portal is read-only."`
	ShutdownGrace       time.Duration  `default:"10s" help:"How long a stop waits for open requests."`
	SMTP                SMTP           `embed:"" prefix:"smtp-"`
	MailFrom            string         `placeholder:"ADDRESS" help:"Sender of mail, such as \"Vendor <portal@vendor.example>\"; needed with --smtp-address. Replies go to --support-email."`
	NoPush              bool           `help:"Send no notifications to people's devices. Otherwise the portal calls push services on the internet, by https."`
	DevMail             bool           `help:"Without a mail server, show the local mailbox at /dev/mail to anyone. For trying out only."`
	Demo                bool           `help:"Fill an empty data folder with an example: a registry and people in every role. Shows the mailbox too."`
	DemoRegistry        string         `placeholder:"DIR" help:"Registry files for the example; the built-in ones when DIR does not exist."`
}

// What the example's vendor has.
const (
	exampleSupport = "support@asternetworks.example"
	exampleTerms   = "https://asternetworks.example/service-descriptions"
)

// alwaysOpen are the business hours of a vendor whose reviewers work at any time.
const alwaysOpen = "always"

// Filled puts the defaults where nothing was set.
func (c Config) Filled() Config {
	set(&c.Listen, "127.0.0.1:8080")
	set(&c.Data, "data")
	set(&c.Vendor, "Aster Networks")
	set(&c.SupportEmail, exampleSupport)
	set(&c.ServiceDescriptions, exampleTerms)
	set(&c.MaxConnections, 10_000)
	set(&c.MinFree, 256<<20)
	set(&c.BusinessHours, alwaysOpen)
	set(&c.ShutdownGrace, 10*time.Second)
	set(&c.SMTP.TLS, post.StartTLS)
	c.Origin = strings.TrimRight(c.Origin, "/")
	return c
}

// warn says what a portal that serves customers lacks. An example lacks nothing.
func (c Config) warn(log *slog.Logger) {
	if c.SMTP.Address == "" && !c.Demo {
		log.Warn("no mail server: mail is not sent and stays in the local mailbox, so no one can confirm an address or set a password", "missing", "--smtp-address")
	}
	var left []string
	if c.SupportEmail == exampleSupport {
		left = append(left, "--support-email")
	}
	if c.ServiceDescriptions == exampleTerms {
		left = append(left, "--service-descriptions")
	}
	if c.Links == "" {
		left = append(left, "--links")
	}
	if c.Programs == "" {
		left = append(left, "--programs")
	}
	if len(left) > 0 && !c.Demo {
		log.Warn("customers see the example's contacts, terms or access programmes", "missing", left)
	}
}

// leastRecertify are the fewest days after which an access is confirmed again:
// administrators have 30 to answer.
const leastRecertify = 60

// check refuses an origin that is none: cookies, the socket and mailed links
// would fail by it one by one.
func (c Config) check() error {
	if c.Recertify != 0 && c.Recertify < leastRecertify {
		return fmt.Errorf("--recertify must be 0 or at least %d days, not %d", leastRecertify, c.Recertify)
	}
	if c.Origin == "" {
		return nil
	}
	u, err := url.Parse(c.Origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Scheme+"://"+u.Host != c.Origin {
		return fmt.Errorf("%q is not an origin: use one such as https://portal.example", c.Origin)
	}
	return nil
}

func set[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

// Bytes is an amount of memory or disk: "256MiB", "2GiB", or a plain number.
type Bytes uint64

// UnmarshalText reads an amount. Errors: a form that is none.
func (b *Bytes) UnmarshalText(text []byte) error {
	number, shift := string(text), 0
	for i, unit := range []string{"KiB", "MiB", "GiB", "TiB"} {
		if n, ok := strings.CutSuffix(number, unit); ok {
			number, shift = n, 10*(i+1)
		}
	}
	n, err := strconv.ParseUint(strings.TrimSpace(number), 10, 64)
	if err != nil || n > 1<<(63-shift) {
		return fmt.Errorf("%q is not an amount: use one such as 256MiB", text)
	}
	*b = Bytes(n << shift)
	return nil
}
