package policy

import (
	"crypto/sha256"
	"encoding/hex"
)

// NewSource returns the Source that identifies text.
func NewSource(text string) Source {
	h := sha256.New()
	var buf [8 << 10]byte // io.WriteString would copy the whole text
	for rest := text; rest != ""; {
		n := copy(buf[:], rest)
		h.Write(buf[:n])
		rest = rest[n:]
	}
	var digits [2 * sha256.Size]byte
	hex.Encode(digits[:], h.Sum(buf[:0]))
	return Source{SHA256: string(digits[:]), Bytes: len(text)}
}
