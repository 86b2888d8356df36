"""The corpus measure itself: B-cubed against a worked example, and collections that are the same for the same seed."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
BENCH = Path(__file__).parents[2] / "bench" / "corpus"


@pytest.fixture
def modules(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    import measure
    import recombine

    yield measure, recombine
    for name in ("measure", "recombine"):
        sys.modules.pop(name, None)


def test_bcubed(modules):
    measure, _ = modules
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    assert measure.bcubed(gold, {"a": 7, "b": 7, "c": 7, "d": 8}) == (1.0, 1.0, 1.0)
    precision, recall, _ = measure.bcubed(gold, {"a": 1, "b": 1, "c": 2, "d": 2})
    # a and b are pure; c and d share a group of two: (1 + 1 + 1/2 + 1/2) / 4. Recall: (2/3 + 2/3 + 1/3 + 1) / 4.
    assert precision == 0.75 and recall == pytest.approx(2 / 3)


def test_recombined(modules):
    _, recombine = modules
    pool = [
        [{"en": f"Paris counted {n}{m}5 lamps on day {m}.", "fr": f"Paris a compté {n}{m}5 lampes au jour {m}."}
         for m in range(9)]
        for n in range(1, 5)
    ]  # fmt: skip
    made = list(recombine.articles(pool, 60))
    assert made == list(recombine.articles(pool, 60)) and made != list(recombine.articles(pool, 60, seed=2))
    assert len({one.id for one in made}) == 60 and {one.lang for one in made} == {"en", "fr"}
    story = max({one.story for one in made}, key=lambda s: sum(one.story == s for one in made))
    names = {one.text.split()[0] for one in made if one.story == story}
    # Sentences of other documents keep their names; the story's own have one new name.
    assert len(names - {"Paris"}) == 1 and '"story"' not in made[0].line()
