// Package rows reads CSV files row by row in bounded memory: UTF-8 with or
// without a byte order mark, LF or CRLF line ends, quoted fields as in RFC
// 4180 (a quote inside an unquoted field stands for itself), empty lines
// skipped. A bad row is told as a *Fault and reading goes on after it.
package rows

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// MaxRow is the most bytes a row may have, line ends and quotes not counted.
const MaxRow = 64 << 10

// Row is one record. Fields are good for ever; the slice itself only until the
// next call of Next.
type Row struct {
	Line   int // of its first character, from 1
	Fields []string
}

// Fault says why a row cannot be read. Code is one of the codes below.
type Fault struct {
	Line  int
	Code  string
	Fatal bool // nothing after it can be read either
}

// The codes of a Fault.
const (
	CodeQuote    = "quote"     // a quoted field does not end, or text follows its end
	CodeTooLong  = "too_long"  // more than MaxRow bytes
	CodeUTF8     = "utf8"      // not UTF-8
	CodeShiftJIS = "shift_jis" // the file is in Shift_JIS
	CodeUTF16    = "utf16"     // the file is in UTF-16
)

// Error names the line and the code.
func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.Code) }

// Reader reads rows. Not safe for concurrent use.
type Reader struct {
	in     *bufio.Reader
	line   int    // of the physical line read last
	text   []byte // the fields of the row, one after the other
	ends   []int  // where each field ends in text
	fields []string
}

// NewReader returns a reader of the file.
func NewReader(file io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(file, MaxRow)}
}

// Next returns the next row. Errors: io.EOF at the end, *Fault for a bad row,
// else those of the file.
func (r *Reader) Next() (Row, error) {
	line, err := r.physical()
	for err == nil && len(line) == 0 {
		line, err = r.physical()
	}
	if err != nil {
		return Row{}, err
	}
	start := r.line
	r.text, r.ends = r.text[:0], r.ends[:0]
	if err := r.record(line); err != nil {
		var fault *Fault
		if errors.As(err, &fault) {
			fault.Line = start
		}
		return Row{}, err
	}
	// Field by field: two broken halves may make a whole.
	for _, field := range r.split() {
		if !utf8.ValidString(field) {
			return Row{}, encodingFault(start, r.text)
		}
	}
	return Row{Line: start, Fields: r.fields}, nil
}

// physical returns the next line of the file without its end.
func (r *Reader) physical() ([]byte, error) {
	line, err := r.in.ReadSlice('\n')
	if len(line) == 0 && err != nil {
		return nil, err
	}
	r.line++
	if errors.Is(err, bufio.ErrBufferFull) {
		return nil, r.skipLine()
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	if r.line == 1 {
		if bytes.HasPrefix(line, []byte{0xff, 0xfe}) || bytes.HasPrefix(line, []byte{0xfe, 0xff}) {
			return nil, &Fault{Line: 1, Code: CodeUTF16, Fatal: true}
		}
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	return line, nil
}

// skipLine reads to the end of a line that is too long.
func (r *Reader) skipLine() error {
	for {
		_, err := r.in.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err == nil || errors.Is(err, io.EOF):
			return &Fault{Line: r.line, Code: CodeTooLong}
		default:
			return err
		}
	}
}

// record takes the fields of the row that begins with line, and reads on while
// a quoted field goes over line ends.
func (r *Reader) record(line []byte) error {
	for {
		var err error
		if len(line) > 0 && line[0] == '"' {
			if line, err = r.quoted(line[1:]); err != nil {
				return err
			}
		} else {
			end := bytes.IndexByte(line, ',')
			if end < 0 {
				end = len(line)
			}
			r.text = append(r.text, line[:end]...)
			line = line[end:]
		}
		r.ends = append(r.ends, len(r.text))
		if len(line) == 0 {
			return nil
		}
		if line[0] != ',' {
			return &Fault{Code: CodeQuote}
		}
		line = line[1:]
	}
}

// quoted takes a field whose opening quote was read, and returns what follows
// its closing quote.
func (r *Reader) quoted(line []byte) ([]byte, error) {
	for {
		end := bytes.IndexByte(line, '"')
		if end < 0 {
			r.text = append(append(r.text, line...), '\n')
			if len(r.text) > MaxRow {
				return nil, &Fault{Code: CodeTooLong}
			}
			next, err := r.physical()
			if errors.Is(err, io.EOF) {
				return nil, &Fault{Code: CodeQuote}
			}
			if err != nil {
				return nil, err
			}
			line = next
			continue
		}
		r.text = append(r.text, line[:end]...)
		line = line[end+1:]
		if len(line) == 0 || line[0] != '"' {
			return line, nil
		}
		r.text = append(r.text, '"')
		line = line[1:]
	}
}

func (r *Reader) split() []string {
	text, from := string(r.text), 0
	r.fields = r.fields[:0]
	for _, end := range r.ends {
		r.fields = append(r.fields, text[from:end])
		from = end
	}
	return r.fields
}
