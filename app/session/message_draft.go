package session

// Messages are drafts of the tab, whoever is signed in: two tabs that write to
// one conversation must not take up each other's half-typed or outgoing words.

func messageKey(account, conversation string) string {
	return draftPrefix + "/" + account + "/message/" + conversation
}

// MessageDraft is what was typed in a conversation and not sent.
func MessageDraft(account, conversation string) (text string) {
	TakeDraft(messageKey(account, conversation), &text)
	return text
}

// KeepMessageDraft keeps what is being typed; "" forgets it.
func KeepMessageDraft(account, conversation, text string) {
	if text == "" {
		DropDraft(messageKey(account, conversation))
		return
	}
	KeepDraft(messageKey(account, conversation), text)
}
