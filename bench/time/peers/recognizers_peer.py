"""Runs Recognizers-Text over JSON lines: `recognizers_peer.py IN OUT`. Prints the seconds spent."""

import datetime as dt
import json
import re
import sys
import time
from pathlib import Path

from recognizers_date_time import recognize_datetime
from recognizers_suite import Culture

spent, out = 0.0, []
for line in Path(sys.argv[1]).read_text("utf8").splitlines():
    row = json.loads(line)
    culture = Culture.French if row["lang"] == "fr" else Culture.English
    start = time.perf_counter()
    found = recognize_datetime(row["text"], culture, reference=dt.datetime.fromisoformat(row["day"]))
    spent += time.perf_counter() - start
    spans = []
    for each in found:
        values = (each.resolution or {}).get("values") or [{}]
        timex = values[0].get("timex", "")
        if re.match("XXXX", timex) and values[-1].get("value"):
            timex = values[0]["value"]  # the first candidate: the past one
        spans.append([each.start, each.end + 1, timex])
    out.append(json.dumps(spans))
Path(sys.argv[2]).write_text("\n".join(out) + "\n", "utf8")
print(spent)
