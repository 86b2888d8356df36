"""A worker whose parser dies, or hangs, on members that ask for it by their words."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable

from recoupe.read.draft import Found, Source
from recoupe.read.formats import text
from recoupe.read.worker import main

_read = text.read


def read(source: Source) -> Iterable[Found]:
    if b"DIE" in source.data:
        os._exit(9)
    if b"HANG" in source.data:
        time.sleep(60)
    return _read(source)


if __name__ == "__main__":
    text.read = read
    main()
