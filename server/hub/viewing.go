package hub

import (
	"context"
	"slices"
	"sync"
	"time"

	"accord/shared/wire"
)

// viewingLasts is how long a look counts without being renewed.
const viewingLasts = 30 * time.Second

// Viewing knows who has which request open now. It is presence, not a fact: it
// lives in memory and a restart forgets it. Safe for concurrent use.
type Viewing struct {
	publish func(...Notice)
	now     func() time.Time

	mu   sync.Mutex
	open map[string]*viewed // by request
}

// Viewer is one open page.
type Viewer struct {
	Topic   string // of its session alone
	Account string
	Name    string
}

type viewed struct {
	topic   string // the queue that the request is in
	viewers []looking
}

type looking struct {
	Viewer
	until time.Time
}

// NewViewing makes an empty one that announces its changes.
func NewViewing(publish func(...Notice), now func() time.Time) *Viewing {
	return &Viewing{publish: publish, now: now, open: map[string]*viewed{}}
}

// Start says that somebody has the request open, for 30 seconds from now on.
func (v *Viewing) Start(request, topic string, who Viewer) {
	v.mu.Lock()
	defer v.mu.Unlock()
	o := v.open[request]
	if o == nil {
		o = &viewed{}
		v.open[request] = o
	}
	o.topic = topic
	until := v.now().Add(viewingLasts)
	if i := o.index(who.Topic); i >= 0 {
		o.viewers[i].until = until
		return
	}
	o.viewers = append(o.viewers, looking{who, until})
	v.tell(request, o)
}

// Stop says that the page of the session topic has left the request.
func (v *Viewing) Stop(request, topic string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	o := v.open[request]
	if o == nil {
		return
	}
	v.keep(request, o, func(l looking) bool { return l.Topic != topic })
}

// Others lists the names of those who have the request open, but the account's
// own.
func (v *Viewing) Others(request, account string) []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	o := v.open[request]
	if o == nil {
		return nil
	}
	return o.names(func(l looking) bool { return l.Account != account && l.until.After(v.now()) })
}

// Run forgets looks that were not renewed, until the context ends.
func (v *Viewing) Run(ctx context.Context) {
	tick := time.NewTicker(viewingLasts / 6)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			v.forget()
		}
	}
}

func (v *Viewing) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for request, o := range v.open {
		v.keep(request, o, func(l looking) bool { return l.until.After(v.now()) })
	}
}

// keep drops the viewers that do not satisfy, and tells when there were any.
func (v *Viewing) keep(request string, o *viewed, satisfies func(looking) bool) {
	before := len(o.viewers)
	o.viewers = slices.DeleteFunc(o.viewers, func(l looking) bool { return !satisfies(l) })
	if len(o.viewers) != before {
		v.tell(request, o)
	}
	if len(o.viewers) == 0 {
		delete(v.open, request)
	}
}

// tell announces the names to the queue; each viewer then gets them without
// its own, in the same frame.
func (v *Viewing) tell(request string, o *viewed) {
	update := func(names []string) wire.Update {
		return wire.Update{Kind: wire.UpdateViewers, Viewers: &wire.Viewers{ID: request, Names: names}}
	}
	notices := []Notice{{o.topic, update(o.names(func(looking) bool { return true }))}}
	for _, own := range o.viewers {
		others := o.names(func(l looking) bool { return l.Account != own.Account })
		notices = append(notices, Notice{own.Topic, update(others)})
	}
	v.publish(notices...)
}

// names lists the wanted viewers, each once.
func (o *viewed) names(wanted func(looking) bool) []string {
	names := []string{}
	for _, l := range o.viewers {
		if wanted(l) && !slices.Contains(names, l.Name) {
			names = append(names, l.Name)
		}
	}
	return names
}

func (o *viewed) index(topic string) int {
	return slices.IndexFunc(o.viewers, func(l looking) bool { return l.Topic == topic })
}
