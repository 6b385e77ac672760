package compare

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// The heaviest ascending run is as heavy as the heaviest that trying all finds.
func TestAscending(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	for range 500 {
		n := 1 + rng.IntN(10)
		var list []int
		partner, weight := map[int]int{}, map[int]float64{}
		for i := range n {
			list = append(list, i)
			if rng.IntN(4) > 0 {
				partner[i], weight[i] = rng.IntN(n), float64(1+rng.IntN(5))
			}
		}
		heaviest := 0.0
		for set := range 1 << n {
			sum, last := 0.0, -1
			for i := range n {
				if set>>i&1 == 0 {
					continue
				}
				j, ok := partner[i]
				if !ok || j <= last {
					sum = -1
					break
				}
				last = j
				sum += weight[i]
			}
			heaviest = max(heaviest, sum)
		}
		run := ascending(list, partner, weight, n)
		sum, last := 0.0, -1
		for _, i := range run {
			require.Contains(t, partner, i)
			require.Greater(t, partner[i], last)
			last = partner[i]
			sum += weight[i]
		}
		require.Equal(t, heaviest, sum)
	}
}
