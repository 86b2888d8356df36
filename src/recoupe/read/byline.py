"""Who wrote an account: the author a page or an export names, and the news agency it credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from recoupe.lang import entries, table

AUTHORS = (
    "//meta[@name='author' or @name='parsely-author' or @name='sailthru.author' or @name='DC.creator']/@content",
    "//meta[@property='article:author']/@content",
    "//*[@itemprop='author']//*[@itemprop='name']//text()",
    "//*[@itemprop='author']//text()",
    "//a[@rel='author']//text()",
)
SIGNED = re.compile(
    r"^(?i:par|by|de notre correspondant\w*|propos recueillis par)[\s:]+(?P<name>[^\W\d_][^,|·•–—\d()]{1,60}?)"
    r"(?=\s*(?:$|[,|·•–—(]|\b(?i:et|and|avec|with|publié|published|updated|mis à jour|le|on|pour|for)\b\s|\d))"
)
LONGEST = 80
SHORT = 200
HEAD, TAIL = 120, 160
ENDS = '.!?…»"”)'


def named(value: Any) -> str | None:
    """The names in a JSON-LD `author`: a string, an object with a name, or a list of these."""
    found = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in found[:6]]
    kept = [name for one in names if isinstance(one, str) and (name := sound(one))]
    return ", ".join(dict.fromkeys(kept)) or None


def sound(words: str | None) -> str | None:
    """A name without its « par »; None for an address, a number or a sentence."""
    words = " ".join((words or "").split())
    signed = SIGNED.match(words)
    name = (signed["name"] if signed else words).strip(" .,;:|-–—")
    bad = "://" in name or "@" in name or any(c.isdigit() for c in name) or not any(c.isalpha() for c in name)
    return None if bad or len(name) > LONGEST else name


def of_page(page: Any, lines: Sequence[str]) -> str | None:
    """The author a page states by machine, else the one a short line near the top signs with."""
    for path in AUTHORS:
        for value in page.xpath(path):
            if name := sound(str(value)):
                return name
    return of_lines(lines)


def of_lines(lines: Sequence[str]) -> str | None:
    """The name after « Par » or « By » in a line of its own."""
    for line in lines:
        signed = SIGNED.match(line) if len(line) < SHORT else None
        if signed and signed["name"][:1].isupper():
            return sound(signed["name"])
    return None


@cache
def _forms() -> dict[str, str]:
    return {form: entry["agency"] for entry in entries("shared", "agencies") for form in entry["forms"]}


@cache
def _patterns(place: str) -> tuple[re.Pattern[str], ...]:
    forms = "|".join(rf"\b{re.escape(form)}\b" for form in sorted(_forms(), key=lambda form: (-len(form), form)))
    closed = r"\Z" if place == "end" else ""
    return tuple(
        re.compile(rf"(?:{pattern.replace('{agency}', f'(?:{forms})')}){closed}", re.MULTILINE)
        for pattern in table("shared", "agencies")[place]
    )


def agency(text: str, lines: Sequence[str] = (), author: str | None = None, outlet: str | None = None) -> str | None:
    """The news agencies credited before the text, after it, in a short line beside it, or as its author or outlet."""
    found = list(_credited(text, lines))
    found += [one for name in (author, outlet) for one in _in(name or "") if (name or "").strip() in _forms()]
    return ", ".join(dict.fromkeys(found)) or None


def _credited(text: str, lines: Sequence[str]) -> Iterator[str]:
    picture = re.compile(str(table("shared", "agencies")["picture"]), re.IGNORECASE)
    head = text[:HEAD].split("\n\n", maxsplit=1)[0] if "\n\n" in text[:HEAD] else text[:HEAD]
    for pattern in _patterns("start"):
        match = pattern.search(head)
        if match:
            yield from _in(match[0])
    last = text[-TAIL:].rstrip().rsplit("\n", 1)[-1]
    for pattern in _patterns("end"):
        match = pattern.search(last)
        # « … », a dit le préfet à l'AFP ends a sentence; a credit follows one, or stands alone.
        if match and not picture.search(last) and last[: match.start()].rstrip(" (")[-1:] in {"", *ENDS}:
            yield from _in(match[0])
    for line in (line for line in lines if len(line) < SHORT and not picture.search(line)):
        for pattern in _patterns("line"):
            if match := pattern.search(line):
                yield from _in(match[0])


def _in(words: str) -> Iterator[str]:
    forms = sorted(_forms(), key=lambda form: (-len(form), form))
    for match in re.finditer("|".join(rf"\b{re.escape(form)}\b" for form in forms), words):
        yield _forms()[match[0]]
