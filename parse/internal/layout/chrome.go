package layout

import "strings"

// chrome sets aside what is not the policy: the archive's note at the top, the
// site's navigation before and after, buttons and labels of the page.
func (s *scanner) chrome() {
	for i := range s.blocks {
		t := &s.traits[i]
		if t.has(isEmpty) || s.size(i) <= 40 && (s.blocks[i].Kind == Paragraph || t.has(isLinks)) && s.isButton(i) {
			s.blocks[i].Role = Chrome
		}
	}
	if len(s.blocks) > 0 && s.traits[0].has(isQuoted) && s.isArchiveNote(0) {
		s.blocks[0].Role = Chrome
	}
	s.anchors()
	head, tail := s.menus()
	first := s.contents(head, tail)
	s.keepTitle(head, first)
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
	var buf [24]byte // more than any of them has
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
	switch string(buf[:n]) {
	case "skip to content", "skip to main content", "skip to the content", "skip navigation",
		"back to top", "top of page", "return to top", "learn more", "read more", "show more", "lees meer",
		"naar inhoud", "naar de inhoud", "ga naar inhoud", "ga naar de inhoud", "direct naar inhoud", "spring naar inhoud",
		"terug naar boven", "naar boven":
		return true
	case "menu", "main menu", "close menu", "open menu", "log in", "login", "sign in", "sign up", "log out", "logout",
		"register", "search", "close", "print", "print this page", "accept", "accept all", "accept all cookies",
		"reject all", "cookie settings", "upgrade your browser",
		"hoofdmenu", "inloggen", "aanmelden", "uitloggen", "registreren", "zoeken", "sluiten", "afdrukken",
		"alles accepteren", "alle cookies accepteren", "alles weigeren", "cookie-instellingen":
		// As plain text these may be a heading.
		return s.format == Scraped || s.traits[i].has(isLinks)
	}
	return false
}

// menus finds the navigation before and after the policy: it reaches up to and
// including block head, and from block tail on. What stands from tail on is set
// aside. Lines of navigation are short and end no sentence; in Markdown they are
// links. They are taken to reach as far from the edge of the page as they
// outweigh the sentences among them.
func (s *scanner) menus() (head, tail int) {
	n := len(s.blocks)
	least := 4 * 8 // lines, in the unit of weight
	if s.format == Markdown {
		least = 4 * 4
	}
	head, tail = -1, n
	listed := false
	for i, sum, best := 0, 0, least-1; i < n && !s.isText(i); i++ {
		if sum += s.weight(i, &listed); sum > best {
			best, head = sum, i
		}
	}
	for i, sum, best := n-1, 0, least-1; i > head && !s.isText(i); i-- {
		listed = i > 0 && s.introducesLine(i-1)
		if sum += s.weight(i, &listed); sum > best {
			best, tail = sum, i
		}
	}
	if head+1 >= tail {
		return -1, n // nothing would be left
	}
	if tail < n && tail > 0 && s.introducesLine(tail-1) {
		tail = n // a list at the end of the policy
	}
	for i := tail; i < n; i++ {
		s.setMenu(i)
	}
	return head, tail
}

// isText reports whether block i is a sentence that no navigation reaches
// across. In a scraped page there is none: sentences stand in its menus too.
func (s *scanner) isText(i int) bool {
	t := &s.traits[i]
	return s.format != Scraped && s.blocks[i].Role == Body && s.size(i) > 25 && !t.has(isLinks) &&
		(t.last == classStop || t.last == classColon)
}

// introducesLine reports whether block i is a sentence that asks for a list.
func (s *scanner) introducesLine(i int) bool {
	return s.open(i) && s.blocks[i].Kind != Heading
}

// keepTitle sets the blocks up to head aside, but not the policy's title nor
// the heading of its first text, at their end. A table of contents that starts
// at block first stands between the two.
func (s *scanner) keepTitle(head, first int) {
	if head < 0 {
		return
	}
	keep := -1
	if t := &s.traits[head]; t.has(isShort) && !t.has(isLinks) && s.blocks[head].Role == Body {
		keep = head
	}
	if first < 0 || first > head {
		first = head + 1
	}
	title := -1
	for i := first - 1; i >= 0 && i >= first-5; i-- {
		if t := &s.traits[i]; t.has(isShort) && !t.has(isLinks) && s.isTitle(i) && s.blocks[i].Role != Duplicate {
			title = i
			break
		}
	}
	for i := range head + 1 {
		if i != keep && i != title {
			s.setMenu(i)
		}
	}
}

// setMenu sets block i, which stands in navigation, aside. In Markdown only
// links are known to belong to it.
func (s *scanner) setMenu(i int) {
	if s.format != Markdown || s.traits[i].has(isLinks) && s.blocks[i].Kind != Heading {
		s.blocks[i].Role = Chrome
	}
}

// isTitle reports whether block i names a privacy policy.
func (s *scanner) isTitle(i int) bool {
	if s.size(i) > 80 {
		return false
	}
	text := s.text[s.blocks[i].Start:s.blocks[i].End]
	return containsFold(text, "privacy", "cookie") &&
		containsFold(text, "policy", "notice", "statement", "beleid", "verklaring", "reglement")
}

// weight returns how much block i looks like navigation, in quarters of a line
// of it; below zero for sentences. listed is kept from one block to the next:
// the lines of a list that was introduced are no navigation.
func (s *scanner) weight(i int, listed *bool) int {
	b, t := &s.blocks[i], &s.traits[i]
	size := b.End - b.Start
	if b.Role == Chrome {
		if s.format == Markdown {
			return 0 // a table of contents, a picture
		}
		return 4
	}
	if b.Role == Duplicate && size < 2*maxTitle {
		return 0
	}
	markdown := s.format == Markdown
	switch {
	case markdown && t.has(isLinks) && b.Kind != Heading, s.isPromotion(i):
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
		return -4
	case *listed, t.last == classComma, t.last == classSemi, t.number > 0, t.has(isMarked):
		return 0
	case !t.has(isShort), t.has(isPair):
		return -1
	}
	return 4
}

// isPromotion reports whether block i invites to subscribe to news.
func (s *scanner) isPromotion(i int) bool {
	if s.size(i) > 80 {
		return false
	}
	return containsFold(s.text[s.blocks[i].Start:s.blocks[i].End],
		"subscribe", "subscription", "newsletter", "nieuwsbrief", "meld je aan", "meld u aan")
}
