"""How far the text commits to a clause: polarity, certainty, press conditional, tense (FactBank's layers).

Rules after Saurí & Pustejovsky 2009 for polarity and certainty; the French press conditional (« serait » for what is
reported and not confirmed) is told from the future in the past, the hypothesis, politeness and quoted speech.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from recoupe.annotate import hypothesis
from recoupe.annotate.annotated import Annotated
from recoupe.annotate.arguments import case_of
from recoupe.annotate.clauses import above, clause_words, in_quotation, is_clause_head, predicate
from recoupe.annotate.hedging import Hedge, hedges, negations, weaker
from recoupe.annotate.lemmas import lemma_in
from recoupe.annotate.memo import answers
from recoupe.annotate.negation import called_off, negators, ruled_out
from recoupe.annotate.unrealised import unrealised
from recoupe.annotate.verbgroup import VERBAL, VerbGroup, group, is_verb, language, low, relation
from recoupe.types import Anchor, Certainty, Factuality, Tense

MODIFIER_REACH = 3
_OF = frozenset({"de", "of", "for", "on", "over", "about"})
_AROUND = frozenset({"during", "after", "amid", "amidst", "following", "before", "since", "despite", "because",
                     "pendant", "durant", "après", "avant", "depuis", "malgré", "lors", "face"})  # fmt: skip
_GIVEN = frozenset({"the", "this", "these", "le", "la", "les", "l'", "ce", "cette", "ces", "cet"})
_RAISED = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass", "acl"})


@dataclass(slots=True)
class _Reading:
    """What has been decided so far about one clause."""

    negated: bool = False
    certainty: Certainty = "certain"
    conditional: bool = False
    modal: bool = False
    tense: Tense = "none"
    cues: list[Token] = field(default_factory=list)
    alone: bool = False

    def weaken(self, hedge: Hedge, words: list[Token]) -> None:
        self.certainty = weaker(self.certainty, hedge.certainty)
        self.conditional = self.conditional or hedge.report
        self.cues += words


def assess(annotated: Annotated, start: int, end: int) -> Factuality:
    """The factuality of the clause whose head lies in the characters `[start, end)`; certain and positive by default.

    Never raises on a wrong parse; offsets outside the text give the default.
    """
    span = annotated.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return Factuality()
    head = predicate(span)
    if relation(head).startswith(("cop", "aux")):
        head = head.head
    return assess_head(annotated, head, alone=len(span) == 1)


def assess_head(annotated: Annotated, head: Token, alone: bool = False) -> Factuality:
    """The factuality of the clause or noun phrase headed by one word.

    `alone` asks of the word itself and not of what it carries: the wish is a fact in *wants to sell*, the sale is not.
    """
    known = answers(head.doc, assess_head)
    place = head.i, alone
    if place not in known:
        known[place] = _assess(annotated, head, alone)
    found: Factuality = known[place]
    return found


def _assess(annotated: Annotated, head: Token, alone: bool) -> Factuality:
    reading = _Reading(alone=alone)
    words = clause_words(head)
    if is_clause_head(head):
        _verb(reading, head, words)
        _governors(reading, head)
    if head.pos_ in {"NOUN", "PROPN"} or not is_clause_head(head):
        _noun(reading, head)
    _phrases(reading, words)
    asked = hypothesis.open_question(head)
    if asked is not None:
        reading.weaken(Hedge("unknown"), [asked])
    return Factuality(
        polarity="negative" if reading.negated else "positive",
        certainty=reading.certainty,
        conditional=reading.conditional,
        modal=reading.modal,
        tense=reading.tense,
        cues=_anchors(annotated, reading.cues),
    )


def _anchors(annotated: Annotated, cues: list[Token]) -> tuple[Anchor, ...]:
    unique = sorted({token.i for token in cues})
    tokens = [annotated.doc[i] for i in unique]
    return tuple(annotated.anchor(t.idx, t.idx + len(t.text)) for t in tokens if t.text.strip())


def _verb(reading: _Reading, head: Token, words: list[Token]) -> None:
    verbs = group(head)
    reading.tense = verbs.tense
    found = negators(verbs, words)
    reading.negated = bool(found)
    reading.cues += found
    out = ruled_out(head)
    if out:
        reading.negated = not reading.negated
        reading.cues += out
    _modality(reading, verbs)
    ahead = unrealised(verbs)
    if ahead is not None:
        reading.weaken(ahead[0], [ahead[1]])
    if hypothesis.supposed(head, verbs):
        reading.certainty = weaker(reading.certainty, "possible")


def _modality(reading: _Reading, verbs: VerbGroup) -> None:
    """Modal verbs, the conditional mood and the future in the past."""
    lang = language(verbs.head)
    known = hedges(lang)
    for token in verbs.words:
        name = lemma_in(token, known.modals)
        if reading.alone and token is verbs.head:
            continue
        if name is not None and (is_verb(token) or _carries(token)):
            reading.modal = True
            reading.weaken(known.modals[name], [token])
    if lang == "en":
        if any(low(token) in {"would", "'d"} for token in verbs.words if token is not verbs.head):
            if hypothesis.told_in_past(verbs.head) or _afterwards(verbs.head):
                reading.tense = "future"
            else:
                supposed = verbs.finite is not None and hypothesis.conditioned(verbs.finite)
                reading.certainty = weaker(reading.certainty, "possible" if supposed else "probable")
        return
    if verbs.mood != "conditional" or verbs.finite is None:
        return
    if reading.modal:
        return
    if lemma_in(verbs.head, known.polite):
        reading.modal = True
        reading.certainty = weaker(reading.certainty, "possible")
    elif (hypothesis.told_in_past(verbs.head) or _afterwards(verbs.head)) and not _stative(verbs):
        reading.tense = "future"
        reading.cues.append(verbs.finite)
    elif hypothesis.conditioned(verbs.finite) or in_quotation(verbs.finite):
        reading.certainty = weaker(reading.certainty, "possible")
        reading.cues.append(verbs.finite)
    else:
        reading.conditional = True
        reading.weaken(Hedge("possible", report=True), [verbs.finite])


def _carries(token: Token) -> bool:
    """The word completes itself with an infinitive, so it is a verb whatever its tag (« prévoit de »)."""
    names = {relation(child) for child in token.children}
    return bool(names & {"xcomp", "ccomp"}) or ("acl" in names and "nsubj" in names)


def _stative(verbs: VerbGroup) -> bool:
    """« serait le dernier », « aurait dix ans »: a state nobody can promise, so no future in the past."""
    if verbs.finite is None or verbs.finite is verbs.head:
        return False
    if lemma_in(verbs.head, hedges(language(verbs.head)).perfect):
        # « serait mort »: told as over already.
        return True
    return not verbs.passive and verbs.head.pos_ not in VERBAL


def _afterwards(head: Token) -> bool:
    """*He would later become mayor*, « deviendrait plus tard »: the account tells what came after."""
    around = " ".join(low(t) for t in head.doc[max(0, head.i - 4) : head.i + 5])
    return any(f" {words} " in f" {around} " for words in hedges(language(head)).afterwards)


def _governors(reading: _Reading, head: Token) -> None:
    """Verbs, adjectives and nouns above the clause that weaken it or turn it round."""
    lang = language(head)
    known, negation = hedges(lang), negations(lang)
    below = head
    _passed_on(reading, head)
    if _completes(head) and lemma_in(head.head, negation.complement):
        reading.negated = not reading.negated
        reading.cues.append(head.head)
    elif _completes(head) and (led := known.governors.get(lemma_in(head.head, known.governors) or "")) is not None:
        reading.weaken(led, [head.head])
    for over, name in above(head):
        if name not in _RAISED or (name == "acl" and "Part" in below.morph.get("VerbForm", [])):
            if name == "conj" and is_clause_head(over) and not _own_subject(below):
                below = over
                continue
            return
        if lemma_in(over, negation.complement):
            reading.negated = not reading.negated
            reading.cues.append(over)
        if name == "xcomp" and group(over).passive and lemma_in(over, known.hearsay):
            # *Is said to be ill*: told by nobody in particular, and not confirmed.
            reading.weaken(Hedge("possible", report=True), [over])
        modal = lemma_in(over, known.modals)
        hedge = known.modals.get(modal or "") or known.governors.get(lemma_in(over, known.governors) or "")
        if hedge is not None:
            reading.modal = reading.modal or modal is not None
            reading.weaken(hedge, [over])
            if any(low(child) == "peu" for child in over.children):
                reading.negated = not reading.negated
        elif name in {"ccomp", "acl"} and lemma_in(over, known.evidence) and _unshown(over):
            reading.negated = not reading.negated
            reading.weaken(Hedge("possible"), [over])
        if name in {"xcomp", "acl"}:
            _raise(reading, over)
        elif hedge is not None:
            _raise_negation(reading, over)
        if name in {"ccomp", "csubj", "csubj:pass"}:
            return
        below = over


def _unshown(over: Token) -> bool:
    """« rien ne prouve que », *no evidence that*, « n'indique pas que »."""
    if is_clause_head(over):
        return bool(negators(group(over), clause_words(over)))
    negation = negations(language(over))
    said_no = any(low(child) in negation.nominal | negation.second for child in over.children)
    return said_no or (over.i > 0 and low(over.doc[over.i - 1]) in {"de", "d'"} and _pas_before(over, negation.second))


def _pas_before(noun: Token, second: frozenset[str]) -> bool:
    return noun.i > 1 and low(noun.doc[noun.i - 2]) in second


def _completes(head: Token) -> bool:
    """An infinitive a small parser takes for an adverb of the verb before it: « échoue à battre », *prevent … from*."""
    over = head.head
    if relation(head) not in {"advcl", "obl:mod", "obl:arg"} or head.i < over.i or not is_verb(over):
        return False
    mark = next((t for t in head.children if relation(t) in {"mark", "case"}), None)
    if language(over) == "en":
        return mark is not None and low(mark) in {"from", "of"}
    first = mark if mark is not None else group(head).words[0]
    led = mark is None or low(mark) in {"à", "de", "d'"}
    infinitive = head.morph.get("VerbForm", []) == ["Inf"] or low(first) in {"avoir", "être"}
    return led and first.i == over.i + 1 and infinitive


def _passed_on(reading: _Reading, head: Token) -> None:
    """Clauses the parse hangs on a noun: « ordonne au club de fermer », *worries that the bank will close*."""
    known = hedges(language(head)).governors
    noun, mark = head.head, next((t for t in head.children if relation(t) == "mark"), None)
    if mark is None or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or noun.i > mark.i:
        return
    over = noun.head
    if relation(head) == "acl" and group(head).finite is None and relation(noun).startswith(("obj", "obl", "iobj")):
        hedge = known.get(lemma_in(over, known) or "")
        if hedge is not None:
            reading.weaken(hedge, [over])
    elif relation(head) == "acl:relcl" and low(mark) == "that" and mark.i == noun.i + 1:
        hedge = known.get(lemma_in(noun, known, verb=False) or "")
        if hedge is not None:
            reading.weaken(hedge, [noun])


def _own_subject(token: Token) -> bool:
    return any(relation(child).startswith(("nsubj", "csubj")) for child in token.children)


def _raise(reading: _Reading, over: Token) -> None:
    """An infinitive takes tense, mood and negation from the verb that carries it (« ne devrait pas diminuer »)."""
    carrier = over
    if not is_clause_head(over):
        for token, _name in above(over):
            if is_clause_head(token):
                carrier = token
                break
        else:
            return
    verbs = group(carrier)
    if reading.tense == "none":
        reading.tense = verbs.tense
    if verbs.mood == "conditional" and verbs.finite is not None:
        _modality(reading, verbs)
    _raise_negation(reading, carrier)


def _raise_negation(reading: _Reading, carrier: Token) -> None:
    found = negators(group(carrier), clause_words(carrier))
    if found:
        reading.negated = not reading.negated
        reading.cues += found


def _noun(reading: _Reading, head: Token) -> None:
    """A noun phrase: « aucun accord », « sans accord », « un éventuel retrait », *no deal*."""
    lang = language(head)
    known, negation = hedges(lang), negations(lang)
    for child in head.children:
        word = low(child)
        if word in negation.nominal or (word in negation.preposition and relation(child) == "case"):
            reading.negated = True
            reading.cues.append(child)
        hedge = known.adjectives.get(word)
        if hedge is not None and abs(child.i - head.i) <= MODIFIER_REACH:
            reading.weaken(hedge, [child])
    before = head.doc[head.i - 1] if head.i else None
    if before is not None and not reading.cues and low(before) in {"de", "d'"} and before.i:
        pas = head.doc[before.i - 1]
        if low(pas) in negation.second:
            reading.negated = True
            reading.cues.append(pas)
    out = called_off(head) or (ruled_out(head) if not is_clause_head(head) else [])
    if out and not reading.negated:
        reading.negated = True
        reading.cues += out
    over = head.head
    hoped = lemma_in(over, known.governors, verb=False) if relation(head) == "nmod" and over.pos_ == "NOUN" else None
    if hoped is not None and case_of(head) in _OF:
        reading.weaken(known.governors[hoped], [over])
    if relation(head) == "nmod" and lemma_in(over, negation.absence, verb=False):
        reading.negated = True
        reading.cues.append(over)
    _noun_in_clause(reading, head)


def _noun_in_clause(reading: _Reading, head: Token) -> None:
    """A nominal object shares the certainty of its verb when that verb is a hedge (« envisage un retrait »)."""
    over = head.head
    if relation(head) not in {"obj", "obl", "xcomp"} or over.pos_ != "VERB" or case_of(head) in _AROUND:
        return
    known = hedges(language(head))
    carried = next((t for t in group(over).words if t is not over and lemma_in(t, known.modals) and is_verb(t)), None)
    if carried is not None and relation(head) == "obj":
        reading.weaken(known.modals[lemma_in(carried, known.modals) or ""], [carried])
    hedge = known.modals.get(lemma_in(over, known.modals) or "")
    if hedge is None and relation(head) == "obj":
        hedge = known.governors.get(lemma_in(over, known.governors) or "")
    if hedge is not None:
        reading.weaken(hedge, [over])
    if lemma_in(over, negations(language(head)).complement):
        reading.negated = not reading.negated
        reading.cues.append(over)
    # « pour affronter la crise »: what the article points at is there already.
    given = any(relation(t) == "det" and low(t) in _GIVEN for t in head.children)
    ahead = unrealised(group(over)) if relation(head) == "obj" and not given else None
    if ahead is not None:
        reading.weaken(ahead[0], [ahead[1]])


def _phrases(reading: _Reading, words: list[Token]) -> None:
    """Adverbs and set phrases that stand in the clause."""
    if not words:
        return
    doc = words[0].doc
    known = hedges(language(words[0])).phrases
    for token in words:
        for parts, hedge in known.get(low(token), ()):
            span = doc[token.i : token.i + len(parts)]
            if tuple(low(t) for t in span) == parts:
                reading.weaken(hedge, list(span))
                break
