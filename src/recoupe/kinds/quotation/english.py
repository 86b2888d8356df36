"""What an English verb reports after it: a clause without *that*, an infinitive, a gerund."""

from __future__ import annotations

from recoupe.kinds.quotation import acts, extents, nominal, subjects
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Scene
from recoupe.kinds.quotation.fragments import count, fragment
from recoupe.kinds.quotation.frame import tensed
from recoupe.kinds.quotation.infinitives import accusation
from recoupe.kinds.quotation.lexicon import grammar, words

# Verbs whose object is as often a thing as what is said.
_OBJECTED = frozenset({"concede", "discover", "feel", "find", "hear", "notice", "reveal", "see", "show"})
# Verbs whose object is hardly ever a thing.
_SAYING = frozenset({"say", "argue", "insist", "think", "contend", "reckon"})
_OPENS_SUBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB", "PRON"})
LONGEST = 30
# *A woman holding a baby said…*
_HANDLED = frozenset({"hold", "feel", "see"})
_DASHES = frozenset({"-", "–", "—"})
_CLAUSE_OPENERS = frozenset(
    {",", ";", ":", "because", "but", "if", "that", "when", "where", "whether", "which", "while", "who", "whom"}
)
_TO = frozenset(
    {"after", "as", "because", "before", "but", "if", "that", "when", "where", "whether", "which", "while", "who"}
)


def english_object(scene: Scene, cue: Cue, at: int) -> tuple[int, int, str, float] | None:
    """Where what an English verb has for object starts and ends, and which construction it is."""
    items = scene.items
    if at >= len(items):
        return None
    if cue.takes("to") and items[at].low == "to":
        return at, extents.clause_end(scene, cue, at), "infinitive", 0.75
    if cue.takes("obj-to") and (asked := _to_after_object(scene, at)) is not None:
        return at, extents.clause_end(scene, cue, asked), "request", 0.75
    held = cue.shape == "gerund" and cue.taking("bare").lemma in _HANDLED
    if cue.takes("bare") and cue.shape != "infinitive" and not held:
        start = _bare(scene, cue, at)
        start = _complement(scene, cue) if start is None else start
        if start is not None:
            return start, extents.clause_end(scene, cue, start), "bare-clause", 0.85
    if cue.takes("that") and not cue.takes("bare") and cue.shape == "finite":
        parsed = _complement(scene, cue)
        if parsed == cue.end and items[parsed].low not in words("en", "wh") | words("en", "whether"):
            return parsed, extents.clause_end(scene, cue, parsed), "bare-clause", 0.75
    if (cue.takes("bare") or cue.takes("that")) and _gap(scene, cue):
        return at, extents.clause_end(scene, cue, at), "relative-clause", 0.75
    if cue.takes("gerund") and items[at].low.endswith("ing") and items[at].pos in {"VERB", "NOUN", "AUX"}:
        return at, extents.clause_end(scene, cue, at), "gerund", 0.75
    accused = accusation(scene, cue, at)
    if accused is not None:
        return accused
    if cue.takes("np") and nominal.right(items, at, "en") is not None:
        return at, extents.np_end(scene, at), "reports-noun", 0.7
    return count(scene, cue, at) or fragment(scene, cue, at) or acts.complement(scene, cue)


def _to_after_object(scene: Scene, at: int) -> int | None:
    """The *to* after who is asked: *urged lawmakers to vote*, *called on Congress to act*."""
    items = scene.items
    if items[at].low in words("en", "objects") and items[min(at + 1, len(items) - 1)].low in {"to", "not", "never"}:
        to = at + 1
    else:
        found = nominal.right(items, at, scene.lang, appose=False)
        if found is None:
            return None
        to = found.end
    while to < len(items) and (items[to].low in {"not", "never"} or items[to].low in grammar("en", "stops") - _TO):
        to += 1
    return to if to + 1 < len(items) and items[to].low == "to" else None


def _gap(scene: Scene, cue: Cue) -> bool:
    """*a rule that critics said was unfair*: the verb after the cue has the relative pronoun for its subject."""
    items = scene.items
    nxt = items[cue.end]
    if nxt.pos not in {"VERB", "AUX"} or not tensed(nxt) or cue.shape != "finite":
        return False
    speaker = subjects.left(items, cue, 0, "en")
    if speaker is None:
        return False
    before = [item.low for item in items if item.end <= speaker.start]
    return bool(before) and before[-1] in {"which", "that", "who", "whom", "what"}


def _complement(scene: Scene, cue: Cue) -> int | None:
    """The clause the parse makes the verb's complement, when it starts right after the verb."""
    token = scene.items[cue.verb].token
    if token is None:
        return None
    place = {item.token.i: i for i, item in enumerate(scene.items) if item.token is not None}
    for child in token.children:
        start = place.get(child.left_edge.i)
        clause = child.dep_ == "ccomp" and any(c.dep_.startswith("nsubj") for c in child.children)
        if clause and start is not None and cue.end <= start <= cue.end + 1 and child.i > token.i:
            return start
    return None


def _bare(scene: Scene, cue: Cue, at: int) -> int | None:
    """The start of a clause without *that*: a subject with its verb right after it."""
    items = scene.items
    i = at
    gerund = items[at].pos in {"VERB", "AUX"} and items[at].low.endswith("ing") and items[at].quote is None
    if gerund and any(tensed(item) for item in items[at + 1 : at + 10]):
        # *said losing the post had been a relief*
        return at
    if cue.taking("bare").lemma in _SAYING and _verb_ahead(scene, at):
        return at
    for _ in range(8):
        if i >= len(items) or items[i].is_punct or items[i].quote is not None:
            return None
        found = nominal.right(items, i, "en", appose=True)
        skip = (
            items[i].low in grammar("en", "stops")
            or items[i].pos in {"ADV"}
            or items[i].low in {"only", "afternoon", "morning"}
        )
        if found is not None and not skip:
            told = cue.taking("bare").lemma in {"tell", "assure", "inform", "warn", "notify"} and i == at
            if told and found.end < len(items) and items[found.end].low in words("en", "pronouns"):
                # *had told Moss he would*
                i = found.end
                continue
            if told and found.pronoun is None:
                within = next(
                    (k for k in range(i + 1, found.end) if items[k].low in words("en", "pronouns")), found.end
                )
                if within < found.end or not _verb_follows(scene, found.end):
                    i = within
                    continue
            aged = _past_age(scene, found.end)
            if aged is not None and _verb_follows(scene, aged):
                return i
            if cue.taking("bare").lemma in _OBJECTED and _two_clauses(scene, found):
                return None
            if _verb_follows(scene, found.end) or (found.end < len(items) and items[found.end].quote is not None):
                return i
            if told:
                i = found.end
                continue
            return i if items[i].low in {"there"} else None
        if items[i].low == "there":
            return i
        if skip:
            i += 1
            continue
        if items[i].pos == "ADP":
            inside = nominal.right(items, i + 1, "en", appose=False)
            if inside is None:
                i += 1
                continue
            i = inside.end
            continue
        return i if items[i].pos == "SCONJ" and items[i].low == "if" else None
    return None


def _verb_ahead(scene: Scene, at: int) -> bool:
    """*Said higher fees and tighter checks between the two towns were to blame*: a long subject before its verb."""
    items = scene.items
    if items[at].quote is not None or items[at].pos not in _OPENS_SUBJECT:
        return False
    i = at
    while i + 1 < min(len(items), at + LONGEST):
        i += 1
        item = items[i]
        if item.low in _DASHES:
            i = next((k for k in range(i + 1, len(items)) if items[k].low in _DASHES), i)
            continue
        if item.low in _CLAUSE_OPENERS or (item.low in words("en", "pronouns") and items[i - 1].low in _TO):
            return False
        if item.quote is not None or (item.pos in {"VERB", "AUX"} and tensed(item) and not item.low.endswith("ing")):
            before = i - 1 if items[i - 1].pos != "ADV" else i - 2
            return items[before].pos not in {"CCONJ", "ADP", "DET"} and before > at
    return False


def _past_age(scene: Scene, at: int) -> int | None:
    """The item after *, 34,* beside a person."""
    items = scene.items[at : at + 3]
    aged = len(items) == 3 and items[0].low == items[2].low == "," and items[1].low.isdigit()
    return at + 3 if aged else None


def _two_clauses(scene: Scene, found: nominal.Nominal) -> bool:
    """*conceded a goal and Livingston scored*: the noun after *and* opens a clause of its own."""
    span = scene.items[found.start : found.end]
    joined = next((i for i, item in enumerate(span) if item.low == "and"), None)
    return joined is not None and joined + 1 < len(span) and nominal.is_capital(span[joined + 1])


def _verb_follows(scene: Scene, at: int) -> bool:
    items = scene.items
    for i in range(at, min(len(items), at + 4)):
        if items[i].pos in {"VERB", "AUX"} and not items[i].low.endswith("ing"):
            return True
        if items[i].low in {"'s", "’s", "'d", "'ll", "'re", "'ve"}:
            return True
        if items[i].pos not in {"ADV", "PART", "PRON"} and items[i].low not in {"who", "which"}:
            return False
    return False
