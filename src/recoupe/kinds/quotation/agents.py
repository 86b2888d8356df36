"""Quoted words that a passive gives to its agent: « jugée "insuffisante" par le syndicat », *called "rash" by X*."""

from __future__ import annotations

from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.antecedents import people
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Draft, Scene, inner
from recoupe.kinds.quotation.frame import Item
from recoupe.kinds.quotation.lexicon import verbs
from recoupe.kinds.quotation.nominal import Nominal
from recoupe.kinds.quotation.speaker import Speaker

NEAR = 6
FAR = 12
_BY = {"fr": "par", "en": "by"}
_LEAD = frozenset({"de", "d'", "du", "des", "comme", "as", "of", "un", "une", "a", "an", "the", "le", "la", "très"})
_TAKEN = frozenset({"fragment", "quote", "adj", "words", "accusation"})


def read(scene: Scene, at: int) -> Draft | None:
    """The quotation that the passage at item `at` is by the agent of a participle before it; else None."""
    verb = _participle(scene, at)
    if verb is None:
        return None
    agent = _agent(scene, at + 1) or _between(scene, verb, at)
    if agent is None or not _someone(scene, agent):
        return None
    items = scene.items
    speaker = subjects.make(items, agent, scene.lang)
    cue = (items[verb].start, items[verb].end)
    options = [option for _, option in verbs(scene.lang)[items[verb].low] if _TAKEN & set(option.takes)]
    content = [inner(items[at])]
    if scene.text.count(scene.text[content[0][0] : content[0][1]]) > 1:
        # A name in marks comes back; a word someone used does not.
        return None
    return Draft(content, "mixed", "passive", 0.7, scene.sentence.number, cue, speaker, options[0])


def after(scene: Scene, cue: Cue) -> Speaker | None:
    """The agent right after a passive verb group: *asked by the lawyer if*, « prévenus par la mairie que »."""
    items = scene.items
    if cue.end + 1 >= len(items) or items[cue.end].low != _BY[scene.lang]:
        return None
    found = nominal.right(items, cue.end + 1, scene.lang, appose=False)
    return subjects.make(items, found, scene.lang) if found is not None and _someone(scene, found) else None


def _participle(scene: Scene, at: int) -> int | None:
    """The nearest past participle of a verb of judging or saying, with nothing but small words or an agent between."""
    items, agent = scene.items, False
    for i in range(at - 1, max(-1, at - FAR), -1):
        item = items[i]
        if item.quote is not None or item.is_punct:
            return None
        if item.low == _BY[scene.lang]:
            agent = True
        elif _passive(scene, i) and (agent or at - i <= NEAR):
            return i if agent or all(_small(other) for other in items[i + 1 : at]) else None
        elif item.pos in {"VERB", "AUX"} and not agent and not item.low.endswith(("ed", "é", "ée", "és", "ées")):
            return None
    return None


def _small(item: Item) -> bool:
    return item.low in _LEAD or item.pos in {"ADV", "DET"}


def _passive(scene: Scene, at: int) -> bool:
    """A past participle that no auxiliary of the active voice makes a finite verb."""
    items = scene.items
    forms = verbs(scene.lang).get(items[at].low, ())
    if not any(shape == "participle" and _TAKEN & set(verb.takes) for shape, verb in forms) and not _english(scene, at):
        return False
    before = next((items[i].low for i in range(at - 1, max(-1, at - 3), -1) if items[i].pos != "ADV"), "")
    active = {"a", "ont", "avait", "avaient", "aurait", "auraient", "ayant", "has", "have", "had", "having"}
    return before not in active and (scene.lang == "fr" or _marked(scene, at, before))


def _english(scene: Scene, at: int) -> bool:
    """*called*, *described*: one form is past and participle."""
    forms = verbs("en").get(scene.items[at].low, ()) if scene.lang == "en" else ()
    return scene.items[at].low.endswith(("ed", "t", "n")) and any(_TAKEN & set(verb.takes) for _, verb in forms)


def _marked(scene: Scene, at: int, before: str) -> bool:
    """*was called*, *a plan described*: a form of *be* or a noun stands before, and no subject of its own."""
    first = scene.items[at - 1] if at else None
    return before in {"was", "were", "is", "are", "been", "being", "be"} or first is None or first.low == ","


def _agent(scene: Scene, start: int) -> Nominal | None:
    """The noun phrase after « par » right after the passage."""
    items = scene.items
    if start + 1 >= len(items) or items[start].low != _BY[scene.lang]:
        return None
    return nominal.right(items, start + 1, scene.lang)


def _between(scene: Scene, verb: int, at: int) -> Nominal | None:
    """The agent between the participle and the passage: « accusé par le syndicat de "mensonge" »."""
    items = scene.items
    by = next((i for i in range(verb + 1, at) if items[i].low == _BY[scene.lang]), None)
    if by is None:
        return None
    found = nominal.right(items, by + 1, scene.lang, at, appose=False)
    if found is None or not all(_small(item) for item in items[found.end : at]):
        return None
    return found


def _someone(scene: Scene, agent: Nominal) -> bool:
    """A name, or a noun of people, bodies or papers."""
    nouns = people(scene.lang)
    span = scene.items[agent.start : agent.end]
    named = any(item.pos == "PROPN" and nominal.is_capital(item) for item in span)
    return agent.pronoun is None and (named or any({item.low, item.low.rstrip("s")} & nouns for item in span))
