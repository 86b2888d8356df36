"""Which accounts are one article: copies read once, later versions kept as versions, near-duplicates said."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

import regex

from recoupe.read.draft import note
from recoupe.types import Document, Issue

TRACKING = regex.compile(r"utm_\w+|at_\w+|xtor|fbclid|gclid|igshid|mc_[ce]id|cmpid?|ref|ref_src|smid|smtyp")
WORD = regex.compile(r"\w+")
SHINGLE = 5
SIZE = 64
NEAR = 0.8
CROWD = 40


def address(url: str | None) -> str | None:
    """The address of a page without what differs between visits to it: scheme, `www.`, fragment, tracking."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("amp.")
        query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not TRACKING.fullmatch(k.casefold())))
    except ValueError:
        return None
    path = parts.path.removesuffix("/")
    # The address of a whole site is that of none of its articles.
    return f"{host}{path}{'?' + query if query else ''}" if host and (path or query) else None


def same(left: Document, right: Document) -> bool:
    """Whether one account was given twice: its words, outlet, address and date are the same, blanks aside.

    Where neither outlet nor address is known two outlets may have run the same words, so both are kept.
    """
    if not (left.outlet or address(left.url)):
        return False
    return (left.outlet, address(left.url), left.published, left.text.split()) == (
        right.outlet, address(right.url), right.published, right.text.split(),
    )  # fmt: skip


def versions(documents: Sequence[Document]) -> list[list[Document]]:
    """The accounts that stand at one address, oldest first where dates tell, those given first otherwise."""
    at: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if where := address(document.url):
            at[where].append(document)
    return [sorted(group, key=lambda one: str(one.published or "")) for group in at.values() if len(group) > 1]


def said(documents: Sequence[Document]) -> Iterator[Issue]:
    """A note for every later version of an article, and for every account nearly the same as an earlier one."""
    together: dict[str, set[str]] = {}
    for group in versions(documents):
        ids = {document.id for document in group}
        together.update(dict.fromkeys(ids, ids))
        for before, after in pairwise(group):
            yield note("later-version", f"a version of the article in {before.path} (same address).", after.path)
    for number, other, share in _near([document.text for document in documents]):
        one, two = documents[other], documents[number]
        if two.id not in together.get(one.id, ()):
            about = (
                f"nearly the same words as {one.path} (about {round(100 * share)} % of its runs of {SHINGLE} words)."
            )
            yield note("near-duplicate", about, two.path)


def _near(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Each text that resembles an earlier one, the one it resembles most, and how much (Broder 1997, Jaccard)."""
    holding: dict[int, list[int]] = defaultdict(list)
    sketches: list[list[int]] = []
    for number, text in enumerate(texts):
        sketch = _sketch(text)
        shared: dict[int, int] = defaultdict(int)
        for value in sketch:
            for other in holding[value]:
                shared[other] += 1
            if len(holding[value]) < CROWD:
                holding[value].append(number)
        likely = [(_resemblance(sketch, sketches[o]), -o) for o in sorted(shared) if shared[o] >= SIZE // 4]
        sketches.append(sketch)
        if likely and (best := max(likely))[0] >= NEAR:
            yield number, -best[1], best[0]


def _sketch(text: str) -> list[int]:
    """The smallest of the hashes of a text's runs of words, which do not depend on the process."""
    words = [word.casefold() for word in WORD.findall(text)]
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    hashes = (int.from_bytes(blake2b(run.encode("utf-8"), digest_size=8).digest(), "little") for run in runs)
    return heapq.nsmallest(SIZE, hashes)


def _resemblance(left: Sequence[int], right: Sequence[int]) -> float:
    """The share of common values among the smallest of both, which estimates that of all their runs."""
    smallest = heapq.nsmallest(SIZE, {*left, *right})
    both = set(left) & set(right)
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0
