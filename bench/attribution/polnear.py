"""Scores attribution on PolNeAR (Newell et al. 2018, research licence: nothing of it is copied here).

usage: python bench/attribution/polnear.py SHARED [--train] [--errors] [--raise]

SHARED holds corpora/evaluation-only/polnear. A content is found when the characters it shares with ours are half or
more of the characters of both together (IoU), one to one, best first; its source is right when it overlaps ours.
PolNeAR also marks beliefs and intentions, so a recall near 100 is out of reach for a reader of reported speech.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from recoupe.pipeline import run
from recoupe.types import Document

HERE = Path(__file__).parent
FLOORS = HERE / "polnear-floors.json"
MARKS = "\"“”«»'‘’"
IOU = 0.5
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: what is said, and the words that name its source."""

    content: Spans
    source: Spans
    rule: str = ""
    cue: Spans = ()


def gold(path: Path) -> list[Said]:
    """The attributions of a brat file that have a content."""
    spans: dict[str, Spans] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        ident, _, rest = line.partition("\t")
        if ident.startswith("T"):
            places = rest.split("\t")[0].split(" ", 1)[1]
            pairs = [place.split() for place in places.split(";")]
            spans[ident] = tuple((int(start), int(end)) for start, end in pairs)
        elif ident.startswith("E"):
            roles: dict[str, list[str]] = {}
            for part in rest.split():
                role, _, place = part.partition(":")
                roles.setdefault(re.sub(r"\d+$", "", role), []).append(place)
            content = tuple(s for t in roles.get("Content", ()) for s in spans.get(t, ()))
            source = tuple(s for t in roles.get("Source", ()) for s in spans.get(t, ()))
            cue = tuple(s for t in roles.get("Cue", ()) for s in spans.get(t, ()))
            if content:
                found.append(Said(tuple(sorted(content)), source, "", cue))
    return found


def ours(name: str, text: str) -> list[Said]:
    """The quotations the pipeline finds in one article."""
    document = Document(name, text, "en", published=dt.date(2016, 10, 1))
    found = []
    for statement in run([document]).statements:
        if statement.kind == "quotation" and statement.attribution is not None:
            row = statement.body.row(statement)
            mention = row["speaker"]
            source = ((mention["start"], mention["end"]),) if mention else ()
            content = tuple((c["start"], c["end"]) for c in row["contents"])
            found.append(Said(content, source, statement.body.construction))
    return found


def characters(spans: Spans) -> set[int]:
    """The offsets the spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def matched(mine: list[Said], theirs: list[Said]) -> list[tuple[int, int]]:
    """Pairs of contents that are one, greedily."""
    left, right = [characters(s.content) for s in mine], [characters(s.content) for s in theirs]
    pairs = sorted(
        (-len(a & b) / len(a | b), i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a & b
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for score, i, j in pairs:
        if -score >= IOU and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out


def quoted(said: Said, text: str) -> bool:
    """The content opens or closes with a quotation mark, inside or just outside its span."""
    start, end = said.content[0][0], said.content[-1][1]
    return text[start] in MARKS[:5] or text[max(0, start - 1)] in MARKS[:5] or text[end - 1] in MARKS[:5]


def main() -> None:
    """Prints the measures and fails below a floor."""
    half = "train" if "--train" in sys.argv else "dev"
    folder = Path(sys.argv[1]) / "corpora" / "evaluation-only" / "polnear" / half
    counts = dict.fromkeys(("ours", "gold", "content", "source", "quoted", "quoted found"), 0)
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{path.stem}*.ann"))
        if not notes:
            continue
        text = path.read_bytes().decode("utf-8")
        mine, theirs = ours(path.stem, text), gold(notes[0])
        pairs = matched(mine, theirs)
        hit = {j for _, j in pairs}
        counts["ours"] += len(mine)
        counts["gold"] += len(theirs)
        counts["content"] += len(pairs)
        counts["source"] += sum(bool(characters(mine[i].source) & characters(theirs[j].source)) for i, j in pairs)
        counts["quoted"] += sum(quoted(said, text) for said in theirs)
        counts["quoted found"] += sum(quoted(said, text) for j, said in enumerate(theirs) if j in hit)
        if "--errors" in sys.argv:
            _errors(path.stem, text, mine, theirs, pairs)
    _report(half, counts)


def _errors(name: str, text: str, mine: list[Said], theirs: list[Said], pairs: list[tuple[int, int]]) -> None:
    found, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    print("##", name)
    for j, said in enumerate(theirs):
        if j not in hit:
            start, end = said.content[0][0], said.content[-1][1]
            cue = " ".join(text[s:e] for s, e in said.cue)
            print("MISS", f"<{cue}>", (text[max(0, start - 70) : start] + "[[" + text[start:end] + "]]" + text[end : end + 50]).replace("\n", "¶"))
    for i, said in enumerate(mine):
        if i not in found:
            start, end = said.content[0][0], said.content[-1][1]
            print("MADE", said.rule, (text[max(0, start - 50) : start] + "[[" + text[start:end] + "]]").replace("\n", "¶"))


def _report(half: str, counts: dict[str, int]) -> None:
    def f1(hits: int) -> float:
        return round(200 * hits / max(1, counts["ours"] + counts["gold"]), 1)

    measured = {
        "content F1": f1(counts["content"]),
        "content and source F1": f1(counts["source"]),
        "recall of quoted content": round(100 * counts["quoted found"] / max(1, counts["quoted"]), 1),
    }
    print(f"PolNeAR {half}: {counts['ours']} found, {counts['gold']} annotated")
    print(f"content P {100 * counts['content'] / max(1, counts['ours']):.1f} R {100 * counts['content'] / counts['gold']:.1f}")
    print(f"source right of matched {100 * counts['source'] / max(1, counts['content']):.1f}")
    for name, value in measured.items():
        print(f"{name:28s}{value:6.1f}")
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    held = floors.setdefault(half, {})
    if "--raise" in sys.argv:
        held.update({name: max(value, held.get(name, 0)) for name, value in measured.items()})
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    below = [f"{name} is {measured[name]}, floor {floor}" for name, floor in held.items() if measured[name] < floor]
    if below:
        sys.exit("\n".join(below))


if __name__ == "__main__":
    main()
