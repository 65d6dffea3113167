package wire

import "accord/shared/access"

// Frame is one message of the WebSocket at /api/live: what one commit changed
// for this reader. The socket only comes down; commands go up by HTTP.
type Frame struct {
	Position Position `json:"position"` // the reader has now seen everything up to here
	Updates  []Update `json:"updates,omitempty"`
}

// Update is one change, as a whole view that replaces what the page shows.
// Exactly the field that its kind names is set.
type Update struct {
	Kind         UpdateKind        `json:"kind"`
	Request      *Request          `json:"request,omitempty"`
	Grant        *Grant            `json:"grant,omitempty"`
	Row          *QueueRow         `json:"row,omitempty"`
	Left         *Left             `json:"left,omitempty"`
	Viewers      *Viewers          `json:"viewers,omitempty"`
	Mail         *Mail             `json:"mail,omitempty"`
	Office       *OfficeChange     `json:"office,omitempty"`
	Message      *Message          `json:"message,omitempty"`
	Conversation *ConversationNews `json:"conversation,omitempty"`
	Unread       *Unread           `json:"unread,omitempty"`
	Presence     *Presence         `json:"presence,omitempty"`
	Connected    *Connected        `json:"connected,omitempty"`
	ReasonWhy    string            `json:"reason_why,omitempty"` // with signed_out
}

// UpdateKind names what an update changes.
type UpdateKind string

// The kinds of update.
const (
	UpdateReset        UpdateKind = "reset"        // too much was missed: load again what is shown
	UpdateRequest      UpdateKind = "request"      // one of my requests is new or changed
	UpdateGrant        UpdateKind = "grant"        // one of my accesses is new or changed
	UpdateGrantGone    UpdateKind = "grant_gone"   // one of my accesses was taken away: Grant.Revoked
	UpdateRow          UpdateKind = "row"          // entered the queue or changed in it
	UpdateLeft         UpdateKind = "left"         // left the queue
	UpdateViewers      UpdateKind = "viewers"      // who has a request open
	UpdateMail         UpdateKind = "mail"         // a mail is new or its delivery has come further
	UpdateOffice       UpdateKind = "office"       // a contract or bill-to ID that one manages changed
	UpdateMessage      UpdateKind = "message"      // a message of a conversation of mine, or any for agents
	UpdateConversation UpdateKind = "conversation" // agents: a conversation is new or changed
	UpdateUnread       UpdateKind = "unread"       // how many answers of a conversation of mine are unread
	UpdatePresence     UpdateKind = "presence"     // whether an agent is available
	UpdateConnected    UpdateKind = "connected"    // agents: a customer with a conversation came or went
	UpdateServing      UpdateKind = "serving"      // agents: whether I am switched to available; in Presence
	UpdateMe           UpdateKind = "me"           // my account or what I administer: load it again
	UpdateRegistry     UpdateKind = "registry"     // operators: an import's state changed
	UpdateSignedOut    UpdateKind = "signed_out"   // this session is over; ReasonWhy: signed_out, revoked, expired, role
)

// Left says that a request left the queue and why.
type Left struct {
	ID     string        `json:"id"`
	Status access.Status `json:"status"`
	By     string        `json:"by"` // name of the person, empty for the system
	Level  access.Level  `json:"level"`
	Seq    uint64        `json:"seq"`
}

// Viewers says who else has a request open.
type Viewers struct {
	ID    string   `json:"id"`
	Names []string `json:"names"`
}

// The close codes of the WebSocket beyond the standard's.
const (
	CloseSignedOut = 4001 // sign in again
	CloseSlow      = 4008 // the reader was too slow; come back with the last position
	CloseRestart   = 1012 // the server stops or starts again; come back
)
