"""Reads a rendered page back: its ids, its links, its headings and the words inside an element."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link", "img", "line", "circle", "path"}


class Page(HTMLParser):
    """The parts of a page the tests look at; references (class `ref`) are not words of a text."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.targets, self.headings, self.parts, self.stack, self.acting = [], [], [], [], [], []
        self.inside = {}
        self.feed(html)
        self.text = "".join(self.parts)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.acting += [name for name in found if name.startswith("on") or name == "style"]
        if ident := found.get("id"):
            self.ids.append(ident)
        if (href := found.get("href", "")) and href.startswith("#"):
            self.targets.append(href[1:])
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag == "p":
            self.handle_data("\n")
        if tag not in VOID:
            self.stack.append((tag, found.get("id") or found.get("data-of"), found.get("class") or ""))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_data(self, data):
        if any(tag in ("style", "script") for tag, _, _ in self.stack):
            return
        self.parts.append(data)
        if any("ref" in look.split() for _, _, look in self.stack):
            return
        owners = {ident for _, ident, _ in self.stack if ident}
        body = any(look == "body" for _, _, look in self.stack)
        for ident in owners:
            self.inside.setdefault((ident, body), []).append(data)

    def words(self, ident):
        return "".join(self.inside.get((ident, True), []))

    body = words
