"""Offices: which are one under several names, and who holds one in an account, in a story, on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex
from anyascii import anyascii

from recoupe.lang import LANGUAGES, entries, table
from recoupe.lang.concepts import lexicon
from recoupe.resolve.clusters import Cluster
from recoupe.resolve.keys import key, noun, words
from recoupe.types import Document, Mention


@dataclass(frozen=True, slots=True)
class Office:
    """An office that goes by several names, with the country an adjective said."""

    key: str
    country: str | None


_NOW = regex.compile(r"^(?:nouveau|nouvel|nouvelle|actuel|actuelle|new|current|newly appointed)\s")


def _plain(text: str) -> str:
    """Lower case, without « nouveau », « actuel », *new*: the office is the same."""
    return str(_NOW.sub("", regex.sub(r"\s+", " ", text.lower().replace("’", "'")).strip()))


@cache
def _forms() -> dict[str, str]:
    rows = [*entries("shared", "holders"), *(row for lang in LANGUAGES for row in entries(lang, "offices"))]
    return {_plain(form): row["office"] for row in rows for form in row.get("forms", row.get("titles", ()))}


@cache
def _peoples() -> dict[str, str]:
    """A people's adjective, any gender, to its country."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        for adjective, country in lexicon(lang).demonyms.items():
            for form in (adjective, adjective + "e", adjective + "ne", adjective + "s"):
                found.setdefault(form, country)
    return found


def office_of(text: str) -> Office | None:
    """The office these words stand for in the shared table; None for any other."""
    plain = _plain(text)
    if plain in _forms():
        return Office(_forms()[plain], None)
    parts: list[str] = plain.split()
    said = [p for p in parts if p in _peoples()]
    rest = " ".join(p for p in parts if p not in _peoples())
    return Office(_forms()[rest], _peoples()[said[0]]) if said and rest in _forms() else None


def office_key(text: str) -> str:
    """One string per office: the shared table's key where it knows it, else the comparable words."""
    office = office_of(text)
    return f"office:{office.key}:{office.country or ''}" if office else key(text)


def held_by_date(office: str) -> bool:
    """The table says who held the office when, so that there is one holder at a time."""
    return any(office.startswith(f"office:{row[0]}:") for row in _holders())


@cache
def _holders() -> tuple[tuple[str, str, dt.date, dt.date, str], ...]:
    rows = []
    for entry in entries("shared", "holders"):
        for country, listed in sorted(entry.get("holders", {}).items()):
            dated = [(dt.date.fromisoformat(row[:10]), row[11:]) for row in listed]
            for (first, name), (last, _) in zip(dated, [*dated[1:], (dt.date.max, "")], strict=True):
                rows.append((entry["office"], country, first, last, name))
    return tuple(rows)


def _held_on(office: Office, day: dt.date) -> list[str]:
    return [
        name for key_, country, first, last, name in _holders()
        if key_ == office.key and office.country in {None, country} and first <= day <= last
    ]  # fmt: skip


def give_offices(document: Document, clusters: list[Cluster], roles: Sequence[Mention]) -> None:
    """An office beside a name is that person's; alone, it is the only person the account or the day gives it to."""
    holders: dict[str, list[Cluster]] = defaultdict(list)
    for role in roles:
        holder = next((c for c in clusters if role.apposed and any(m.anchor == role.apposed for m in c.mentions)), None)
        if holder is not None:
            holder.mentions.append(role)
            holder.reasons.add("office-beside-name")
            if not former(document, role):
                _add(holders, role.anchor.exact, holder)
    for cluster in clusters:
        for mention in cluster.names if cluster.type == "PER" else ():
            title = _title_office(document, mention)
            if title:
                _add(holders, title, cluster)
    alone: dict[str, Cluster] = {}
    for role in roles:
        if any(role in cluster.mentions for cluster in clusters):
            continue
        fits, reason = _who(document, clusters, holders, role)
        if len(fits) == 1:
            fits[0].mentions.append(role)
            fits[0].reasons.add(reason)
        else:
            alone.setdefault(office_key(role.anchor.exact), Cluster("PER", document=document)).mentions.append(role)
    clusters += alone.values()


_FORMER = regex.compile(r"\b(?:ancien(?:ne)?s?|ex|former|one-time|onetime|then|predecessor,)[\s-]$", regex.I)


def former(document: Document | None, role: Mention) -> bool:
    """« l'ancien ministre », *ex-president*: an office no longer held, which alone is somebody else's."""
    return document is not None and bool(_FORMER.search(document.text[: role.anchor.start][-14:]))


def _add(holders: dict[str, list[Cluster]], office: str, holder: Cluster) -> None:
    if holder not in holders[_plain(office)]:
        holders[_plain(office)].append(holder)


def _title_office(document: Document, mention: Mention) -> str | None:
    before = document.text[max(0, mention.anchor.start - 12) : mention.anchor.start].rstrip()
    for title, office in table(document.lang, "roles").get("title_offices", {}).items():
        if before.endswith(title):
            return str(office)
    return None


def _who(
    document: Document, clusters: Sequence[Cluster], holders: Mapping[str, list[Cluster]], role: Mention
) -> tuple[list[Cluster], str]:
    text = role.anchor.exact
    for fits in (_exact(holders, text), _same_office(holders, text), _subset(holders, text, document.lang)):
        if fits:
            return fits, "office"
    office = office_of(text)
    if office is not None and document.day is not None and not _rival(holders, text):
        names = [set(words(name)) for name in _held_on(office, document.day)]
        named = [c for c in clusters if c.type == "PER" and c.names]
        fits = [c for c in named if any(set(words(c.best())) in (n, {max(n, key=len)}) or _called(c, n) for n in names)]
        return fits, "office-on-the-day"
    return [], ""


def _called(cluster: Cluster, name: set[str]) -> bool:
    """All of the name's words, or its last alone, are this person's."""
    own = set(words(cluster.best()))
    return len(own) >= 2 and (own <= name or name <= own)


def _exact(holders: Mapping[str, list[Cluster]], text: str) -> list[Cluster]:
    return list(holders.get(_plain(text), ()))


def _same_office(holders: Mapping[str, list[Cluster]], text: str) -> list[Cluster]:
    """Another name of an office of the shared table, of the same country where both say one."""
    office = office_of(text)
    found: list[Cluster] = []
    for stated, clusters in holders.items():
        other = office_of(stated)
        if office and other and office.key == other.key and len({office.country, other.country} - {None}) < 2:
            found += [c for c in clusters if c not in found]
    return found


def _rival(holders: Mapping[str, list[Cluster]], text: str) -> bool:
    """Somebody else of the account holds an office of the same noun (« le président du groupe »)."""
    head = words(text)[:1]
    return len(words(text)) == 1 and any(words(stated)[:1] == head for stated in holders)


@cache
def _listed(lang: str, name: str) -> frozenset[str]:
    return frozenset(anyascii(word).lower() for word in table(lang, "roles")[name])


def _subset(holders: Mapping[str, list[Cluster]], text: str, lang: str) -> list[Cluster]:
    """People whose stated office has every word of this one and its noun, or this one's but for a party's adjective."""
    office = words(text)
    found: list[Cluster] = []
    for stated, clusters in holders.items():
        parts = words(stated)
        if noun(stated, lang) != noun(text, lang):
            continue
        less, more = set(parts) - set(office), set(office) - set(parts)
        shorter = not more and not less & _listed(lang, "limiting")
        longer = not less and more and (more <= _listed(lang, "sides") | set(_peoples()) or len(parts) >= 2)
        if shorter or (longer and not more & _listed(lang, "limiting")):
            found += [cluster for cluster in clusters if cluster not in found]
    return found
