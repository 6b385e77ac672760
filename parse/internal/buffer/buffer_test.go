package buffer

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEmptied(t *testing.T) {
	var n Size
	s := append(make([]int64, 0, 10), 1, 2)
	got := Emptied(&n, s)
	assert.Empty(t, got)
	assert.Equal(t, 10, cap(got))
	assert.Equal(t, []int64{0, 0}, got[:2])
	assert.Equal(t, Size(80), n)
	assert.Nil(t, Emptied(&n, []int64(nil)))
	assert.Equal(t, Size(80), n)
}

func TestReset(t *testing.T) {
	n := Size(1)
	got := Reset(&n, append(make([]int32, 0, 10), 1, 2))
	assert.Empty(t, got)
	assert.Equal(t, []int32{1, 2}, got[:2])
	assert.Equal(t, Size(41), n)
}

func TestMap(t *testing.T) {
	var n Size
	assert.Nil(t, Map[int32, int32](&n, nil))
	assert.Zero(t, n)
	m := map[int32]int32{1: 2}
	assert.Equal(t, map[int32]int32{}, Map(&n, m))
	assert.Empty(t, m)
	assert.Equal(t, Size(2*mapEntries*8), n)
	for i := range int32(mapEntries + 1) {
		m[i] = i
	}
	n = 0
	assert.Nil(t, Map(&n, m))
	assert.Zero(t, n)
}
