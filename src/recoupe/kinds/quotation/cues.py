"""Where an account reports: every reporting verb group of a sentence, with what its form says."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from recoupe.kinds.quotation.frame import Item, of_the_press
from recoupe.kinds.quotation.lexicon import Shape, Verb, grammar, inverted, verbs, words

_BETWEEN = 5
_PHRASE = 9
_HAVE = frozenset({"a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient"})
_ASIDE = frozenset({",", "lui", "elle", "eux", "elles"})
_EMPHASIS = frozenset({"lui", "elle", "eux", "elles"})
_OPENS_VERB = frozenset({",", "!", "?", "…", "et", "mais", "puis", "qui", "il", "elle", "ils", "elles", "on"})
# A past form right after one of these has no subject: *when asked if*, *once told that*.
_UNSAID_BY = frozenset({"when", "once", "if", "as", "unless", "until", "than", "though"})
_PRESENT = frozenset({"says", "states", "reads", "notes", "adds", "argues", "claims", "warns", "writes", "insists"})
_HEARD = frozenset({"heard", "overheard", "recorded", "filmed", "seen", "caught"})
_JOINS = frozenset({"et", "ou", "mais", "ni", "or", "car", "donc", "puis"})
_NEVER_VERB = frozenset({"DET", "ADP", "NUM", "PRON", "CCONJ", "SCONJ"})


class Cue(NamedTuple):
    """A reporting verb group by item offsets: `start`:`end`, its telling word at `verb`.

    `clitic` is the pronoun of an inverted subject (« a-t-il dit »); `options` the verbs the form can be.
    """

    start: int
    end: int
    verb: int
    shape: Shape
    options: tuple[Verb, ...]
    clitic: str | None = None
    clitic_at: int | None = None
    negated: bool = False
    passive: bool = False

    def takes(self, what: str) -> bool:
        """One of the verbs can report this."""
        return any(what in option.takes for option in self.options)

    def taking(self, what: str) -> Verb:
        """The first verb that can report this, else the first."""
        return next((option for option in self.options if what in option.takes), self.options[0])


def find(items: tuple[Item, ...], lang: str) -> list[Cue]:
    """Every cue in order; two never overlap."""
    found: list[Cue] = []
    forms = verbs(lang)
    for at, item in enumerate(items):
        if item.low not in forms or (found and at < found[-1].end):
            continue
        cue = _french(items, at) if lang == "fr" else _english(items, at)
        if cue is not None:
            found.append(cue)
    return found


def _rest(items: tuple[Item, ...], at: int, verb: Verb, lang: str) -> int | None:
    """The end of a verb of several words whose first is at `at`; None when the others are not there."""
    i = at + 1
    passed = words("fr", "between") | inverted("fr").keys() | _ASIDE if lang == "fr" else inverted("fr").keys()
    for word in verb.rest:
        while i < len(items) and items[i].low != word and items[i].low in passed:
            i += 1
        if i >= len(items) or items[i].low != word:
            return None
        i += 1
    return i


def _options(items: tuple[Item, ...], at: int, lang: str) -> list[tuple[Shape, Verb, int]]:
    out = []
    for shape, verb in verbs(lang).get(items[at].low, ()):
        end = _rest(items, at, verb, lang)
        if end is not None:
            out.append((shape, verb, end))
    longest = max((end for _, _, end in out), default=0)
    return [option for option in out if option[2] == longest]


def _french(items: tuple[Item, ...], at: int) -> Cue | None:
    options = _options(items, at, "fr")
    if not options or (items[at].pos in _NEVER_VERB and not _mistagged(items, at, options)):
        return None
    start, clitic, clitic_at, aux = at, None, None, None
    left = at - 1
    while left >= 0 and at - left <= _BETWEEN and _may_stand_between(items[left]):
        if items[left].low in inverted("fr"):
            clitic, clitic_at = inverted("fr")[items[left].low], left
        left -= 1
    if (
        left >= 0
        and items[left].low in words("fr", "auxiliaries")
        and (left < at - 1 or items[left].low not in {"avoir"} or True)
    ):
        aux = left
    aux = _past_phrase(items, at) if aux is None else aux
    aux = _shared_auxiliary(items, at) if aux is None else aux
    shapes = {shape for shape, _, _ in options}
    reflexive = _reflexive(items, aux if aux is not None else at)
    if aux is not None and "participle" in shapes:
        chosen = [o for o in options if o[0] == "participle"]
        shape: Shape = {"ayant": "gerund", "étant": "gerund", "avoir": "infinitive"}.get(items[aux].low, "finite")  # type: ignore[assignment]
        start = aux if not _shares(items, aux, at) else at
        passive = items[aux].low in words("fr", "be") and not reflexive
    else:
        chosen = [o for o in options if o[0] != "participle"]
        clitic, clitic_at, passive = None, None, False
        if at and items[at - 1].low == "été":
            done = tuple(verb for told, verb, _ in options if told == "participle")
            return Cue(max(at - 2, 0), at + 1, at, "finite", done, passive=True) if done else None
        if not chosen or not _verbal(items, at):
            return None
        shape = chosen[0][0]
        semi = _semi(items, at) if shape == "infinitive" else None
        if semi is not None:
            start, shape = semi, "finite"
    kept = [o for o in chosen if o[1].reflexive == reflexive] or (
        [] if reflexive else [o for o in chosen if not o[1].reflexive]
    )
    if not kept:
        kept = (
            [o for o in chosen if not o[1].reflexive] if _indirect_object(items, aux if aux is not None else at) else []
        )
    kept = [o for o in kept if not o[1].en or _has_en(items, aux if aux is not None else at)]
    kept = [o for o in kept if o[1].en] or kept
    if not kept:
        return None
    end = kept[0][2]
    if aux is None and end < len(items) and items[end].low in inverted("fr"):
        clitic, clitic_at = inverted("fr")[items[end].low], end
        end += 1
    elif aux is None and at + 1 < end and items[at + 1].low in inverted("fr"):
        clitic, clitic_at = inverted("fr")[items[at + 1].low], at + 1
    verbs_ = tuple(o[1] for o in kept)
    return Cue(start, end, at, shape, verbs_, clitic, clitic_at, _negated_fr(items, start, at), passive)


def _mistagged(items: tuple[Item, ...], at: int, options: list[tuple[Shape, Verb, int]]) -> bool:
    """A finite form the tagger takes for a preposition: « Le jury juge le dossier "faible" »."""
    if items[at].pos == "CCONJ":
        return items[at].low not in _JOINS
    return items[at].pos == "ADP" and any(shape == "finite" for shape, _, _ in options) and _short_present(items, at)


def _shares(items: tuple[Item, ...], aux: int, at: int) -> bool:
    """Another verb stands between the auxiliary and this participle."""
    return any(item.low in {"et", "puis", "ou"} for item in items[aux + 1 : at])


def _shared_auxiliary(items: tuple[Item, ...], at: int) -> int | None:
    """The auxiliary a coordinated participle shares: « a parlé d'un "échec" et demandé… »."""
    if at < 3 or items[at - 1].low not in {"et", "puis"} or items[at].pos not in {"VERB", "ADJ"}:
        return None
    for i in range(at - 2, max(-1, at - 24), -1):
        if items[i].low in {";", ":"} or items[i].low in words("fr", "that") or items[i].low in words("fr", "relative"):
            return None
        if items[i].low in {"a", "ont", "avait", "avaient", "aurait", "auraient"} and items[i].pos == "AUX":
            return i
        if items[i].pos == "AUX":
            return None
    return None


def _past_phrase(items: tuple[Item, ...], at: int) -> int | None:
    """The auxiliary before a phrase that parts it from its participle: « a dans la foulée annoncé »."""
    for left in range(at - 2, max(-1, at - _PHRASE), -1):
        item = items[left]
        if item.low in _HAVE and item.pos in {"AUX", "VERB"}:
            first = items[left + 1]
            return left if first.pos == "ADP" or first.low in {"une", "dès", "quant", ","} else None
        if item.quote is not None or item.pos in {"VERB", "AUX", "SCONJ"} or item.low in {";", ":", "qui", "dont"}:
            return None
    return None


@cache
def _semis() -> tuple[list[str], ...]:
    return tuple(phrase.split() for phrase in sorted(words("fr", "semi"), key=lambda p: (-len(p), p)))


def _semi(items: tuple[Item, ...], at: int) -> int | None:
    """Where a verb that keeps the infinitive factual starts: « a fini par lâcher », « tient à préciser »."""
    for parts in _semis():
        left = at - len(parts)
        if left < 0 or [item.low for item in items[left:at]] != parts:
            continue
        start = left
        while start > 0 and (
            items[start - 1].low in words("fr", "auxiliaries") or items[start - 1].low in inverted("fr")
        ):
            start -= 1
        if start > 0 and items[start - 1].low in words("fr", "reflexive"):
            start -= 1
        return start
    return None


def _may_stand_between(item: Item) -> bool:
    if item.low in inverted("fr") or item.low in words("fr", "between"):
        return True
    return item.low == "," or (item.pos == "ADV" and item.low not in words("fr", "auxiliaries"))


def _verbal(items: tuple[Item, ...], at: int) -> bool:
    """The word is used as a verb: the tagger says so, or nothing before it could make it a noun."""
    if at and of_the_press(items[at - 1].low, items[at].low):
        return False
    if items[at].pos in {"VERB", "AUX", ""} or (at + 1 < len(items) and items[at + 1].low in inverted("fr")):
        return True
    before = items[at - 1] if at else None
    if before is None:
        return False
    pronoun = at - 2 if at > 1 and before.low in {"en", "y"} else at - 1
    if items[pronoun].low in {"s'", "n'", "se", "ne"}:
        return True
    follows = items[at + 1].low if at + 1 < len(items) else ""
    determined = before.pos in {"DET", "ADP", "NUM"} or before.low in {"l'", "un", "une"}
    plural = before.low == "l'" and items[at].low.endswith("ent") and items[at].pos != "NOUN"
    if (not determined or plural) and follows in words("fr", "that"):
        return True
    done = next((i for i in items[at + 2 : at + 4] if i.low not in {"l'", "les", "en", "y"}), items[at])
    if before.low == "l'" and follows in {"de", "d'"} and done.pos in {"VERB", "AUX"}:
        # « Ses collègues l'accusent d'avoir menti »
        start = max((i + 1 for i in range(at) if items[i].is_punct or items[i].quote is not None), default=0)
        verbless = not any(item.pos == "AUX" or (item.pos == "VERB" and _tensed(item)) for item in items[start:at])
        return verbless and items[at - 2].pos in {"NOUN", "PROPN", "PRON"}
    if not determined and items[at].pos in {"NOUN", "ADP"} and before.pos in {"NOUN", "PROPN"}:
        return _short_present(items, at) and _object_after(items, at)
    if not determined and items[at].pos in {"ADJ", "X", "ADV"}:
        if before.pos in {"NOUN", "PROPN"}:
            return follows in {":", "avoir", "être"} or _short_present(items, at)
        # Short present forms (« réplique », « évoque ») are often tagged as adjectives; none stands there.
        nxt = items[at + 1] if at + 1 < len(items) else None
        opens = nxt is not None and (
            nxt.quote is not None or nxt.pos in {"DET", "PROPN"} or follows in {"de", "d'", ":"}
        )
        return opens and (before.quote is not None or before.low in _OPENS_VERB | words("fr", "reflexive"))
    return before.quote is not None or before.low == "," or before.low in {"qui", "il", "elle", "ils", "elles", "on"}


def _short_present(items: tuple[Item, ...], at: int) -> bool:
    """« La direction évoque "…" », « La CAQ promet d'… »: a present form tagged as an adjective of its subject."""
    if items[at].low in words("fr", "adjectival") or at + 1 >= len(items):
        return False
    start = max((i + 1 for i in range(at) if items[i].is_punct or items[i].quote is not None), default=0)
    if any(item.pos == "AUX" or (item.pos == "VERB" and _tensed(item)) for item in items[start:at]):
        return False
    nxt = items[at + 1]
    if nxt.low == "," and at + 4 < len(items) and items[at + 2].low in _EMPHASIS and items[at + 3].low == ",":
        nxt = items[at + 4]
    object_ = (
        nxt.quote is not None
        or nxt.pos == "DET"
        or nxt.low in {"tout", "toute", "tous", "toutes"}
        or nxt.low in {"d'", "de", "que", "qu'", "à"}
    )
    later = any(item.pos == "AUX" or (item.pos == "VERB" and _tensed(item)) for item in items[at + 1 : at + 12])
    opinion = nxt.pos == "ADJ" and at + 2 < len(items) and items[at + 2].low in {"de", "d'", "que", "qu'"}
    return opinion or (object_ and (nxt.quote is not None or nxt.low in {"que", "qu'"} or not later))


def _object_after(items: tuple[Item, ...], at: int) -> bool:
    """What follows opens with an article, and no verb comes after it: the form is the only verb of its clause."""
    rest = items[at + 1 :]
    article = rest[0].low in {"le", "la", "les", "l'", "cette", "ce", "cet", "ces", "son", "sa", "ses", "leur", "leurs"}
    return article and not any(_tensed(item) for item in rest if item.pos in {"VERB", "AUX"})


def _tensed(item: Item) -> bool:
    return item.token is not None and "Fin" in item.token.morph.get("VerbForm", [])


def _reflexive(items: tuple[Item, ...], at: int) -> bool:
    """A reflexive pronoun stands right before, « en » and « y » aside: « s'en est pris à »."""
    while at > 1 and items[at - 1].low in {"en", "y"}:
        at -= 1
    return at > 0 and items[at - 1].low in words("fr", "reflexive")


def _has_en(items: tuple[Item, ...], at: int) -> bool:
    return at > 1 and items[at - 1].low == "en"


def _indirect_object(items: tuple[Item, ...], at: int) -> bool:
    return at > 0 and items[at - 1].low in {"lui", "leur", "nous", "m'", "me"}


def _negated_fr(items: tuple[Item, ...], start: int, at: int) -> bool:
    before = [items[i].low for i in range(max(0, start - 4), start)]
    if [item.low for item in items[at + 1 : at + 3]] == ["pas", "moins"]:
        # « n'en dénonce pas moins »: he does all the same.
        return False
    for i, word in enumerate(before):
        if word in {"ne", "n'"} and all(w in words("fr", "clitics") for w in before[i:]):
            return True
    return False


def _after_marks(items: tuple[Item, ...], at: int) -> bool:
    """A form of the past between a short name and the end, after quoted words: *"No," Reed shot back*."""
    if items[at].low in _PRESENT and _ends(items, at) and any(item.quote is not None for item in items[: at - 1]):
        return True
    if not items[at].low.endswith(("ed", "said", "told", "wrote", "shot", "hit")):
        return False
    if at == 0:
        return items[at].low in {"said", "asked", "added", "wrote"} and any(item.quote is not None for item in items)
    left = at - 1
    while left >= 0 and at - left <= 4 and _capital(items[left]):
        left -= 1
    return left < at - 1 and left >= 0 and (items[left].quote is not None or items[left].low == ",")


def _tagged_noun(items: tuple[Item, ...], at: int) -> bool:
    """A verb the tagger takes for a noun or an adjective."""
    present = _introducing(items, at) or _opens_that(items, at) or _closing(items, at)
    return present or _after_marks(items, at) or _telling(items, at)


def _closing(items: tuple[Item, ...], at: int) -> bool:
    """*His bail was set at $900, the Gazette reports.*: a present form between a name and the end of the sentence."""
    last = all(item.is_punct for item in items[at + 1 :])
    if not last or not items[at].low.endswith("s") or at < 3 or not _capital(items[at - 1]):
        return False
    comma = items[at - 3] if items[at - 2].low in grammar("en", "determiners") else items[at - 2]
    return comma.low == "," and any(_tensed(item) for item in items[: at - 2])


def _opens_that(items: tuple[Item, ...], at: int) -> bool:
    """*The UN estimates that one house in three is empty*: a present form between a name and a clause."""
    if not items[at].low.endswith("s") or at == 0 or at + 3 >= len(items) or items[at + 1].low != "that":
        return False
    clause = items[at + 2].pos not in {"VERB", "AUX"} and any(_tensed(item) for item in items[at + 3 : at + 14])
    verbless = not any(_tensed(item) for item in items[:at])
    described = at > 1 and items[at - 2].pos == "ADJ"
    return items[at - 1].pos == "PROPN" and _capital(items[at - 1]) and clause and verbless and not described


def _phrasal(items: tuple[Item, ...], at: int, options: list[tuple[Shape, Verb, int]]) -> bool:
    """*Reed shot back that…*: a verb of two words before what it reports, after a name."""
    end = options[0][2]
    told = end < len(items) and (items[end].low == "that" or items[end].quote is not None)
    return (
        told and end > at + 1 and at > 0 and (_capital(items[at - 1]) or items[at - 1].low in words("en", "pronouns"))
    )


def _introducing(items: tuple[Item, ...], at: int) -> bool:
    """*The Harbour Times reports: “…”*: a present form between a name and a colon."""
    colon = at + 1 < len(items) and items[at + 1].low == ":"
    return colon and at > 0 and items[at].low.endswith("s") and items[at - 1].pos == "PROPN" and not _capital(items[at])


def _telling(items: tuple[Item, ...], at: int) -> bool:
    """*…, writing, “No.”*, *…, warning that*: a participle the tagger takes for a noun."""
    if not items[at].low.endswith("ing") or at == 0 or items[at - 1].low != "," or at + 1 >= len(items):
        return False
    follows = items[at + 1]
    marked = at + 2 < len(items) and follows.low in {",", ":"} and items[at + 2].quote is not None
    return marked or follows.quote is not None or follows.low == "that"


def _ends(items: tuple[Item, ...], at: int) -> bool:
    return at + 1 == len(items) or items[at + 1].is_punct


def _capital(item: Item) -> bool:
    return item.token is not None and item.token.text[:1].isupper()


def _asked_aside(items: tuple[Item, ...], at: int) -> bool:
    """*Tom Wells, asked whether he would go, replied*: he is the one who is asked."""
    if items[at].low not in words("en", "prompted") or at < 2 or items[at - 1].low != ",":
        return False
    close = next((i for i in range(at + 2, len(items) - 1) if items[i].low == ","), None)
    return close is not None and items[close + 1].pos in {"VERB", "AUX"} and not items[close + 1].low.endswith("ing")


def _english(items: tuple[Item, ...], at: int) -> Cue | None:
    options = _options(items, at, "en")
    if (
        not options
        or items[at].pos in _NEVER_VERB
        or (items[at].pos in {"NOUN", "PROPN", "ADJ"} and not (_tagged_noun(items, at) or _phrasal(items, at, options)))
    ):
        return None
    shape: Shape = next((o[0] for o in options if o[0] != "infinitive"), "infinitive")
    start, i = at, at - 1
    negated = passive = False
    aux = []
    while i >= 0 and at - i <= _BETWEEN:
        word = items[i].low
        if items[i].pos == "PART" and word in {"'s", "’s"}:
            # *Harrow's said*: a name that ends in a possessive.
            break
        if word in words("en", "auxiliaries") or word in {
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "to",
            "do",
            "does",
            "did",
        }:
            aux.append(word)
            start = i
        elif word in words("en", "not"):
            negated = True
        elif not (word in words("en", "between") or items[i].pos == "ADV"):
            break
        i -= 1
    ending = items[at].low.endswith(("ed", "id", "ld", "wn", "en", "rn", "un", "ght", "nd", "ood", "ade"))
    has = (
        bool(aux)
        and aux[0] in {"'s", "’s"}
        and not any({"obj-to", "accusation", "small"} & o[1].takes for o in options)
    )
    # *he's said* has; *he's told*, *he's accused* is.
    passive = bool(aux) and aux[0] in words("en", "be") and ending and not has
    if "to" in aux or any(w in {"will", "would", "may", "might", "could", "can"} for w in aux):
        shape = "infinitive"
    elif (aux and shape == "infinitive") or (shape == "infinitive" and items[at].pos in {"VERB", "AUX"}):
        shape = "finite"
    if not aux:
        start = at
        nobody = (at == 0 or items[at - 1].low in _UNSAID_BY) and (at + 1 == len(items) or items[at + 1].low != "by")
        nobody = nobody or _asked_aside(items, at)
        passive = (nobody or (at + 1 < len(items) and items[at + 1].low == "by")) and items[at].low.endswith("ed")
    while start < at and items[start].low in words("en", "between"):
        start += 1
    if shape == "gerund" and at > 1 and items[at - 1].low in _HEARD and items[at - 2].low in words("en", "be"):
        # *a man is heard saying*
        shape, start = "finite", at - 2
    return Cue(start, options[0][2], at, shape, tuple(o[1] for o in options), None, None, negated, passive)
