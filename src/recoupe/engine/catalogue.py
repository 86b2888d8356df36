"""The catalogue: the stories of a corpus, which articles each holds, and what each is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from recoupe.engine.folder import Folder
from recoupe.engine.held import Held, ordinal
from recoupe.engine.stories import Article, Grouping, Place, Rarity, group
from recoupe.types import content_id

NAMED = 6
SHARD = "000000"


def catalogue(folder: Folder, run: int) -> int:
    """Write the tables `story` and `member` anew and give the number of stories; what older runs grouped stays so."""
    held = Held(folder)
    rows, articles = held.rows, held.articles
    before = {row["document"]: row for row in folder.rows("member") if row["run"] < run}
    grouping = Grouping(Rarity(article.terms for article in articles))
    numbers: dict[str, int] = {}
    placed: dict[str, tuple[Place, int]] = {}
    for article in _in_time([a for a in articles if a.id in before]):
        row = before[article.id]
        number = numbers.setdefault(row["story"], len(numbers))
        grouping.put(article, number, row["copy_of"] is not None)
        placed[article.id] = Place(number, row["copy_of"], row["similarity"]), row["run"]
    fresh = [a for a in articles if a.id not in before]
    for article, place in zip(fresh, group(fresh, grouping), strict=True):
        placed[article.id] = place, run
    members: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(rows, key=_time):
        members[placed[row["document"]][0].story].append(row)
    ids = list(numbers)
    for number in range(len(ids), len(grouping.stories)):
        ids.append(content_id("s", members[number][0]["document"]))
    order = sorted(members, key=lambda n: (_time(members[n][0]), ids[n]))
    folder.write("story", SHARD, [_story(ids[n], members[n], placed) for n in order])
    folder.write("member", SHARD, [_member(ids[n], row, placed) for n in order for row in members[n]])
    return len(order)


def _article(row: dict[str, Any]) -> Article:
    terms = [(term["term"], term["weight"]) for term in row["terms"]]
    return Article(row["document"], row["lang"], ordinal(row["day"]), row["signature"], terms)


def _in_time(articles: Sequence[Article]) -> list[Article]:
    return sorted(articles, key=lambda a: (a.day is None, a.day or 0, a.id))


def _time(row: dict[str, Any]) -> tuple[str, str]:
    return row["day"] or "9999", row["document"]


def _story(ident: str, rows: Sequence[dict[str, Any]], placed: dict[str, tuple[Place, int]]) -> dict[str, Any]:
    days = [row["day"] for row in rows if row["day"]]
    names = Counter(name for row in rows for name in row["names"])
    return {
        "id": ident,
        "title": rows[0]["title"],
        "first": min(days, default=None),
        "last": max(days, default=None),
        "articles": len(rows),
        "texts": sum(placed[row["document"]][0].copy_of is None for row in rows),
        "outlets": sorted({row["outlet"] for row in rows if row["outlet"]}),
        "languages": sorted({row["lang"] for row in rows}),
        "names": sorted(names, key=lambda name: (-names[name], name))[:NAMED],
    }


def _member(ident: str, row: dict[str, Any], placed: dict[str, tuple[Place, int]]) -> dict[str, Any]:
    place, run = placed[row["document"]]
    return {
        "story": ident,
        "document": row["document"],
        "copy_of": place.copy_of,
        "similarity": place.similarity,
        "run": run,
    }
