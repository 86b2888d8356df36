"""Runs dateparser's `search_dates` over JSON lines: `dateparser_peer.py IN OUT`. Prints the seconds spent."""

import datetime as dt
import json
import sys
import time
from pathlib import Path

from dateparser.search import search_dates

spent, out = 0.0, []
for line in Path(sys.argv[1]).read_text("utf8").splitlines():
    row = json.loads(line)
    base = dt.datetime.fromisoformat(row["day"])
    start = time.perf_counter()
    found = search_dates(row["text"], languages=[row["lang"]], settings={"RELATIVE_BASE": base}) or []
    spent += time.perf_counter() - start
    spans, at = [], 0
    for words, moment in found:
        place = row["text"].find(words, at)
        if place >= 0:
            at = place + len(words)
            spans.append([place, at, moment.date().isoformat()])
    out.append(json.dumps(spans))
Path(sys.argv[2]).write_text("\n".join(out) + "\n", "utf8")
print(spent)
