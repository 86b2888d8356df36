"""Runs Recognizers-Text's numbers over JSON lines: `numbers_peer.py IN OUT`. Prints the seconds spent.

A figure is [start, end, number, number]. Its ages, dates and ordinals are left out where it tells them apart.
"""

import json
import sys
import time
from pathlib import Path

from recognizers_number import recognize_number
from recognizers_suite import Culture

spent, out = 0.0, []
for line in Path(sys.argv[1]).read_text("utf8").splitlines():
    row = json.loads(line)
    culture = Culture.French if row["lang"] == "fr" else Culture.English
    start = time.perf_counter()
    found = recognize_number(row["text"], culture)
    spent += time.perf_counter() - start
    spans = []
    for each in found:
        written = (each.resolution or {}).get("value") or ""
        try:
            number = float(written.replace(",", "."))
        except ValueError:
            number = None
        spans.append([each.start, each.end + 1, number, number])
    out.append(json.dumps(spans))
Path(sys.argv[2]).write_text("\n".join(out) + "\n", "utf8")
print(spent)
