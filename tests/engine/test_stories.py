"""Grouping by itself, on made-up terms: what is put away to save memory changes nothing."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numpy")

from recoupe.engine.sketch import sketch
from recoupe.engine.stories import DAYS, Article, Grouping, Rarity, group

NAMES = ["Troadec", "Kerbrat", "Alma", "Beaumelle", "Chambreuil", "Amsler", "Kerlouan", "Aubiers"]


class Keeping(Grouping):
    """A grouping that puts nothing away and looks at every story."""

    def _come_to(self, day):
        pass


def article(number, lang, day, names, seed):
    chance = Random(seed)
    words = [chance.choice("abcdefgh") * 5 for _ in range(12)]
    terms = [(f"n:{name}", 2.0) for name in sorted(set(names))] + [(f"w:{word}", 1.0) for word in sorted(set(words))]
    return Article(f"a{number:03d}", lang, day, sketch(" ".join([*names, *words])), terms)


drawn = st.tuples(
    st.sampled_from(["fr", "en"]),
    st.one_of(st.none(), st.integers(1, 60)),
    st.lists(st.sampled_from(NAMES), max_size=4),
    st.integers(0, 5),
)


@settings(deadline=None)
@given(st.lists(drawn, max_size=40))
def test_what_is_put_away_changes_no_story_whatever_the_order(rows):
    articles = [article(n, *row) for n, row in enumerate(rows)]
    rarity = Rarity(a.terms for a in articles)
    one, other = Grouping(rarity), Keeping(rarity)
    assert [one.place(a) for a in articles] == [other.place(a) for a in articles]
    assert group(articles, Grouping(rarity)) == group(articles, Keeping(rarity))


@settings(deadline=None)
@given(st.lists(drawn, max_size=20), st.lists(drawn, max_size=20))
def test_nor_when_articles_come_after_stories_put_back(old, new):
    articles = [article(n, *row) for n, row in enumerate([*old, *new])]
    rarity = Rarity(a.terms for a in articles)
    placed = []
    for grouping in (Grouping(rarity), Keeping(rarity)):
        before = articles[: len(old)]
        for a, place in zip(before, group(before, Grouping(rarity)), strict=True):
            grouping.put(a, place.story, place.copy_of is not None)
        placed.append(group(articles[len(old) :], grouping))
    assert placed[0] == placed[1]


def test_sums_are_held_only_for_the_days_around():
    articles = [article(n, "fr", 1 + n * (DAYS + 1), [NAMES[n % 8]], n) for n in range(30)]
    grouping = Grouping(Rarity(a.terms for a in articles))
    group(articles, grouping)
    assert sum(story.known for story in grouping.stories) <= 2
    assert all(not story.shared.weights for story in grouping.stories if not story.known)
