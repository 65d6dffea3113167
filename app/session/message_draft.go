package session

// What was typed in a conversation is a draft of the tab, so that two tabs that
// write to one conversation do not take up each other's words, and beside it one of
// the device, for a tab that was killed. On a shared computer, and of what is on its
// way, the tab alone keeps it.

func messageKeys(account, conversation string, tab bool) []string {
	name := account + "/message/" + conversation
	if tab {
		return []string{draftPrefix + "/" + name}
	}
	return []string{draftPrefix + "/" + name, draftPrefix + name}
}

// MessageDraft is what was typed in a conversation and not sent; with tab, in this
// tab alone.
func MessageDraft(account, conversation string, tab bool) (text string) {
	for _, key := range messageKeys(account, conversation, tab) {
		if TakeDraft(key, &text) {
			return text
		}
	}
	return ""
}

// KeepMessageDraft keeps what is being typed; "" forgets it.
func KeepMessageDraft(account, conversation, text string, tab bool) {
	for _, key := range messageKeys(account, conversation, tab) {
		if text == "" {
			DropDraft(key)
		} else {
			KeepDraft(key, text)
		}
	}
}
