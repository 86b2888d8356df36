"""Publication dates as sources write them by machine: ISO 8601, never prose."""

from __future__ import annotations

import datetime as dt
import re

from recoupe.types import Published

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)


def published(text: str) -> Published | None:
    """The date, or the date and time with its zone, that `text` writes in ISO 8601; None when it is neither.

    « 2021-04-07 » gives a date; « 2021-04-07T19:40:00-04:00 » a moment. Other calendars, week dates, and the order
    day/month are refused, because « 10/01/2024 » is two days of the year.
    """
    text = text.strip()
    try:
        if DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
        if MOMENT.fullmatch(text):
            return dt.datetime.fromisoformat(re.sub(r"\s(?=[Zz+-])", "", text).replace(",", ".").upper())
    except ValueError:
        return None
    return None
