"""Reading UD treebanks: one token per written word, as the shipped tokenizers see them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """A written word; `head` counts from 0 in its sentence and a root is its own head."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    dep: str
    space: bool
    misc: str = ""

    def at(self, head: int) -> Word:
        """The same word under another head."""
        return replace(self, head=head)


Sentence = list[Word]
Rows = list[list[str]]


def _blocks(path: Path) -> Iterator[tuple[bool, Rows]]:
    rows: Rows = []
    new = False
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# newdoc"):
            new = True
        elif not line:
            if rows:
                yield new, rows
            rows, new = [], False
        elif not line.startswith("#"):
            rows.append(line.split("\t"))


def _spelt(rows: Rows, first: int, last: int, written: str) -> bool:
    """The words of a contraction spell it exactly, as "do" and "n't" do and « de » and « le » do not."""
    return "".join(row[1] for row in rows if row[0].isdigit() and first <= int(row[0]) <= last) == written


def _groups(rows: Rows) -> list[tuple[list[int], list[str]]]:
    """The words of each written token: « du » is one token of two words, "don't" is two tokens."""
    ranges: dict[int, tuple[int, int, list[str]]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            ranges |= dict.fromkeys(range(first, last + 1), (first, last, row))
    groups: list[tuple[list[int], list[str]]] = []
    done: set[int] = set()
    for row in rows:
        if not row[0].isdigit() or int(row[0]) in done:
            continue
        number = int(row[0])
        first, last, written = ranges.get(number, (number, number, row))
        if first != last and _spelt(rows, first, last, written[1]):
            spacing = written[9] if number == last else "SpaceAfter=No"
            groups.append(([number], [*row[:9], f"{row[9]}|{spacing}"]))
            continue
        members = list(range(first, last + 1))
        done.update(members)
        groups.append((members, written))
    return groups


def collapse(rows: Rows) -> Sentence:
    """The sentence with one token per written word.

    A contraction that stays one token takes head and label of its adposition when it holds one (« du » is a case
    marker), else of the word whose head lies outside it.
    """
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups = _groups(rows)
    index = {number: n for n, (members, _) in enumerate(groups) for number in members}
    out: Sentence = []
    for n, (members, written) in enumerate(groups):
        main = next((k for k in members if int(words[k][6]) not in members), members[0])
        adpositions = [k for k in members if words[k][3] == "ADP"]
        if len(members) > 1 and adpositions and words[adpositions[0]][7] in {"case", "mark"}:
            main = adpositions[0]
        row = words[main]
        head = int(row[6])
        lemma = "+".join(words[k][2] for k in members) if len(members) > 1 and not adpositions else row[2]
        label = "ROOT" if head == 0 else row[7]
        space = "SpaceAfter=No" not in written[9]
        out.append(Word(written[1], lemma, row[3], row[5], n if head == 0 else index[head], label, space, written[9]))
    return out


def documents(path: Path, longest: int = 6) -> Iterator[list[Sentence]]:
    """Runs of at most `longest` sentences that follow one another, so that sentence ends are learnt too."""
    group: list[Sentence] = []
    for new, rows in _blocks(path):
        if group and (new or len(group) >= longest):
            yield group
            group = []
        group.append(collapse(rows))
    if group:
        yield group
