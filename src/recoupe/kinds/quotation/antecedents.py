"""The subjects an account names before a quotation, among which a pronoun or a description finds whom it means."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from recoupe.annotate.annotated import Annotated
from recoupe.kinds.quotation import nominal, subjects
from recoupe.kinds.quotation.body import Antecedent
from recoupe.kinds.quotation.cues import Cue
from recoupe.kinds.quotation.draft import Draft
from recoupe.kinds.quotation.frame import Sentence, tensed
from recoupe.kinds.quotation.lexicon import grammar, low
from recoupe.kinds.quotation.speaker import Speaker
from recoupe.lang import table

MOST = 6
REACH = 800
VERBS = 5
DESCRIBED = 4
_VERBAL = frozenset({"VERB", "AUX"})
_DEFINITE = regex.compile(r"(?:l[ea]s?|l['’]|the|ce(?:tte|t)?)\b", regex.I)
_WORDS = regex.compile(r"[\p{L}-]+")
_PERSONAL = frozenset({"il", "elle", "he", "she"})
_IMPERSONAL = regex.compile(
    r"il (?:n['’]|ne )?(?:y (?:a|avait|aura|aurait)|faut|fallait|faudra\w*|s['’]agi\w*|sembl\w+|suffi\w*|pleu\w*|"
    r"reste\b|existe\b|(?:est|était|sera|serait) (?:\w+ )?(?:\w+ )?(?:de|d['’]|que|qu['’]))",
    regex.I,
)


@cache
def people(lang: str) -> frozenset[str]:
    """Nouns of people, by office, trade, age or part in events."""
    return subjects.speaking_nouns(lang) | frozenset(table(lang, "offices")["epithets"])


@cache
def _determiners(lang: str) -> tuple[str, ...]:
    return tuple(sorted(grammar(lang, "determiners")))


class Antecedents:
    """The subjects of every sentence of an account, each read once."""

    def __init__(self, annotated: Annotated, told: Sequence[Sentence]) -> None:
        self._annotated = annotated
        self._told = told
        self._read: dict[int, list[Antecedent]] = {}

    def before(self, draft: Draft) -> tuple[Antecedent, ...]:
        """The subjects before a quotation whose speaker is a pronoun, implicit or a description; nearest first."""
        speaker = draft.speaker
        if speaker is None:
            return ()
        stands_in = speaker.pronoun or draft.same
        if not stands_in and not self._description(speaker):
            return ()
        # Who was named long ago is described again by a name or an office, not by a noun alone.
        first = 0 if stands_in else draft.sentence - DESCRIBED
        out: list[Antecedent] = []
        for sentence in reversed(self._told):
            if len(out) >= MOST or speaker.start - sentence.end > REACH or sentence.number < first:
                break
            if sentence.start < speaker.start:
                found = [
                    a for a in self._of(sentence)
                    if a.anchor.end <= speaker.start and not any(s <= a.anchor.start < e for s, e in draft.contents)
                ]  # fmt: skip
                out += sorted(found, key=lambda a: (not a.main, -a.anchor.start))
        return tuple(out[:MOST])

    def _description(self, speaker: Speaker) -> bool:
        """A description with its article and no name in it, which may stand for someone named before."""
        words = self._annotated.document.text[speaker.start : speaker.end]
        return (
            speaker.kind in {"named", "collective"}
            and speaker.number != "plur"
            and speaker.name is None
            and _DEFINITE.match(low(words)) is not None
        )

    def _of(self, sentence: Sentence) -> list[Antecedent]:
        if sentence.number not in self._read:
            self._read[sentence.number] = self._subjects(sentence)
        return self._read[sentence.number]

    def _subjects(self, sentence: Sentence) -> list[Antecedent]:
        items, lang = sentence.items, self._annotated.lang
        found: dict[int, Speaker] = {}
        verbs = [i for i, item in enumerate(items) if item.pos in _VERBAL and item.quote is None and tensed(item)]
        for i in verbs[:VERBS]:
            subject = subjects.left(items, Cue(i, i + 1, i, "finite", ()), 0, lang)
            if subject is not None and (subject.pronoun is None or self._carries_on(sentence, subject, found)):
                known = found.get(subject.start)
                if known is None or subject.end > known.end:
                    found[subject.start] = subject
        found = {at: subject for at, subject in found.items() if subject.pronoun or self._named(subject)}
        if not found and items[0].quote is None:
            opening = self._topic(sentence)
            if opening is not None:
                found[opening.start] = opening
        out = []
        for order, start in enumerate(sorted(found)):
            out.append(self._antecedent(found[start], sentence, order == 0))
        return out

    def _carries_on(self, sentence: Sentence, subject: Speaker, found: dict[int, Speaker]) -> bool:
        """The pronoun of a person that is the first subject of its sentence; not the « il » of « il faut »."""
        token = next((item.token for item in sentence.items if item.start == subject.start), None)
        personal = token is not None and not token.dep_.startswith("expl") and subject.pronoun in _PERSONAL
        return personal and not found and not _IMPERSONAL.match(self._annotated.document.text, subject.start)

    def _topic(self, sentence: Sentence) -> Speaker | None:
        """Whom a sentence without a verb is about: « Parmi eux, Inès Barral, arrivée en mai. »"""
        items, lang = sentence.items, self._annotated.lang
        named = (i for i, item in enumerate(items) if item.pos == "PROPN" and nominal.is_capital(item))
        for start in (0, *named):
            found = nominal.right(items, start, lang, appose=False)
            if found is not None and found.pronoun is None and nominal.is_capital(items[found.start]):
                return subjects.make(items, found, lang)
        return None

    def _named(self, subject: Speaker) -> bool:
        """The words open with a determiner or a capital, as a noun phrase that names someone does."""
        first = self._annotated.document.text[subject.start : subject.end].split(maxsplit=1)[0]
        return first[:1].isupper() or low(first).startswith(_determiners(self._annotated.lang))

    def _antecedent(self, subject: Speaker, sentence: Sentence, main: bool) -> Antecedent:
        anchor = self._annotated.anchor(subject.start, subject.end)
        if subject.pronoun:
            return Antecedent(
                anchor, sentence.number, subject.gender, subject.number, subject.kind, True, main, subject.pronoun
            )
        heads = people(self._annotated.lang)
        spoken = [w.lower() for w in _WORDS.findall(anchor.exact)]
        bare = [w for w in spoken if w not in grammar(self._annotated.lang, "determiners")]
        telling = bare[:2] if self._annotated.lang == "fr" else bare
        person = subject.kind == "unnamed" or any(w in heads for w in telling)
        if person and subject.number == "sing" and subject.gender and spoken[0] in {"ce", "cet", "cette"}:
            # « cette femme de 58 ans » is the one just spoken of, as « elle » would be.
            pronoun = "elle" if subject.gender == "fem" else "il"
            return Antecedent(
                anchor, sentence.number, subject.gender, subject.number, subject.kind, True, main, pronoun
            )
        return Antecedent(anchor, sentence.number, subject.gender, subject.number, subject.kind, person, main)
