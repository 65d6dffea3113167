package ledger

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"
	"time"
)

// The tables: the first bytes of every key. The layout of each is in the
// package comment. Those that start with "p" are projections: they can be made
// again from the facts (and, for the search words and the addresses of
// holders, the account records).
const (
	tableFact    = "f"
	tableHead    = "h"
	tableLayout  = "v"
	tableLeft    = "hl"
	tableAccount = "a"
	tableAddress = "e"
	tableTrace   = "t"
	tableLink    = "l"
	tableLinkOf  = "lo"

	tableRegistration = "r"

	tableOnce     = "o"
	tableSession  = "s"
	tableSignedIn = "sa"
	tableThird    = "tp"
	tableKept     = "te"

	tableMail        = "m"
	tableMailCursor  = "mc"
	tableMailDue     = "md"
	tableMailLog     = "ml"
	tableMailState   = "ms"
	tableMailTo      = "ma"
	tableMailRequest = "mr"
	tableMailAbout   = "mb"
	tableGather      = "mg"
	tableTold        = "gw"
	tableWritten     = "gn"
	tablePurpose     = "gp"
	tableNote        = "n"
	tableErasure     = "x"
	tableGatherDue   = "mt"

	tableSubscription = "w"
	tableEndpoint     = "we"
	tablePush         = "wp"
	tablePushDue      = "wd"
	tablePushCursor   = "wc"
	tablePushKey      = "wk"

	tableText    = "c"
	tableUnread  = "cu"
	tableServing = "cs"

	projections = "p" // the beginning of each of the following

	tableRequest    = "pr"
	tableHistory    = "ph"
	tableMade       = "pm"
	tableSubmission = "ps"
	tablePending    = "pp"
	tableQueue      = "pq"
	tableLane       = "pl"
	tableTerm       = "pt"
	tableWords      = "pw"
	tableGrant      = "pg"
	tableGrantAt    = "pga"
	tableRules      = "pu"
	tableGrantOf    = "pgs"
	tableGrantOn    = "pgo"
	tableHolder     = "pgh"
	tableHolderAt   = "pgk"
	tableNamed      = "pn"
	tableNamedOf    = "pna"
	tableStory      = "pe"
	tableVacancy    = "pv"
	tableRegistry   = "py"
	tableCertified  = "pgc"
	tableAsked      = "pgr"
	tableToken      = "pk"
	tableDue        = "pd"
	tableWatch      = "pdw"
	tableTokenHash  = "pkh"

	tableConversation   = "pc"
	tableConversationOf = "pca"
	tableMessage        = "pcm"
	tableRecent         = "pcr"
	tableReviewer       = "pcv"
	tableErased         = "px"
	tableWroteBy        = "pxw"
)

// key joins a table and text parts, each closed by a zero byte, so that no key
// is the beginning of another one's part. A zero byte inside a part (which only
// hostile input has) becomes 0xFF, which no text contains.
func key(table string, parts ...string) string {
	var b strings.Builder
	b.WriteString(table)
	b.WriteByte(0)
	for _, part := range parts {
		b.WriteString(strings.ReplaceAll(part, "\x00", "\xff"))
		b.WriteByte(0)
	}
	return b.String()
}

// number is n in eight bytes that sort as n does.
func number(n uint64) string {
	return string(binary.BigEndian.AppendUint64(nil, n))
}

// numberOf reads what number wrote; other lengths are 0.
func numberOf(s string) uint64 {
	if len(s) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64([]byte(s))
}

// moment is a time, in nanoseconds, as number has it; what is before 1970 sorts
// as 1970 does.
func moment(t time.Time) string { return number(uint64(max(0, t.UnixNano()))) }

// momentOf reads the moment that a text begins with.
func momentOf(s string) time.Time {
	return time.Unix(0, int64(numberOf(s[:min(len(s), 8)]))).UTC()
}

// place is where a request stands in its queue: when it is to be answered, the
// moment it entered, both in nanoseconds, and its ID for those of the same
// moments. Places sort as text.
type place string

func placeOf(due, since time.Time, request string) place {
	return place(moment(due) + moment(since) + request)
}

// request is the ID in the place.
func (p place) request() string { return string(p[16:]) }

// The kinds of cursor; one is no good for another list.
const (
	cursorAccounts = 'a'
	cursorRequests = 'r'
	cursorQueue    = 'q'
	cursorStory    = 's'
	cursorMails    = 'm'
	cursorRecent   = 'c'
	cursorOwn      = 'o'
	cursorMessages = 't'
	cursorWaiting  = 'w'
	cursorVacant   = 'v'
)

// sealCursor makes the opaque text of a position in a list.
func sealCursor(kind byte, at string) string {
	return base64.RawURLEncoding.EncodeToString(append([]byte{kind}, at...))
}

// openCursor returns the position that sealCursor was given, "" for "".
// Positions are at least atLeast bytes long. Errors: ErrBadCursor.
func openCursor(kind byte, cursor string, atLeast int) (string, error) {
	if cursor == "" {
		return "", nil
	}
	at, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(at) < 1+atLeast || len(at) > 512 || at[0] != kind ||
		sealCursor(kind, string(at[1:])) != cursor { // the decoder passes over line breaks
		return "", fmt.Errorf("%w: %.64q", ErrBadCursor, cursor)
	}
	return string(at[1:]), nil
}
