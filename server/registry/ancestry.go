package registry

// ancestry maps the line of a company to that of its parent, 0 for none: four
// bytes a company.
type ancestry []uint32

func (a *ancestry) set(line, parent int) {
	for line >= len(*a) {
		*a = append(*a, 0)
	}
	(*a)[line] = uint32(parent)
}

func (a ancestry) of(line uint32) uint32 {
	if int(line) < len(a) {
		return a[line]
	}
	return 0
}

// resolve calls fault for every company on a circle of parents and for every
// one with a bad ancestor, ancestors first. Each line is walked over once.
func (a ancestry) resolve(bad *bitmap, fault func(line, parent int, cycle bool)) {
	const done = ^uint32(0)
	seen := make([]uint32, len(a)) // the walk that came by, 0 for none yet
	var path []uint32
	for start := range a {
		path = path[:0]
		line := uint32(start)
		for int(line) < len(a) && a[line] != 0 && seen[line] == 0 {
			seen[line] = uint32(start)
			path = append(path, line)
			line = a.of(line)
		}
		if int(line) < len(a) && len(path) > 0 && seen[line] == uint32(start) {
			a.circle(line, fault)
		}
		for i := len(path) - 1; i >= 0; i-- {
			line, parent := path[i], a.of(path[i])
			if !bad.has(int(line)) && bad.has(int(parent)) {
				fault(int(line), int(parent), false)
			}
			seen[line] = done
		}
	}
}

// circle calls fault for each company on the circle that line is on.
func (a ancestry) circle(line uint32, fault func(line, parent int, cycle bool)) {
	for at := line; ; {
		parent := a.of(at)
		fault(int(at), int(parent), true)
		if at = parent; at == line {
			return
		}
	}
}
