package layout

import "strings"

// chrome sets aside what is not the policy: the archive's note at the top, the
// site's navigation before and after, buttons and labels of the page.
func (s *scanner) chrome() {
	for i := range s.blocks {
		t := &s.traits[i]
		switch {
		case t.has(isEmpty), s.size(i) <= 40 && s.isButton(i):
			s.blocks[i].Role = Chrome
		}
	}
	if len(s.blocks) > 0 && s.traits[0].has(isQuoted) && s.isArchiveNote(0) {
		s.blocks[0].Role = Chrome
	}
	s.menus()
}

// isArchiveNote reports whether block i says that the text was taken from an
// archive.
func (s *scanner) isArchiveNote(i int) bool {
	text := s.text[s.blocks[i].Start:s.blocks[i].End]
	return strings.Contains(text, "web.archive.org") || strings.Contains(text, "archive.ph") ||
		strings.Contains(text, "archived") && strings.Contains(text, "snapshot")
}

// isButton reports whether block i is the label of a control of the page.
func (s *scanner) isButton(i int) bool {
	var buf [40]byte
	n := 0
	b := s.blocks[i]
	for k := b.Start; k < b.End && n < len(buf); k++ {
		c := s.text[k]
		switch {
		case c-'A' < 26:
			c |= 0x20
		case c == '[' || c == '*' || c == '_':
			continue
		case c == ']':
			k = b.End
			continue
		}
		buf[n] = c
		n++
	}
	return isButtonLabel(string(buf[:n]))
}

// isButtonLabel reports whether the lower-case s is what pages of any subject
// write on their controls.
func isButtonLabel(s string) bool {
	switch s {
	case "skip to content", "skip to main content", "skip to the content", "skip navigation",
		"back to top", "top of page", "return to top", "to top", "menu", "main menu", "close menu", "open menu",
		"log in", "login", "sign in", "sign up", "log out", "logout", "register", "search", "close", "print", "print this page",
		"accept", "accept all", "accept all cookies", "reject all", "cookie settings", "upgrade your browser",
		"naar inhoud", "naar de inhoud", "ga naar inhoud", "ga naar de inhoud", "direct naar inhoud", "spring naar inhoud",
		"terug naar boven", "naar boven", "hoofdmenu", "inloggen", "aanmelden", "uitloggen", "registreren",
		"zoeken", "sluiten", "afdrukken", "alles accepteren", "alle cookies accepteren", "alles weigeren", "cookie-instellingen":
		return true
	}
	return false
}

// menus sets the navigation before and after the policy aside. Lines of
// navigation are short and end no sentence; in Markdown they are links. They
// are taken to reach as far from the edge of the page as they outweigh the
// sentences among them.
func (s *scanner) menus() {
	n := len(s.blocks)
	least := 8
	if s.format == Markdown {
		least = 4
	}
	sum, best, cut := 0, 0, -1
	listed := false
	for i := 0; i < n; i++ {
		w := s.weight(i, &listed)
		sum += w
		if sum > best {
			best, cut = sum, i
		}
	}
	head := -1
	if best >= 4*least {
		head = cut
	}
	sum, best, cut = 0, 0, n
	for i := n - 1; i > head; i-- {
		listed = i > 0 && s.open(i-1) && s.blocks[i-1].Kind != Heading && !s.traits[i-1].has(isShort)
		sum += s.weight(i, &listed)
		if sum > best {
			best, cut = sum, i
		}
	}
	tail := n
	if best >= 4*least {
		tail = cut
	}
	if head+1 >= tail {
		return // nothing would be left
	}
	for i := tail; i < n; i++ {
		s.setChrome(i)
	}
	s.keepTitle(head, tail)
}

func (s *scanner) setChrome(i int) {
	s.blocks[i].Role = Chrome
}

// keepTitle sets the blocks up to head aside, but not the policy's title or the
// heading of its first text at their end.
func (s *scanner) keepTitle(head, tail int) {
	if head < 0 {
		return
	}
	keep := head + 1
	if s.traits[head].has(isShort) && s.blocks[head].Role == Body {
		keep = head
	}
	title := -1
	for i := head; i >= 0 && i > head-60; i-- {
		if s.blocks[i].Role == Body && s.traits[i].has(isShort) && s.isTitle(i) {
			title = i
			if i > 0 && s.blocks[i-1].Role != Chrome && s.isTitle(i-1) {
				continue
			}
			break
		}
	}
	for i := 0; i <= head; i++ {
		if i != keep && i != title {
			s.setChrome(i)
		}
	}
}

// isTitle reports whether block i names a privacy policy.
func (s *scanner) isTitle(i int) bool {
	if s.size(i) > 80 {
		return false
	}
	f := strings.ToLower(s.text[s.blocks[i].Start:s.blocks[i].End])
	if !strings.Contains(f, "privacy") && !strings.Contains(f, "cookie") {
		return false
	}
	for _, w := range [...]string{"policy", "notice", "statement", "beleid", "verklaring", "reglement"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// weight returns how much block i looks like navigation, in quarters of a line
// of it; below zero for sentences. listed is kept from one block to the next:
// the lines of a list that was introduced are no navigation.
func (s *scanner) weight(i int, listed *bool) int {
	b, t := &s.blocks[i], &s.traits[i]
	size := b.End - b.Start
	if b.Role == Chrome {
		return 4
	}
	if b.Role == Duplicate && size < 2*maxTitle {
		return 0
	}
	if s.isPromotion(i) {
		return 4
	}
	markdown := s.format == Markdown
	switch {
	case markdown && t.has(isLinks) && b.Kind != Heading:
		return 4
	case markdown && b.Kind == Heading:
		return 0
	case t.last == classColon:
		*listed = true
		return -size / 10
	case t.last == classStop || t.last == classAsk || size > maxTitle:
		*listed = false
		if b.Role == Duplicate {
			return 0
		}
		return -size / 10
	case markdown:
		return -1
	case *listed, t.last == classComma, t.last == classSemi, t.number > 0, t.has(isMarked):
		return 0
	case !t.has(isShort):
		return -1
	}
	return 4
}

// isPromotion reports whether block i invites to subscribe to news.
func (s *scanner) isPromotion(i int) bool {
	if s.size(i) > 80 {
		return false
	}
	f := strings.ToLower(s.text[s.blocks[i].Start:s.blocks[i].End])
	for _, w := range [...]string{"subscribe", "subscription", "newsletter", "nieuwsbrief", "meld je aan", "meld u aan"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}
