"""A small dossier made by hand from the example story, so that the report is tested without a model."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from recoupe.kinds.commitment.body import CommitmentBody
from recoupe.kinds.event.body import EventBody
from recoupe.kinds.fault.body import FaultBody
from recoupe.kinds.figure.body import FigureBody
from recoupe.kinds.quotation.body import QuotationBody
from recoupe.kinds.timing.body import TimeBody
from recoupe.kinds.wording.body import WordingBody
from recoupe.types import (
    Anchor,
    Attribution,
    Document,
    Dossier,
    Entity,
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

STORY = Path(__file__).resolve().parents[2] / "examples" / "port-salines"


def documents() -> list[Document]:
    rows = tomllib.loads((STORY / "manifest.toml").read_text("utf-8"))["account"]
    made = []
    for row in rows:
        text = (STORY / row["path"]).read_text("utf-8")
        published = dt.datetime.fromisoformat(row["published"]) if "published" in row else None
        if published and len(row["published"]) == 10:
            published = published.date()
        ident = Document.make_id(text, row["outlet"], None, row["path"])
        made.append(Document(ident, text, row["lang"], row["path"], row["outlet"], None, row["title"], published))
    return made


def at(document: Document, words: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return document.anchor(start, start + len(words))


def said(document, whole, contents, cue, speaker, named, kind="named", form="indirect", **more):
    anchor, chain = at(document, whole), more.pop("source", None)
    voice = Voice(kind, at(document, speaker) if speaker else None, named)
    body = QuotationBody(tuple(at(document, c) for c in contents), form, "test", at(document, cue) if cue else None)
    attribution = Attribution(voice, body.cue, more.pop("via", None), None, chain)
    return Statement(Statement.make_id("quotation", anchor), "quotation", anchor, body, attribution, **more)


def figure(document, words, counted, low, high=None, approx=False, open_end=False, **more):
    anchor = at(document, words)
    quantity = Quantity(Decimal(low), None if open_end else Decimal(high or low), "count", approx)
    body = FigureBody(quantity, at(document, counted))
    return Statement(Statement.make_id("figure", anchor), "figure", anchor, body, value=quantity, **more)


def time(document, words, timex):
    anchor = at(document, words)
    return Statement(Statement.make_id("time", anchor), "time", anchor, TimeBody(timex), value=timex)


def day(text, mod=None):
    moment = dt.date.fromisoformat(text)
    return Timex("DATE", text, mod, moment, moment, "published")


def dossier() -> Dossier:
    first, copy, third, english, faulty = docs = documents()
    tuesday, month = day("2026-03-10"), Timex("DATE", "2026-03", "END", dt.date(2026, 3, 1), dt.date(2026, 3, 31))
    rescue = Attribution(Voice("named", None, "les secours régionaux"))
    union = Attribution(Voice("named", None, "Le syndicat des dockers de Port-Salines"))
    quotes = [
        said(
            first,
            "Douze personnes ont été blessées, dont deux grièvement, selon les secours régionaux",
            ["Douze personnes ont été blessées, dont deux grièvement"],
            "selon",
            "les secours régionaux",
            "les secours régionaux",
        ),
        said(
            first,
            "« Le choc a été très violent. Nous avons cru que le quai allait céder », a déclaré Maëlle Quérinac",
            ["Le choc a été très violent. Nous avons cru que le quai allait céder"],
            "a déclaré",
            "Maëlle Quérinac",
            "Maëlle Quérinac",
            form="direct",
        ),
        said(
            first,
            "a démenti que le moteur soit tombé en panne avant l'accident",
            ["le moteur soit tombé en panne avant l'accident"],
            "a démenti",
            "La compagnie Lignes de Morvane",
            "Lignes de Morvane",
            polarity="negative",
        ),
        said(
            copy,
            "« Le choc a été très violent. Nous avons cru que le quai allait céder », a déclaré Maëlle Quérinac",
            ["Le choc a été très violent. Nous avons cru que le quai allait céder"],
            "a déclaré",
            "Maëlle Quérinac",
            "Maëlle Quérinac",
            form="direct",
        ),
        said(
            third,
            "Le capitaine aurait signalé une panne du moteur dix minutes avant le choc, "
            "d'après deux personnes proches de l'enquête",
            ["Le capitaine aurait signalé une panne du moteur dix minutes avant le choc"],
            "d'après",
            "deux personnes proches de l'enquête",
            "deux personnes proches de l'enquête",
            "unnamed",
            conditional=True,
            certainty="unknown",
        ),
        said(
            english,
            "The captain reported an engine failure minutes before the crash, "
            "L'Écho du Littoral reported, citing two people close to the investigation",
            ["The captain reported an engine failure minutes before the crash"],
            "reported",
            "L'Écho du Littoral",
            "L'Écho du Littoral",
            "outlet",
            source=Attribution(
                Voice(
                    "unnamed",
                    at(english, "two people close to the investigation"),
                    "two people close to the investigation",
                )
            ),
        ),
        said(
            faulty,
            "<< Le pilote n'a pas vu le quai à cause du brouillard », "
            "a indiqué le procureur de Valombre, Ignace Delormont",
            ["Le pilote n'a pas vu le quai à cause du brouillard"],
            "a indiqué",
            "le procureur de Valombre, Ignace Delormont",
            "Ignace Delormont",
            form="direct",
        ),
    ]
    hurt = "personnes ont été blessées"
    figures = [
        figure(first, "Douze", "personnes", 12, attribution=rescue, holds_at=tuesday),
        figure(first, "quinze", "personnes", 15, attribution=union, holds_at=tuesday),
        figure(third, "dix-sept", "personnes", 17),
        figure(english, "Seventeen", "people", 17),
        figure(first, "Environ 300", "personnes", 300, approx=True),
        figure(faulty, "Treize", "personnes", 13, 15),
        figure(first, "214", "passagers", 214, open_end=True),
    ]
    times = [
        time(first, "mardi matin", replace(tuesday, value="2026-03-10TMO")),
        time(first, "d'ici vendredi", day("2026-03-13", "ON_OR_BEFORE")),
        time(third, "jusqu'à la fin du mois", month),
        time(faulty, "mardi matin", Timex("DATE", None, why="no-date")),
        time(faulty, "à ce stade", Timex("DATE", "PRESENT_REF")),
    ]
    promise = at(first, "le quai nord rouvrirait d'ici vendredi")
    later = at(third, "Le quai rouvrira d'ici la fin du mois")
    director = Attribution(Voice("named", at(first, "Le directeur du port, Armand Tissevelle"), "Armand Tissevelle"))
    others = [
        Statement(
            Statement.make_id("commitment", promise),
            "commitment",
            promise,
            CommitmentBody(
                at(first, "rouvrirait"),
                "firm",
                promise,
                at(first, "Le directeur du port, Armand Tissevelle"),
                day("2026-03-13", "ON_OR_BEFORE"),
            ),
            director,
            day("2026-03-13", "ON_OR_BEFORE"),
        ),
        Statement(
            Statement.make_id("commitment", later),
            "commitment",
            later,
            CommitmentBody(at(third, "rouvrira"), "planned", later, None, month),
            director,
            month,
        ),
    ]
    crash = at(first, "a heurté mardi matin le quai nord")
    others.append(
        Statement(
            Statement.make_id("event", crash),
            "event",
            crash,
            EventBody(
                at(first, "heurté"), "ASSAULT", (at(first, "Le bac « Belle-Anse »"),), (at(first, "le quai nord"),)
            ),
            None,
            tuesday,
        )
    )
    for words in ("sans vergogne", "sous couvert de"):
        anchor = at(third, words)
        others.append(
            Statement(
                Statement.make_id("wording", anchor), "wording", anchor, WordingBody("moral-condemnation", "adjectif")
            )
        )
    for words, code in (
        ("<<", "mismatched-marks"),
        ("m'a dit.", "stray-words"),
        ("Laisser un commentaire", "page-furniture"),
    ):
        anchor = at(faulty, words)
        others.append(Statement(Statement.make_id("fault", anchor), "fault", anchor, FaultBody(code)))
    # Two passages that cross, one of them over the end of a paragraph.
    crossing = first.anchor(first.text.index("Nous travaillons"), first.text.index("exploite le bac"))
    others.append(
        Statement(Statement.make_id("wording", crossing), "wording", crossing, WordingBody("evaluation", "jugement"))
    )
    crossed = first.anchor(first.text.index("d'ici vendredi. « Nous"), first.text.index("jour et nuit"))
    others.append(
        Statement(Statement.make_id("wording", crossed), "wording", crossed, WordingBody("an-unknown-code", "inconnu"))
    )
    statements = [*quotes, *figures, *times, *others]
    links = [
        _link(
            figures[0],
            figures[1],
            "contradicts",
            Reason("no-such-code", (("left", "12"), ("right", "15")), (at(first, hurt),)),
            "injured",
        ),
        _link(figures[1], figures[2], "changed", Reason("later", (("days", "2"),)), "injured"),
        _link(figures[2], figures[3], "agrees", Reason("same", ()), "injured"),
        _link(others[0], others[1], "changed", Reason("deadline-moved", ()), "reopening of the quay"),
        _link(quotes[2], quotes[5], "unsure", Reason("polarity", ()), "engine"),
    ]
    names = [
        Mention(at(first, "Armand Tissevelle"), "PER"),
        Mention(at(first, "Le directeur du port"), "PER", "role"),
        Mention(at(third, "Armand Tissevelle"), "PER"),
        Mention(at(english, "Tissevelle"), "PER"),
    ]
    return Dossier(
        documents=tuple(docs),
        statements=tuple(statements),
        entities=(Entity("n-1", "Armand Tissevelle", "PER", tuple(names)),),
        links=tuple(links),
        origins=(Origin("o-1", "Agence Océanis", (first.id, copy.id, quotes[1].id, quotes[3].id), "near-duplicate"),),
        issues=(
            replace(
                Issue.make("annotate", "no-date", "no publication date.", faulty.id, severity="note"),
                anchor=at(faulty, "mardi matin"),
            ),
            Issue.make("read", "empty-file", "the file is empty.", None, "6-vide.txt"),
        ),
        manifest={"recoupe": "0.1.0", "kinds": "fault time figure"},
    )


def _link(left, right, relation, reason, matter):
    return Link(Link.make_id(left.id, right.id), left.id, right.id, relation, (reason,), "rule:test/1", 1.0, matter)
