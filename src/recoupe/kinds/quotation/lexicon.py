"""The reporting verbs of a language by every form they take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from recoupe.lang import entries, table

Shape = Literal["finite", "participle", "gerund", "infinitive"]
_ER: tuple[tuple[Shape, str], ...] = (
    ("finite", "e ent ait aient a èrent era eront erait eraient"),
    ("participle", "é ée és ées"),
    ("gerund", "ant"),
)
_IR: tuple[tuple[Shape, str], ...] = (
    ("finite", "it issent issait issaient irent ira iront irait iraient"),
    ("participle", "i ie is ies"),
    ("gerund", "issant"),
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: `rest` are the words that follow its first one, `takes` what it can report; `en`: « s'en… »."""

    lemma: str
    rest: tuple[str, ...]
    classes: tuple[str, ...]
    takes: frozenset[str]
    reflexive: bool = False
    after: str = ""
    en: bool = False


def low(text: str) -> str:
    """Lower case with straight apostrophes, the form every table is read in."""
    return text.lower().replace("’", "'")


def _regular_fr(infinitive: str) -> list[tuple[str, Shape]]:
    out: list[tuple[str, Shape]] = [(infinitive, "infinitive")]
    stem = infinitive[:-2]
    for shape, endings in _ER if infinitive.endswith("er") else _IR:
        for ending in endings.split():
            base = stem
            if infinitive.endswith("er") and ending[0] in "aâ":
                base = {"g": stem + "e", "c": stem[:-1] + "ç"}.get(stem[-1], stem)
            mute = ending in {"e", "ent"} or ending.startswith("er")
            if mute and infinitive.endswith("er") and len(stem) > 2 and stem[-2] in "éeè":
                out.append((stem[:-2] + "è" + stem[-1] + ending, shape))
            if mute and stem.endswith("y"):
                out.append((stem[:-1] + "i" + ending, shape))
            out.append((base + ending, shape))
    return out


def _forms_fr(infinitive: str) -> list[tuple[str, Shape]]:
    endings: dict[str, dict[str, str]] = table("fr", "reporting")["endings"]
    for ending in sorted(endings, key=lambda e: (-len(e), e)):
        if infinitive.endswith(ending):
            stem = infinitive[: -len(ending)]
            shapes = endings[ending]
            first: list[tuple[str, Shape]] = [(infinitive, "infinitive")]
            keys: tuple[Shape, ...] = ("finite", "participle", "gerund")
            return [*first, *((stem + f, key) for key in keys for f in shapes[key].split())]
    return _regular_fr(infinitive)


def _forms_en(verb: str, listed: str | None) -> list[tuple[str, Shape]]:
    word = verb.split(maxsplit=1)[0]
    out: list[tuple[str, Shape]] = [(word, "infinitive")]
    if listed:
        names = [f.split("_")[0] for f in listed.split()]
        out += [(f, "gerund" if f.endswith("ing") and f != "sing" else "finite") for f in names]
        return out
    stem = word[:-1] if word.endswith("e") else word
    plural = word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [*out, (plural, "finite"), (stem + "ed", "finite"), (stem + "ing", "gerund")]


def _listed(verb: str) -> str | None:
    """The forms of an irregular English verb, its own or its first word's."""
    forms: dict[str, str] = table("en", "reporting")["forms"]
    return forms.get(verb, forms.get(verb.split(maxsplit=1)[0]))


@cache
def verbs(lang: str) -> dict[str, tuple[tuple[Shape, Verb], ...]]:
    """Every form of every reporting verb, lower-cased, with the verbs and shapes it can be."""
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    for row in entries(lang, "reporting"):
        for name in row["verbs"]:
            slot = merged.setdefault((name, row.get("after", "")), {"classes": [], "takes": set()})
            slot["classes"].append(row["class"])
            slot["takes"].update(row["takes"])
    found: dict[str, list[tuple[Shape, Verb]]] = {}
    for (name, after), slot in merged.items():
        reflexive = name.startswith(("se ", "s'"))
        bare = name.removeprefix("se ").removeprefix("s'") if reflexive else name
        en = reflexive and bare.startswith("en ")
        bare = bare.removeprefix("en ") if en else bare
        first, *rest = bare.replace("'", "' ").split()
        verb = Verb(name, tuple(rest), tuple(slot["classes"]), frozenset(slot["takes"]), reflexive, after, en)
        shapes = _forms_fr(first) if lang == "fr" else _forms_en(bare, _listed(bare))
        for form, shape in shapes:
            bucket = found.setdefault(form, [])
            if (shape, verb) not in bucket:
                bucket.append((shape, verb))
    return {form: tuple(options) for form, options in sorted(found.items())}


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """A word list of the reporting table."""
    return frozenset(table(lang, "reporting")["words"][key])


@cache
def grammar(lang: str, key: str) -> frozenset[str]:
    """Words that hold a noun phrase or a clause together, or end it."""
    return frozenset(table(lang, "reporting")["grammar"][key])


@cache
def inverted(lang: str) -> dict[str, str]:
    """Subject clitics after the verb, and the pronoun each is: « -t-il » is « il »."""
    found: dict[str, str] = table(lang, "reporting")["words"]["inverted"]
    return found


@cache
def locutions() -> frozenset[str]:
    """The words of either language that make one conjunction with *que* or *that* after them."""
    return grammar("fr", "locutions") | grammar("en", "locutions")


@cache
def closed() -> frozenset[str]:
    """Every pronoun, determiner, preposition and conjunction of either language."""
    return frozenset(word for lang in ("fr", "en") for key in ("closed", "joining") for word in words(lang, key))


@cache
def nouns(lang: str) -> dict[str, str]:
    """Nouns that tell what kind of voice speaks."""
    return {noun: row["kind"] for row in reversed(entries(lang, "sources")) for noun in row["nouns"]}


@cache
def source_words(lang: str, key: str) -> Any:
    """A word list of the sources table."""
    return table(lang, "sources")["words"][key]


@cache
def media(lang: str) -> frozenset[str]:
    """Outlets and networks by name."""
    return frozenset(name for row in entries(lang, "media") for name in row["media"])
