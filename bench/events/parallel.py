"""One ontology, two languages: python bench/events/parallel.py SHARED [--errors].

On news in English with its French translation, sentence by sentence. Printed: of sentences with an event in both
languages, how many share a class; of all aligned sentences, how many have the same classes (none counts as the same).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from common import events, plover

FILE = "corpora/parallel/ntrex-half-a.jsonl"
FLOORS = Path(__file__).with_name("floors.json")


def classes(sentences: list[str], lang: str) -> list[set[str]]:
    """The classes of each sentence, read in its article."""
    ends, at = [], 0
    for sentence in sentences:
        at += len(sentence) + 2
        ends.append(at)
    found: list[set[str]] = [set() for _ in sentences]
    for event in events("\n\n".join(sentences), lang):
        place = next(i for i, end in enumerate(ends) if event.anchor.start < end)
        found[place].add(plover(event))
    return found


def main() -> None:
    """Prints the shares and holds them to their floors."""
    count: Counter[str] = Counter()
    for line in (Path(sys.argv[1]) / FILE).read_text("utf-8").splitlines():
        record = json.loads(line)
        pairs = zip(classes(record["en"], "en"), classes(record["fr"], "fr"), record["en"], record["fr"], strict=True)
        for en, fr, english, french in pairs:
            count["all"] += 1
            count["alike"] += en == fr
            count["either"] += bool(en or fr)
            count["both"] += bool(en and fr)
            count["shared"] += bool(en & fr)
            if en != fr and "--errors" in sys.argv:
                print(sorted(en - fr), sorted(fr - en), english, french, sep=" | ")
    shares = {
        "same_of_all": round(100 * count["alike"] / count["all"], 1),
        "shared_of_both": round(100 * count["shared"] / count["both"], 1),
        "shared_of_either": round(100 * count["shared"] / count["either"], 1),
    }
    print(f"{count['all']} aligned sentences, {count['either']} with an event in one language, {count['both']} in both")
    for name, share in shares.items():
        print(f"{name:16s} {share} %")
    floors = json.loads(FLOORS.read_text("utf-8"))["parallel"]
    below = [f"{name} is {shares[name]}, floor {floor}" for name, floor in floors.items() if shares[name] < floor]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
