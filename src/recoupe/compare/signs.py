"""Which words of a text are said not to be so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.lang import entries, table
from recoupe.types import Word

# A clause that hangs on another by one of these speaks for itself.
_APART = ("advcl", "acl:relcl", "parataxis", "appos", "root", "discourse", "vocative", "dislocated")
_SUBJECT = ("nsubj", "csubj")
_STEPS = 12
_THAT = frozenset({"que", "qu'", "that"})
# A clause opened by one of these begins this many words before its verb at most.
REACH = 14
_LISTS = ("denying", "showing", "authored", "placed", "held", "allowing", "forbidding", "demanding")


@dataclass(frozen=True, slots=True)
class Table:
    """The words of one language that turn a matter round."""

    empty: frozenset[str]
    narrowing: frozenset[str]
    partial: frozenset[str]
    supposing: frozenset[str]
    lacking: frozenset[str]
    single: frozenset[str]
    negating: frozenset[str]
    formerly: frozenset[str]
    denying: frozenset[str]
    showing: frozenset[str]
    authored: frozenset[str]
    placed: frozenset[str]
    held: frozenset[str]
    allowing: frozenset[str]
    forbidding: frozenset[str]
    demanding: frozenset[str]
    keys: dict[str, tuple[tuple[str, int], ...]]


@cache
def book(lang: str) -> Table:
    """The oppositions of a language.

    `keys` gives for each word the scales it stands on, with 1 for their one end, -1 for the other and 0 where the
    scale has no other end.
    """
    head = table(lang, "oppositions")
    kinds = {name: frozenset[str]() for name in _LISTS}
    keys: dict[str, list[tuple[str, int]]] = {}
    for row in entries(lang, "oppositions"):
        if row["kind"] in kinds:
            kinds[row["kind"]] |= frozenset(row["words"])
        elif row["kind"] == "same":
            for word in row["words"]:
                keys.setdefault(word, []).append((row["words"][0], 0))
        else:
            for end, words in ((1, row["one"]), (-1, row["other"])):
                for word in words:
                    keys.setdefault(word, []).append((row["one"][0] + "/" + row["other"][0], end))
    return Table(
        empty=frozenset(head["empty"]),
        narrowing=frozenset(head["narrowing"]),
        partial=frozenset(head["partial"]),
        supposing=frozenset(head["supposing"]),
        lacking=frozenset(head["lacking"]),
        single=frozenset(head["single"]),
        negating=frozenset(head["negating"]),
        formerly=frozenset(head["formerly"]),
        denying=kinds["denying"],
        showing=kinds["showing"],
        authored=kinds["authored"],
        placed=kinds["placed"],
        held=kinds["held"],
        allowing=kinds["allowing"],
        forbidding=kinds["forbidding"],
        demanding=kinds["demanding"],
        keys={word: tuple(found) for word, found in keys.items()},
    )


def denied(words: Sequence[Word], at: int, lang: str) -> bool:
    """An odd number of denials stands over the word, its own and those of what it hangs on."""
    known = book(lang)
    word = words[at]
    if _introduced(words, at, known):
        return not word.denied
    turned = word.denied
    if turned and not word.clausal and _under(words, at) and words[word.governor].denied:
        turned = False  # « n'a aucune preuve »: one denial in two words
    here = at
    for _ in range(_STEPS):
        below = words[here]
        above = words[below.governor]
        if below.governor == here:
            break
        if below.relation.startswith(_APART):
            break
        if below.relation == "conj":
            if below.clausal:
                break
            here = below.governor
            continue
        subject = below.relation.startswith(_SUBJECT)
        if above.lemma in known.denying and not (subject and above.pos == "VERB" and ":pass" not in below.relation):
            turned = not turned
        if subject and not below.relation.startswith("csubj"):
            if above.lemma in ("exister", "exist"):
                turned ^= above.denied and not word.denied
            break
        if above.denied and _reaches(below, above, known):
            turned = not turned
        here = below.governor
    return turned


def _introduced(words: Sequence[Word], at: int, known: Table) -> bool:
    """« Il est faux que … », *there is no evidence that …*: by position, whatever the parse."""
    here = at - 1
    while here > 0 and words[here].sentence == words[at].sentence:
        before = words[here - 1]
        if words[here].form in _THAT and here + REACH >= at:
            shown = before.lemma in known.showing
            return before.lemma in known.denying or (shown and (before.denied or words[before.governor].denied))
        here -= 1
    return False


def _under(words: Sequence[Word], at: int) -> bool:
    return words[at].relation.startswith(("obj", "obl", "attr", "nmod", "xcomp", "expl"))


def _reaches(below: Word, above: Word, known: Table) -> bool:
    """A denied verb denies its objects; a clause that hangs on it only when the verb shows or makes it so."""
    if below.relation.startswith(("ccomp", "csubj", "acl")) or (below.relation == "xcomp" and below.clausal):
        modal = above.lemma in known.empty or below.relation == "xcomp"
        return modal or above.lemma in known.showing
    return below.relation.startswith(("obj", "iobj", "obl", "nmod", "xcomp", "attr", "aux", "expl"))
