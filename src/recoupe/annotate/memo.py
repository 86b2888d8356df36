"""What was worked out about a word or a parse, kept with the parse it was worked out from.

Several kinds ask the same of the same verb: its group, its arguments, its clause. A parse is not changed once it is
made, so the first answer holds for as long as the parse lives. Words in an answer are equal to those of another call
but not the same objects (`==`, not `is`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

T = TypeVar("T")


def answers(doc: Doc, question: object) -> dict[Any, Any]:
    """The answers to one question that are kept with a parse, to look up and to add to."""
    user_data: dict[Any, Any] = doc.user_data
    known: dict[Any, Any] | None = user_data.get(question)
    if known is None:
        known = user_data[question] = {}
    return known


def per_word(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """The function, asked once for each word of a parse; its answer must not be changed by who gets it."""

    @wraps(function)
    def kept(token: Token) -> T:
        user_data: dict[Any, Any] = token.doc.user_data
        place = token.i
        try:
            answer: T = user_data[function][place]
        except KeyError:
            answer = function(token)
            answers(token.doc, function)[place] = answer
        return answer

    return kept


def per_parse(function: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """The function, asked once for each parse."""

    @wraps(function)
    def kept(doc: Doc) -> T:
        user_data: dict[Any, Any] = doc.user_data
        if function not in user_data:
            user_data[function] = function(doc)
        answer: T = user_data[function]
        return answer

    return kept


def forget(doc: Doc) -> None:
    """Let go of every answer kept with a parse: the words in them hold the parse, which would hold itself."""
    doc.user_data.clear()


@per_parse
def text_of(doc: Doc) -> str:
    """The whole text, which `doc.text` would join anew from its words at every call."""
    return str(doc.text)
