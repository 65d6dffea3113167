package event

import "accord/shared/access"

// MessageSent says that a message was sent in a conversation between a customer
// and the vendor's agents. Its text is no part of the fact: it lies in a record
// beside, under the message's ID, so that it can be erased.
type MessageSent struct {
	Message      string `json:"message"`
	Conversation string `json:"conversation"`      // the request's ID, or the account's
	Account      string `json:"account"`           // the customer
	Request      string `json:"request,omitempty"` // what the conversation is about, "" for nothing of its own

	From access.Party `json:"from"` // ByRequester: the customer, ByReviewer: an agent

	// Mailed says that nobody of the other side was there when it was sent, so
	// that they are told by mail.
	Mailed bool `json:"mailed,omitempty"`
}

// ConversationSettled says that an agent saw to it that nothing in the
// conversation waits for an answer.
type ConversationSettled struct {
	Conversation string `json:"conversation"`
	Account      string `json:"account"` // the customer
}

// FactType names the fact.
func (*MessageSent) FactType() Type { return TypeMessageSent }

// FactType names the fact.
func (*ConversationSettled) FactType() Type { return TypeConversationSettled }
