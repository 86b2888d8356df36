"""One text set against another with nothing else known: does the second follow from the first, or go against it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.aligned import Text
from recoupe.compare.concepts import group, near, opposites
from recoupe.compare.denials import denials
from recoupe.compare.findings import Finding
from recoupe.compare.lone import lone_denials
from recoupe.compare.modals import modal_clash
from recoupe.compare.opposed import opposed
from recoupe.compare.phrases import phrase_terms
from recoupe.compare.signs import book, denied
from recoupe.compare.slots import other_names
from recoupe.compare.units import apart, moment
from recoupe.lang.concepts import lexicon
from recoupe.types import Anchor, Claim, Document, Quantity, Reason, Statement, Timex, Word

# How much of the second text stands in the first before the two are of one matter, and before one follows from the
# other. A clash of heads, numbers or dates needs less than words that merely could not both hold.
FOLLOWS = 0.6
MATTER = 0.5
DENIED = 0.5
DATED = 0.75
COUNTED = 0.6
SHARES = 0.4
ROUNDED = 0.05
CLASH = 0.34
NEAR = 0.5


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair: its clauses, the times and figures in it, and its words."""

    document: Document
    claims: tuple[Claim, ...]
    values: tuple[Statement, ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def lang(self) -> str:
        """The language it is read in."""
        return self.document.lang

    @property
    def whole(self) -> Anchor:
        """All of it."""
        return self.document.anchor(0, len(self.document.text))

    def text(self) -> Text:
        """Its words with what hangs on each."""
        return Text(self.words, self.lang)

    def anchor(self, places: Sequence[int]) -> Anchor:
        """From the first of some of its words to the last."""
        found = [self.words[at] for at in places]
        return self.document.anchor(min(w.start for w in found), max(w.end for w in found))

    @property
    def terms(self) -> frozenset[str]:
        """Everything its clauses speak of."""
        return frozenset(term for claim in self.claims for term in claim.terms)

    def figures(self) -> Iterator[tuple[Statement, Quantity]]:
        """Its figures with their statements."""
        return ((s, s.value) for s in self.values if isinstance(s.value, Quantity))

    def times(self) -> Iterator[tuple[Statement, Timex]]:
        """Its calendar dates with their statements."""
        found = ((s, s.value) for s in self.values if isinstance(s.value, Timex))
        return ((s, t) for s, t in found if t.type == "DATE" and moment(t) is not None)


def judge_pair(premise: Side, hypothesis: Side) -> Finding:
    """`contradicts` when both cannot hold, `agrees` when the second follows from the first, else `unsure`.

    The score is how much of the second text stands in the first, 0 to 1.
    """
    covered = coverage(premise.terms, hypothesis.terms)
    conflict = next((r for r in _conflicts(premise, hypothesis, covered) if r is not None), None)
    if conflict is not None:
        return Finding("contradicts", (_about(premise, hypothesis), conflict), covered, ())
    if covered >= FOLLOWS and not _new_value(premise, hypothesis):
        denied = all(claim.factuality.polarity == "negative" for claim in hypothesis.claims)
        reason = Reason("both-deny" if denied else "both-affirm", (), (premise.whole, hypothesis.whole))
        return Finding("agrees", (_about(premise, hypothesis), reason), covered, ())
    return Finding("unsure", (_about(premise, hypothesis),), covered, ())


def coverage(given: frozenset[str], asked: frozenset[str]) -> float:
    """The part of the asked terms that are given, those only near to a given one counting half."""
    telling = asked - group("light") or asked
    reached = sum(1.0 if t in given else NEAR if near().get(t, frozenset()) & given else 0.0 for t in sorted(telling))
    return reached / len(telling) if telling else 0.0


def _about(premise: Side, hypothesis: Side) -> Reason:
    shared = sorted((premise.terms & hypothesis.terms) - group("light"))
    labels = lexicon(premise.lang).labels
    words = [labels.get(t[2:], t[2:]) if t[0] == "c" else t.split(":")[-1] for t in shared]
    return Reason("same-matter", (("terms", ", ".join(dict.fromkeys(words))),), (premise.whole, hypothesis.whole))


def _conflicts(premise: Side, hypothesis: Side, covered: float) -> Iterator[Reason | None]:
    one, other = premise.text(), hypothesis.text()
    yield _denied(premise, hypothesis, one, other)
    yield _denied(hypothesis, premise, other, one)
    yield _opposed(premise, hypothesis, one, other)
    yield _two_words(premise, hypothesis, modal_clash(one, other))
    yield _two_words(premise, hypothesis, other_names(one, other))
    for asked in hypothesis.claims:
        for given in premise.claims:
            yield _exclusive(given, asked, premise, covered)
    yield _counts(premise, hypothesis, one, other, covered)
    if covered >= DATED:
        yield _dates(premise, hypothesis)


def _denied(mine: Side, theirs: Side, one: Text, other: Text) -> Reason | None:
    """A clause of the first text denies what the second says."""
    answered = [(found.at, found.there) for found in denials(one, other) if found.against]
    for at, there in (*answered, *lone_denials(one, other)):
        anchors = (mine.anchor([at, *one.frame(at)]), theirs.anchor([there, *other.frame(there)]))
        return Reason("opposite-polarity", (), anchors)
    return None


def _opposed(premise: Side, hypothesis: Side, one: Text, other: Text) -> Reason | None:
    """Two words that cannot both hold, said of one thing."""
    for found in opposed(one, other):
        if found.anchors and found.covered >= DENIED:
            words = (one.words[found.one].lemma, other.words[found.other].lemma)
            anchors = (premise.anchor([found.one]), hypothesis.anchor([found.other]))
            return Reason("opposite-concepts", (("left", words[0]), ("right", words[1])), anchors)
    return None


def _two_words(premise: Side, hypothesis: Side, found: Iterator[tuple[int, int]]) -> Reason | None:
    """Two words that cannot both be said of one thing: one allows what the other forbids, or there is room for one."""
    for at, there in found:
        anchors = (premise.anchor([at]), hypothesis.anchor([there]))
        return Reason("opposite-concepts", (("left", anchors[0].exact), ("right", anchors[1].exact)), anchors)
    return None


def _exclusive(given: Claim, asked: Claim, premise: Side, covered: float) -> Reason | None:
    """Two acts that exclude each other, of one thing."""
    beside = (set(given.terms) & set(asked.terms)) - group("light") - {given.head, asked.head}
    close = coverage(frozenset(given.terms), frozenset(asked.terms))
    if (
        not beside
        or close < CLASH
        or max(covered, close) < DENIED
        or _other_thing(given, asked)
        or asked.head in premise.terms
    ):
        return None
    if given.factuality.polarity != asked.factuality.polarity:
        return None
    if asked.head in opposites().get(given.head, frozenset()):
        labels = lexicon(premise.lang).labels
        words = tuple(labels.get(head[2:], head[2:]) for head in (given.head, asked.head))
        return Reason("opposite-concepts", (("left", words[0]), ("right", words[1])), (given.anchor, asked.anchor))
    return None


def _other_thing(given: Claim, asked: Claim) -> bool:
    """The two act on different things: both name one, and the second's stands nowhere in the first clause."""
    mine, theirs = set(given.object) - group("light"), set(asked.object) - group("light")
    return bool(mine and theirs) and not theirs & set(given.terms)


def _counts(premise: Side, hypothesis: Side, one: Text, other: Text, covered: float) -> Reason | None:
    """A number of the second text that no number of its unit in the first allows."""
    alone = {word.form for word in hypothesis.words} & book(premise.lang).single
    if alone - {word.form for word in premise.words}:
        return None  # one hospital of many
    for statement, value in hypothesis.figures():
        if _is_denied(other, statement) or covered < (
            SHARES if value.unit == "percent" or value.unit.isupper() else COUNTED
        ):
            continue
        rivals = [
            (s, v)
            for s, v in premise.figures()
            if v.unit == value.unit and _one_count(s, statement, premise) and not _is_denied(one, s)
        ]
        if rivals and not any(value.overlaps(v) or _rounded(value, v) for _, v in rivals):
            rival = rivals[0][0].anchor
            args = (("left", rival.exact), ("right", statement.anchor.exact))
            return Reason("figures-apart", args, (rival, statement.anchor))
    return None


def _is_denied(text: Text, statement: Statement) -> bool:
    """*They did not save ten cows*: nothing is told of how many."""
    at = text.at(statement.anchor.start)
    return at is not None and denied(text.words, at, text.lang)


def _rounded(one: Quantity, other: Quantity) -> bool:
    """« 1,34 milliard », « 1,3 milliard »."""
    if None in (one.low, other.low) or one.low != one.high or other.low != other.high:
        return False
    low, high = sorted((float(one.low or 0), float(other.low or 0)))
    return high - low <= ROUNDED * high


def _one_count(given: Statement, asked: Statement, premise: Side) -> bool:
    """Both count the same noun; what is measured in a unit is told apart by the clauses alone."""
    if isinstance(given.value, Quantity) and given.value.unit != "count":
        return True
    mine, theirs = (_counted(statement, premise.lang) for statement in (given, asked))
    return bool(mine & theirs)


def _counted(statement: Statement, lang: str) -> frozenset[str]:
    head = getattr(statement.body, "head", None)
    return phrase_terms(head, lang) if head else frozenset()


def _dates(premise: Side, hypothesis: Side) -> Reason | None:
    """A date of the second text apart from every date of the first."""
    for statement, timex in hypothesis.times():
        rivals = list(premise.times())
        # With several dates in the first text, which of them is this act's is not known.
        if len(rivals) == 1 and all(apart(moment(timex), moment(other)) for _, other in rivals):
            other = rivals[0][0].anchor
            args = (("before", other.exact), ("after", statement.anchor.exact))
            return Reason("other-moment", args, (other, statement.anchor))
    return None


def _new_value(premise: Side, hypothesis: Side) -> bool:
    """The second text gives a number the first does not hold."""
    given: Sequence[Quantity] = [value for _, value in premise.figures()]
    return any(not any(v.unit == value.unit and v.overlaps(value) for v in given) for _, value in hypothesis.figures())
