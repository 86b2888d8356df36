"""Assertion: a clause an account states in its own voice, beyond its reports, events and commitments."""

from recoupe.kinds.assertion.body import AssertionBody
from recoupe.kinds.base import Kind

KIND = Kind(
    name="assertion",
    body=AssertionBody,
    package=__name__,
    after=("fault", "time", "quotation", "event", "commitment"),
)
