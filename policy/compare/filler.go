package compare

import (
	"strings"
	"sync"
)

// fillers are words of English and Dutch that hold sentences together and name
// nothing by themselves, so that nothing is missed in them.
var fillers = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`
		a about all also an and any are as at be been but by can each for from has have if in into is it its may might more of on or other our
		such that the their them these they this those to us was we were what when where which while who whose will with would you your
		aan al alle als andere bij dan dat de deze die dit door een eventueel eventuele en er had hebben hebt heeft het hierbij hoe in indien is je
		jij jouw kan kunnen kunt met mogelijk na naar of om onder ons onze ook op over te toe tot u uit uw van via voor waar waarbij wanneer waaronder wat
		welke wij we worden wordt zal zich zijn zoals zodat zullen`) {
		m[w] = true
	}
	return m
})

// count counts the letters and digits of s, without those of fillers.
func count(s string) (n int) {
	for _, w := range words(s) {
		if !fillers()[w] {
			n += len([]rune(w))
		}
	}
	return n
}
