"""PLOVER classes against the gold records: python bench/events/plover.py SHARED [--errors].

A record of the Open Event Data Alliance is a sentence with one coded event. Right: the event whose trigger is
one of the coded words, else the first event of the sentence, has the coded class. The records are of version
0.5b1, whose five older class names are mapped.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from pathlib import Path

from common import events, plover, trigger

FILE = "corpora/events/en/plover-gold-half-a.json"
RENAMED = {"CONCEDE": "YIELD", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
FLOORS = Path(__file__).with_name("floors.json")


def main() -> None:
    """Prints the accuracy by class and holds it to its floor."""
    records = json.loads((Path(sys.argv[1]) / FILE).read_text("utf-8"))
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    anywhere = 0
    for record in records:
        if record["event"] == "DOCUMENT":
            continue
        gold = RENAMED.get(record["event"], record["event"])
        found = events(record["text"], "en", dt.date(2000, 1, 1))
        coded = set(re.findall(r"\w+", record["eventText"].lower()))
        chosen = next((e for e in found if trigger(e) in coded), found[0] if found else None)
        got = plover(chosen) if chosen is not None else None
        seen[gold] += 1
        right[gold] += got == gold
        anywhere += gold in {plover(e) for e in found}
        if got != gold and "--errors" in sys.argv:
            print(gold, record["eventText"], got, sep=" | ")
    for name in sorted(seen):
        print(f"{name:10s} {right[name]:3d} of {seen[name]:3d}")
    accuracy = round(100 * sum(right.values()) / sum(seen.values()), 1)
    print(f"class accuracy {accuracy} %; class among those of the sentence {100 * anywhere / sum(seen.values()):.1f} %")
    floor = json.loads(FLOORS.read_text("utf-8"))["plover"]
    if accuracy < floor:
        sys.exit(f"class accuracy is {accuracy}, floor {floor}")


if __name__ == "__main__":
    main()
