"""A small dossier made by hand, so that storing, exporting and the commands are tested without a model."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from recoupe.kinds.commitment.body import CommitmentBody
from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.quotation.body import QuotationBody
from recoupe.types import (
    Anchor,
    Attribution,
    Claim,
    Document,
    Dossier,
    Entity,
    Factuality,
    Issue,
    Link,
    Mention,
    Origin,
    Quantity,
    Reason,
    Statement,
    Timex,
    Voice,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = "--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking "
FLAGS += "--disable-component-update --disable-sync"
VIGIE = "😀 La maire de Morvane a déclaré que 12 personnes étaient blessées. Le quai rouvrira le 30 mars."
LEDGER = "The mayor, =Ada Roule=, said 17 people were hurt. \u202eThe quay\u202c may reopen in April."


def at(document: Document, words: str) -> Anchor:
    start = document.text.index(words)
    return document.anchor(start, start + len(words))


def figure(document: Document, words: str, number: int, counted: str, voice: Voice) -> Statement:
    anchor, quantity = at(document, words), Quantity(Decimal(number), Decimal(number))
    body = FigureBody(quantity, at(document, counted))
    ident = Statement.make_id("figure", anchor)
    return Statement(ident, "figure", anchor, body, Attribution(voice), value=quantity, reported=True, by="figure/1")


def quotation(document: Document, words: str, content: str, cue: str, voice: Voice) -> Statement:
    anchor, said = at(document, words), at(document, content)
    claim = Claim(said, "c:hurt", ("c:hurt", "c:person"), Factuality(cues=(at(document, cue),)), ("c:person",))
    body = QuotationBody((said,), "indirect", "verb-that", cue=at(document, cue))
    ident = Statement.make_id("quotation", anchor)
    attribution = Attribution(voice, at(document, cue))
    return Statement(ident, "quotation", anchor, body, attribution, by="quotation/1", claims=(claim,))


@pytest.fixture
def dossier() -> Dossier:
    """Two invented accounts that disagree on a count."""
    a = Document(
        "d-vigie",
        VIGIE,
        "fr",
        "vigie.txt",
        "La Vigie",
        None,
        "Le quai",
        dt.datetime(2026, 3, 10, 20, 30, tzinfo=dt.UTC),
    )
    b = Document("d-ledger", LEDGER, "en", "story/ledger.txt", "The Ledger", "https://ledger.example/1")
    maire = Voice("named", at(a, "La maire de Morvane"), "la maire de Morvane", "e-1", gender="fem", number="sing")
    mayor = Voice("named", at(b, "The mayor"), "Ada Roule", "e-1")
    quoted = quotation(a, VIGIE[2 : VIGIE.index(".")], "12 personnes étaient blessées", "a déclaré", maire)
    reopening = at(a, "Le quai rouvrira le 30 mars")
    promise = Statement(
        Statement.make_id("commitment", reopening),
        "commitment",
        reopening,
        CommitmentBody(at(a, "rouvrira"), "firm", reopening, who=at(a, "Le quai"), due=Timex("DATE", "2026-03-30")),
        by="commitment/1",
    )
    left, right = figure(a, "12", 12, "personnes", maire), figure(b, "17", 17, "people", mayor)
    names = (
        Mention(at(a, "La maire de Morvane"), "PER", "role", "fem", "sing"),
        Mention(at(b, "Ada Roule"), "PER", apposed=at(b, "The mayor")),
    )
    reason = Reason("no-such-code", (("left", "12"), ("right", "17")), (left.anchor, right.anchor))
    link = Link(Link.make_id(left.id, right.id), left.id, right.id, "contradicts", (reason,), "figure/1", 0.9, "hurt")
    return Dossier(
        (a, b),
        (quoted, left, promise, right),
        (Entity("e-1", "Ada Roule", "PER", names, ("the same office",)),),
        (link,),
        (Origin("o-1", "Ada Roule", (left.id, right.id), "one speaker", (reason,)),),
        (Issue.make("annotate", "no-date", "no publication date.", b.id, b.path, "note"),),
        {"recoupe": "test", "inputs": "abc"},
    )


@pytest.fixture
def stored(dossier: Dossier, tmp_path: Path) -> Path:
    """The dossier in a file."""
    from recoupe.store import save

    path = tmp_path / "story.db"
    save(dossier, path)
    return path


# The shipped parser misreads these examples; each stays as it is and must start to pass when a better model ships.
MISREAD = {
    "[None of the workers signed]": "tagged as a noun phrase, so the negation has no verb",
    "The threats of the militia worry the village": "'worry' is tagged as a noun",
    "The complaint of the mayor targets a bank": "'targets' is tagged as a noun",
    "test_a_clock_time_takes_the_day_that_follows_it": "a sentence is cut after 'a.m.'",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the examples the shipped parser is known to misread as expected failures."""
    for item in items:
        for words, why in MISREAD.items():
            if words in item.name:
                item.add_marker(pytest.mark.xfail(reason=why, strict=True))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium; tests that need one skip where there is none."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield started
        started.close()
