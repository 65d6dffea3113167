package wire

import (
	"time"

	"accord/shared/access"
)

// Chat answers GET /api/chat: who is there, and what waits for the reader.
type Chat struct {
	Presence Presence `json:"presence"`
	Unread   []Unread `json:"unread"`            // the reader's own conversations with unread answers
	Serving  bool     `json:"serving,omitempty"` // an agent: the reader is switched to available
	Waiting  int      `json:"waiting,omitempty"` // an agent: conversations that wait for an answer
	Position Position `json:"position"`
}

// Unread is how many answers of one conversation the customer has not read.
type Unread struct {
	Conversation string `json:"conversation"`
	Request      string `json:"request,omitempty"`   // what it is about
	Reference    string `json:"reference,omitempty"` // the request's
	Count        int    `json:"count"`
	Seq          uint64 `json:"seq"` // as of this; with the same, the smaller count is the later one
}

// Presence says whether an agent is signed in and available, and with
// UpdateServing whether the reader is switched so.
type Presence struct {
	Online  bool   `json:"online"`
	Version uint64 `json:"version,omitempty"` // grows with every change
}

// Connected says whether a customer has a live connection. Of two words the one
// with the higher version is the later one; the zero value says nothing.
type Connected struct {
	Account string `json:"account,omitempty"`
	Online  bool   `json:"online"`
	Version uint64 `json:"version"`
}

// Serve is the body of PUT /api/chat/serving.
type Serve struct {
	Serving bool `json:"serving"`
}

// Conversation is a conversation without its messages. Its ID is that of the
// request that it is about, or the customer's account.
type Conversation struct {
	ID         string            `json:"id"`
	Request    string            `json:"request,omitempty"`
	Reference  string            `json:"reference,omitempty"` // the request's
	Identifier access.Identifier `json:"identifier,omitzero"` // what was requested
	Level      access.Level      `json:"level,omitempty"`
	Status     access.Status     `json:"status,omitempty"` // of the request

	// Of the customer; for agents only.
	Account      string `json:"account,omitempty"`
	Name         string `json:"name,omitempty"` // in the account's own order and script
	NameLocal    string `json:"name_local,omitempty"`
	Company      string `json:"company,omitempty"`
	CompanyLocal string `json:"company_local,omitempty"`
	Email        string `json:"email,omitempty"`

	Connected Connected `json:"connected,omitzero"` // for agents: the customer is there

	Waiting int       `json:"waiting,omitempty"` // messages of the customer since the last answer
	Since   time.Time `json:"since,omitzero"`    // when the first of them was sent
	Settled bool      `json:"settled,omitempty"` // an agent said that no answer is due
	Unread  int       `json:"unread,omitempty"`  // the customer's
	Last    *Message  `json:"last,omitempty"`    // the newest message, its text cut
	Seq     uint64    `json:"seq"`
}

// Message is one message of a conversation.
type Message struct {
	ID           string       `json:"id"`
	Conversation string       `json:"conversation"`
	From         access.Party `json:"from"`           // requester: the customer, reviewer: an agent
	Name         string       `json:"name,omitempty"` // of the agent; for agents only
	Text         string       `json:"text"`
	Erased       bool         `json:"erased,omitempty"`
	At           time.Time    `json:"at"`
	Mailed       bool         `json:"mailed,omitempty"` // nobody of the other side was there: they are told by mail
	Seq          uint64       `json:"seq"`
}

// ConversationPage answers GET /api/conversations/{id}: one page of messages in
// the order in which they were sent, the newest ones without a cursor.
type ConversationPage struct {
	Conversation Conversation `json:"conversation"`
	Messages     []Message    `json:"messages"`
	Next         string       `json:"next,omitempty"` // cursor of the messages before these
	Agent        bool         `json:"agent"`          // the reader answers for the vendor
	Position     Position     `json:"position"`
}

// ConversationList answers GET /api/conversations, for agents, and GET
// /api/chat/conversations, for their customer.
type ConversationList struct {
	Conversations []Conversation `json:"conversations"`
	Next          string         `json:"next,omitempty"`
	Waiting       int            `json:"waiting,omitempty"` // for agents: how many wait for an answer, of all
	Position      Position       `json:"position"`
}

// ConversationNews is a conversation as it is now, and how many of all wait for
// an answer.
type ConversationNews struct {
	Conversation Conversation `json:"conversation"`
	Waiting      int          `json:"waiting"`
}

// SendMessage is the body of POST /api/conversations/{id}/messages.
type SendMessage struct {
	Text string `json:"text"` // plain, up to 2,000 characters
}

// SeenUpTo is the body of PUT …/read and POST …/settle: the last message that
// the reader has seen, by its Seq.
type SeenUpTo struct {
	Seq uint64 `json:"seq"`
}
