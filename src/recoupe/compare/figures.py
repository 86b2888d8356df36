"""Two figures of one thing: the same, at odds, moved on, or of another group, place or moment."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from recoupe.compare.block import MANY, nearest
from recoupe.compare.concepts import group, near
from recoupe.compare.counts import SMALL, Figure, counts, one_count, one_source, sourced
from recoupe.compare.crowds import gathered, one_crowd, one_toll, only, outgrown, two_gatherings
from recoupe.compare.findings import Finding
from recoupe.compare.names import Names
from recoupe.compare.reasons import speakers
from recoupe.compare.rivals import rivals
from recoupe.compare.units import apart, fits
from recoupe.compare.updates import later_state, part, set_against, whole
from recoupe.types import Anchor, Document, Quantity, Reason, Relation, Statement

# Small numbers coincide: « deux » and « deux » are one figure only when their clauses share more.
AROUND_SMALL = 0.5
AROUND = 0.25
APART = 0.35
INSIDE = 0.6
# « L'usine, qui emploie 240 salariés »: the clause says nothing but the count, the sentence of what.
INSIDE_SENTENCE = 0.5
# Two counts that only grow, each of its own day.
GROWN = 0.4
FEW = 5
# Figures told apart as of two groups or moments accuse nobody of anything: a fifth of two sentences is enough.
SCOPE = 0.2
# Two rates or sums of one account that name one thing are two on purpose.
SCOPE_INSIDE = 0.15
# The account itself sets one figure against the other.
SET = 0.8
# Of two earlier figures the nearer in time is set beside, unless the other is much more alike.
DAY = 0.01
DAYS = 30
# A toll of weeks ago is that of another event than one of these days.
LONG_AGO = dt.timedelta(days=45)
# Beyond this ratio two figures are of two things rather than at odds.
RATIO = 4
AT_ODDS = 2
# Two accounts of days so near that give no day for a count speak of one count.
CLOSE = 2
# So many terms two sentences in two languages share before one number in both is one figure.
BOTH = 2
# Of a number of so many digits that tell (20.4 million), one is enough.
DIGITS = 3
RATES = {"percent", "point"}


def rows(
    statements: Sequence[Statement], documents: Mapping[str, Document], names: Names
) -> Iterator[tuple[Statement, Statement, Finding]]:
    """The pairs of figures that count one thing in one unit, each figure with its best partners in every account."""
    figures = counts(statements, documents, names)
    pairs = _pairs(figures)
    figures = one_count(figures, pairs)
    judged = []
    beside = _beside(figures)
    for i, j in pairs:
        finding = judge(figures[i], figures[j])
        if finding is not None and finding.relation == "contradicts" and not _against(figures[i], figures[j], beside):
            continue
        if finding is not None:
            judged.append((finding.relation != "agrees", _gap(figures[i], figures[j]) - finding.score, i, j, finding))
    used: dict[tuple[int, str, bool], int] = defaultdict(int)
    for odds, _, i, j, finding in sorted(judged, key=lambda row: row[:4]):
        keys = ((i, figures[j].document, odds), (j, figures[i].document, odds))
        if all(used[key] < (AT_ODDS if odds else 1) for key in keys):
            for key in keys:
                used[key] += 1
            yield figures[i].statement, figures[j].statement, finding


def _gap(left: Figure, right: Figure) -> float:
    """A number of yesterday is nearer than one of the day before: of two as much alike it is the one to set beside."""
    if left.moment is None or right.moment is None:
        return 0.0
    return min(DAYS, abs((left.moment[0] - right.moment[0]).days)) * DAY


Beside = Mapping[tuple[str, int, str], Sequence[Figure]]


def _beside(figures: Sequence[Figure]) -> Beside:
    """The figures of one unit in each sentence."""
    found: dict[tuple[str, int, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.document, figure.number, figure.value.unit].append(figure)
    return found


def _against(left: Figure, right: Figure, beside: Beside) -> bool:
    """They are rivals, and neither has its own in the other's sentence."""
    mine, theirs = ([b.value for b in beside[f.document, f.number, f.value.unit]] for f in (left, right))
    said = _side_by_side(left, right)
    return not _matched(left, right, beside) and (said or rivals(left, right, mine, theirs))


def _matched(left: Figure, right: Figure, beside: Beside) -> bool:
    """Each of several figures of a sentence has its own in the other: *seven life terms and four more* in both.

    Of small numbers, several of one source in one sentence count several things; of two sources, one thing.
    """
    if (left.document, left.number) == (right.document, right.number):
        return False  # a sentence may itself set two sources against each other
    mine, theirs = ([b for b in beside[f.document, f.number, f.value.unit] if _along(b, f)] for f in (left, right))
    several = any(sum(not _of_one(b, f) for b in told) for told, f in ((mine, left), (theirs, right)))
    small = (left.small or right.small) and several
    return small or any(_same(left, b) for b in theirs) or any(_same(right, b) for b in mine)


def _same(left: Figure, right: Figure) -> bool:
    return fits(left.value, right.value) and not apart(left.moment, right.moment)


def _along(beside: Figure, figure: Figure) -> bool:
    """One source says both, or the account itself, and the first is not of the whole that the second is a part of."""
    if beside.statement.id == figure.statement.id:
        return True
    if whole(beside.statement.anchor.prefix, beside.lang):
        return False  # *two of the three posts*
    return one_source(beside, figure) or not (sourced(beside) or sourced(figure))


def _of_one(beside: Figure, figure: Figure) -> bool:
    """It is the figure itself, or the later is a part of the earlier: *twelve people were hurt, two of them badly*."""
    if beside.statement.id == figure.statement.id:
        return True
    first, last = sorted((beside, figure), key=lambda each: each.statement.anchor.start)
    things = not last.counted or last.counted & (first.counted | first.around)
    parts = [part(f.statement.anchor.prefix, f.statement.anchor.suffix, f.lang) for f in (first, last)]
    return parts == [False, True] and bool(things)


def _pairs(figures: Sequence[Figure]) -> list[tuple[int, int]]:
    index: dict[tuple[str, str], list[int]] = {}
    for number, figure in enumerate(figures):
        measured = figure.value.unit != "count"
        things = figure.counted | (figure.around if len(figure.around) <= FEW else frozenset())
        things = things.union(*(near().get(t, frozenset()) for t in _specific(figure)))
        for term in sorted(figure.around | figure.sentence if measured else things or figure.around):
            index.setdefault((figure.value.unit, term), []).append(number)
        if (figure.counted | figure.around | figure.sentence) & (group("anybody") | group("gathering")):
            index.setdefault((figure.value.unit, "anybody"), []).append(number)
        for term in sorted(only(figure.sentence & group("growing"))):
            index.setdefault((figure.value.unit, term), []).append(number)
        if measured:
            index.setdefault((figure.value.unit, f"in {figure.document}"), []).append(number)
        if _exact_value(figure):
            index.setdefault((figure.value.unit, f"= {figure.value.low}"), []).append(number)
    if len(figures) > MANY:
        return nearest(index, 1)
    return sorted({pair for members in index.values() for pair in combinations(dict.fromkeys(members), 2)})


def judge(left: Figure, right: Figure) -> Finding | None:
    """The relation of two figures, or None when their clauses share too little to say."""
    shared = _shared(left, right)
    if shared is None and _in_two_languages(left, right):
        # What no shared word names (« pharmacies », *chemists*) is told by the number and what the sentences tell.
        shared = left.sentence & right.sentence
        left, right = (replace(f, counted=frozenset(), around=f.sentence, tight=f.sentence) for f in (left, right))
    if shared is None:
        return None
    counted = left.counted | right.counted if left.value.unit == "count" else frozenset[str]()
    nothing = counted | group("light") | group("anybody")
    telling, around = shared - nothing, (left.sentence & right.sentence) - nothing
    alike = max(_alike(left.around, right.around, left, right), _alike(left.tight, right.tight, left, right))
    wide = max(alike, _alike(left.sentence, right.sentence, left, right))
    anchors = (left.statement.anchor, right.statement.anchor)
    args = (("left", anchors[0].exact), ("right", anchors[1].exact))
    voices = speakers(left.statement, right.statement, anchors)
    if _set_against(left, right):
        against = Reason("set-against", _moments(left, right), anchors)
        return Finding("changed", (Reason("figures-apart", args, anchors), against, *voices), SET)
    near = _side_by_side(left, right)
    if near:
        left, right = _one_day(left, right)
    crowd = one_crowd(left, right)
    if left.value.overlaps(right.value) and not outgrown(left, right, near or crowd):
        return _agreement(left, right, alike, wide, telling, Reason("same-figure", args, anchors), voices)
    if _far(left, right) and not (gathered(left, right) and apart(left.moment, right.moment)):
        return None
    relation, why = _at_odds(left, right, anchors)
    near |= crowd
    if relation is None and left.document == right.document and not (left.small or right.small):
        relation, why = "scope", (Reason("one-account", (), anchors),)
    if relation == "contradicts" and not near and _two_things(left, right):
        return None
    one_thing = wide >= INSIDE_SENTENCE and _one_thing(left, right)
    grown = relation == "changed" and wide >= INSIDE_SENTENCE and one_toll(left, right)
    told = telling | around if relation in {"scope", "unsure"} or one_thing or grown else telling
    told |= shared if any(reason.code == "later-state" for reason in why) else frozenset()
    if relation == "scope" and left.document == right.document and left.value.unit != "count":
        bridged = _bridged(left, right)
        told, wide = told | bridged, max(wide, SCOPE_INSIDE) if bridged else wide
    if left.moment is not None and left.moment == right.moment and _near_things(left, right):
        told |= shared  # births of one year
    alike = max(alike, wide) if relation == "contradicts" and one_thing else alike
    if relation == "contradicts" and not near and alike < _least(left, right, relation):
        relation = "unsure" if wide >= _least(left, right, relation) else None
    score = max(alike, wide) if relation in {"scope", "unsure"} or grown else alike
    if relation is None or (not near and (not told or score < _least(left, right, relation))):
        return None
    # « 5.000 à Paris » does not go against « des milliers » of no place said, unless the clauses are one.
    placed = near and not (left.place and right.place)
    if relation == "contradicts" and bool(_town(left)) != bool(_town(right)) and alike < INSIDE and not placed:
        return None
    if relation != "scope" and not placed and _elsewhere(left, right, alike if len(telling) > 1 else 0.0):
        return None
    return Finding(relation, (Reason("figures-apart", args, anchors), *why, *voices), max(alike, SCOPE))


def _agreement(
    left: Figure,
    right: Figure,
    alike: float,
    wide: float,
    telling: frozenset[str],
    same: Reason,
    voices: tuple[Reason, ...],
) -> Finding | None:
    """Two figures with a common value, told of one thing."""
    if not fits(left.value, right.value):
        return None
    exact = _exact(left, right) and bool(telling | (left.sentence & right.sentence - group("light")))
    equal = _middle(left.value) == _middle(right.value) > SMALL and not (left.value.approx and right.value.approx)
    staff = equal and left.counted & right.counted and wide >= AROUND
    told = telling | (left.sentence & right.sentence - group("light") - left.counted) if staff else telling
    home = left.place <= right.home and right.place <= left.home
    here = bool(staff) and not (left.place and right.place) and (home or _one_thing(left, right))
    if not (told or exact) or (not here and _elsewhere(left, right, alike if len(telling) > 1 else 0.0)):
        return None
    if apart(left.moment, right.moment) and not _telling(left, right):
        return None
    if left.document == right.document and not _two_voices(left, right):
        return None
    least = AROUND_SMALL if left.small or right.small else AROUND
    if left.value.unit in RATES and not equal and left.value != right.value:
        least = INSIDE  # *some 65 % of flights were cancelled*, *about 70 % were on time*
    if (alike < least and not (exact and wide >= SCOPE)) or _pair_of_two(left, right):
        return None
    return Finding("agrees", (same, *voices), max(alike, SCOPE))


def _one_day(left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """Of two sources side by side, the one that gives no day counts that of the other."""
    return replace(left, moment=left.moment or right.moment), replace(right, moment=right.moment or left.moment)


def _two_voices(left: Figure, right: Figure) -> bool:
    """One account gives it from two sides: by a speaker, and by another or itself."""
    return (sourced(left) or sourced(right)) and not one_source(left, right) and left.number != right.number


def _exact_value(figure: Figure) -> bool:
    bound = figure.value.low if figure.value.low is not None else figure.value.high
    return bound is not None and bound > SMALL and not figure.value.approx


def _in_two_languages(left: Figure, right: Figure) -> bool:
    """The very same number, in sentences of two languages that share a name or a date and another telling term."""
    if left.lang == right.lang or not (left.value == right.value and _exact_value(left)):
        return False
    both = left.sentence & right.sentence - group("light") - group("anybody")
    digits = max(len(b.normalize().as_tuple().digits) for b in (left.value.low, left.value.high) if b is not None)
    return len(both) >= (BOTH if digits < DIGITS else 1) and any(term.startswith(("n:", "t:")) for term in both)


def _exact(left: Figure, right: Figure) -> bool:
    """One number of two digits or more that tell (« 4,2 millions », 41.500): not met twice by chance in one story."""
    low = left.value.low
    if left.value != right.value or low is None or low <= SMALL:
        return False
    return len(low.normalize().as_tuple().digits) >= (2 if left.value.unit != "count" else 3)


def _least(left: Figure, right: Figure, relation: Relation) -> float:
    """How alike the clauses must be: what accuses nobody needs less than a conflict."""
    if relation == "scope":
        return SCOPE if left.document != right.document or left.value.unit == "count" else SCOPE_INSIDE
    if left.document == right.document:
        return INSIDE
    if relation == "contradicts" and left.value.unit in RATES:
        return AROUND_SMALL  # of 65 % of one traffic and 70 % of another
    if left.small or right.small:
        return GROWN if relation == "changed" and one_toll(left, right) else AROUND_SMALL
    if left.moment is None and right.moment is None and left.day != right.day and relation == "contradicts":
        return INSIDE
    return AROUND if relation == "changed" and one_source(left, right) else APART


def _set_against(left: Figure, right: Figure) -> bool:
    """One sentence gives both, one against the other, of two moments: « 310 l'an dernier, contre 450 en 2019 »."""
    one, other = sorted((left, right), key=lambda figure: figure.statement.anchor.start)
    together = (one.document, one.number) == (other.document, other.number) and not one.value.overlaps(other.value)
    if not together or not apart(one.moment, other.moment) or (other.counted and not other.counted & one.counted):
        return False
    return set_against(other.statement.anchor.prefix, other.lang)


def _moments(left: Figure, right: Figure) -> tuple[tuple[str, str], ...]:
    days = [figure.moment[0] for figure in (left, right) if figure.moment is not None]
    return _dates(days[0], days[-1])


def _side_by_side(left: Figure, right: Figure) -> bool:
    """« Selon la direction, 38 % … . Le syndicat parle de 70 %. »: two sources, one after the other, of one count."""
    one, other = sorted((left, right), key=lambda figure: figure.statement.anchor.start)
    if left.document != right.document or other.number - one.number > 1:
        return False
    if one_source(left, right) or apart(left.moment, right.moment):
        return False
    told = sourced(left) and sourced(right)
    counted = (left.sentence | left.counted) & (right.sentence | right.counted) - group("light")
    return told and bool(counted)


def _alike(one: frozenset[str], other: frozenset[str], left: Figure, right: Figure) -> float:
    mine, theirs = one | left.counted, other | right.counted
    return len(mine & theirs) / max(1.0, math.sqrt(len(mine) * len(theirs)))


def _telling(left: Figure, right: Figure) -> bool:
    """The very same number, too large and too exact to be met twice by chance (214)."""
    low = left.value.low
    return left.value == right.value and not left.value.approx and low is not None and low > SMALL and low % 10 != 0


def _pair_of_two(left: Figure, right: Figure) -> bool:
    """« deux » and « deux », unless the two count the dead or their like."""
    return left.value.high is not None and left.value.high <= 2 and not left.around & right.around & group("growing")


def _shared(left: Figure, right: Figure) -> frozenset[str] | None:
    """The terms both clauses hold, or None when the two count different things."""
    if left.value.unit != right.value.unit or left.statement.anchor.overlaps(right.statement.anchor):
        return None
    shared = (left.around | left.tight | left.counted) & (right.around | right.tight | right.counted)
    people = group("anybody")
    if left.value.unit != "count":
        return (
            shared  # what a sum or a rate is of stands in its clause: « un déficit de 2,8 % », « 38 % des conducteurs »
        )
    if left.counted and right.counted:
        anybody = left.counted & people and right.counted & people
        named = left.counted & right.counted or anybody or _some_people(left, right) or gathered(left, right)
        named = named or _near_things(left, right)
        if not (named or (one_toll(left, right) and (left.counted | right.counted) & people)):
            return None
    elif not (one_toll(left, right) and _toll_told(left, right)):
        return None
    return shared


def _toll_told(left: Figure, right: Figure) -> bool:
    """The one that counts nothing is the number of a toll: *the death toll stands at 22*, « le bilan est de 22 »."""
    bare = [figure for figure in (left, right) if not figure.counted]
    return len(bare) == 1 and "c:casualty" in bare[0].around


def _near_things(left: Figure, right: Figure) -> bool:
    """« 310 accouchements », « 450 bébés sont nés »; *9,000 households*, *12,000 homes*."""
    for one, other in ((left, right), (right, left)):
        things = _specific(one)
        if things & other.around or any(near().get(t, frozenset()) & other.counted for t in things):
            return True
    return False


def _bridged(left: Figure, right: Figure) -> frozenset[str]:
    """What one sum or rate is of, when the other is of something near: a price and a payment, an offer and a demand."""
    nothing = group("roles") | group("anyone")
    mine = {t for t in left.around | left.sentence if t[:2] == "c:"} - nothing
    theirs = {t for t in right.around | right.sentence if t[:2] == "c:"} - nothing
    return frozenset(t for t in mine if near().get(t, frozenset()) & theirs)


def _specific(figure: Figure) -> frozenset[str]:
    """What it counts, when that is more than people."""
    return frozenset(
        t for t in figure.counted - group("anybody") - group("light") - group("roles") - group("growing") if t[0] == "c"
    )


def _named(figure: Figure) -> frozenset[str]:
    return frozenset(t for t in figure.sentence if t.startswith("n:") and not t.startswith("n:territory:"))


def _one_thing(left: Figure, right: Figure) -> bool:
    """Both sentences name one thing or place, and neither another."""
    mine, theirs = _named(left), _named(right)
    return left.document != right.document and bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _two_things(left: Figure, right: Figure) -> bool:
    """Neither figure has a source and their sentences name nothing in common: two employers of one town."""
    unsourced = not (sourced(left) or sourced(right))
    mine, theirs = _named(left), _named(right)
    return unsourced and bool(mine and theirs) and not mine & theirs


def _some_people(left: Figure, right: Figure) -> bool:
    """One counts persons, the other a group of them the same clause may call so."""
    return any(
        (one.counted & group("anybody") and other.counted & one.around) or one.counted & group("anybody") & other.around
        for one, other in ((left, right), (right, left))
    )


def _elsewhere(left: Figure, right: Figure, alike: float) -> bool:
    """The two are counted in different places; a place said for one only is another, unless the clauses are alike."""
    if left.place and right.place:
        return not left.place & right.place
    known = left.place or right.place
    other = right if left.place else left
    if not known or known & other.around or all(t.startswith("n:territory:") for t in known):
        return False
    return alike < AROUND_SMALL


def _town(figure: Figure) -> frozenset[str]:
    return frozenset(t for t in figure.place if not t.startswith("n:territory:"))


def _far(left: Figure, right: Figure) -> bool:
    """One is many times the other."""
    low = [_middle(f.value) for f in (left, right)]
    return min(low) <= 0 or max(low) / min(low) > RATIO


def _middle(value: Quantity) -> Decimal:
    bounds = [b for b in (value.low, value.high) if b is not None]
    return sum(bounds, Decimal(0)) / len(bounds)


def _at_odds(left: Figure, right: Figure, anchors: tuple[Anchor, Anchor]) -> tuple[Relation | None, tuple[Reason, ...]]:
    """Which relation two figures without a common value have, with the reasons.

    A figure with no day of its own holds on the day its account was published.
    """
    same_source = one_source(left, right)
    told = sourced(left) and sourced(right)
    growing = one_toll(left, right)
    moments = [f.moment or ((f.day, f.day) if f.day else None) for f in (left, right)]
    if left.value.unit in {"percent", "point"} and told and not same_source and not _one_rate(left, right):
        return "scope", (Reason("other-source", (), anchors),)
    if (
        growing
        and left.day is not None
        and right.day is not None
        and left.day != right.day
        and not _of_old(left, right)
    ):
        fewer = (
            _middle(left.value) > _middle(right.value)
            if left.day < right.day
            else _middle(left.value) < _middle(right.value)
        )
        return "scope" if fewer else "changed", (Reason("other-moment", _dates(left.day, right.day), anchors),)
    if _now(left, right):
        return "changed", (Reason("later-state", _dates(left.day or dt.date.min, right.day or dt.date.min), anchors),)
    if apart(*moments):
        first, last = (m[0] for m in moments if m is not None)
        why = (Reason("other-moment", _dates(first, last), anchors),)
        undated = left.moment is None and right.moment is None and not told
        if undated and not growing:
            close = abs((moments[0][0] - moments[1][0]).days) <= CLOSE if moments[0] and moments[1] else False
            return ("contradicts" if close else "unsure"), (Reason("same-moment", (), anchors),)
        polled = group("polling") & (left.sentence | right.sentence)
        measured = left.value.unit in RATES and not told and not polled
        followed = same_source and not two_gatherings(left, right)
        return ("changed" if growing or followed or (measured and _dated(left, right)) else "scope"), why
    if left.document == right.document and (same_source or not told):
        return None, ()
    # One of them may have been counted on any day: not the same moment, as far as the texts say.
    undated = any(moment is None for moment in moments)
    return ("unsure" if same_source or undated else "contradicts"), (Reason("same-moment", (), anchors),)


def _of_old(left: Figure, right: Figure) -> bool:
    """One is dated long before the other's account, which counts for its own day: another toll."""
    for one, other in ((left, right), (right, left)):
        if one.moment is None or other.day is None or one.moment[1] >= other.day - LONG_AGO:
            continue
        if other.moment is None or other.moment[0] > one.moment[1]:
            return True
    return False


def _now(left: Figure, right: Figure) -> bool:
    """The later account says that its number is so now, of what the earlier one counted: *four members now want*."""
    if left.day is None or right.day is None or left.day == right.day or not left.counted & right.counted:
        return False
    first, last = sorted((left, right), key=lambda figure: (figure.day or dt.date.min).isoformat())
    held = not (sourced(first) and sourced(last)) or one_source(first, last)
    told = " ".join(claim.anchor.exact for claim in last.statement.claims)
    dated = first.moment is None or first.day is None or last.day is None or first.moment[0] <= last.day
    return held and dated and later_state(told, last.lang) and not whole(last.statement.anchor.prefix, last.lang)


def _dated(left: Figure, right: Figure) -> bool:
    """Each is of a day said in the text, none of a day still ahead."""
    told = [f.moment is not None and (f.day is None or f.moment[0] <= f.day) for f in (left, right)]
    return all(told) and left.document != right.document


def _one_rate(left: Figure, right: Figure) -> bool:
    """Two rates of one day or of one sentence, not of two polls, which may ask two questions."""
    if group("polling") & (left.sentence | right.sentence):
        return False
    return _side_by_side(left, right) or (left.moment is not None and left.moment == right.moment)


def _dates(left: dt.date, right: dt.date) -> tuple[tuple[str, str], ...]:
    first, last = sorted((left, right))
    return (("before", first.isoformat()), ("after", last.isoformat()))
