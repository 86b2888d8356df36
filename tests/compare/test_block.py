"""Candidates of a large story: few, and the right ones."""

from __future__ import annotations

import random

from recoupe.compare.block import MANY, NEAREST, sharing
from recoupe.compare.names import Names
from recoupe.compare.origins import FEW, origins
from recoupe.types import Document


def held(count: int) -> list[frozenset[str]]:
    """So many clauses of common words; each even one shares two words of its own with the next."""
    chance = random.Random(7)
    common = [f"w:{n}" for n in range(40)]
    own = [{f"own:{n // 2}", f"too:{n // 2}"} for n in range(count)]
    return [frozenset(chance.sample(common, 4)) | words for words in own]


def test_in_a_large_story_each_clause_has_its_nearest_and_not_many_more() -> None:
    count = 2 * MANY
    found = sharing(held(count))
    assert {(n, n + 1) for n in range(0, count, 2)} <= set(found)
    assert len(found) <= count * NEAREST
    assert found == sorted(set(found))


def test_twice_the_clauses_are_about_twice_the_pairs() -> None:
    small, large = (len(sharing(held(count))) for count in (2 * MANY, 4 * MANY))
    assert large <= 2.3 * small


def test_a_copied_passage_is_found_among_many_accounts_as_among_few() -> None:
    chance = random.Random(3)
    words = [f"mot{n}" for n in range(3000)]
    texts = [" ".join(chance.sample(words, 120)) for _ in range(2 * FEW)]
    passage = " ".join(f"copie{n}" for n in range(13))
    texts[5] = texts[5][:300] + f" {passage} " + texts[5][300:]
    texts[-3] = texts[-3][:500] + f" {passage} " + texts[-3][500:]
    documents = [Document(f"d{n:02d}", text, "fr") for n, text in enumerate(texts)]
    (origin,) = origins(documents, [], Names([]))
    assert origin.members == ("d05", f"d{2 * FEW - 3:02d}")
    assert origins([documents[5], documents[-3]], [], Names([]))[0].members == origin.members
