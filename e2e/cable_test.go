package e2e

import (
	"bytes"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// cable carries connections to the portal and can be cut: those that are open
// end, new ones are refused until it is mended.
type cable struct {
	listener net.Listener
	to       func() string // the portal's address

	mu    sync.Mutex
	cut   bool
	stall chan struct{} // closed when what is carried may flow, nil while it does
	lose  string        // the beginning of the request whose answer is lost, "" for none
	conns map[net.Conn]bool
	reply string // of a proxy on the way, "" for none
}

func newCable(t testing.TB, to func() string) *cable {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cable{listener: l, to: to, conns: map[net.Conn]bool{}}
	go c.serve()
	t.Cleanup(func() {
		l.Close()
		c.hang(false)
		c.set(true)
	})
	return c
}

func (c *cable) url() string { return "http://" + c.listener.Addr().String() }

func (c *cable) serve() {
	for {
		in, err := c.listener.Accept()
		if err != nil {
			return
		}
		go c.carry(in)
	}
}

func (c *cable) carry(in net.Conn) {
	defer in.Close()
	if reply := c.replies(); reply != "" {
		_, _ = in.Read(make([]byte, 4096))
		_, _ = io.WriteString(in, reply)
		return
	}
	out, err := net.Dial("tcp", c.to())
	if err != nil {
		return
	}
	defer out.Close()
	if !c.hold(in) {
		return
	}
	defer c.drop(in)
	asked := &atomic.Bool{}
	go func() {
		_, _ = io.Copy(through(func(b []byte) bool {
			c.flow()
			if c.loses(b) {
				asked.Store(true)
			}
			_, err := out.Write(b)
			return err == nil
		}), in)
		out.Close()
	}()
	_, _ = io.Copy(through(func(b []byte) bool {
		if asked.Load() { // it is done, and nobody hears of it
			c.set(true)
			return false
		}
		c.flow()
		_, err := in.Write(b)
		return err == nil
	}), out)
}

// through is a writer that ends when it says false.
type through func(b []byte) bool

// Write hands the bytes on.
func (f through) Write(b []byte) (int, error) {
	if !f(b) {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

// loseAnswer cuts the cable once the portal has answered the next request that
// begins so, before the answer arrives.
func (c *cable) loseAnswer(to string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.lose = to
}

func (c *cable) loses(b []byte) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lose == "" || !bytes.HasPrefix(b, []byte(c.lose)) {
		return false
	}
	c.lose = ""
	return true
}

func (c *cable) hold(conn net.Conn) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.cut {
		c.conns[conn] = true
	}
	return !c.cut
}

func (c *cable) drop(conn net.Conn) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.conns, conn)
}

// hang keeps everything that is sent, both ways, until it is told otherwise: the
// connections stand, and nothing arrives.
func (c *cable) hang(yes bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case yes && c.stall == nil:
		c.stall = make(chan struct{})
	case !yes && c.stall != nil:
		close(c.stall)
		c.stall = nil
	}
}

// flow waits while the cable hangs.
func (c *cable) flow() {
	c.mu.Lock()
	stall := c.stall
	c.mu.Unlock()
	if stall != nil {
		<-stall
	}
}

// set cuts the cable or mends it.
func (c *cable) set(cut bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cut = cut
	for conn := range c.conns {
		if cut {
			conn.Close()
		}
	}
}

// proxy puts one in the way that answers everything itself; "" takes it away.
func (c *cable) proxy(reply string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.reply = reply
}

// replies is what a proxy on the way answers; nothing while the cable is cut.
func (c *cable) replies() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cut {
		return ""
	}
	return c.reply
}
