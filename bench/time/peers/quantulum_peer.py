"""Runs quantulum3 (English only) over JSON lines: `quantulum_peer.py IN OUT`. Prints the seconds spent.

A figure is [start, end, number, number].
"""

import json
import sys
import time
from pathlib import Path

from quantulum3 import parser

spent, out = 0.0, []
for line in Path(sys.argv[1]).read_text("utf8").splitlines():
    row = json.loads(line)
    start = time.perf_counter()
    found = parser.parse(row["text"])
    spent += time.perf_counter() - start
    out.append(json.dumps([[each.span[0], each.span[1], each.value, each.value] for each in found]))
Path(sys.argv[2]).write_text("\n".join(out) + "\n", "utf8")
print(spent)
