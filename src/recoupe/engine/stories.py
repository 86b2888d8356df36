"""Articles into stories: near-duplicates folded first, then each article to the story most like it, or to a new one.

One pass in order of time, as news comes in (Miranda et al. 2018, *Multilingual clustering of streaming news*), so that
new articles join without the old being grouped again. An article is set only against stories that share one of its
rarest terms and lie near in time, so the cost grows with the articles, not with their pairs.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.engine.sketch import resemblance

Vector = dict[str, float]
Term = tuple[str, float]
_Sketched = tuple[str, bytes, int]

COPY = 0.6
BANDS = 16
DAYS = 10
RARE = 24
RECENT = 40
TRIED = 8
COMMON = 0.08
FEW = 30
SAME = 0.27
ACROSS = 0.17
# What names, days and numbers count against words: two matters told in the same words have other names.
SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Article:
    """What an article is grouped by; `day` is the ordinal of its day, None when it has no date."""

    id: str
    lang: str
    day: int | None
    signature: bytes
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article was put: in the story of this number, as a copy of another article or by likeness to it."""

    story: int
    copy_of: str | None
    similarity: float


@dataclass(slots=True)
class Sum:
    """A sum of vectors and its length."""

    weights: Vector = field(default_factory=dict)
    length: float = 0.0

    def add(self, vector: Vector) -> None:
        """Add one vector."""
        weights = self.weights
        for term, weight in vector.items():
            weights[term] = weights.get(term, 0.0) + weight
        self.length = math.sqrt(sum([weight * weight for weight in weights.values()]))

    def cosine(self, vector: Vector) -> float:
        """The cosine with a vector of length 1."""
        if not self.length:
            return 0.0
        held = self.weights.get
        return sum([weight * held(term, 0.0) for term, weight in vector.items()]) / self.length


@dataclass(slots=True)
class Story:
    """The sum of its articles: what any language says of it, and what each language's words do.

    `known` is false while the sums are put away; they are then made again from `told`, its articles without copies.
    """

    first: int | None = None
    last: int | None = None
    known: bool = False
    told: list[Article] = field(default_factory=list)
    shared: Sum = field(default_factory=Sum)
    words: dict[str, Sum] = field(default_factory=dict)

    def near(self, day: int | None) -> bool:
        """Whether an article of that day can be of it."""
        if day is None or self.first is None or self.last is None:
            return True
        return self.first - DAYS <= day <= self.last + DAYS

    def widen(self, day: int | None) -> None:
        """Let the story reach to that day."""
        if day is not None:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)

    def add(self, lang: str, shared: Vector, words: Vector) -> None:
        """Add an article's vectors to the sums."""
        self.shared.add(shared)
        self.words.setdefault(lang, Sum()).add(words)

    def put_away(self) -> None:
        """Forget the sums."""
        self.known, self.shared, self.words = False, Sum(), {}


class Grouping:
    """Stories growing by one article after another; `rarity` gives each term's weight in the whole corpus.

    The sums of stories too old for the article at hand are put away, so that few are held at a time.
    """

    def __init__(self, rarity: Rarity) -> None:
        self.rarity = rarity
        self.stories: list[Story] = []
        self._telling: dict[str, list[int]] = defaultdict(list)
        self._bands: dict[bytes, tuple[_Sketched, ...]] = {}
        self._known: set[int] = set()
        self._day = self._latest = 0

    def place(self, article: Article) -> Place:
        """Put the article where it belongs."""
        self._come_to(article.day)
        copied = self._copied(article)
        if copied is not None:
            self._story(copied.story).widen(article.day)
            return copied
        shared, words = self.rarity.weigh(article)
        best, number = 0.0, -1
        for candidate in self._candidates(article, shared, words):
            likeness = self._likeness(article, shared, words, self._story(candidate))
            if likeness > best:
                best, number = likeness, candidate
        if number < 0 or best < 1.0:
            number, best = len(self.stories), 0.0
            self.stories.append(Story())
        self._join(article, number, shared, words)
        return Place(number, None, round(best, 4))

    def put(self, article: Article, number: int, copy: bool) -> None:
        """Put an article where it was put before."""
        self._come_to(article.day)
        while len(self.stories) <= number:
            self.stories.append(Story())
        if copy:
            self._story(number).widen(article.day)
        else:
            self._join(article, number, *self.rarity.weigh(article))

    def _join(self, article: Article, number: int, shared: Vector, words: Vector) -> None:
        """Make the article part of a story, and the story findable by the article's rarest terms."""
        story = self._story(number)
        story.widen(article.day)
        story.add(article.lang, shared, words)
        story.told.append(article)
        for term in _rarest(shared, words):
            listed = self._telling[term]
            if number not in listed:
                listed.append(number)
                del listed[:-RECENT]
        sketched = (article.id, article.signature, number)
        for band in _bands(article.signature):
            self._bands[band] = (*self._bands.get(band, ())[1 - TRIED :], sketched)

    def _come_to(self, day: int | None) -> None:
        """Put away the stories that an article of this day is too late for."""
        if day is None or day == self._day:
            return
        self._day, self._latest = day, max(day, self._latest)
        for number in sorted(self._known):
            last = self.stories[number].last
            if last is not None and last + DAYS < day:
                self.stories[number].put_away()
                self._known.remove(number)

    def _story(self, number: int) -> Story:
        """A story with its sums."""
        story = self.stories[number]
        if not story.known:
            for article in story.told:
                story.add(article.lang, *self.rarity.weigh(article))
            story.known = True
            self._known.add(number)
        return story

    def _copied(self, article: Article) -> Place | None:
        best: Place | None = None
        seen: set[str] = set()
        for band in _bands(article.signature):
            for other, signature, number in self._bands.get(band, ()):
                if other in seen or not self.stories[number].near(article.day):
                    continue
                seen.add(other)
                likeness = resemblance(article.signature, signature)
                if likeness >= COPY and (best is None or likeness > best.similarity):
                    best = Place(number, other, round(likeness, 4))
        return best

    def _candidates(self, article: Article, shared: Vector, words: Vector) -> list[int]:
        score: dict[int, float] = defaultdict(float)
        # As long as articles come in order of time, no story whose sums are put away is near.
        late = article.day is not None and article.day == self._latest
        for term in _rarest(shared, words):
            weight = (shared.get(term) or words.get(term, 0.0)) ** 2
            for number in self._telling.get(term, ()):
                if not late or number in self._known:
                    score[number] += weight
        near = [n for n in score if self.stories[n].near(article.day)]
        return sorted(near, key=lambda n: (-score[n], n))[:TRIED]

    def _likeness(self, article: Article, shared: Vector, words: Vector, story: Story) -> float:
        """How like, as a share of what is asked for: 1 and more is the same story."""
        any_language = story.shared.cosine(shared)
        own = story.words.get(article.lang)
        if own is not None:
            return (SHARE * any_language + (1 - SHARE) * own.cosine(words)) / SAME
        cognates = max((other.cosine(words) for _, other in sorted(story.words.items())), default=0.0)
        return (SHARE * any_language + (1 - SHARE) * cognates) / ACROSS


class Rarity:
    """How telling each term is: the logarithm of the share of articles that have it, nothing for the common ones."""

    def __init__(self, articles: Iterable[Sequence[Term]]) -> None:
        self._held: dict[str, int] = defaultdict(int)
        self._articles = 0
        for terms in articles:
            self._articles += 1
            for term, _ in terms:
                self._held[term] += 1
        self._most = max(FEW, COMMON * self._articles)

    def weigh(self, article: Article) -> tuple[Vector, Vector]:
        """The article's terms that any language has, and its words, each of length 1."""
        shared: Vector = {}
        words: Vector = {}
        for term, weight in article.terms:
            held = self._held.get(term, 1)
            if held <= self._most:
                (words if term.startswith("w:") else shared)[term] = weight * math.log(1 + self._articles / held)
        return _unit(shared), _unit(words)


def group(articles: Sequence[Article], grouping: Grouping) -> list[Place]:
    """Where each article was put, taken in order of time, the undated last."""
    order = sorted(range(len(articles)), key=lambda n: (articles[n].day or math.inf, articles[n].id))
    places: dict[int, Place] = {n: grouping.place(articles[n]) for n in order}
    return [places[n] for n in range(len(articles))]


def _rarest(shared: Vector, words: Vector) -> list[str]:
    half = RARE // 2
    picked = []
    for vector in (shared, words):
        picked += sorted(vector, key=lambda t: (-vector[t], t))[:half]
    return picked


def _bands(signature: bytes) -> list[bytes]:
    width = len(signature) // BANDS
    return [bytes([n]) + signature[n * width : (n + 1) * width] for n in range(BANDS)]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else vector
