package rows

// encodingFault tells a file in Shift_JIS, which spreadsheets in Japan write,
// from a row with a few broken bytes.
func encodingFault(line int, text []byte) *Fault {
	if shiftJIS(text) {
		return &Fault{Line: line, Code: CodeShiftJIS, Fatal: true}
	}
	return &Fault{Line: line, Code: CodeUTF8}
}

// shiftJIS reports whether text, which is not UTF-8, is well-formed Shift_JIS
// (JIS X 0208 appendix 1: lead bytes 81-9F and E0-FC, trail bytes 40-7E and
// 80-FC, single half-width katakana A1-DF) with at least one double byte.
func shiftJIS(text []byte) bool {
	double := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < 0x80 || 0xa1 <= c && c <= 0xdf:
		case 0x81 <= c && c <= 0xfc && c != 0xa0:
			i++
			if i == len(text) || text[i] < 0x40 || text[i] == 0x7f || text[i] > 0xfc {
				return false
			}
			double = true
		default:
			return false
		}
	}
	return double
}
