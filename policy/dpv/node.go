package dpv

import (
	"bytes"
	"encoding/json"
)

// A node is a JSON-LD node object. Its properties are written in the order in
// which they were added first.
type node struct {
	id     string
	types  []term
	names  []term
	values map[term][]any
}

// A ref refers to a node or term by its id.
type ref struct {
	ID term `json:"@id"`
}

// A literal is a typed value.
type literal struct {
	Value any  `json:"@value"`
	Type  term `json:"@type"`
}

func newNode(types ...term) *node { return &node{types: types, values: make(map[term][]any)} }

// add adds a value: a string, a number, a ref, a literal or a node.
func (n *node) add(property term, value any) {
	if _, ok := n.values[property]; !ok {
		n.names = append(n.names, property)
	}
	n.values[property] = append(n.values[property], value)
}

// addRef adds a ref unless n has it.
func (n *node) addRef(property, id term) {
	for _, v := range n.values[property] {
		if v == (ref{id}) {
			return
		}
	}
	n.add(property, ref{id})
}

// has reports whether n has a value of a property.
func (n *node) has(property term) bool { return len(n.values[property]) > 0 }

// MarshalJSON writes n with single values instead of lists of one.
func (n *node) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	member := func(name string, value any) error {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(name); err != nil {
			return err
		}
		b.WriteByte(':')
		return enc.Encode(value)
	}
	if n.id != "" {
		if err := member("@id", n.id); err != nil {
			return nil, err
		}
	}
	if len(n.types) == 1 {
		if err := member("@type", n.types[0]); err != nil {
			return nil, err
		}
	} else if len(n.types) > 1 {
		if err := member("@type", n.types); err != nil {
			return nil, err
		}
	}
	for _, name := range n.names {
		var value any = n.values[name]
		if list := n.values[name]; len(list) == 1 {
			value = list[0]
		}
		if err := member(string(name), value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
