"""Puts other people, places and bodies where a treebank has its own, so that context is learnt and not a list."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from random import Random

from babel import Locale
from spacy.language import Language

from training.named import NAMES, Name, Named

SHARE = 0.9
APOSTROPHES = "'’"
# After these a name's gender or number would show, so the treebank's own name stays.
AGREEING = {"le", "la", "les", "du", "des", "au", "aux", "en"}
LABELS = {"person": "PER", "family": "PER", "place": "LOC", "in_the": "LOC", "body": "ORG", "of_the": "ORG"}


@dataclass(frozen=True, slots=True)
class Pool:
    """The invented names of a language and the press sentences to put them in."""

    nlp: Language
    tables: dict[str, list[str]]
    territories: tuple[str, ...]

    def pick(self, slot: str, rng: Random) -> str:
        """A filler for a template's slot."""
        if slot == "person":
            return f"{rng.choice(self.tables['given'])} {rng.choice(self.tables['family'])}"
        if slot == "place":
            return rng.choice(self.territories if rng.random() < 0.2 else self.tables["places"])
        return rng.choice(self.tables[{"body": "bodies", "role": "roles", "title": "titles"}.get(slot, slot)])

    def name(self, label: str, rng: Random) -> str:
        """A name of a type; people by family name alone now and then."""
        if label == "PER":
            return self.pick("family" if rng.random() < 0.3 else "person", rng)
        return self.pick("place" if label == "LOC" else "body", rng)

    def tokens(self, text: str) -> list[tuple[str, bool]]:
        return [(token.text, bool(token.whitespace_)) for token in self.nlp.tokenizer(text)]


def pool(nlp: Language, lang: str) -> Pool:
    """Reads `names/pool.<lang>.toml` and adds CLDR's territories."""
    tables = tomllib.loads((NAMES / f"pool.{lang}.toml").read_text("utf-8"))
    known = Locale(lang).territories
    territories = tuple(known[code] for code in sorted(known) if len(code) == 2 and code not in ("ZZ", "XA", "XB"))
    return Pool(nlp, tables, territories)


def _replacement(pool: Pool, sentence: Named, name: Name, rng: Random) -> str | None:
    start, _, label = name
    if label not in ("PER", "LOC", "ORG") or rng.random() > SHARE:
        return None
    before = sentence.words[start - 1][0].lower() if start else ""
    chosen = pool.name(label, rng)
    if label != "PER" and before in AGREEING:
        return None
    elided = before[-1:] in APOSTROPHES and before[-1:] != ""
    return None if elided != (chosen[0] in "AEIOUÉÈÊÎÔaeiouéh") and elided else chosen


def substituted(group: list[Named], pool: Pool, rng: Random) -> list[Named]:
    """The group with most of its typed names replaced and, more often than not, the press's apostrophes."""
    curly = rng.random() < 0.7
    out = []
    for sentence in group:
        words: list[tuple[str, bool]] = []
        names: list[Name] = []
        at = 0
        for name in sorted(sentence.names):
            start, end, label = name
            words += sentence.words[at:start]
            chosen = _replacement(pool, sentence, name, rng)
            filler = list(sentence.words[start:end]) if chosen is None else pool.tokens(chosen)
            filler[-1] = (filler[-1][0], sentence.words[end - 1][1])
            names.append((len(words), len(words) + len(filler), label))
            words += filler
            at = end
        words += sentence.words[at:]
        if curly:
            words = [(form.replace("'", "’"), space) for form, space in words]
        out.append(Named(tuple(words), tuple(names)))
    return out


def press(pool: Pool, count: int, rng: Random) -> list[Named]:
    """Sentences as newspapers write them, made from the templates."""
    out = []
    for _ in range(count):
        text, marks = "", []
        for part in re.split(r"(\{\w+\})", rng.choice(pool.tables["templates"])):
            slot = part[1:-1] if part.startswith("{") else ""
            filler = pool.pick(slot, rng) if slot else part
            if slot in LABELS:
                marks.append((len(text), len(text) + len(filler), LABELS[slot]))
            text += filler
        if rng.random() < 0.6:
            text = text.replace("'", "’")
        doc = pool.nlp.tokenizer(text)
        found = [(doc.char_span(start, end, alignment_mode="expand"), label) for start, end, label in marks]
        names = tuple((span.start, span.end, label) for span, label in found if span is not None)
        out.append(Named(tuple((token.text, bool(token.whitespace_)) for token in doc), names))
    return out
