"""What surrounds a clause: a reporting verb in the past, a condition, a question."""

from __future__ import annotations

from spacy.tokens import Token

from recoupe.annotate.clauses import above, after_that, in_quotation, is_clause_head
from recoupe.annotate.hedging import hedges
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.memo import per_word
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, language, low, relation, sentence

_NEAR = 4
_OPENING = frozenset({"«", "“", '"', "<<"})
_HAVING = frozenset({"a", "ont", "avait", "avaient", "aura", "ai", "avons"})
_FREE = frozenset({"root", "conj", "parataxis"})
_TIED = frozenset({"ccomp", "csubj", "xcomp", "csubj:pass"})
_ASKING = frozenset({"whether", "si", "if"})
_THAT = {"fr": frozenset({"que", "qu'"}), "en": frozenset({"that"})}


@per_word
def told_in_past(head: Token) -> bool:
    """The clause is the content of a verb in the past (« ont déclaré que… »), so that a conditional there is a future.

    The parse is asked first, then the words: a past verb just before the nearest « que » of the sentence.
    """
    if _own_words(head):
        return False
    below = head
    for over, name in above(head):
        if name == "ccomp":
            return _tense_above(over) == "past"
        if name == "conj" and _subordinator(below) is None and not is_clause_head(over):
            break
        below = over
    that = after_that(head, _THAT.get(language(head), frozenset()))
    while that is not None and that.i and low(that.nbor(-1)) in {"et", "ou", "and", "or", ","}:
        earlier = after_that(that, _THAT[language(head)])
        if earlier is None:
            break
        that = earlier
    return that is not None and (_past_just_before(that) or _past_above_time(head, that))


def _tense_above(verb: Token) -> str:
    """The tense of a verb, or of the one that carries it as an infinitive (« a fait savoir que »)."""
    before = verb.doc[max(0, verb.i - 6) : verb.i]
    if before and low(before[-1]) == "fait" and any(low(t) in _HAVING for t in before):
        return "past"
    for _ in range(3):
        tense = group(verb).tense
        if tense != "none" or relation(verb) not in {"xcomp", "ccomp"}:
            return tense
        verb = verb.head
    return "none"


def _past_above_time(head: Token, that: Token) -> bool:
    """*Said at the time that it would close*: the parse hangs the clause on the noun of time under the past verb."""
    noun = head.head
    if relation(head) != "acl:relcl" or relation(that) != "mark" or that.i != noun.i + 1 or relation(noun) != "obl":
        return False
    return group(noun.head).tense == "past"


def _own_words(head: Token) -> bool:
    """The clause is said inside marks with no « que » or *that* before them, so its tenses are the speaker's own."""
    if not in_quotation(head):
        return False
    start = sentence(head).start
    opening = next((t for t in reversed(head.doc[start : head.i]) if t.text in _OPENING), None)
    that = after_that(head, _THAT.get(language(head), frozenset()))
    return that is None or (opening is not None and opening.i - that.i > _NEAR and opening.i > that.i)


def _subordinator(token: Token) -> Token | None:
    return next((child for child in token.children if relation(child) == "mark"), None)


def _past_just_before(that: Token) -> bool:
    """A verb in the past stands within a few words left of the subordinator, with no comma between."""
    if that.pos_ == "PRON":
        return False
    for i in range(that.i - 1, max(sentence(that).start, that.i - 7) - 1, -1):
        token = that.doc[i]
        if token.text == ",":
            return False
        if token.morph.get("VerbForm", []) == ["Inf"] and group(token).tense == "none":
            continue
        if token.pos_ in VERBAL:
            return group(token).tense == "past" or token.morph.get("Tense", []) == ["Past"]
    return False


def conditioned(finite: Token) -> bool:
    """The sentence states a condition (« si… », « en cas de… »), so that its conditional is a hypothesis."""
    known = hedges(language(finite))
    first = next((t for t in sentence(finite) if t.is_alpha), finite)
    if low(first) in known.opening and finite.i - first.i > 1:
        return True
    for token in sentence(finite):
        if low(token) in known.hypothesis and _is_if(token):
            return True
    text = sentence(finite).text.lower().replace("’", "'")
    return any(phrase in text for phrase in known.hypothesis_phrases)


def _is_if(token: Token) -> bool:
    """« si » that opens a condition, not an indirect question, an intensifier or « même si »."""
    if low(token) == "s'":
        following = low(token.nbor(1)) if token.i + 1 < len(token.doc) else ""
        return following in {"il", "ils"} and token.pos_ != "PRON"
    if token.pos_ == "ADV" and low(token) == "si":
        return False
    previous = token.nbor(-1) if token.i > sentence(token).start else None
    if previous is not None and (low(previous) in {"même", "comme", "even", "as"}):
        return False
    over = token.head
    if relation(token) == "mark" and relation(over) == "ccomp":
        return False
    if previous is None or previous.pos_ not in VERBAL:
        return True
    adverbial = relation(token) == "mark" and relation(over) == "advcl"
    return adverbial and lemma_in(previous, hedges(language(token)).asking) is None


def supposed(head: Token, verbs: VerbGroup) -> bool:
    """The clause is itself a condition, or rests on one: « si la pluie cesse », « nous partirons si… »."""
    known = hedges(language(head))
    mark = _subordinator(head)
    if mark is not None and low(mark) in known.hypothesis and relation(head) != "ccomp":
        return _is_if(mark)
    for child in head.children:
        if relation(child) == "advcl":
            opener = _subordinator(child)
            if opener is not None and low(opener) in known.hypothesis and _is_if(opener):
                return True
    return False


def _last(head: Token) -> Token | None:
    """The last word or mark of the sentence, quotation marks left out."""
    around, doc = sentence(head), head.doc
    words = (doc[i] for i in range(around.end - 1, around.start - 1, -1))
    return next((t for t in words if not t.is_space and t.text not in "»”\"'"), None)


@per_word
def open_question(head: Token) -> Token | None:
    """The word that shows the clause to be asked and not stated: a final question mark, « si », *whether*."""
    over = relation(head)
    if over in _FREE:
        last = _last(head)
        if last is not None and last.text == "?":
            return last
    marks = [t for t in head.children if low(t) in _ASKING and relation(t) in {"mark", "advmod"}]
    whether = next((t for t in marks if low(t) == "whether"), None)
    if whether is not None or over not in _TIED:
        return whether
    known = hedges(language(head))
    opener = next((t for t in marks if relation(t) == "mark"), None)
    if opener is not None:
        return opener
    opener = min(head.subtree, key=lambda token: token.i)
    asked = low(opener) in known.question and lemma_in(head.head, known.asking) is not None
    return opener if asked else None
