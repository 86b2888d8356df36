"""What the links of a story gather: each matter with all that is said of it, in the order it was said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from recoupe.compare.grid import Grid, Roots, grid
from recoupe.types import Dossier, Link, Relation, Statement

# Links this sure draw their statements into one matter; those that settle nothing only join one.
SURE = 0.4
NAMED = 4
KIND = {"quotation": 0, "commitment": 1, "event": 2, "assertion": 3, "figure": 4, "time": 5, "wording": 6, "fault": 7}


@dataclass(frozen=True, slots=True)
class Said:
    """One passage of a matter, and what it is to the one said before it, when a link says so."""

    statement: Statement
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """`named` are the words its links share most; `said` what is said of it, first to last.

    `relations` counts its links; `grid` is the Admiralty number with why.
    """

    named: str
    said: tuple[Said, ...]
    relations: tuple[tuple[Relation, int], ...]
    grid: Grid

    @property
    def accounts(self) -> tuple[str, ...]:
        """The ids of the accounts that speak of it, first to last."""
        return tuple(dict.fromkeys(said.statement.anchor.document for said in self.said))


def matters(dossier: Dossier) -> tuple[Matter, ...]:
    """The matters of a dossier: those in conflict first, then those that changed, then by how many accounts speak."""
    by_id = {statement.id: statement for statement in dossier.statements}
    roots = Roots(dossier)
    groups = _groups(dossier)
    found = [_matter(members, links, by_id, dossier, roots) for members, links in groups]
    rank = {"contradicts": 0, "changed": 1}
    return tuple(
        sorted(
            found,
            key=lambda m: (
                min((rank.get(relation, 2) for relation, _ in m.relations), default=3),
                -len(m.accounts),
                m.said[0].statement.id,
            ),
        )
    )


def _groups(dossier: Dossier) -> list[tuple[list[str], list[Link]]]:
    """Statements drawn together by sure links that share a word or a statement; a chain of other words stays apart."""
    group: dict[str, int] = {}
    words: dict[int, Counter[str]] = {}
    links: dict[int, list[Link]] = {}
    sure = [link for link in dossier.links if link.relation != "unsure" and link.score >= SURE]
    for number, link in enumerate(sorted(sure, key=lambda link: (-link.score, link.id))):
        own = Counter(_words(link))
        ends = sorted({group[end] for end in (link.left, link.right) if end in group})
        near = [at for at in ends if not own or not words[at] or own.keys() & words[at].keys()]
        if len(ends) == 2 and (len(near) < 2 or not (words[near[0]].keys() & words[near[1]].keys())):
            # Two matters that meet in one passage: the link counts for the one it shares words with.
            near = near[:1]
        target = near[0] if near else number
        words.setdefault(target, Counter()).update(own)
        links.setdefault(target, []).append(link)
        for other in near[1:]:
            words[target].update(words.pop(other))
            links[target] += links.pop(other)
            group = {ident: target if at == other else at for ident, at in group.items()}
        for end in (link.left, link.right):
            group.setdefault(end, target)
    members: dict[int, list[str]] = {}
    for ident, at in group.items():
        members.setdefault(at, []).append(ident)
    return [(members[at], links[at]) for at in sorted(members) if len(members[at]) > 1]


def _words(link: Link) -> list[str]:
    return [word.strip() for word in (link.matter or "").split(",") if word.strip()]


def _matter(
    members: list[str], links: list[Link], by_id: dict[str, Statement], dossier: Dossier, roots: Roots
) -> Matter:
    days = {document.id: (str(document.day or "9999"), document.id) for document in dossier.documents}
    statements = sorted(
        (by_id[ident] for ident in members),
        key=lambda s: (*days[s.anchor.document], s.anchor.start, KIND[s.kind], s.id),
    )
    between = {frozenset((link.left, link.right)): link.relation for link in links}
    said = [Said(statements[0])]
    for at, statement in enumerate(statements[1:], start=1):
        before = (between.get(frozenset((statement.id, other.id))) for other in reversed(statements[:at]))
        said.append(Said(statement, next((relation for relation in before if relation), None)))
    counts: Counter[Relation] = Counter(link.relation for link in links)
    words = Counter(word for link in links for word in _words(link))
    named = [word for word, _ in sorted(words.items(), key=lambda row: (-row[1], row[0]))[:NAMED]]
    name = ", ".join(named) or statements[0].anchor.exact
    return Matter(name, tuple(said), tuple(sorted(counts.items())), grid(statements, counts, roots))
