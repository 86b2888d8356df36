"""The names of one account: equal forms, short forms, acronyms, and what the text says is the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import regex

from recoupe.lang import LANGUAGES, entries, table
from recoupe.resolve.clusters import Cluster, merge
from recoupe.resolve.houses import seat_names
from recoupe.resolve.keys import before_matter, key, letters, noun, spells, words
from recoupe.resolve.senses import is_capital
from recoupe.types import Document, EntityType, Mention

MANY = 2
_OTHER = frozenset({"previous", "former", "next", "future", "past", "other", "rival"})
# Not « dit » or *called* alone: « Évidemment », dit Morvan; *Pryce called Cordell*.
_ALSO = regex.compile(
    r",?\s\(?(?:(?:également|aussi|plus|autrement|mieux)\s)?(?:communément\s)?(?:connue?s?|appelée?s?)\s"
    r"(?:sous le nom\s(?:de\s|d['’])|comme\s|aussi\s)(?:l[ea]s?\s|l['’])?[«“\"]?\s?"
    r"|,\salias\s(?:l[ea]s?\s|l['’])?[«“\"]?\s?"
    # « Karim Sallat, dit « le Boss » », not « il vit à Moss, dit le Phare »: of a person, and a nickname in marks.
    r"|,\sdite?\s[«“\"]\s?(?:l[ea]s?\s|l['’])?"
    r"|,?\s\(?(?:(?:also|better|formerly|otherwise)\s)?known\sas\s(?:the\s)?[“\"]?"
    r"|,?\s\(?(?:also called|a\.?k\.?a\.?|alias)\s(?:the\s)?[“\"]?"
)
_OR = regex.compile(r"[’']?s?,? ?(?:\(|\bou |\bor |, )(?:(?:the|la|le|les) |l['’])?[«“\"]?")
_PERSON = regex.compile(r"\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}[\p{L}'’-]+){1,2}")
_PARTIES = {"gop": "republican", "republicans": "republican", "democrats": "democratic"}
_ORGANISED = frozenset({"party", "committee", "organization"})
_ARTICLE_FIRST = regex.compile(r"^(?:les?|la|l['’]|the)\s*", regex.I)
_ARTICLE = regex.compile(r"(?:\b(?:la|le|les|du|des|au|aux|the)\s|\bl['’])$", regex.I)


def name_clusters(document: Document, mentions: Sequence[Mention]) -> list[Cluster]:
    """The clusters of one account's proper names."""
    clusters = _same_form(document, [m for m in mentions if m.form in {"name", "acronym"}])
    _said_by_noun(document, clusters)
    _short_names(clusters)
    _short_bodies(clusters)
    _acronyms(document, clusters)
    _of_states(document, clusters)
    _also_known(document, clusters)
    _houses(document, clusters)
    return [cluster for cluster in clusters if cluster.mentions]


def _same_form(document: Document, mentions: Sequence[Mention]) -> list[Cluster]:
    by_key: dict[str, Cluster] = {}
    types: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for mention in mentions:
        types[mention.known_as or key(mention.anchor.exact)][mention.type] += 1
    for mention in mentions:
        form = mention.known_as or key(mention.anchor.exact)
        type_ = min(types[form], key=lambda t: (-types[form][t], t))
        cluster = by_key.setdefault(form, Cluster(type_, document=document))
        if cluster.mentions:
            cluster.reasons.add("known-name" if mention.known_as else "same-name")
        if is_capital(mention):
            cluster.reasons.add("capital-for-government")
        cluster.mentions.append(mention)
    return list(by_key.values())


def _said_by_noun(document: Document, clusters: list[Cluster]) -> None:
    """« l'agence Tarn » is « Tarn », « le syndicat CGT-Culture » « CGT-Culture »: the noun only says what it is."""
    told = table(document.lang, "bodies")
    heads = {head.lower() for row in entries(document.lang, "bodies") for head in row["heads"]} | set(told["anaphoric"])
    by_key = {key(c.best()): c for c in clusters if c.type in {"ORG", "MISC", "PER"} and c.mentions}
    for cluster in clusters:
        first, _, rest = cluster.best().partition(" ") if cluster.mentions and cluster.type == "ORG" else ("", "", "")
        if document.lang != "fr" or not rest[:1].isupper() or first not in heads:
            continue
        other = by_key.get(key(rest))
        if other is not None and other is not cluster and other.mentions:
            other.type = "ORG"
            merge(other, cluster, "short-name")


def _short_names(clusters: list[Cluster]) -> None:
    """« Kirby » is the one « John Kirby »; between two of that family name a title may tell, else it stays apart."""
    for short in clusters:
        if short.type not in {"PER", "ORG", "MISC"} or not short.mentions or short.known():
            continue
        parts = words(short.best())
        fits = [
            full
            for full in clusters
            if full is not short and full.mentions and full.type == "PER" and _is_short_for(parts, words(full.best()))
        ] or _mistyped(short, parts, clusters)
        if len(fits) > 1:
            # « Dalet » is Tim Dalet and not Zoé Brun-Dalet.
            fits = [full for full in fits if full.best().split()[-1] == short.best().split()[-1]] or fits
        if len(fits) == 1 and (short.type == "PER" or len(parts) == 1):
            merge(fits[0], short, "family-name")
        elif len(fits) > 1:
            _by_gender(short, fits)


def _mistyped(short: Cluster, parts: tuple[str, ...], clusters: Sequence[Cluster]) -> list[Cluster]:
    """The one full name that ends like this person's and was taken for a body's: a first name, no article before it."""
    if short.type != "PER":
        return []
    fits = [
        full for full in clusters
        if full.type in {"ORG", "LOC", "MISC"} and full.mentions and not full.known()
        and _is_short_for(parts, words(full.best()))
        and _PERSON.fullmatch(full.best()) and not any(_articled(full, m) for m in full.mentions)
    ]  # fmt: skip
    bodies = {head.lower() for lang in LANGUAGES for row in entries(lang, "bodies") for head in row["heads"]}
    fits = [full for full in fits if words(full.best())[0] not in bodies]
    if len(fits) != 1:
        return []
    fits[0].type = "PER"
    return fits


def _articled(cluster: Cluster, mention: Mention) -> bool:
    """« la Banque Roy », *the Harbour Trust*: bodies have an article, people none."""
    document = cluster.document
    return document is not None and bool(_ARTICLE.search(document.text[: mention.anchor.start][-5:]))


def _by_gender(short: Cluster, fits: Sequence[Cluster]) -> None:
    """« M. Morel » is Paul and not Lucie Morel."""
    for mention in list(short.mentions):
        if mention.gender is None:
            continue
        same = [c for c in fits if mention.gender in {m.gender for m in c.mentions}]
        open_ = [c for c in fits if not any(m.gender for m in c.mentions)]
        if len(same) == 1 and not open_:
            same[0].mentions.append(mention)
            same[0].reasons.add("family-name-and-title")
            short.mentions.remove(mention)


@cache
def _family_first() -> frozenset[str]:
    return frozenset(table("shared", "given")["family_first"].lower().split())


def _is_short_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not short or len(short) >= len(full):
        return False
    if len(short) == 1 and short[0] == full[0] and short[0] in _family_first():
        return True
    return short == full[-len(short) :] or (len(short) >= 2 and short[-1] == full[-1] and set(short) <= set(full))


def _short_bodies(clusters: list[Cluster]) -> None:
    """« Assemblée » is the « Assemblée nationale », *Rail Authority* the *Hexmoor Rail Authority*, if no other fits."""
    for short in clusters:
        if short.type not in {"ORG", "LOC"} or not short.mentions:
            continue
        parts = words(short.best())
        others = [c for c in clusters if c is not short and c.mentions and c.type in {"ORG", "LOC"}]
        fits = [full for full in others if _shortens(parts, full)] or [full for full in others if _retells(parts, full)]
        fits = fits or [full for full in others if _heads(short, full)]
        if len(fits) == 1 and _body(short, fits[0]):
            merge(fits[0], short, "short-name")


def _shortens(parts: tuple[str, ...], full: Cluster) -> bool:
    """The first words in French; in English the last before its matter (*of*, *for*, *in*), or all of those.

    *Democrats* is not short for *a group of Democrats*, nor *the government* for *the previous government*.
    """
    whole = words(full.best())
    if len(parts) >= len(whole) or full.document is None:
        return False
    if full.document.lang == "fr":
        return parts == whole[: len(parts)]
    head = words(before_matter(full.best()))
    if head[0] in _OTHER:
        return False
    return parts == head[-len(parts) :] and (len(parts) > 1 or len(head) > 1)


def _heads(short: Cluster, full: Cluster) -> bool:
    """*the Church*, with its capital, for the only *Church of Moss* of the account."""
    first, _, rest = full.best().partition(" of ")
    english = full.document is not None and full.document.lang == "en"
    told = english and bool(rest) and first == short.best() and full.type == short.type == "ORG"
    return told and all(_articled(short, m) for m in short.mentions)


def _retells(parts: tuple[str, ...], full: Cluster) -> bool:
    """*the state Republican committee* is the *Hexmoor Republican State Committee*: its noun and three of its words."""
    whole, name = words(full.best()), " ".join(parts)
    if len(parts) <= MANY or len(parts) >= len(whole) or full.document is None:
        return False
    lang = full.document.lang
    return set(parts) <= set(whole) and noun(name, lang) == noun(full.best(), lang)


@cache
def _states() -> dict[tuple[str, ...], str]:
    """Every form of a federal state's name in words, with its usual one."""
    lines = [line for row in entries("shared", "gazetteer") if row.get("states") for line in row["places"].split("\n")]
    forms = [(words(form), line.split("|")[0]) for line in lines for form in line.split("|") if form]
    return dict(sorted(forms, key=lambda row: (-len(row[0]), row)))


def _of_state(name: str) -> tuple[frozenset[str], str | None] | None:
    """What a body of a federal state is without the state's name, and that name; None for any other body.

    A party's committee in the state is the party there: *the state Republican Party*, *NJ GOP committee*.
    """
    parts = words(name)
    form = next((form for form in _states() if form == parts[: len(form)] and len(parts) > len(form)), None)
    if form is None and "state" not in parts:
        return None
    rest = frozenset(parts[len(form or ()) :]) - {"state"}
    told = frozenset(_PARTIES.get(word, word) for word in rest)
    return (told - _ORGANISED if told & {"republican", "democratic"} else told), _states()[form] if form else None


def _of_states(document: Document, clusters: list[Cluster]) -> None:
    """*the state legislative committee* is the *Hexmoor legislative committee* where one state only has one."""
    bodies = [c for c in clusters if c.type in {"ORG", "MISC"} and c.mentions and not c.known()]
    groups: dict[frozenset[str], list[tuple[Cluster, str | None]]] = defaultdict(list)
    for cluster in bodies if document.lang == "en" else ():
        told = _of_state(cluster.best())
        if told is not None and told[0]:
            groups[told[0]].append((cluster, told[1]))
    for group in groups.values():
        if len({state for _, state in group if state}) < MANY:
            for other, _ in group[1:]:
                merge(group[0][0], other, "state-body")


def _body(short: Cluster, full: Cluster) -> bool:
    """A place's or a person's name inside a body's is not short for it: only bodies, and places by their noun."""
    exact = short.best()
    if short.known() or full.known() or short.type == "LOC":
        return False
    return " " in exact or exact[0].isupper() or full.best()[0].islower()


def _acronyms(document: Document, clusters: list[Cluster]) -> None:
    """An acronym is a full name that has its letters when the text puts the two side by side, or defines one."""
    for acronym in clusters:
        marks = [m for m in acronym.mentions if regex.fullmatch(r"\p{Lu}{2,6}|(?:\p{Lu}\.){2,5}", m.anchor.exact)]
        for full in clusters if marks else ():
            if full is acronym or not full.mentions:
                continue
            if acronym.known():
                # What the text says the letters are for goes before what they are known for.
                if full.known() or not any(_set_beside(document.text, a, f) for a in marks for f in full.mentions):
                    continue
                acronym.mentions = [replace(m, known_as=None) if m in marks else m for m in acronym.mentions]
                marks = [m for m in acronym.mentions if m.known_as is None]
            if any(_stands_for(document.text, a, f) for a in marks for f in full.mentions):
                merge(full, acronym, "acronym")
                break


def _stands_for(text: str, acronym: Mention, full: Mention) -> bool:
    """Side by side when the letters are those of the telling words; else set in brackets or after *or* beside it."""
    if letters(acronym.anchor.exact) == letters(full.anchor.exact):
        return _beside(text, acronym, full)
    return _set_beside(text, acronym, full)


def _set_beside(text: str, acronym: Mention, full: Mention) -> bool:
    """« X (ABC) », *X, or ABC*: the text says that the letters are the name's."""
    first, second = sorted((acronym.anchor, full.anchor))
    return spells(acronym.anchor.exact, full.anchor.exact) and bool(_OR.fullmatch(text, first.end, second.start))


def _beside(text: str, left: Mention, right: Mention) -> bool:
    first, second = sorted((left.anchor, right.anchor))
    between = text[first.end : second.start]
    return first.end <= second.start and len(between) <= 60 and "\n" not in between and ". " not in between


def _also_known(document: Document, clusters: list[Cluster]) -> None:
    """« X, également connu sous le nom de Y » makes them one."""
    spans = sorted(
        ((m.anchor, cluster) for cluster in clusters for m in cluster.mentions), key=lambda pair: pair[0].start
    )
    for (first, left), (second, right) in pairwise(spans):
        apart = left is not right and left.mentions and right.mentions and first.end <= second.start
        if apart and _ALSO.fullmatch(document.text, first.end, second.start):
            merge(left, right, "also-known-as")


def _houses(document: Document, clusters: list[Cluster]) -> None:
    """« le Château » is the Élysée in an account that names it so too."""
    usual = {c.best(): c for c in clusters if c.mentions}
    for cluster in clusters:
        seat = seat_names(document.lang).get(_ARTICLE_FIRST.sub("", cluster.best())) if cluster.mentions else None
        house = usual.get(seat or "")
        if house is not None and house is not cluster and house.mentions:
            merge(house, cluster, "seat")
