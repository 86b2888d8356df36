"""French future and conditional forms, read from their letters, which are surer than a small tagger.

Both are the infinitive's stem, which ends in r, and an ending. A stem that is no known infinitive is refused, so that
the past forms « entra » and « montrait » are not taken for futures and conditionals.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Mood = Literal["future", "conditional"]

_FUTURE = ("ront", "rons", "rez", "rai", "ras", "ra")
_CONDITIONAL = ("raient", "rions", "riez", "rais", "rait")
_IRREGULAR = {
    "ser": "être", "aur": "avoir", "ir": "aller", "fer": "faire", "pourr": "pouvoir", "devr": "devoir",
    "voudr": "vouloir", "saur": "savoir", "viendr": "venir", "tiendr": "tenir", "verr": "voir", "faudr": "falloir",
    "vaudr": "valoir", "recevr": "recevoir", "enverr": "envoyer", "renverr": "renvoyer", "mourr": "mourir",
    "courr": "courir", "parcourr": "parcourir", "concourr": "concourir", "recourr": "recourir", "accourr": "accourir",
    "acquerr": "acquérir", "conquerr": "conquérir", "pleuvr": "pleuvoir", "mouvr": "mouvoir", "émouvr": "émouvoir",
    "promouvr": "promouvoir", "aperçevr": "apercevoir", "apercevr": "apercevoir", "percevr": "percevoir",
    "concevr": "concevoir", "décevr": "décevoir", "reverr": "revoir", "prévaudr": "prévaloir", "assoir": "asseoir",
    "assiér": "asseoir", "refer": "refaire", "satisfer": "satisfaire", "défer": "défaire", "redevr": "redevoir",
    "cueiller": "cueillir", "accueiller": "accueillir", "recueiller": "recueillir",
}  # fmt: skip
_IRREGULAR_FAMILY = {"viendr": "venir", "tiendr": "tenir"}
_RE_STEMS = ("dr", "ttr", "îtr", "itr", "suivr", "vivr", "ompr", "incr", "clur")
_NOT_RE = ("engendr", "encadr", "effondr", "saupoudr", "foudr", "cadr", "cylindr", "arbitr", "chapitr", "récalcitr")
# Verbs in -rer whose past forms look like futures: « tira », « admirait ».
_RER = (
    "tir", "retir", "attir", "étir", "soutir", "inspir", "expir", "respir", "aspir", "conspir", "transpir", "vir",
    "admir", "désir", "déchir", "soupir", "délir", "cir", "mir", "revir", "chavir",
)  # fmt: skip


def _infinitive(stem: str) -> str | None:
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if len(stem) < 3 or stem in _RER or stem.endswith(_NOT_RE):
        return None
    for ending, verb in sorted(_IRREGULAR_FAMILY.items()):
        if stem.endswith(ending):
            return stem[: -len(ending)] + verb
    if stem.endswith("er"):
        return _unchanged(stem)
    if stem.endswith("ir"):
        return stem + "e" if stem.endswith(("uir", "dir", "lir", "rir", "crir")) and _in_re(stem) else stem
    if stem.endswith(_RE_STEMS):
        return stem + "e"
    return None


def _in_re(stem: str) -> bool:
    """« dira », « lira », « écrira », « produira » come from verbs in -re; « finira » from one in -ir."""
    return stem in {"dir", "lir", "rir", "sourir", "redir", "élir", "relir", "réélir", "interdir", "prédir"} or (
        stem.endswith(("crir", "duir", "truir", "nuir", "cuir", "luir"))
    )


def _unchanged(stem: str) -> str:
    """The infinitive behind the spelling changes of -er verbs: « jettera », « mènera », « emploiera »."""
    if stem.endswith(("oier", "uier")):
        return stem[:-3] + "yer"
    if stem.endswith("eller") and stem.endswith(("ppeller", "uveller", "nceller")):
        return stem[:-3] + "er"
    if stem.endswith("jetter"):
        return stem[:-3] + "er"
    letters = list(stem)
    if len(letters) > 3 and letters[-4] == "è":
        letters[-4] = "e"
    return "".join(letters)


@lru_cache(maxsize=8192)
def read(form: str) -> tuple[Mood, str] | None:
    """The mood and the infinitive of a French future or conditional form, in any person; None for every other word."""
    word = form.lower()
    for mood, endings in (("conditional", _CONDITIONAL), ("future", _FUTURE)):
        for ending in endings:
            if word.endswith(ending):
                infinitive = _infinitive(word[: -len(ending)] + "r")
                return (mood, infinitive) if infinitive else None  # type: ignore[return-value]
    return None
