"""Damaged files of every format, against the parsers as the worker runs them: no crash, no hang, no text that is none.

    python bench/intake/fuzz.py [--inputs 100000] [--seconds 3600] [--seed 1]

Hypothesis draws a small sound file and edits it: bytes changed, cut, doubled, swapped for telling ones, for zipped
formats inside a member, so that the parser behind the unzipping meets the damage. Each batch runs in a process of its
own with the worker's memory limit. Counted are processes that died, exceptions that left the reader, inputs that took
more than 10 s of the processor or 2 minutes of the clock, and accounts whose text is blank or cannot be stored. Exits 1
when one is counted.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import io
import json
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from tests.read import files  # noqa: E402  # the sound files the tests make
from tests.read import test_press_exports as exports  # noqa: E402

LIMIT = 10
PATIENCE = 12
BATCH = 500
TELLING = (
    b"<", b">", b"&", b"]]>", b"<!--", b"\0", b"\xff\xfe", b"%PDF", b"PK\3\4", b"{\\rtf", b"{", b"}", b"\r\n\r\n",
    b"--", b"Content-Type: text/html", b"Content-Transfer-Encoding: base64", b"<![CDATA[",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"&a;", b"\\u-1?", b"\\'", b"9999999999999", b"-1", b"\xc3", b"=?utf-8?b?", b"WARC/1.0", b"<script>", b"<table>",
    b"0000-00-00", b"2024-13-45", b"<article>", b'{"@graph":[[[[', b"charset=utf-7", b"\xf0\x9f", b"endobj",
    b"/Length -5",
)  # fmt: skip
LINE = '{"text": "Le maire a dit non, mardi, devant le conseil.", "outlet": "La Vigie", "published": "2026-03-11"}\n'


ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>La Vigie</title><entry><title>Le pont</title><author><name>Ada"
    " Roule</name></author><updated>2026-03-12T08:00:00-04:00</updated><content type='html'>{}</content></entry></feed>"
)
STATED = (
    b'<meta property="article:published_time" content="2026-03-11T19:40:00-04:00"><script type="application/ld+json">'
    b'{"@graph": [{"@type": "NewsArticle", "author": [{"name": "Ada Roule"}], "datePublished": "2026-03-11",'
    b' "dateModified": "2026-03-12T08:00:00Z"}]}</script></head>'
)


def sound() -> dict[str, bytes]:
    """A small sound file of each suffix, and of each press database's export; the key is the end of its name."""
    page = files.html()
    return {
        ".docx": files.docx(), ".odt": files.odt(), ".rtf": files.rtf(), ".eml": files.eml(), ".html": page,
        ".mht": files.mhtml(), ".epub": files.epub(), ".warc": files.warc(), ".rss": files.rss(), ".pdf": files.pdf(),
        ".mbox": b"From a@b Wed Mar 11 19:40:00 2026\n" + files.eml(), ".xml": files.rss(),
        ".jsonl": LINE.encode() * 3,
        ".zip": files.zipped({"a/1.html": page, "b/2.rtf": files.rtf(), "3.jsonl": LINE}),
        ".csv": "texte;média;date\nLe maire a dit non.;La Vigie;2026-03-11\n".encode(), ".tsv": b"text\tdate\na\tb\n",
        ".txt": "\n\n".join(files.PARAGRAPHS).encode(), ".md": b"# Title\n\nThe mayor said no on Tuesday.\n",
        ".warc.gz": gzip.compress(files.warc()), ".atom": ATOM.format("&lt;p&gt;Non.&lt;/p&gt;" * 30).encode(),
        "-stated.html": page.replace(b"</head>", STATED), "-nexis.docx": files.docx(exports.NEXIS),
        "-factiva.rtf": files.rtf(exports.FACTIVA), "-europresse.txt": "\n".join(exports.EUROPRESSE).encode(),
        "-europresse.html": exports.europresse(("La Vigie, no. 1", "mercredi 11 mars 2026", "Le pont", exports.BODY)),
        "-nexis.html": exports.page(exports.NEXIS), **parquet(),
        ".opml": b'<opml version="2.0"><body><outline type="rss" xmlUrl="https://a.example/f"/></body></opml>',
    }  # fmt: skip


def parquet() -> dict[str, bytes]:
    """A table, where the extra that reads it is installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError:
        return {}
    out = io.BytesIO()
    pq.write_table(pa.table({"text": ["Le maire a dit non.", None], "outlet": ["La Vigie", "x"]}), out)
    return {".parquet": out.getvalue()}


SOUND = sound()
EDIT = st.tuples(
    st.floats(0, 1),
    st.sampled_from(("insert", "replace", "cut", "double", "flip")),
    st.one_of(st.sampled_from(TELLING), st.binary(min_size=1, max_size=6)),
    st.integers(1, 400),
)


def edited(data: bytes, edits: list[tuple[float, str, bytes, int]]) -> bytes:
    """The bytes after each edit."""
    for place, sort, piece, size in edits:
        at = int(place * len(data))
        if sort == "insert":
            data = data[:at] + piece + data[at:]
        elif sort == "replace":
            data = data[:at] + piece + data[at + len(piece) :]
        elif sort == "cut":
            data = data[:at] + data[at + size :]
        elif sort == "double":
            data = data[: at + size] + data[at : at + size] * (1 + size % 5) + data[at + size :]
        elif data:
            at = min(at, len(data) - 1)
            data = data[:at] + bytes([data[at] ^ (1 << (size % 8))]) + data[at + 1 :]
    return data


@st.composite
def damaged(draw: Any) -> tuple[str, bytes]:
    """A name and the bytes of a damaged file."""
    suffix = draw(st.sampled_from(sorted(SOUND)))
    data = SOUND[suffix]
    edits = draw(st.lists(EDIT, min_size=1, max_size=6))
    if zipfile.is_zipfile(io.BytesIO(data)) and draw(st.integers(0, 3)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        name = draw(st.sampled_from(sorted(members)))
        return f"f{suffix}", files.zipped({**members, name: edited(members[name], edits)})
    return f"f{suffix}", edited(data, edits)


class TooSlowError(BaseException):
    """The limit went by; no parser may catch it."""


def one(name: str, data: bytes) -> list[str]:
    """What is found in a damaged file, by code; raises what leaves the reader, which nothing should."""
    from recoupe.read.draft import Draft, Source  # noqa: PLC0415
    from recoupe.read.open import accounts  # noqa: PLC0415

    codes: list[str] = []
    for found in accounts(Source(name, data)):
        if isinstance(found, Draft):
            assert found.text.strip(), "blank text"
            found.text.encode("utf-8")
            codes.append("account")
        elif not isinstance(found, str):
            codes.append(f"{found.code}: {found.message}" if "its parser failed" in found.message else found.code)
    return codes


def child(number: int, count: int, place: Path) -> None:
    """One batch; the input under way is in `place`, so that a death can be looked at."""
    from recoupe.read.worker import limit_memory  # noqa: PLC0415

    limit_memory()
    tally: collections.Counter[str] = collections.Counter()
    bad: list[str] = []

    def late(*_: object) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, late)
    signal.signal(signal.SIGPROF, late)

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(damaged())
    def run(file: tuple[str, bytes]) -> None:
        name, data = file
        place.write_bytes(name.encode() + b"\n" + data)
        tally["inputs"] += 1
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        signal.alarm(LIMIT * PATIENCE)
        try:
            tally.update(one(name, data))
        except TooSlowError:
            bad.append(f"{name}: more than {LIMIT} s")
        except Exception as err:
            bad.append(f"{name}: {type(err).__name__} {err}"[:200])
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)

    # What a parser needs to be loaded is no input's own time.
    for suffix, data in SOUND.items():
        one(f"f{suffix}", data)
    run()
    print(json.dumps({"tally": tally, "bad": bad}))


def measure(inputs: int, seconds: float, first: int) -> dict[str, Any]:
    """Batches until so many inputs or seconds have gone by."""
    began, number = time.monotonic(), first
    tally: collections.Counter[str] = collections.Counter()
    bad: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "input")
        while tally["inputs"] < inputs and time.monotonic() - began < seconds:
            count = min(BATCH, inputs - tally["inputs"])
            words = [sys.executable, __file__, "--child", str(number), "--inputs", str(count), "--place", str(place)]
            ended = subprocess.run(words, check=False, capture_output=True, text=True)
            if ended.returncode:
                bad.append(
                    f"batch {number}: died ({ended.returncode}) of {place.read_bytes()[:200]!r} {ended.stderr[-300:]}"
                )
                tally["inputs"] += 1
            else:
                found = json.loads(ended.stdout.splitlines()[-1])
                tally.update(found["tally"])
                bad += found["bad"]
            number += 1
    return {"seconds": round(time.monotonic() - began), **dict(tally.most_common()), "bad": bad}


def main() -> int:
    """Fuzz, print a line of JSON, and fail when anything is bad."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child is not None:
        child(asked.child, asked.inputs, asked.place)
        return 0
    found = measure(asked.inputs, asked.seconds, asked.seed)
    print(json.dumps(found, ensure_ascii=False))
    return int(bool(found["bad"]))


if __name__ == "__main__":
    sys.exit(main())
