"""Polarity and certainty of events on MEANTIME: python bench/certainty/meantime.py SHARED [--errors].

Macro-F1 over positive and negative, over certain and not certain (probable, possible and underspecified together), and
over MEANTIME's four degrees. Events whose polarity is underspecified count for certainty only.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from recoupe.annotate.annotate import annotate
from recoupe.annotate.factuality import assess
from recoupe.types import Document

FOLDER = "corpora/time/en/meantime/intra_cross-doc_annotation"
FLOORS = Path(__file__).with_name("floors.json")
SENTENCES = 6  # the title, the dateline and the first sentences are annotated, nothing after
CLOSING = frozenset(",.;:!?)]}%")
DEGREES = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible", "UNDERSPECIFIED": "unknown"}
POLARITY = {"POS": "positive", "NEG": "negative"}
Pairs = Counter[tuple[str, str]]


def events(path: Path) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The annotated sentences of a file, and where its events are with their certainty and polarity."""
    root = ElementTree.parse(path).getroot()
    text, places, sentence = "", {}, 0
    for token in root.findall("token"):
        number, word = int(token.get("sentence") or 0), token.text or ""
        if number >= SENTENCES:
            break
        if text:
            text += "\n" if number != sentence else "" if word in CLOSING or word.startswith("'") else " "
        sentence = number
        places[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
    found = []
    for event in root.iter("EVENT_MENTION"):
        spans = [places[a.get("t_id")] for a in event.iter("token_anchor") if a.get("t_id") in places]
        if spans and event.get("certainty"):
            start, end = min(s for s, _ in spans), max(e for _, e in spans)
            found.append((start, end, event.get("certainty") or "", event.get("polarity") or ""))
    return text, sorted(found)


def assessed(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """For each event its gold certainty and polarity, then ours."""
    for path in sorted(folder.glob("*/*.xml")):
        text, gold = events(path)
        annotated = annotate(Document(path.stem, text, "en"))
        for start, end, certainty, polarity in gold:
            facts = assess(annotated, start, end)
            ours = DEGREES.get(certainty), POLARITY.get(polarity, facts.polarity)
            if "--errors" in sys.argv and ours != (facts.certainty, facts.polarity):
                around = " ".join(text[max(0, start - 80) : end + 40].split())
                print(certainty, polarity, facts.certainty, facts.polarity, text[start:end], around, sep=" | ")
            yield certainty, polarity, facts.certainty, facts.polarity


def macro(pairs: Pairs, names: list[str]) -> float:
    """The mean F1 of the classes, in per cent."""
    scores = []
    for name in names:
        hit = pairs[name, name]
        told = sum(n for (_, ours), n in pairs.items() if ours == name)
        gold = sum(n for (theirs, _), n in pairs.items() if theirs == name)
        scores.append(2 * hit / (told + gold) if told + gold else 0.0)
    return round(100 * sum(scores) / len(scores), 1)


def main() -> None:
    """Prints the scores and holds them to their floors."""
    degrees: Pairs = Counter()
    certain: Pairs = Counter()
    polarity: Pairs = Counter()
    for theirs, sign, ours, our_sign in assessed(Path(sys.argv[1]) / FOLDER):
        degrees[DEGREES[theirs], ours] += 1
        certain[str(theirs == "CERTAIN"), str(ours == "certain")] += 1
        if sign in POLARITY:
            polarity[POLARITY[sign], our_sign] += 1
    scores = {
        "polarity": macro(polarity, list(POLARITY.values())),
        "certain_or_not": macro(certain, ["True", "False"]),
        "four_degrees": macro(degrees, list(DEGREES.values())),
    }
    print(f"{degrees.total()} events")
    for name, score in scores.items():
        print(f"{name:15s} macro-F1 {score}")
    floors = json.loads(FLOORS.read_text("utf-8"))
    below = [f"{name} is {scores[name]}, floor {floor}" for name, floor in floors.items() if scores[name] < floor]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
