// Package buffer empties the buffers that one text after the other is read in,
// and counts the room that they keep.
package buffer

import "reflect"

// A Size counts the bytes of buffers.
type Size int

// add counts the room of so many elements.
func (n *Size) add(elements int, of reflect.Type) { *n += Size(elements) * Size(of.Size()) }

// Emptied returns s without its elements, of which nothing is left, and adds its
// room to n. Of a slice that did not only grow since it was emptied, the elements
// up to its capacity are to be given.
func Emptied[T any](n *Size, s []T) []T {
	clear(s)
	return Reset(n, s)
}

// Reset is like Emptied for elements that hold nothing of a text: it leaves them
// where they are.
func Reset[T any](n *Size, s []T) []T {
	n.add(cap(s), reflect.TypeFor[T]())
	return s[:0]
}

// mapEntries is how many entries a map may have to be kept. What room a map has
// cannot be asked, and it never gets less.
const mapEntries = 256

// Map returns m without its entries, and adds to n the most room that it may
// have: twice that of the entries that it ever had. A map that has many is not
// kept.
func Map[K comparable, V any](n *Size, m map[K]V) map[K]V {
	if m == nil || len(m) > mapEntries {
		return nil
	}
	clear(m)
	n.add(2*mapEntries, reflect.TypeFor[struct {
		key   K
		value V
	}]())
	return m
}
