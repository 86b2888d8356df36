"""The report's own words in one interface language: sentences, plurals, dates, numbers, typography."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from recoupe.lang import say, table
from recoupe.lang.catalogue import counted, known, message
from recoupe.types import Document, Quantity, Reason, Timex

DOMAIN = "report"
NBSP = "\u00a0"
ISO_DAY = re.compile(r"\d{4}-\d\d(-\d\d(T.*)?)?")
NARROW = "\u202f"
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "percent": "%"}


def spaced(text: str, ui: str) -> str:
    """`text` with French spacing: a no-break space before `:` and inside « », a narrow one before `; ! ?`."""
    if ui != "fr":
        return text
    text = re.sub(r"[ \u00a0]+([;!?])", NARROW + r"\1", text)
    text = re.sub(r"[ \u00a0]+([:»%])", NBSP + r"\1", text)
    return re.sub(r"«[ \u00a0]+", "«" + NBSP, text)


def filled(text: str, values: Mapping[str, object]) -> str:
    """`text` with each `{name}` replaced by its value."""
    for key, value in values.items():
        text = text.replace("{" + key + "}", str(value))
    return text


def _mod(timex: Timex) -> str:
    """« avant mars » and « d'ici fin mars » are both BEFORE of one month; the last day they can mean tells which."""
    inside = timex.latest is not None and timex.latest.isoformat().startswith(timex.value or "-")
    return "BEFORE_END" if timex.mod == "BEFORE" and inside else timex.mod or ""


@dataclass(frozen=True, slots=True)
class Words:
    """Interface words of the gettext catalogue `report`; `ui` is a two-letter language."""

    ui: str

    def __call__(self, path: str, **args: object) -> str:
        """The sentence of a message, its `{names}` filled; raises KeyError when the catalogue has none."""
        text = message(self.ui, DOMAIN, path)
        return spaced(filled(text, args), self.ui)

    def count(self, what: str, number: int) -> str:
        """« 3 changements », *1 change*: a number with its noun."""
        return self._counted(f"count.{what}", Decimal(number))

    def _counted(self, ident: str, number: Decimal) -> str:
        # gettext counts whole things; « 1,5 an » but *1.5 years* is CLDR's knowledge.
        whole = int(number) if number == int(number) else 1 if Locale(self.ui).plural_form(number) == "one" else 2
        return spaced(filled(counted(self.ui, DOMAIN, ident, whole), {"n": self.number(number)}), self.ui)

    def label(self, group: str, code: str | None) -> str:
        """The label of a code; a code the table doesn't know is shown as it is, so that nothing is hidden."""
        return _label(self.ui, group, code) if code else ""

    def issue(self, code: str, told: str) -> str:
        """An issue's sentence: as the dossier has it in English, by its code in another language that knows it."""
        text = known(self.ui, DOMAIN, f"issue.{code}")
        return spaced(text, self.ui) if text and self.ui != "en" else told

    def wording(self, why: str) -> str:
        """Why words are loaded, from the category before the colon where the language tables know it."""
        code, _, told = why.partition(": ")
        labels = table(self.ui, "wording").get("labels", {})
        return str(labels.get(code) or self.label("wording_why", code) or told)

    def reason(self, reason: Reason) -> str:
        """The sentence of a reason; an unknown code is shown with its arguments."""
        try:
            return spaced(
                say(reason.code, tuple((key, self.dated(value)) for key, value in reason.args), self.ui), self.ui
            )
        except KeyError:
            told = ", ".join(f"{key}{NBSP}= {value}" for key, value in reason.args)
            return f"{reason.code.replace('-', ' ')} ({told})" if told else reason.code.replace("-", " ")

    def dated(self, value: str) -> str:
        """A list of terms, its ISO dates in words."""
        terms = (self._value(Timex("DATE", t)) if ISO_DAY.fullmatch(t) else t for t in value.split(", "))
        return ", ".join(terms)

    def number(self, value: Decimal) -> str:
        """A number with the separators of the interface language."""
        return str(format_decimal(value, locale=self.ui))

    def quantity(self, quantity: Quantity) -> str:
        """An interval in figures: `12`, `8–12`, `≥ 50`, `≈ 2 500`, with its unit when it is not a plain count."""
        low, high = quantity.low, quantity.high
        if low is not None and high is not None:
            text = self.number(low) if low == high else f"{self.number(low)}–{self.number(high)}"
        else:
            bound = low if low is not None else high
            text = ("≥" if low is not None else "≤") + NBSP + self.number(bound or Decimal(0))
        if quantity.approx:
            text = f"≈{NBSP}{text}"
        if quantity.unit == "count":
            return text
        return f"{text}{NBSP}{SYMBOLS.get(quantity.unit) or self.label('unit', quantity.unit)}".rstrip()

    def day(self, day: dt.date) -> str:
        """A calendar day in words."""
        return _day(self.ui, day)

    def published(self, document: Document, short: bool = False) -> str:
        """When an account appeared, or that it does not say; `short` leaves the day of the week out."""
        if document.day is None:
            return self("account.undated")
        weekday = "" if short else f"{format_date(document.day, 'EEEE', locale=self.ui)} "
        text = weekday + self.day(document.day)
        if isinstance(document.published, dt.datetime):
            text += f", {document.published:%H:%M}"
        return text

    def timex(self, timex: Timex) -> str:
        """A resolved time at its own precision; an unresolved one says so."""
        if timex.value is None:
            return self("time.unresolved")
        text = self._value(timex)
        if not timex.mod:
            return text
        group = "mod_day" if re.match(r"\d{4}-\d\d-\d\d", timex.value) else "mod"
        label = self.label(group, _mod(timex))
        return f"{label}{'' if label.endswith('-') else ' '}{text}"

    def _value(self, timex: Timex) -> str:
        value = timex.value or ""
        if value.endswith("_REF"):
            return self.label("time", value)
        if re.fullmatch(r"\d{4}", value):
            return value
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            month = dt.date(int(match[1]), int(match[2]), 1) if 1 <= int(match[2]) <= 12 else None
            return str(format_date(month, "MMMM y", locale=self.ui)) if month else value
        if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)(T.*)?", value):
            try:
                day = self.day(dt.date.fromisoformat(match[1]))
            except ValueError:
                return value
            return day + (f", {self._clock(match[2][1:])}" if match[2] else "")
        return self._between(timex) or self._lasting(value) or value

    def _lasting(self, value: str) -> str:
        match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?|X)([YMWDHS])", value)
        if not match:
            return ""
        unit = match[1] + match[3]
        if match[2] == "X":
            return self(f"lasting.some.{unit}")
        number = Decimal(match[2])
        return self._counted(f"lasting.{unit}", number)

    def _clock(self, part: str) -> str:
        return self.label("daypart", part)

    def _between(self, timex: Timex) -> str:
        if timex.earliest is None or timex.latest is None or timex.type == "DURATION":
            return ""
        if timex.earliest == timex.latest:
            return self.day(timex.earliest)
        return self("time.between", start=self.day(timex.earliest), end=self.day(timex.latest))


# A large dossier asks for the same labels and days a hundred thousand times.
@cache
def _label(ui: str, group: str, code: str) -> str:
    text = known(ui, DOMAIN, f"{group}.{code}")
    return spaced(text, ui) if text is not None else code.replace("_", " ").replace("-", " ")


@lru_cache(maxsize=4096)
def _day(ui: str, day: dt.date) -> str:
    text = str(format_date(day, "d MMMM y", locale=ui))
    return text.replace("1 ", "1er ", 1) if ui == "fr" and day.day == 1 else text
