"""Event mentions of ECB+ joined across documents, beside a lemma match: python bench/crossdoc/measure.py ECBPLUS.

ECBPLUS is the corpus's folder of topics with its list of checked sentences (Cybulska and Vossen 2014); the mentions are
the corpus's own, and only who is one with whom is predicted. The topics are the usual validation ones. The baseline
joins, within a topic, mentions of one head lemma. Ours has neither topics nor dates: documents are grouped into stories
as the corpus engine groups them, and two mentions of a story are one when they share a concept or a lemma; those of two
stories when their sentences share rare names too. Exits with 1 when a floor is missed.
"""

from __future__ import annotations

import csv
import json
import math
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import simplemma

from recoupe.compare.phrases import phrase_terms
from recoupe.engine.catalogue import _article
from recoupe.engine.features import feature
from recoupe.engine.stories import Grouping, Rarity, group
from recoupe.pipeline import run
from recoupe.resolve.keys import words
from recoupe.types import Document, Dossier
from recoupe.types.graph import Graph

HERE = Path(__file__).parent
VALIDATION = (2, 5, 12, 18, 21, 23, 34, 35)
# What the names shared weigh, each by how few of the documents hold it, before two stories tell one event.
TOLD_OF = 6.0
ACTIONS = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True, slots=True)
class Event:
    """One event mention: its document, its characters in the text, its words and the chain it belongs to."""

    document: str
    topic: int
    start: int
    end: int
    words: str
    chain: str

    @property
    def key(self) -> str:
        """One string per mention."""
        return f"{self.document}:{self.start}:{self.end}"


def read(path: Path, checked: set[tuple[str, str, str]]) -> tuple[str, list[Event]]:
    """The text of one document and its event mentions in checked sentences."""
    root = ET.parse(path).getroot()
    text, spans, sentence = "", {}, {}
    before = None
    for token in root.iter("token"):
        place = token.get("sentence", "")
        text += "" if before is None else "\n" if place != before else " "
        before = place
        spans[token.get("t_id")] = (len(text), len(text) + len(token.text or ""))
        sentence[token.get("t_id")] = place
        text += token.text or ""
    chains: dict[str | None, str] = {}
    relations = root.find("Relations")
    for tie in relations if relations is not None else ():
        name = tie.get("note") if tie.tag == "CROSS_DOC_COREF" else f"{path.stem}:{tie.get('r_id')}"
        for source in tie.iter("source"):
            chains[source.get("m_id")] = str(name)
    topic, document = path.stem.split("_")
    events = []
    markables = root.find("Markables")
    for mark in markables if markables is not None else ():
        anchors = [anchor.get("t_id") for anchor in mark.iter("token_anchor")]
        if not anchors or not mark.tag.startswith(ACTIONS):
            continue
        if (topic, document, sentence[anchors[0]]) in checked:
            start, end = spans[anchors[0]][0], spans[anchors[-1]][1]
            chain = chains.get(mark.get("m_id"), f"{path.stem}:{mark.get('m_id')}")
            events.append(Event(path.stem, int(topic), start, end, text[start:end], chain))
    return text, events


def corpus(folder: Path, topics: Sequence[int]) -> tuple[dict[str, str], list[Event]]:
    """The texts and checked event mentions of these topics."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8-sig") as lines:
        rows = csv.DictReader(lines)
        checked = {(row["Topic"], row["File"], row["Sentence Number"]) for row in rows}
    texts, events = {}, []
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            texts[path.stem], found = read(path, checked)
            events += found
    return texts, events


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 in per cent (Bagga and Baldwin 1998)."""
    sides = []
    for one, other in ((found, gold), (gold, found)):
        groups: dict[str, list[str]] = defaultdict(list)
        for item, name in one.items():
            groups[name].append(item)
        total = 0.0
        for members in groups.values():
            counts: dict[str, int] = defaultdict(int)
            for item in members:
                counts[other[item]] += 1
            total += sum(n * n for n in counts.values()) / len(members)
        sides.append(100 * total / len(one))
    precision, recall = sides
    return precision, recall, 2 * precision * recall / (precision + recall)


def lemma(words: str) -> str:
    """The lemma of a mention's first word that is no particle."""
    told = [word for word in words.lower().split() if len(word) > 2] or words.lower().split()
    return simplemma.lemmatize(told[0], lang="en", greedy=True).lower()


def baseline(events: Sequence[Event]) -> dict[str, str]:
    """One lemma of one topic is one event."""
    return {event.key: f"{event.topic}:{lemma(event.words)}" for event in events}


def stories(dossiers: Sequence[Dossier]) -> dict[str, int]:
    """The story of each document, as the corpus engine groups them."""
    articles = [_article(feature(dossier)) for dossier in dossiers]
    grouping = Grouping(Rarity(article.terms for article in articles))
    return {a.id: place.story for a, place in zip(articles, group(articles, grouping), strict=True)}


def joined(events: Sequence[Event], texts: Mapping[str, str]) -> dict[str, str]:
    """Mentions of one story that share what they say, and those of two whose sentences share rare names too."""
    dossiers = [run([Document(name, text, "en")]) for name, text in texts.items()]
    story = stories(dossiers)
    names = {
        d.documents[0].id: {t["term"] for t in feature(d)["terms"] if t["term"].startswith("n:")} for d in dossiers
    }
    found = {event.key: f"{story[event.document]}:{said(event)}" for event in events}
    number = {name: at for at, name in enumerate(dict.fromkeys(found.values()))}
    graph: Graph[float] = Graph()
    for (one, other), weight in _sharing(events, texts, names).items():
        if weight >= TOLD_OF and found[one] != found[other]:
            graph.tie(number[found[one]], number[found[other]], weight)
    whole = {member: group_[0] for group_, _ in graph.groups() for member in group_}
    return {key: str(whole.get(number[name], number[name])) for key, name in found.items()}


def _sharing(
    events: Sequence[Event], texts: Mapping[str, str], names: Mapping[str, set[str]]
) -> dict[tuple[str, str], float]:
    """How rare the names are that the sentences of two mentions that say one thing share."""
    held = Counter(name for every in names.values() for name in every)
    index: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        text = texts[event.document]
        sentence = text[text.rfind("\n", 0, event.start) + 1 :].split("\n", 1)[0]
        for name in sorted({f"n:{word}" for word in words(sentence)} & names[event.document]):
            index[said(event), name].append(event)
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for (_, name), members in sorted(index.items()):
        for left, right in combinations(members, 2):
            shared[left.key, right.key] += math.log(len(names) / held[name])
    return shared


def said(event: Event) -> str:
    """The concept of a mention, else its lemma."""
    terms = sorted(phrase_terms(event.words, "en"))
    concept = next((term for term in terms if term.startswith("c:")), None)
    return concept or lemma(event.words)


def rows(folder: Path, topics: Sequence[int] = VALIDATION) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """The baseline's figures, then ours."""
    texts, events = corpus(folder, topics)
    print(f"{len(texts)} documents, {len(events)} event mentions, {len({e.chain for e in events})} chains")
    gold = {event.key: event.chain for event in events}
    yield "lemma match", bcubed(gold, baseline(events))
    yield "recoupe", bcubed(gold, joined(events, texts))


def main() -> int:
    """Print both and hold the difference to its floor."""
    topics = [int(part) for part in sys.argv[2].split(",")] if len(sys.argv) > 2 else VALIDATION
    found = dict(rows(Path(sys.argv[1]), topics))
    for name, figures in found.items():
        print(f"{name:12s} B-cubed P {figures[0]:.1f}  R {figures[1]:.1f}  F1 {figures[2]:.1f}")
    floors = json.loads((HERE / "floors.json").read_text("ascii"))
    above = found["recoupe"][2] - found["lemma match"][2]
    low = above < floors["above"] or found["recoupe"][2] < floors["f1"]
    print(f"{above:+.1f} points above the lemma match")
    return int(low and tuple(topics) == VALIDATION)


if __name__ == "__main__":
    raise SystemExit(main())
