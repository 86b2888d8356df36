"""Time expressions and what they mean (TIMEX3)."""

from recoupe.kinds.base import Kind
from recoupe.kinds.timing.body import TimeBody

KIND = Kind(name="time", body=TimeBody, package=__name__, after=("fault",))
